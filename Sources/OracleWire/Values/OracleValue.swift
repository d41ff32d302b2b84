/// One value of a query or a bind, decoded: for small results and binds, not for the copy's hot loop.
public enum OracleValue: Sendable, Hashable {
  case null
  case text(String)
  case number(OracleNumber)
  /// A DATE.
  case date(OracleTimestamp)
  /// A TIMESTAMP, or a TIMESTAMP WITH LOCAL TIME ZONE in the session's zone.
  case timestamp(OracleTimestamp)
  /// A TIMESTAMP WITH TIME ZONE: its fields in UTC, and how far its own zone is ahead.
  case timestampTZ(OracleTimestamp, offsetMinutes: Int)
  case raw([UInt8])
  case binaryFloat(Float)
  case binaryDouble(Double)

  /// Decodes a value from the bytes of a cell.
  ///
  /// - Throws: `WireError.invalidValue` for bytes that are no value of the column's type, and
  ///   `WireError.unsupportedType` for a type that has no value form here.
  public init(wireBytes bytes: ArraySlice<UInt8>?, column: ColumnDescription) throws(WireError) {
    guard let bytes else {
      self = .null
      return
    }
    switch column.typeCode {
    case .varchar, .char, .long, .clob:
      self = .text(try OracleValue.text(bytes, isNational: column.isNational))
    case .number, .binaryInteger:
      self = .number(try OracleNumber(wireBytes: bytes))
    case .date:
      self = .date(try OracleTimestamp(wireBytes: bytes))
    case .timestamp, .timestampLTZ:
      self = .timestamp(try OracleTimestamp(wireBytes: bytes))
    case .timestampTZ:
      self = try OracleValue.zoned(bytes)
    case .raw, .longRaw, .blob:
      self = .raw(Array(bytes))
    case .binaryFloat:
      self = .binaryFloat(try BinaryFloats.float(bytes))
    case .binaryDouble:
      self = .binaryDouble(try BinaryFloats.double(bytes))
    case .rowid, .urowid:
      self = .text(String(decoding: bytes, as: UTF8.self))
    case .cursor, .object, .bfile, .json, .vector, .intervalYM, .intervalDS, .boolean:
      throw .unsupportedType(column.typeCode.name)
    }
  }

  private static func text(_ bytes: ArraySlice<UInt8>, isNational: Bool) throws(WireError) -> String {
    guard isNational else {
      guard let text = String(validating: bytes, as: UTF8.self) else { throw .invalidValue("UTF-8 text") }
      return text
    }
    guard bytes.count % 2 == 0 else { throw .invalidValue("UTF-16 text") }
    let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map {
      UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }
    guard let text = String(validating: units, as: UTF16.self) else { throw .invalidValue("UTF-16 text") }
    return text
  }

  private static func zoned(_ bytes: ArraySlice<UInt8>) throws(WireError) -> OracleValue {
    let fields = try OracleTimestamp(wireBytes: bytes)
    guard bytes.count == 13 else { throw .invalidValue("TIMESTAMP WITH TIME ZONE") }
    let hour = bytes[bytes.endIndex - 2]
    let minute = bytes[bytes.endIndex - 1]
    guard hour & 0x80 == 0 else { throw .unsupportedType("TIMESTAMP WITH TIME ZONE of a named region") }
    guard hour & 0x40 == 0 else { throw .unsupportedType("TIMESTAMP WITH TIME ZONE in local fields") }
    // Both parts are signed alike, and no zone is further from UTC than 15:59.
    guard (5...35).contains(hour), (1...119).contains(minute) else { throw .invalidValue("TIMESTAMP WITH TIME ZONE") }
    return .timestampTZ(fields, offsetMinutes: (Int(hour) - 20) * 60 + Int(minute) - 60)
  }

  /// The type under which a bind of this value is announced.
  public var bindTypeCode: OracleTypeCode {
    switch self {
    case .null, .text: .varchar
    case .number: .number
    case .date: .date
    case .timestamp: .timestamp
    case .timestampTZ: .timestampTZ
    case .raw: .raw
    case .binaryFloat: .binaryFloat
    case .binaryDouble: .binaryDouble
    }
  }

  /// The bytes of the value as a bind or a stored cell, nil for NULL.
  ///
  /// Empty text and RAW are NULL, as in Oracle.
  public var wireBytes: [UInt8]? {
    switch self {
    case .null: nil
    case .text(let text): text.isEmpty ? nil : Array(text.utf8)
    case .number(let number): number.bytes
    case .date(let date): date.dateBytes()
    case .timestamp(let timestamp): timestamp.timestampBytes()
    case .timestampTZ(let timestamp, let offset):
      timestamp.fullTimestampBytes() + [UInt8(20 + offset / 60), UInt8(60 + offset % 60)]
    case .raw(let bytes): bytes.isEmpty ? nil : bytes
    case .binaryFloat(let value): BinaryFloats.bytes(value)
    case .binaryDouble(let value): BinaryFloats.bytes(value)
    }
  }
}
