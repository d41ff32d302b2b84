import OracleWire

/// LOB values that were handed out as locators in one session, and what its client does to them.
struct StandInLOBs {
  /// What a LOB holds.
  enum Kind {
    case bytes
    case text
    /// NCLOB.
    case nationalText

    init(_ type: OracleTypeCode, isNational: Bool) {
      self = type == .blob ? .bytes : isNational ? .nationalText : .text
    }

    /// Bytes of one unit in which offsets and lengths count: text is UTF-16.
    var width: Int { self == .bytes ? 1 : 2 }
  }

  fileprivate struct LOB {
    var kind: Kind
    /// In the form of the wire.
    var content: StandInLOBContent
    var isTemporary: Bool
    var isOpen = false
  }

  /// Bytes of every locator.
  static let locatorLength = LOBLocator.newLength
  static let chunkSize: UInt32 = 8132
  /// Operations that make or change a LOB.
  static let changes: Set = [LOBRequest.createTemporary, LOBRequest.write, LOBRequest.trim]

  private var lobs: [UInt64: LOB] = [:]
  private var nextIdentifier: UInt64 = 1

  /// Keeps a value and gives its locator, and its size in characters or bytes.
  ///
  /// - Parameter bytes: a CLOB's in UTF-8, an NCLOB's in UTF-16.
  mutating func add(_ bytes: [UInt8], kind: Kind, isTemporary: Bool = false) -> (locator: [UInt8], size: UInt64) {
    let content = StandInLOBContent(kind == .text ? RowImage.national(bytes) : bytes)
    return (keep(LOB(kind: kind, content: content, isTemporary: isTemporary)), UInt64(content.count / kind.width))
  }

  /// Keeps a LOB and gives its locator.
  private mutating func keep(_ lob: LOB) -> [UInt8] {
    let identifier = nextIdentifier
    nextIdentifier += 1
    lobs[identifier] = lob
    let (kind, isTemporary) = (lob.kind, lob.isTemporary)
    var locator = [UInt8](repeating: 0, count: StandInLOBs.locatorLength)
    locator[1] = UInt8(StandInLOBs.locatorLength - 2)
    typealias Flags = LOBLocator.Flags
    locator[Flags.first] = kind == .bytes ? Flags.isBLOB : Flags.isCLOB
    locator[Flags.second] = Flags.isInitialised
    locator[Flags.third] = kind == .bytes ? 0 : Flags.hasVariableWidth
    locator[Flags.fourth] = isTemporary ? Flags.isTemporary : 0
    for place in 0..<8 { locator[20 + place] = UInt8(truncatingIfNeeded: identifier >> (56 - 8 * UInt64(place))) }
    return locator
  }

  /// Writes a column or an out bind as a locator.
  ///
  /// - Parameter metadata: how the client defined it.
  mutating func write(
    _ value: [UInt8]?, kind: Kind, metadata: ColumnMetadata, isTemporary: Bool = false, to writer: inout TTCWriter
  ) {
    guard let value else { return writer.ub4(0) }
    let bytes = kind == .text ? RowImage.national(value) : value
    let locator = keep(LOB(kind: kind, content: StandInLOBContent(bytes), isTemporary: isTemporary))
    writer.count(locator.count)
    if metadata.prefetchesLOB {
      writer.ub8(UInt64(bytes.count / kind.width))
      writer.ub4(StandInLOBs.chunkSize)
      if metadata.lobPrefetchLength > 0 {
        if kind != .bytes {
          writer.u8(1)
          writer.ub2(CharacterSet.utf16)
          writer.u8(kind == .nationalText ? 2 : 1)
        }
        writer.clr(bytes.prefix(Int(metadata.lobPrefetchLength) * kind.width))
      }
    }
    writer.clr(locator)
  }

  /// The value of a bind that was sent as a locator: text in UTF-8.
  func bound(_ locator: [UInt8]) throws -> [UInt8] {
    guard let lob = lobs[try self.identifier(locator)] else { throw StandInLOBs.invalidLocator }
    let bytes = try lob.content.all()
    return lob.kind == .bytes ? bytes : RowImage.text(national: bytes)
  }

