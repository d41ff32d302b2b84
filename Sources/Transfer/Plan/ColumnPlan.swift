import Model
import OracleWire

/// How one column's wire bytes become COPY BINARY bytes: chosen once, when the query is described.
///
/// Closed, so that the loop over values switches without dynamic dispatch.
public enum ColumnPlan: Sendable, Hashable {
  case smallint
  case integer
  case bigint
  /// numeric without precision, whether it may hold the infinities (PostgreSQL 14 and later).
  case numeric(holdsInfinity: Bool)
  case boundedNumeric(precision: Int16, scale: Int16)
  /// UTF-8 to varchar, char or text; `maximum` in characters. Blanks at the end of a char(n) don't count.
  case text(maximum: Int32, ignoresTrailingBlanks: Bool)
  /// UTF-16BE, the form of the national character set.
  case nationalText(maximum: Int32, ignoresTrailingBlanks: Bool)
  /// Bytes that are text in a declared character set, to varchar, char or text.
  case declaredText(DeclaredTextPlan)
  case bytea
  /// `unit`: nanoseconds of the column's last fractional digit; 1,000 for six digits.
  case timestamp(unit: Int32)
  /// TIMESTAMP WITH TIME ZONE to timestamptz. A TIMESTAMP WITH LOCAL TIME ZONE comes in the session's zone, which is
  /// pinned to UTC, and takes the `timestamp` plan: both types have the same bytes.
  case zonedTimestamp(unit: Int32)
  case intervalMonths
  /// INTERVAL DAY TO SECOND; `unit` as for `timestamp`.
  case intervalSeconds(unit: Int32)
  case boolean
  /// NUMBER to boolean: 0 and 1.
  case flag
  /// RAW of 16 bytes to uuid.
  case uuid
  /// DATE and TIMESTAMP without time of day to date.
  case day
  /// NUMBER to real and double precision: the nearest binary number.
  case approximateReal
  case approximateDouble
  case real
  case doublePrecision
  /// BINARY_FLOAT to double precision.
  case widenedReal
  /// The text of a document to xml.
  case xml
  /// The text of a vector to an array.
  case vector(PostgresType.Element)
  /// Whether an object is there; the plans of its attributes follow.
  case composite(fields: Int)
}

extension ColumnPlan {
  /// The plan for a column, or nil when no way leads from the wire's type to PostgreSQL's.
  ///
  /// All are exact but those from NUMBER to binary numbers, which count what they lose.
  ///
  /// - Parameter holdsInfinity: whether the server's numeric knows infinities (PostgreSQL 14 and later).
  public init?(wire: ColumnDescription, to type: PostgresType, holdsInfinity: Bool = true) {
    switch wire.typeCode {
    case .number, .binaryInteger:
      guard let plan = ColumnPlan.number(to: type, holdsInfinity: holdsInfinity) else { return nil }
      self = plan
    case .varchar, .char, .long, .clob, .rowid, .urowid:
      if case .array(let element) = type, !wire.isNational {
        self = .vector(element)
        return
      }
      if type == .xml, !wire.isNational {
        self = .xml
        return
      }
      guard let plan = ColumnPlan.text(to: type, isNational: wire.isNational) else { return nil }
      self = plan
    case .date where type == .date, .timestamp where type == .date: self = .day
    case .date, .timestamp:
      guard case .timestamp(let precision) = type else { return nil }
      self = .timestamp(unit: ColumnPlan.unit(precision: precision))
    case .timestampTZ:
      guard case .timestamptz(let precision) = type else { return nil }
      self = .zonedTimestamp(unit: ColumnPlan.unit(precision: precision))
    case .timestampLTZ:
      guard case .timestamptz(let precision) = type else { return nil }
      self = .timestamp(unit: ColumnPlan.unit(precision: precision))
    case .intervalYM:
      guard type == .intervalYearToMonth else { return nil }
      self = .intervalMonths
    case .intervalDS:
      guard case .intervalDayToSecond(let precision) = type else { return nil }
      self = .intervalSeconds(unit: ColumnPlan.unit(precision: precision))
    case .raw where type == .uuid: self = .uuid
    case .raw, .longRaw, .blob:
      // The bytes of a BLOB that is to be JSON are its text in UTF-8.
      guard type == .bytea || type == .json && wire.typeCode != .raw else { return nil }
      self = type == .json ? .text(maximum: .max, ignoresTrailingBlanks: false) : .bytea
    case .binaryFloat:
      guard type == .real || type == .doublePrecision else { return nil }
      self = type == .real ? .real : .widenedReal
    case .binaryDouble:
      guard type == .doublePrecision else { return nil }
      self = .doublePrecision
    case .boolean:
      guard type == .boolean else { return nil }
      self = .boolean
    case .cursor, .object, .bfile, .json, .vector:
      return nil
    }
  }

