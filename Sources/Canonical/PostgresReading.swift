/// How the bytes of one column in PostgreSQL's binary COPY format become canonical; chosen once for a column.
public enum PostgresReading: Sendable, Hashable {
  /// text, varchar and json: UTF-8.
  case text
  /// char(n): blanks at the end are padding.
  case paddedText
  /// bytea and uuid.
  case bytes
  case int2
  case int4
  case int8
  case numeric
  case timestamp
  case instant
  /// A date, as its midnight.
  case date
  case double
  case float
  case boolean
  case interval
  /// xml, read as its text.
  case xml
  /// An array of one dimension, without NULLs.
  case array(CanonicalElement)
}

extension CanonicalBuffer {
  /// Appends the value that a field of PostgreSQL's binary COPY holds.
  ///
  /// - Parameter bytes: The field without its length. NULL has no bytes and is appended by `appendNull`.
  /// - Throws: `CanonicalError.invalidValue` for bytes that are no value of the type.
  @inline(__always)
  public mutating func append(postgres bytes: RawSpan, as reading: PostgresReading) throws(CanonicalError) {
    switch reading {
    case .text: append(.text, contentsOf: bytes)
    case .paddedText: append(paddedText: bytes)
    case .bytes: append(.bytes, contentsOf: bytes)
    case .int2:
      guard bytes.byteCount == 2 else { throw .length(bytes.byteCount, type: "smallint") }
      append(integer: Int64(Int16(bitPattern: bytes.bigEndianUInt16(at: 0))))
    case .int4:
      guard bytes.byteCount == 4 else { throw .length(bytes.byteCount, type: "integer") }
      append(integer: Int64(Int32(bitPattern: bytes.bigEndianUInt32(at: 0))))
    case .int8:
      guard bytes.byteCount == 8 else { throw .length(bytes.byteCount, type: "bigint") }
      append(integer: Int64(bitPattern: bytes.bigEndianUInt64(at: 0)))
    case .numeric: try append(postgresNumeric: bytes)
    case .timestamp: try append(postgresTimestamp: bytes, as: .timestamp)
    case .instant: try append(postgresTimestamp: bytes, as: .instant)
    case .date: try append(postgresDate: bytes)
    case .double:
      guard bytes.byteCount == 8 else { throw .length(bytes.byteCount, type: "double precision") }
      append(double: Double(bitPattern: bytes.bigEndianUInt64(at: 0)))
    case .float:
      guard bytes.byteCount == 4 else { throw .length(bytes.byteCount, type: "real") }
      append(float: Float(bitPattern: bytes.bigEndianUInt32(at: 0)))
    case .boolean:
      guard bytes.byteCount == 1, bytes.byte(at: 0) <= 1 else {
        throw .invalidValue(type: "boolean", reason: "it is neither 00 nor 01")
      }
      append(boolean: bytes.byte(at: 0) == 1)
    case .interval: try append(postgresInterval: bytes)
    case .xml: append(xml: bytes)
    case .array(let element): try append(postgresArray: bytes, of: element)
    }
  }
}
