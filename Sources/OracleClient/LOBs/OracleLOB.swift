import OracleWire
import Synchronization

/// A CLOB, NCLOB or BLOB that stays with the server and is read and written in pieces.
///
/// Offsets and lengths count bytes of a BLOB and Oracle's characters of a CLOB: units of UTF-16, so that a character
/// beyond U+FFFF counts two, where the database's character set has more than one byte a character, else its own
/// characters. The first is 1. Text goes in and out as UTF-8.
///
/// A LOB of a table is changed only where its row is locked (SELECT ... FOR UPDATE); it outlives the cursor that gave it.
/// A temporary one lives until nothing refers to this object and to no value made of it, or until `free`; the server is
/// told with the next call.
public final class OracleLOB: Sendable {
  private struct State {
    var locator: LOBLocator
    /// Known as long as nothing was changed.
    var length: Int?
    var chunkSize: Int?
    /// The first bytes, or UTF-8 of the first characters, and how many the server counts in them.
    var start: (bytes: [UInt8], count: Int)?
    var isFreed = false
  }

  /// Bytes or characters of the longest LOB: 2^32 blocks of 32 KiB.
  static let longest = 1 << 47
  /// Bytes that one call reads or writes at most.
  static let callBytes = 1 << 20

  public let kind: LOBKind
  let connection: OracleConnection
  private let state: Mutex<State>

  init(kind: LOBKind, locator: LOBLocator, connection: OracleConnection) {
    self.kind = kind
    self.connection = connection
    state = Mutex(State(locator: locator))
  }

  /// A LOB that a row brought.
  ///
  /// - Throws: `WireError.invalidValue` for a first piece that is no text, or lengths that no LOB has.
  init(kind: LOBKind, value: LOBColumnValue, connection: OracleConnection) throws(WireError) {
    guard let length = Int(exactly: value.length), length <= OracleLOB.longest else { throw .invalidValue("locator") }
    var start: (bytes: [UInt8], count: Int)?
    if let found = value.start {
      if let form = found.form {
        var decoder = LOBTextDecoder(form: form)
        let text = try decoder.decode(found.bytes)
        // The start may end between the two units of a character: then it counts without the first.
        start = (text, LOBText.count(text, form: value.locator.textForm(isNational: kind.isNational)))
      } else {
        start = (found.bytes, found.bytes.count)
      }
    }
    self.kind = kind
    self.connection = connection
    state = Mutex(
      State(
        locator: value.locator, length: length, chunkSize: value.chunkSize == 0 ? nil : Int(value.chunkSize),
        start: start))
  }

  /// Takes what a block made of the LOB that it was given.
  ///
  /// - Throws: `WireError.invalidValue` for lengths that no LOB has.
  func replace(by value: LOBColumnValue) throws(WireError) {
    guard let length = Int(exactly: value.length) else { throw .invalidValue("locator") }
    state.withLock {
      $0.locator = value.locator
      $0.length = length
      $0.start = nil
      $0.isFreed = false
    }
  }

  deinit {
    let (locator, isFreed) = state.withLock { ($0.locator, $0.isFreed) }
    if !isFreed, locator.isTemporary { connection.free(locator) }
  }

  /// The LOB as a value, for binds; it keeps a temporary LOB from being freed.
  public var value: OracleValue {
    .lob(LOBReference(kind: kind, locator: locator, owner: self))
  }

  /// Whether the LOB is kept for this session only.
  public var isTemporary: Bool { locator.isTemporary }

  var locator: LOBLocator { state.withLock { $0.locator } }

  /// The form of its text on the wire; nil for a BLOB.
  public var textForm: LOBLocator.TextForm? { kind.isText ? locator.textForm(isNational: kind.isNational) : nil }

  /// Bytes on the wire of what the server counts as one, at least.
  var width: Int { textForm == nil || textForm == .utf8 ? 1 : 2 }

  /// The first bytes that came with the row.
  var start: (bytes: [UInt8], count: Int)? { state.withLock { $0.start } }

  // MARK: calls

  /// Carries out an operation.
  func perform(_ request: LOBRequest) async throws -> Response {
    try Task.checkCancellation()
    return try await finish(begin(request))
  }

  /// Sends an operation whose answer is asked for later.
  func begin(_ request: LOBRequest) -> PendingCall { connection.begin(.lob(request)) }

  /// Waits for an operation's answer, and keeps the locator that comes with it.
  func finish(_ call: PendingCall) async throws -> Response {
    let response = try await connection.answer(to: call)
    if let error = response.error { throw error }
    let locator = try connection.trusting { () throws(WireError) in
      guard let reply = response.lob else { throw .malformed("a LOB operation's reply without its locator") }
      return try LOBLocator(reply.locator)
    }
    state.withLock { $0.locator = locator }
    return response
  }