  private static func number(to type: PostgresType, holdsInfinity: Bool) -> ColumnPlan? {
    switch type {
    case .smallint: .smallint
    case .integer: .integer
    case .bigint: .bigint
    case .numeric(nil, _): .numeric(holdsInfinity: holdsInfinity)
    case .numeric(.some(let precision), let scale):
      .boundedNumeric(precision: Int16(clamping: precision), scale: Int16(clamping: scale))
    case .boolean: .flag
    case .real: .approximateReal
    case .doublePrecision: .approximateDouble
    default: nil
    }
  }

  static func text(to type: PostgresType, isNational: Bool) -> ColumnPlan? {
    let maximum: Int32
    var ignoresTrailingBlanks = false
    switch type {
    case .varchar(let length): maximum = Int32(clamping: length)
    case .char(let length):
      maximum = Int32(clamping: length)
      ignoresTrailingBlanks = true
    case .text, .json: maximum = .max
    default: return nil
    }
    return isNational
      ? .nationalText(maximum: maximum, ignoresTrailingBlanks: ignoresTrailingBlanks)
      : .text(maximum: maximum, ignoresTrailingBlanks: ignoresTrailingBlanks)
  }

  /// Nanoseconds of the last of `precision` fractional digits, at most six.
  private static func unit(precision: Int) -> Int32 {
    (max(0, precision)..<6).reduce(Int32(1_000)) { unit, _ in unit &* 10 }
  }
}

extension OracleDataType {
  /// Whether the dictionary's type and the one that a describe tells are the same.
  ///
  /// They differ when the table was altered after its dictionary was read.
  func agrees(with wire: ColumnDescription) -> Bool {
    switch self {
    case .varchar2: wire.typeCode == .varchar && !wire.isNational
    case .nvarchar2: wire.typeCode == .varchar && wire.isNational
    case .char: wire.typeCode == .char && !wire.isNational
    case .nchar: wire.typeCode == .char && wire.isNational
    case .number, .float: wire.typeCode == .number || wire.typeCode == .binaryInteger
    case .date: wire.typeCode == .date
    case .timestamp: wire.typeCode == .timestamp
    case .timestampWithTimeZone: wire.typeCode == .timestampTZ
    case .timestampWithLocalTimeZone: wire.typeCode == .timestampLTZ
    case .intervalYearToMonth: wire.typeCode == .intervalYM
    case .intervalDayToSecond: wire.typeCode == .intervalDS
    case .raw: wire.typeCode == .raw
    case .binaryFloat: wire.typeCode == .binaryFloat
    case .binaryDouble: wire.typeCode == .binaryDouble
    case .clob: (wire.typeCode == .clob || wire.typeCode == .long) && !wire.isNational
    case .nclob: (wire.typeCode == .clob || wire.typeCode == .long) && wire.isNational
    case .blob: wire.typeCode == .blob || wire.typeCode == .longRaw
    case .long: wire.typeCode == .long
    case .longRaw: wire.typeCode == .longRaw
    case .boolean: wire.typeCode == .boolean
    case .rowid: wire.typeCode == .rowid
    case .urowid: wire.typeCode == .urowid
    case .json: wire.typeCode == .blob || wire.typeCode == .longRaw
    case .xml, .vector: (wire.typeCode == .clob || wire.typeCode == .long) && !wire.isNational
    case .unsupported, .object, .collection: true
    }
  }
}
