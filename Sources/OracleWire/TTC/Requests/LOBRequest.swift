/// Function 96: an operation on a LOB locator.
///
/// As a piggyback it frees temporary LOBs: their locators stand one behind the other.
public struct LOBRequest: Sendable, Hashable {
  public static let length: UInt32 = 0x0001
  public static let read: UInt32 = 0x0002
  public static let trim: UInt32 = 0x0020
  public static let write: UInt32 = 0x0040
  public static let createTemporary: UInt32 = 0x0110
  public static let freeTemporary: UInt32 = 0x0111
  public static let freeTemporaryMany: UInt32 = 0x80111
  public static let chunkSize: UInt32 = 0x4000
  public static let open: UInt32 = 0x8000
  public static let close: UInt32 = 0x10000
  public static let isOpen: UInt32 = 0x11000

  /// The amount of an `open`: for reading and writing.
  public static let readWrite: UInt64 = 2
  /// The destination length of a temporary LOB that is to be made: it lives as long as the session.
  private static let sessionDuration: UInt32 = 10

  public var operation: UInt32
  public var locator: [UInt8]
  /// Characters or bytes, from 1.
  public var sourceOffset: UInt64
  public var destinationOffset: UInt64
  public var destinationLength: UInt32
  public var amount: UInt64?
  public var asksCharacterSet: Bool
  public var asksFlag: Bool
  /// The character set of a temporary LOB that is to be made.
  public var characterSet: UInt32
  public var data: [UInt8]?

  public init(
    _ operation: UInt32, locator: [UInt8], offset: UInt64 = 0, amount: UInt64? = nil, data: [UInt8]? = nil
  ) {
    self.operation = operation
    self.locator = locator
    self.amount = amount
    self.data = data
    sourceOffset = offset
    destinationOffset = 0
    destinationLength = 0
    asksCharacterSet = false
    asksFlag = operation == LOBRequest.isOpen
    characterSet = 0
  }

  /// Asks for a temporary LOB.
  ///
  /// - Parameter characterSet: the number of its text's character set.
  public init(temporary kind: LOBKind, characterSet: UInt32) {
    self.init(LOBRequest.createTemporary, locator: [UInt8](repeating: 0, count: LOBLocator.newLength))
    sourceOffset = kind.isNational ? 2 : kind.isText ? 1 : 0
    destinationOffset = UInt64(kind.typeCode.rawValue)
    destinationLength = LOBRequest.sessionDuration
    asksCharacterSet = true
    asksFlag = true
    self.characterSet = characterSet
  }

  /// Reads the body after the function's header.
  public init(from reader: inout TTCReader) throws(WireError) {
    try reader.skip(1)
    let locatorLength = Int(try reader.ub4())
    try reader.skip(1)
    destinationLength = try reader.ub4()
    _ = try reader.ub4()
    _ = try reader.ub4()
    asksCharacterSet = try reader.u8() != 0
    try reader.skip(1)
    asksFlag = try reader.u8() != 0
    operation = try reader.ub4()
    try reader.skip(2)
    sourceOffset = try reader.ub8()
    destinationOffset = try reader.ub8()
    let asksAmount = try reader.u8() != 0
    try reader.skip(6)
    locator = Array(try reader.raw(locatorLength))
    characterSet = asksCharacterSet && operation == LOBRequest.createTemporary ? try reader.ub4() : 0
    data = nil
    if operation == LOBRequest.write {
      try FastAuthentication.expect(.lobData, in: &reader)
      data = try reader.clr() ?? []
    }
    amount = asksAmount ? try reader.ub8() : nil
  }

  /// Writes header and body.
  public func write(
    sequence: UInt8, isPiggyback: Bool = false, to writer: inout TTCWriter, dialect: Dialect
  ) {
    RequestHeader.write(.lobOperation, sequence: sequence, isPiggyback: isPiggyback, to: &writer, dialect: dialect)
    writer.u8(1)
    writer.count(locator.count)
    writer.u8(0)
    writer.ub4(destinationLength)
    writer.ub4(0)
    writer.ub4(0)
    writer.u8(asksCharacterSet ? 1 : 0)
    writer.u8(0)
    writer.u8(asksFlag ? 1 : 0)
    writer.ub4(operation)
    writer.zeros(2)
    writer.ub8(sourceOffset)
    writer.ub8(destinationOffset)
    writer.u8(amount == nil ? 0 : 1)
    writer.zeros(6)
    writer.raw(locator)
    if asksCharacterSet { writer.ub4(characterSet) }
    if let data {
      writer.u8(MessageType.lobData.rawValue)
      writer.clr(data)
    }
    if let amount { writer.ub8(amount) }
  }

  /// What the answer to this request holds.
  public var replyForm: LOBReplyForm {
    let (limit, isTooMuch) = (amount ?? 0).multipliedReportingOverflow(by: LOBReplyForm.widestCharacter)
    return LOBReplyForm(
      locatorLength: locator.count, hasCharacterSet: asksCharacterSet, hasAmount: amount != nil, hasFlag: asksFlag,
      dataLimit: operation == LOBRequest.read ? (isTooMuch ? .max : Int(clamping: limit)) : 0)
  }
}