  private func amount(_ response: Response) throws -> Int {
    try connection.trusting { () throws(WireError) in
      let amount = Int(exactly: response.lob?.amount ?? 0)
      guard let amount, amount <= OracleLOB.longest else { throw .malformed("a LOB's length") }
      return amount
    }
  }

  /// What is known of the value is no longer so.
  func changed() {
    state.withLock {
      $0.length = nil
      $0.start = nil
    }
  }

  // MARK: facts

  /// Bytes of a BLOB, characters of a CLOB.
  ///
  /// - Throws: `OracleError` 22275 for a LOB that was freed.
  public func length() async throws -> Int {
    if let known = state.withLock({ $0.length }) { return known }
    let request = LOBRequest(LOBRequest.length, locator: locator.bytes, amount: 0)
    return try amount(await perform(request))
  }

  /// Bytes or characters that the server stores together: reading and writing in multiples of it is quickest.
  public func chunkSize() async throws -> Int {
    if let known = state.withLock({ $0.chunkSize }) { return known }
    let request = LOBRequest(LOBRequest.chunkSize, locator: locator.bytes, amount: 0)
    let size = try amount(await perform(request))
    state.withLock { $0.chunkSize = size }
    return size
  }

  /// Bytes or characters of the pieces in which a whole value is read or written: a multiple of the chunk size.
  func pieceCount() async throws -> Int {
    let most = OracleLOB.callBytes / width
    let chunk = try await chunkSize()
    return chunk > 0 && chunk < most ? most / chunk * chunk : most
  }

  // MARK: reading

  /// Reads part of the LOB, or all of it.
  ///
  /// - Parameters:
  ///   - offset: of the first byte or character, from 1.
  ///   - count: bytes or characters at most; fewer come where the LOB ends, none behind its end.
  /// - Returns: bytes of a BLOB, UTF-8 of a CLOB.
  /// - Throws: `OracleError`; `OracleLOBError` for a range that cuts a character beyond U+FFFF.
  public func read(offset: Int = 1, count: Int = .max) async throws -> [UInt8] {
    guard offset >= 1 else { throw OracleLOBError.offset(offset) }
    guard count >= 0 else { throw OracleLOBError.count(count) }
    if let start, offset == 1, start.count == state.withLock({ $0.length }), count >= start.count { return start.bytes }
    var decoder = textForm.map { LOBTextDecoder(form: $0) }
    var (next, left) = (offset, count)
    var result: [UInt8] = []
    while left > 0 {
      let asked = min(left, OracleLOB.callBytes / width)
      let piece = try await piece(at: next, count: asked)
      let read = self.count(of: piece)
      try connection.trusting { () throws(WireError) in
        guard read <= asked else { throw .malformed("\(read) of \(asked) bytes or characters of a LOB") }
      }
      result += try decode(piece, &decoder)
      (next, left) = (next + read, left - read)
      // A server may give less than it was asked for; behind the end, where that is not known, it gives nothing.
      if read == 0 || next > state.withLock({ $0.length }) ?? .max { break }
    }
    guard decoder?.isBetweenCharacters != false else { throw OracleLOBError.cutCharacter }
    return result
  }

  /// Reads part of a CLOB, or all of it, as a string.
  public func text(offset: Int = 1, count: Int = .max) async throws -> String {
    String(decoding: try await read(offset: offset, count: count), as: UTF8.self)
  }

  /// The LOB piece by piece, from an offset on.
  ///
  /// - Parameter count: bytes or characters of a piece at most; nil takes a multiple of the chunk size, about a MiB.
  public func pieces(from offset: Int = 1, count: Int? = nil) -> OracleLOBPieces {
    OracleLOBPieces(lob: self, offset: offset, count: count, isRaw: false)
  }

  /// The LOB piece by piece as it stands on the wire: bytes of a BLOB, text in `textForm` that nobody has looked at.
  ///
  /// For readers that have their own way with broken text.
  ///
  /// - Parameter count: bytes or characters of a piece at most; nil takes a multiple of the chunk size, about a MiB.
  public func wirePieces(count: Int? = nil) -> OracleLOBPieces {
    OracleLOBPieces(lob: self, offset: 1, count: count, isRaw: true)
  }

  func readRequest(at offset: Int, count: Int) -> LOBRequest {
    LOBRequest(LOBRequest.read, locator: locator.bytes, offset: UInt64(offset), amount: UInt64(count))
  }

