/// Rows in COPY's binary format (PostgreSQL documentation, COPY, "Binary Format").
enum BinaryCopy {
  static let header: [UInt8] = Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0, 0, 0, 0, 0, 0, 0, 0, 0]
  static let trailer: [UInt8] = [0xFF, 0xFF]

  /// A row of fields; nil is NULL.
  static func row(_ fields: [[UInt8]?]) -> [UInt8] {
    var bytes = bigEndian(Int16(fields.count))
    for field in fields {
      bytes += bigEndian(Int32(field?.count ?? -1)) + (field ?? [])
    }
    return bytes
  }

  static func bigEndian<T: FixedWidthInteger>(_ value: T) -> [UInt8] {
    withUnsafeBytes(of: value.bigEndian) { Array($0) }
  }

  static func int4(_ value: Int) -> [UInt8] { bigEndian(Int32(value)) }
}
