import OracleWire

/// How a bind of a block, or of a statement with RETURNING INTO, takes part.
public enum OracleBind: Sendable, Hashable {
  /// A value that goes in.
  case value(OracleValue)
  /// A value that comes back: of a block one, behind RETURNING INTO one for each row.
  case out(OracleOutType)
  /// A block's bind that is read and written.
  case inOut(OracleValue, OracleOutType)
}

/// As what a value is to come back, with the room for it.
///
/// LOBs come back as such, or as text or bytes of up to 32,767 bytes.
public enum OracleOutType: Sendable, Hashable {
  /// Text, with room in bytes of UTF-8.
  case text(bytes: Int = 32767)
  case number
  case date
  case timestamp
  case timestampTZ
  case intervalYM
  case intervalDS
  /// Bytes, with room for so many.
  case raw(bytes: Int = 32767)
  case binaryFloat
  case binaryDouble
  case boolean
  case json
  case vector
  /// A query that the block opens.
  case cursor
  case clob
  case nclob
  case blob

  /// The longest value that a block hands over.
  private static let longest = 32767

  var typeCode: OracleTypeCode {
    switch self {
    case .text: .varchar
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
    case .json: .json
    case .vector: .vector
    case .cursor: .cursor
    case .clob, .nclob: .clob
    case .blob: .blob
    }
  }

  /// Nil for what is no LOB.
  var lobKind: LOBKind? { LOBKind(typeCode, isNational: self == .nclob) }

  var metadata: ColumnMetadata {
    switch self {
    case .text(let bytes), .raw(let bytes):
      ColumnMetadata(typeCode: typeCode, bufferSize: UInt32(min(max(bytes, 1), OracleOutType.longest)))
    case .cursor:
      // As python-oracledb announces it.
      ColumnMetadata(typeCode: .cursor, bufferSize: 4)
    default:
      lobKind.map { ColumnMetadata(lob: $0) } ?? BindTable.metadata(type: typeCode, size: 1)
    }
  }

  /// What a value is decoded by.
  func column(_ place: Int) -> ColumnDescription {
    ColumnDescription(
      name: "bind \(place + 1)", typeCode: typeCode, precision: 0, scale: 0, bufferSize: Int(metadata.bufferSize),
      maxCharacters: 0, isNational: false, isNullable: true)
  }
}

/// What a bind brought back.
public enum OracleOutput: Sendable {
  case value(OracleValue)
  /// A query that the block opened; nil for a cursor variable that it left closed.
  case cursor(OracleCursor?)
  /// A LOB, nil for NULL: of a table's row, which RETURNING gave and which is locked, or a temporary one of a block.
  ///
  /// A temporary one is freed when nothing refers to it any more.
  case lob(OracleLOB?)

  /// The value, nil for a query.
  public var value: OracleValue? {
    switch self {
    case .value(let value): value
    case .lob(let lob): lob?.value ?? .null
    case .cursor: nil
    }
  }

  /// The LOB, nil for NULL and for what was not asked for as a LOB.
  public var lob: OracleLOB? {
    if case .lob(let lob) = self { lob } else { nil }
  }

  /// The query, nil for other values and for a cursor variable that was left closed.
  public var cursor: OracleCursor? {
    if case .cursor(let cursor) = self { cursor } else { nil }
  }
}

/// What a statement with binds in both directions did.
public struct OracleOutputs: Sendable {
  /// Rows that were inserted, updated or deleted; of a block 0 or 1.
  public var rowCount: Int
  /// What each bind brought back, in the order of the binds.
  ///
  /// Empty for a bind that only goes in; one of a block; one for each row of RETURNING INTO.
  public var values: [[OracleOutput]]
  /// The queries that the block handed over by DBMS_SQL.RETURN_RESULT, in their order.
  public var results: [OracleCursor]
}