  private func identifier(_ locator: [UInt8]) throws -> UInt64 {
    guard locator.count == StandInLOBs.locatorLength else { throw StandInLOBs.invalidLocator }
    return locator[20..<28].reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static var invalidLocator: OracleError { OracleError(code: 22275, message: "invalid LOB locator specified") }

  /// Forgets temporary LOBs.
  ///
  /// - Parameter locators: one behind the other.
  mutating func free(_ locators: [UInt8]) {
    for start in stride(from: 0, to: locators.count, by: StandInLOBs.locatorLength) {
      let locator = Array(locators[start..<min(start + StandInLOBs.locatorLength, locators.count)])
      guard let identifier = try? self.identifier(locator), lobs[identifier]?.isTemporary == true else { continue }
      lobs[identifier] = nil
    }
  }

  /// What an operation gives back.
  struct Outcome {
    var locator: [UInt8]
    var amount: UInt64 = 0
    var flag = false
    /// The piece that was read.
    var data: [UInt8]?
  }

  /// Carries out an operation of function 96.
  ///
  /// - Throws: `OracleError` 22275 for a locator of no value here, 22920 for a change of a value of a table, and others
  ///   as Oracle has them.
  mutating func perform(_ call: LOBRequest) throws -> Outcome {
    var outcome = Outcome(locator: call.locator)
    switch call.operation {
    case LOBRequest.createTemporary:
      // The offsets carry the type and its form.
      guard let type = UInt8(exactly: call.destinationOffset).flatMap({ OracleTypeCode(rawValue: $0) }),
        type == .clob || type == .blob
      else {
        throw OracleError.unsupported("temporary LOBs of type \(call.destinationOffset)")
      }
      outcome.locator = add([], kind: Kind(type, isNational: call.sourceOffset == 2), isTemporary: true).locator
      // The amount is the LOB's duration, which comes back: clients count on its two bytes.
      outcome.amount = call.amount ?? 0
      return outcome
    case LOBRequest.freeTemporary, LOBRequest.freeTemporaryMany:
      free(call.locator)
      return outcome
    default: break
    }
    let identifier = try self.identifier(call.locator)
    // Taken out while it changes: beside a copy that stays, each write would copy the whole value.
    guard var lob = lobs.removeValue(forKey: identifier) else { throw StandInLOBs.invalidLocator }
    defer { lobs[identifier] = lob }
    switch call.operation {
    case LOBRequest.length: outcome.amount = UInt64(lob.content.count / lob.kind.width)
    case LOBRequest.chunkSize: outcome.amount = UInt64(StandInLOBs.chunkSize)
    case LOBRequest.isOpen: outcome.flag = lob.isOpen
    case LOBRequest.read:
      let piece = try lob.read(call.sourceOffset, call.amount ?? 0)
      outcome.amount = UInt64(piece.count / lob.kind.width)
      outcome.data = piece
      return outcome
    case LOBRequest.write: try lob.write(call.data ?? [], at: max(call.sourceOffset, call.destinationOffset))
    case LOBRequest.trim: try lob.trim(to: call.amount ?? 0)
    case LOBRequest.open: try lob.open()
    case LOBRequest.close: try lob.close()
    default: throw OracleError.unsupported("LOB operation \(call.operation)")
    }
    return outcome
  }
}

extension StandInLOBs.LOB {
  /// Bytes between the end and the offset of a write: a request of a few bytes must not fill the disk.
  private static let longestGap = 64 << 20

  private static var outOfRange: OracleError {
    OracleError(code: 21560, message: "argument 3 is null, invalid, or out of range")
  }

  fileprivate func read(_ offset: UInt64, _ amount: UInt64) throws -> [UInt8] {
    guard offset >= 1 else { throw Self.outOfRange }
    let total = UInt64(content.count / kind.width)
    let first = min(offset - 1, total)
    let count = min(amount, total - first)
    return try content.read(Int(first) * kind.width..<Int(first + count) * kind.width)
  }

  private func checkThatItChanges() throws {
    guard isTemporary else { throw OracleError(code: 22920, message: "row containing the LOB value is not locked") }
  }

  /// Overwrites from an offset on; what lies between the end and the offset is filled with zeros or blanks.
  fileprivate mutating func write(_ data: [UInt8], at offset: UInt64) throws {
    try checkThatItChanges()
    guard offset >= 1, offset <= StandInLOBContent.sizeLimit, data.count % kind.width == 0 else {
      throw Self.outOfRange
    }
    let start = Int(offset - 1) * kind.width
    guard start - content.count <= Self.longestGap else {
      throw OracleError.unsupported("writing a LOB more than \(Self.longestGap >> 20) MiB behind its end")
    }
    try content.write(data, at: start, isText: kind != .bytes)
  }

  fileprivate mutating func trim(to length: UInt64) throws {
    try checkThatItChanges()
    guard length <= UInt64(content.count / kind.width) else {
      throw OracleError(code: 22926, message: "specified trim length is greater than current LOB value's length")
    }
    try content.trim(to: Int(length) * kind.width)
  }

  fileprivate mutating func open() throws {
    guard !isOpen else { throw OracleError(code: 22293, message: "LOB already opened in the same transaction") }
    isOpen = true
  }

  fileprivate mutating func close() throws {
    guard isOpen else {
      throw OracleError(code: 22289, message: "cannot perform close operation on an unopened file or LOB")
    }
    isOpen = false
  }
}
