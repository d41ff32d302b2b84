/// Message 16: the columns of a query.
public struct DescribeMessage: Sendable, Hashable {
  public var columns: [ColumnDescription]
  /// The server's date, 7 bytes; empty when it sent none.
  public var serverDate: [UInt8]

  public init(columns: [ColumnDescription], serverDate: [UInt8] = []) {
    self.columns = columns
    self.serverDate = serverDate
  }

  /// Reads the message after its type byte.
  public init(from reader: inout TTCReader, dialect: Dialect) throws(WireError) {
    _ = try reader.clr()
    self = try DescribeMessage(bodyFrom: &reader, dialect: dialect)
  }

  /// Reads a describe without its opening bytes, as nested cursors have it.
  init(bodyFrom reader: inout TTCReader, dialect: Dialect) throws(WireError) {
    _ = try reader.ub4()  // longest row
    let count = try reader.count(limit: 4096)
    if count > 0 { try reader.skip(1) }
    columns = []
    columns.reserveCapacity(count)
    for _ in 0..<count {
      columns.append(try DescribeMessage.readColumn(from: &reader, dialect: dialect))
    }
    serverDate = try reader.dalc() ?? []
    for _ in 0..<4 { _ = try reader.ub4() }
    _ = try reader.dalc()
  }

  private static func readColumn(
    from reader: inout TTCReader, dialect: Dialect
  ) throws(WireError) -> ColumnDescription {
    let typeByte = try reader.u8()
    guard let typeCode = OracleTypeCode(rawValue: typeByte) else {
      throw .unsupportedType("a column of type number \(typeByte)")
    }
    try reader.skip(1)
    let precision = Int(Int8(bitPattern: try reader.u8()))
    let scale =
      typeCode.hasSignedScale ? Int(try reader.signedByte(dialect)) : Int(Int8(bitPattern: try reader.u8()))
    let bufferSize = Int(try reader.ub4())
    _ = try reader.ub4()
    _ = try reader.ub8()
    _ = try reader.dalc()
    _ = try reader.ub2()
    _ = try reader.ub2()
    let form = try reader.u8()
    let maxCharacters = Int(try reader.ub4())
    if dialect.fieldVersion >= 8 { _ = try reader.ub4() }
    let isNullable = try reader.u8() != 0
    try reader.skip(1)
    let name = try reader.text()
    _ = try reader.dalc()
    _ = try reader.dalc()
    _ = try reader.ub2()
    _ = try reader.ub4()
    if dialect.describeHas23aiFields {
      try skip23aiFields(from: &reader, dialect: dialect)
    }
    return ColumnDescription(
      name: name, typeCode: typeCode, precision: precision, scale: scale, bufferSize: bufferSize,
      maxCharacters: maxCharacters, isNational: form == 2, isNullable: isNullable)
  }

  /// Domain, annotations and vector shape.
  private static func skip23aiFields(from reader: inout TTCReader, dialect: Dialect) throws(WireError) {
    if dialect.fieldVersion >= 17 {
      _ = try reader.dalc()
      _ = try reader.dalc()
    }
    if dialect.fieldVersion >= 20, try reader.ub4() > 0 {
      try reader.skip(1)
      let count = try reader.count(limit: 65536)
      try reader.skip(1)
      for _ in 0..<count {
        _ = try reader.dalc()
        _ = try reader.dalc()
        _ = try reader.ub4()
      }
      _ = try reader.ub4()
    }
    if dialect.fieldVersion >= 24 {
      _ = try reader.ub4()
      try reader.skip(2)
    }
  }

  public func write(to writer: inout TTCWriter, dialect: Dialect) {
    writer.u8(MessageType.describe.rawValue)
    // Opaque to clients; real servers send 23 bytes of statement identity.
    writer.clr([UInt8](repeating: 0, count: 23))
    writeBody(to: &writer, dialect: dialect)
  }

  /// Writes a describe without its opening bytes, as nested cursors have it.
  public func writeBody(to writer: inout TTCWriter, dialect: Dialect) {
    writer.count(columns.reduce(0) { $0 + $1.bufferSize })
    writer.count(columns.count)
    if !columns.isEmpty { writer.u8(0x82) }
    for (index, column) in columns.enumerated() {
      DescribeMessage.write(column, position: index, to: &writer, dialect: dialect)
    }
    writer.dalc(serverDate)
    writer.zeros(4)
    writer.zeros(1)
  }

  private static func write(
    _ column: ColumnDescription, position: Int, to writer: inout TTCWriter, dialect: Dialect
  ) {
    let name = Array(column.name.utf8)
    writer.u8(column.typeCode.rawValue)
    writer.u8(0x80)
    writer.u8(UInt8(truncatingIfNeeded: column.precision))
    let scale = Int8(clamping: column.scale)
    if column.typeCode.hasSignedScale {
      writer.signedByte(scale, dialect)
    } else {
      writer.u8(UInt8(bitPattern: scale))
    }
    writer.count(column.bufferSize)
    writer.ub4(0)
    writer.ub8(0)
    writer.ub4(0)
    writer.ub2(0)
    let isText = column.typeCode.isCharacter
    writer.ub2(isText ? (column.isNational ? CharacterSet.utf16 : CharacterSet.utf8) : 0)
    writer.u8(isText ? (column.isNational ? 2 : 1) : 0)
    writer.count(column.maxCharacters)
    if dialect.fieldVersion >= 8 { writer.ub4(0) }
    writer.u8(column.isNullable ? 1 : 0)
    writer.u8(UInt8(min(name.count, 255)))
    writer.dalc(name)
    writer.ub4(0)
    writer.ub4(0)
    writer.ub2(UInt16(truncatingIfNeeded: position))
    writer.ub4(0)
    if dialect.describeHas23aiFields {
      if dialect.fieldVersion >= 17 { writer.zeros(2) }
      if dialect.fieldVersion >= 20 { writer.ub4(0) }
      if dialect.fieldVersion >= 24 { writer.zeros(3) }
    }
  }
}
