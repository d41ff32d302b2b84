/// One value of a query or a bind, decoded: for small results and binds, not for the copy's hot loop.
public enum OracleValue: Sendable, Hashable {
  case null
  case text(String)
  case number(OracleNumber)
  /// A DATE.
  case date(OracleTimestamp)
  /// A TIMESTAMP, or a TIMESTAMP WITH LOCAL TIME ZONE in the session's zone.
  case timestamp(OracleTimestamp)
  /// A TIMESTAMP WITH TIME ZONE: its fields in UTC, and the zone that it was written in.
  case timestampTZ(OracleTimestamp, OracleTimeZone)
  case intervalYM(OracleIntervalYM)
  case intervalDS(OracleIntervalDS)
  case raw([UInt8])
  case binaryFloat(Float)
  case binaryDouble(Double)
  case boolean(Bool)
  /// A BFILE: the alias of a directory, and the name of a file in it.
  case file(directory: String, name: String)
  case json(OSONValue)
  case vector(OracleVector)
  /// A CLOB, NCLOB or BLOB that stays with the server.
  case lob(LOBReference)

  /// Decodes a value from the bytes of a cell.
  ///
  /// - Throws: `WireError.invalidValue` for bytes that are no value of the column's type, and
  ///   `WireError.unsupportedType` for a type that has no value form here.
  public init(wireBytes bytes: ArraySlice<UInt8>?, column: ColumnDescription) throws(WireError) {
    guard let bytes else {
      self = .null
      return
    }
    if column.locatorPrefetch != nil, let kind = LOBKind(column.typeCode, isNational: column.isNational) {
      let locator = try LOBColumnValue(wireBytes: bytes, column: column).locator
      self = .lob(LOBReference(kind: kind, locator: locator))
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
    case .intervalYM:
      self = .intervalYM(try OracleIntervalYM(wireBytes: bytes))
    case .intervalDS:
      self = .intervalDS(try OracleIntervalDS(wireBytes: bytes))
    case .boolean:
      self = .boolean(try OracleValue.truth(bytes))
    case .bfile:
      let locator = try FileLocator.read(bytes)
      self = .file(directory: locator.directory, name: locator.file)
    case .json:
      self = .json(try OSONValue(osonBytes: bytes))
    case .vector:
      self = .vector(try OracleVector(wireBytes: bytes))
    case .cursor, .object:
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

  /// `01 01` is true, `00` is false.
  private static func truth(_ bytes: ArraySlice<UInt8>) throws(WireError) -> Bool {
    guard (1...2).contains(bytes.count), let last = bytes.last, bytes.allSatisfy({ $0 <= 1 }) else {
      throw .invalidValue("BOOLEAN")
    }
    return last == 1
  }

  private static func zoned(_ bytes: ArraySlice<UInt8>) throws(WireError) -> OracleValue {
    let fields = try OracleTimestamp(wireBytes: bytes)
    guard bytes.count == 13 else { throw .invalidValue("TIMESTAMP WITH TIME ZONE") }
    let (zone, isLocal) = try OracleTimeZone.read(bytes[bytes.endIndex - 2], bytes[bytes.endIndex - 1])
    guard isLocal else { return .timestampTZ(fields, zone) }
    guard case .offset(let minutes) = zone else {
      throw .unsupportedType("TIMESTAMP WITH TIME ZONE in local fields of a named region")
    }
    return .timestampTZ(try fields.earlier(minutes: minutes), zone)
  }

  /// The type under which a bind of this value is announced.
  public var bindTypeCode: OracleTypeCode {
    switch self {
    case .null, .text: .varchar
    case .number: .number
    case .date: .date
    case .timestamp: .timestamp
    case .timestampTZ: .timestampTZ
    case .intervalYM: .intervalYM
    case .intervalDS: .intervalDS
    case .raw: .raw
    case .binaryFloat: .binaryFloat
    case .binaryDouble: .binaryDouble
    case .boolean: .boolean
    case .file: .bfile
    case .json: .json
    case .vector: .vector
    case .lob(let lob): lob.kind.typeCode
    }
  }

  /// The bytes of the value as a bind or a stored cell, nil for NULL; of a LOB its locator.
  ///
  /// Empty text and RAW are NULL, as in Oracle.
  ///
  /// - Throws: `WireError.invalidValue` for JSON that is nested too deeply, `WireError.unsupportedType` for a file.
  public func encoded() throws(WireError) -> [UInt8]? {
    switch self {
    case .json(let value): return try value.osonBytes()
    case .file: throw .unsupportedType("a bind of type BFILE")
    default: return wireBytes
    }
  }

  /// The bytes of the value as a bind or a stored cell, nil for NULL and for what `encoded` refuses.
  public var wireBytes: [UInt8]? {
    switch self {
    case .null: nil
    case .text(let text): text.isEmpty ? nil : Array(text.utf8)
    case .number(let number): number.bytes
    case .date(let date): date.dateBytes()
    case .timestamp(let timestamp): timestamp.timestampBytes()
    case .timestampTZ(let timestamp, let zone): timestamp.fullTimestampBytes() + zone.wireBytes
    case .intervalYM(let interval): interval.wireBytes
    case .intervalDS(let interval): interval.wireBytes
    case .raw(let bytes): bytes.isEmpty ? nil : bytes
    case .binaryFloat(let value): BinaryFloats.bytes(value)
    case .binaryDouble(let value): BinaryFloats.bytes(value)
    case .boolean(let value): value ? [1, 1] : [0]
    case .file: nil
    case .json(let value): try? value.osonBytes()
    case .vector(let vector): vector.wireBytes
    case .lob(let lob): lob.locator.bytes
    }
  }
}
