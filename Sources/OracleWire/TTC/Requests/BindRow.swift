/// Message 7 of a client: the values of one execution.
public enum BindRow {
  /// Writes one row, values that may be longer than the server's strings last, as servers expect them.
  ///
  /// - Parameters:
  ///   - longest: `Dialect.longestString`.
  ///   - skipped: indexes of binds that send no value; where none sends any, there is no row.
  public static func write(
    _ values: [[UInt8]?], metadata: [ColumnMetadata], isPLSQL: Bool = false, longest: Int = 32767,
    skipped: Set<Int> = [], to writer: inout TTCWriter
  ) {
    guard skipped.count < metadata.count else { return }
    writer.u8(MessageType.rowData.rawValue)
    var held: [Int] = []
    for (index, column) in metadata.enumerated() where !skipped.contains(index) {
      if column.isSentLast(isPLSQL: isPLSQL, longest: longest) {
        held.append(index)
      } else {
        write(values[index], column, to: &writer)
      }
    }
    for index in held { write(values[index], metadata[index], to: &writer) }
  }

  private static func write(_ value: [UInt8]?, _ column: ColumnMetadata, to writer: inout TTCWriter) {
    switch (OracleTypeCode(rawValue: column.typeCode), value) {
    case (.boolean?, nil): writer.raw(BindRow.nullBoolean)
    // A cursor variable that is not open: a length, and no number.
    case (.cursor?, nil): writer.raw([1, 0])
    case (.json?, let image?), (.vector?, let image?):
      writer.dalc(BindRow.valueLocator(image.count))
      writer.clr(image)
    case (.clob?, let locator?), (.blob?, let locator?): writer.dalc(locator)
    default: writer.clr(value)
    }
  }

  /// A NULL among BOOLEANs, whose 00 is false.
  private static let nullBoolean: [UInt8] = [0xFD, 0x01]

  /// The locator before an image that is sent by value: its length less two, version 4, the flags of an initialised,
  /// abstract BLOB that is a value, and the image's length.
  private static func valueLocator(_ length: Int) -> [UInt8] {
    var locator: [UInt8] = [0, 38, 0, 4, 0x61, 0x08, 0, 0, 0, 1]
    for place in 0..<8 { locator.append(UInt8(truncatingIfNeeded: length >> (56 - 8 * place))) }
    return locator + [UInt8](repeating: 0, count: 40 - locator.count)
  }

  /// Reads the values of one row after the message's type byte.
  ///
  /// - Parameters:
  ///   - longest: `Dialect.longestString`.
  ///   - skipped: indexes of binds that send no value, such as those of RETURNING INTO.
  /// - Throws: `WireError.unsupportedType` for binds whose values have another form (objects, arrays).
  public static func read(
    from reader: inout TTCReader, metadata: [ColumnMetadata], isPLSQL: Bool, longest: Int = 32767,
    skipped: Set<Int> = []
  ) throws(WireError) -> [[UInt8]?] {
    var values = [[UInt8]?](repeating: nil, count: metadata.count)
    var held: [Int] = []
    for (index, column) in metadata.enumerated() where !skipped.contains(index) {
      if column.isSentLast(isPLSQL: isPLSQL, longest: longest) {
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
    case .json, .vector:
      guard try reader.ub4() > 0 else { return nil }
      _ = try reader.clr()
      return try reader.clr() ?? []
    case .cursor:
      // The number of an open cursor follows a 1.
      return try reader.ub4() == 0 ? nil : Array(String(try reader.ub4()).utf8)
    case .object, .bfile:
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