  /// What the wire brings of a range; nothing behind the end.
  private func piece(at offset: Int, count: Int) async throws -> [UInt8] {
    do {
      return try await perform(readRequest(at: offset, count: count)).lobData
    } catch let error as OracleError where error.code == EndOfCallMessage.noDataFound {
      return []
    }
  }

  func decode(_ piece: [UInt8], _ decoder: inout LOBTextDecoder?) throws -> [UInt8] {
    guard decoder != nil else { return piece }
    do throws(WireError) {
      return try decoder?.decode(piece) ?? []
    } catch {
      // A range that begins with the second half of a pair is the caller's, but a BLOB's bytes in a CLOB are not.
      throw OracleLOBError.cutCharacter
    }
  }

  /// What the server counts in a piece from the wire.
  func count(of piece: [UInt8]) -> Int {
    guard let form = textForm else { return piece.count }
    return form == .utf8 ? LOBText.scalars(piece) : piece.count / 2
  }

  // MARK: writing

  /// Overwrites from an offset on; what lies between the LOB's end and the offset is filled with zeros or blanks.
  ///
  /// - Parameters:
  ///   - bytes: of a BLOB, or UTF-8 of whole characters for a CLOB.
  ///   - offset: of the first byte or character, from 1.
  /// - Returns: bytes or characters that were written.
  /// - Throws: `OracleError`, such as 22920 for a LOB of a row that is not locked.
  @discardableResult
  public func write(_ bytes: [UInt8], at offset: Int = 1) async throws -> Int {
    guard offset >= 1 else { throw OracleLOBError.offset(offset) }
    var writer = OracleLOBWriter(lob: self, offset: offset, pieceBytes: OracleLOB.callBytes, isAppending: false)
    try await writer.write(bytes)
    return try await writer.finish()
  }

  /// Overwrites text from an offset on.
  @discardableResult
  public func write(_ text: String, at offset: Int = 1) async throws -> Int {
    try await write(Array(text.utf8), at: offset)
  }

  /// A writer whose pieces go to an offset and what follows it.
  public func writer(at offset: Int = 1) async throws -> OracleLOBWriter {
    guard offset >= 1 else { throw OracleLOBError.offset(offset) }
    let count = try await pieceCount()
    return OracleLOBWriter(lob: self, offset: offset, pieceBytes: count * width, isAppending: false)
  }

  /// A writer whose pieces go behind the LOB's end.
  public func appender() async throws -> OracleLOBWriter {
    let (offset, count) = (try await length() + 1, try await pieceCount())
    return OracleLOBWriter(lob: self, offset: offset, pieceBytes: count * width, isAppending: true)
  }

  /// Appends all that a sequence gives, with no more of it in memory than two calls' pieces.
  ///
  /// - Parameter pieces: bytes of a BLOB, or UTF-8 for a CLOB, however it is cut.
  /// - Returns: bytes or characters that were written.
  @discardableResult
  public func append<Pieces: AsyncSequence>(
    contentsOf pieces: Pieces
  ) async throws -> Int where Pieces.Element == [UInt8] {
    var writer = try await appender()
    for try await piece in pieces { try await writer.write(piece) }
    return try await writer.finish()
  }

  /// Cuts the LOB off behind so many bytes or characters.
  ///
  /// - Throws: `OracleError` 22926 when it is not that long.
  public func trim(to length: Int) async throws {
    guard length >= 0 else { throw OracleLOBError.count(length) }
    changed()
    _ = try await perform(LOBRequest(LOBRequest.trim, locator: locator.bytes, amount: UInt64(length)))
  }

  // MARK: life

  /// Begins a series of changes: indexes on the LOB are seen to at `close` and not at each change.
  public func open() async throws {
    _ = try await perform(LOBRequest(LOBRequest.open, locator: locator.bytes, amount: LOBRequest.readWrite))
  }

  public func close() async throws {
    _ = try await perform(LOBRequest(LOBRequest.close, locator: locator.bytes))
  }

  /// Whether `open` was called and `close` not yet.
  public func isOpen() async throws -> Bool {
    try await perform(LOBRequest(LOBRequest.isOpen, locator: locator.bytes)).lob?.flag == true
  }

  /// Gives a temporary LOB up at once; whoever uses it afterwards gets ORA-22275.
  ///
  /// A LOB of a table has nothing to be freed.
  public func free() async throws {
    guard isTemporary, !state.withLock({ $0.isFreed }) else { return }
    changed()
    _ = try await perform(LOBRequest(LOBRequest.freeTemporary, locator: locator.bytes))
    state.withLock { $0.isFreed = true }
  }
}
