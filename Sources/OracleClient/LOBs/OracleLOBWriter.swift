import OracleWire

/// Writes a LOB chunk by chunk, however the chunks are cut.
///
/// What is written is collected to pieces of a call's size. While one is on its way the next is got ready, so that no
/// more than two are in memory. A CLOB's chunks may be cut within characters.
public struct OracleLOBWriter: Sendable {
  private let lob: OracleLOB
  private let pieceBytes: Int
  private let isAppending: Bool
  private var offset: Int
  private var encoder: LOBTextEncoder?
  /// Bytes for the wire that are not sent yet, what the server counts in them, and whether only it can say.
  private var waiting: [UInt8] = []
  private var waitingCount = 0
  private var isUncertain = false
  private var written = 0
  private var call: PendingCall?

  /// - Parameter isAppending: whether the offset is the LOB's end, so that its length says where to go on.
  init(lob: OracleLOB, offset: Int, pieceBytes: Int, isAppending: Bool) {
    self.lob = lob
    self.offset = offset
    self.pieceBytes = pieceBytes
    self.isAppending = isAppending
    encoder = lob.textForm.map { LOBTextEncoder(form: $0) }
  }

  /// Writes a chunk, or keeps it until there is enough for a call.
  ///
  /// - Parameter bytes: of a BLOB, or UTF-8 for a CLOB, which may begin or end within a character.
  /// - Throws: `OracleError` of this chunk's call or of one before; `OracleLOBError` for bytes that are no UTF-8.
  public mutating func write(_ bytes: [UInt8]) async throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      // A character of one byte takes two on the wire at most, so that a call never gets more than one piece.
      let part = rest.prefix(max(4, (pieceBytes - waiting.count) / lob.width))
      rest = rest.dropFirst(part.count)
      if encoder != nil {
        guard let piece = try encoder?.encode(part) else { continue }
        waiting += piece.bytes
        waitingCount += piece.characters
        isUncertain = isUncertain || piece.isUncertain
      } else {
        waiting += part
        waitingCount += part.count
      }
      if waiting.count + 4 * lob.width > pieceBytes { try await send() }
    }
  }

  /// Writes a chunk of text, or keeps it until there is enough for a call.
  public mutating func write(_ text: String) async throws {
    try await write(Array(text.utf8))
  }

  /// Writes what is left and waits until the server has it all.
  ///
  /// - Returns: bytes or characters that were written since the writer was made.
  @discardableResult
  public mutating func finish() async throws -> Int {
    guard encoder?.isBetweenCharacters != false else { throw OracleLOBError.endsWithinCharacter }
    if !waiting.isEmpty { try await send() }
    try await settle()
    return written
  }

  private mutating func send() async throws {
    try await settle()
    try Task.checkCancellation()
    lob.changed()
    let request = LOBRequest(
      LOBRequest.write, locator: lob.locator.bytes, offset: UInt64(offset), data: waiting)
    call = lob.begin(request)
    waiting = []
    guard isUncertain, isAppending else {
      offset += waitingCount
      written += waitingCount
      waitingCount = 0
      isUncertain = false
      return
    }
    try await settle()
    let end = try await lob.length() + 1
    written += end - offset
    offset = end
    waitingCount = 0
    isUncertain = false
  }

  /// Waits for the call that is under way.
  private mutating func settle() async throws {
    guard let call else { return }
    self.call = nil
    _ = try await lob.finish(call)
  }
}
