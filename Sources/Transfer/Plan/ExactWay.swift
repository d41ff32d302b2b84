import Model
import OracleWire

extension OracleDataType {
  /// Why values of this type can't be written exactly into a column of a type; nil when they can.
  ///
  /// Where single values may not fit, such as numbers of an unbounded NUMBER into an integer, each is checked on its way:
  /// what does not fit is never changed. Numbers that become binary ones lose digits, which are counted.
  ///
  /// - Returns: the reason, and a type that would do.
  public func obstacle(into type: PostgresType) -> (reason: String, suggestion: String)? {
    switch self {
    case .object(let object): return Self.obstacle(object, into: type)
    case .unsupported, .collection:
      return ("there is no way for values of \(self)", "leave the column out")
    default: break
    }
    guard let wire, ColumnPlan(wire: wire, to: type) != nil, !(self == .json && type == .bytea) else {
      return ("there is no exact way from \(self) to it", "ALTER COLUMN ... TYPE \(usualType)")
    }
    if case .char = type, !isPadded {
      return (
        "blanks at the end are data in \(self) and padding in PostgreSQL's char", "ALTER COLUMN ... TYPE \(usualType)"
      )
    }
    if let digits = fractionDigits, let room = type.fractionDigits, room < min(6, digits) {
      return ("it keeps \(room) digits of a second, \(self) has \(digits)", "ALTER COLUMN ... TYPE \(usualType)")
    }
    return nil
  }

  private static func obstacle(
    _ object: ObjectType, into type: PostgresType
  ) -> (reason: String, suggestion: String)? {
    guard case .composite(let composite) = type else {
      return ("objects of \(object.name) go into a composite type alone", "make one with the same attributes")
    }
    let names = object.attributes.map { PostgresIdentifier.folded(oracleName: $0.name).lowercased() }
    guard names == composite.fields.map({ $0.name.lowercased() }) else {
      return ("its fields are not the attributes of \(object.name) in their order", "make the type with the same ones")
    }
    for (attribute, field) in zip(object.attributes, composite.fields) {
      if let obstacle = attribute.type.obstacle(into: field.type) {
        return ("field \(field.name), \(field.type): \(obstacle.reason)", obstacle.suggestion)
      }
    }
    return nil
  }

  /// CHAR and NCHAR.
  private var isPadded: Bool {
    switch self {
    case .char, .nchar: true
    default: false
    }
  }

  private var fractionDigits: Int? {
    switch self {
    case .timestamp(let digits), .timestampWithTimeZone(let digits), .timestampWithLocalTimeZone(let digits): digits
    case .intervalDayToSecond(_, let digits): digits
    default: nil
    }
  }

  /// A type that takes all values.
  private var usualType: String {
    switch self {
    case .varchar2(let length), .nvarchar2(let length): "varchar(\(length))"
    case .char(let length), .nchar(let length): "char(\(length))"
    case .number, .float: "numeric"
    case .date: "timestamp(0)"
    case .timestamp(let digits): "timestamp(\(min(6, digits)))"
    case .timestampWithTimeZone(let digits), .timestampWithLocalTimeZone(let digits): "timestamptz(\(min(6, digits)))"
    case .intervalYearToMonth: "interval year to month"
    case .intervalDayToSecond: "interval day to second"
    case .raw, .longRaw, .blob: "bytea"
    case .binaryFloat: "real"
    case .binaryDouble: "double precision"
    case .boolean: "boolean"
    case .json: "json"
    case .xml: "xml"
    case .vector(_, .int8): "smallint[]"
    case .vector(_, .float32): "real[]"
    case .vector: "double precision[]"
    case .clob, .nclob, .long, .rowid, .urowid, .object, .collection, .unsupported: "text"
    }
  }

  /// How a query's description names this type: the counterpart of `agrees(with:)`.
  private var wire: ColumnDescription? {
    let code: OracleTypeCode? =
      switch self {
      case .varchar2, .nvarchar2: .varchar
      case .char, .nchar: .char
      case .number, .float: .number
      case .date: .date
      case .timestamp: .timestamp
      case .timestampWithTimeZone: .timestampTZ
      case .timestampWithLocalTimeZone: .timestampLTZ
      case .intervalYearToMonth: .intervalYM
      case .intervalDayToSecond: .intervalDS
      case .raw: .raw
      case .binaryFloat: .binaryFloat
      case .binaryDouble: .binaryDouble
      case .clob, .nclob, .xml, .vector: .clob
      case .blob, .json: .blob
      case .long: .long
      case .longRaw: .longRaw
      case .boolean: .boolean
      case .rowid: .rowid
      case .urowid: .urowid
      case .unsupported, .object, .collection: nil
      }
    let isNational =
      switch self {
      case .nvarchar2, .nchar, .nclob: true
      default: false
      }
    return code.map { ColumnDescription(name: "", typeCode: $0, isNational: isNational) }
  }
}

extension PostgresType {
  fileprivate var fractionDigits: Int? {
    switch self {
    case .timestamp(let digits), .timestamptz(let digits), .intervalDayToSecond(let digits): digits
    default: nil
    }
  }
}
