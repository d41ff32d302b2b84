import Canonical

/// The canonical bytes of one value from Oracle's bytes.
func canonical(oracle bytes: [UInt8], as reading: OracleReading) throws -> [UInt8] {
  var buffer = CanonicalBuffer()
  try buffer.append(oracle: bytes.span.bytes, as: reading)
  return buffer.array
}

/// The canonical bytes of one value from a field of PostgreSQL's binary COPY.
func canonical(postgres bytes: [UInt8], as reading: PostgresReading) throws -> [UInt8] {
  var buffer = CanonicalBuffer()
  try buffer.append(postgres: bytes.span.bytes, as: reading)
  return buffer.array
}

/// The value as people read it.
func shown(_ canonical: [UInt8]) throws -> String {
  try CanonicalValue.values(ofCanonical: canonical).map(\.description).joined(separator: "|")
}

/// A number in network order.
func bigEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
  withUnsafeBytes(of: number.bigEndian) { Array($0) }
}

/// Hexadecimal digits as bytes; blanks are skipped.
func bytes(_ hexadecimal: String) -> [UInt8] {
  let digits = hexadecimal.filter { $0 != " " }.compactMap { $0.hexDigitValue }
  return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
}
