/// Message 7 of a client: the values of one execution.
public enum BindRow {
  /// Writes one row, values that may be longer than 32,767 bytes last, as servers expect them.
  public static func write(
    _ values: [[UInt8]?], metadata: [ColumnMetadata], isPLSQL: Bool = false, to writer: inout TTCWriter
  ) {
    writer.u8(MessageType.rowData.rawValue)
    var held: [Int] = []
    for (index, column) in metadata.enumerated() {
      if column.isSentLast(isPLSQL: isPLSQL) {
        held.append(index)
      } else {
        writer.clr(values[index])
      }
    }
    for index in held { writer.clr(values[index]) }
  }

  /// Reads the values of one row after the message's type byte.
  ///
  /// - Parameter skipped: indexes of binds that send no value, such as those of RETURNING INTO.
  /// - Throws: `WireError.unsupportedType` for binds whose values have another form (cursors, LOB locators, arrays).
  public static func read(
    from reader: inout TTCReader, metadata: [ColumnMetadata], isPLSQL: Bool, skipped: Set<Int> = []
  ) throws(WireError) -> [[UInt8]?] {
    var values = [[UInt8]?](repeating: nil, count: metadata.count)
    var held: [Int] = []
    for (index, column) in metadata.enumerated() where !skipped.contains(index) {
      if column.isSentLast(isPLSQL: isPLSQL) {
        held.append(index)
      } else {
        values[index] = try value(from: &reader, column: column)
      }
    }
    for index in held { values[index] = try value(from: &reader, column: metadata[index]) }
    return values
  }

  private static func value(from reader: inout TTCReader, column: ColumnMetadata) throws(WireError) -> [UInt8]? {
    guard column.flags & 0x40 == 0 else { throw .unsupportedType("a bind of a PL/SQL array") }
    switch OracleTypeCode(rawValue: column.typeCode) {
    case .cursor, .object, .bfile, .json, .vector:
      throw .unsupportedType("a bind of type \(column.typeCode)")
    case .clob, .blob:
      guard try reader.ub4() > 0 else { return nil }
      return try reader.clr()
    case .boolean where try reader.peek() == 0xFD:
      try reader.skip(2)
      return nil
    default:
      return try reader.clr()
    }
  }
}
