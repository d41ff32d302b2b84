/// How a bind's or a defined column's values are sent.
public struct ColumnMetadata: Sendable, Hashable {
  static let lobPrefetch: UInt64 = 0x200_0000

  public var typeCode: UInt8
  /// 1 indicators, 0x40 a PL/SQL array.
  public var flags: UInt8
  public var bufferSize: UInt32
  public var maximumElements: UInt32
  public var isNational: Bool
  public var hasForm: Bool
  /// Whether LOB values come with their size, chunk size and first bytes.
  public var prefetchesLOB: Bool
  /// Bytes or characters that come with a LOB's locator.
  public var lobPrefetchLength: UInt32

  public init(
    typeCode: OracleTypeCode, bufferSize: UInt32, isNational: Bool = false
  ) {
    self.typeCode = typeCode.rawValue
    flags = 1
    self.bufferSize = bufferSize
    maximumElements = 0
    self.isNational = isNational
    hasForm = typeCode.isCharacter
    prefetchesLOB = false
    lobPrefetchLength = 0
  }

  /// A bind or a column of JSON or VECTOR, whose images come whole with their locators.
  public init(image typeCode: OracleTypeCode) {
    let limit = typeCode == .vector ? ColumnMetadata.longestVector : ColumnMetadata.longestJSON
    self.init(typeCode: typeCode, bufferSize: limit)
    prefetchesLOB = true
    lobPrefetchLength = limit
  }

  /// A bind or a column of LOBs as locators, with their lengths and chunk sizes.
  ///
  /// - Parameter prefetch: bytes or characters that are to come with a locator.
  public init(lob kind: LOBKind, prefetch: UInt32 = 0) {
    self.init(typeCode: kind.typeCode, bufferSize: ColumnMetadata.longestLocator, isNational: kind.isNational)
    prefetchesLOB = true
    lobPrefetchLength = prefetch
  }

  /// Room for a locator, as python-oracledb announces it.
  private static let longestLocator: UInt32 = 112
  /// Bytes of an image that come with its locator, as python-oracledb asks for them.
  private static let longestJSON: UInt32 = 32 << 20
  private static let longestVector: UInt32 = 1 << 20

  /// Whether values are held back until the row's end: longer than what a plain value may be.
  ///
  /// - Parameter longest: `Dialect.longestString`.
  public func isSentLast(isPLSQL: Bool, longest: Int = 32767) -> Bool {
    !isPLSQL
      && (bufferSize > UInt32(longest) || typeCode == OracleTypeCode.long.rawValue
        || typeCode == OracleTypeCode.longRaw.rawValue)
  }

  init(from reader: inout TTCReader, dialect: Dialect) throws(WireError) {
    typeCode = try reader.u8()
    flags = try reader.u8()
    try reader.skip(2)  // precision and scale
    bufferSize = try reader.ub4()
    maximumElements = try reader.ub4()
    prefetchesLOB = try reader.ub8() & ColumnMetadata.lobPrefetch != 0
    if try reader.ub4() > 0 { _ = try reader.clr() }  // object type's identifier
    _ = try reader.ub2()
    let characterSet = try reader.ub2()
    let form = try reader.u8()
    hasForm = characterSet != 0 || form != 0
    isNational = form == 2
    lobPrefetchLength = try reader.ub4()
    if dialect.fieldVersion >= 8 { _ = try reader.ub4() }
  }

  func write(to writer: inout TTCWriter, dialect: Dialect) {
    writer.u8(typeCode)
    writer.u8(flags)
    writer.zeros(2)
    writer.ub4(bufferSize)
    writer.ub4(maximumElements)
    writer.ub8(prefetchesLOB ? ColumnMetadata.lobPrefetch : 0)
    writer.ub4(0)
    writer.ub2(0)
    writer.ub2(hasForm ? CharacterSet.utf8 : 0)
    writer.u8(hasForm ? (isNational ? 2 : 1) : 0)
    writer.ub4(lobPrefetchLength)
    if dialect.fieldVersion >= 8 { writer.ub4(0) }
  }
}
