/// Function 96: an operation on a LOB locator.
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

  public var operation: UInt32
  public var locator: [UInt8]
  /// Characters or bytes, from 1.
  public var sourceOffset: UInt64
  public var destinationOffset: UInt64
  public var amount: UInt64?
  public var asksCharacterSet: Bool
  public var asksFlag: Bool
  public var data: [UInt8]?

  /// Reads the body after the function's header.
  public init(from reader: inout TTCReader) throws(WireError) {
    try reader.skip(1)
    let locatorLength = Int(try reader.ub4())
    try reader.skip(1)
    _ = try reader.ub4()
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
    if asksCharacterSet, operation == LOBRequest.createTemporary { _ = try reader.ub4() }
    data = nil
    if operation == LOBRequest.write {
      try FastAuthentication.expect(.lobData, in: &reader)
      data = try reader.clr() ?? []
    }
    amount = asksAmount ? try reader.ub8() : nil
  }
}
