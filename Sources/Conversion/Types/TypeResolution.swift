import Model

/// What becomes of an Oracle type when the user asks for a PostgreSQL type.
enum TypeResolution: Hashable {
  /// Every value fits.
  case exact(PostgresType)
  /// Values that don't fit are refused, when rows are copied and afterwards: nothing is changed in silence.
  case narrower(PostgresType, String)
  /// Values change.
  case lossy(PostgresType, String)

  var type: PostgresType {
    switch self {
    case .exact(let type), .narrower(let type, _), .lossy(let type, _): type
    }
  }

  /// What the user should know about it.
  var remark: String? {
    switch self {
    case .exact: nil
    case .narrower(_, let text), .lossy(_, let text): text
    }
  }

  /// The way from a declared type to a wanted one; nil where there is none.
  init?(_ oracle: OracleDataType, to target: TypeTarget) {
    guard let found = Self.resolve(oracle, target) else { return nil }
    self = found
  }

  private static func resolve(_ oracle: OracleDataType, _ target: TypeTarget) -> TypeResolution? {
    switch oracle {
    case .number(let precision, let scale): number(precision, precision == nil ? scale : scale ?? 0, target)
    case .float:
      switch target.word {
      case .numeric where target.size == nil: .exact(.unboundedNumeric)
      case .real, .doublePrecision: binary(target)
      default: nil
      }
    case .binaryFloat where target.word == .real: .exact(.real)
    case .binaryFloat where target.word == .doublePrecision, .binaryDouble where target.word == .doublePrecision:
      .exact(.doublePrecision)
    case .varchar2(let length), .nvarchar2(let length): variableText(length, target)
    case .char(let length): fixedText(length, target)
    case .nchar(let length) where target.word == .char: length <= target.size ?? 1 ? .exact(size(target)) : nil
    case .clob, .long: largeText(target, takesXML: true)
    case .nclob: largeText(target, takesXML: false)
    case .date: date(target)
    case .timestamp(let precision) where target.word == .timestamp:
      moment(precision, target) { .timestamp(precision: $0) }
    case .timestampWithTimeZone(let precision) where target.word == .timestamptz,
      .timestampWithLocalTimeZone(let precision) where target.word == .timestamptz:
      moment(precision, target) { .timestamptz(precision: $0) }
    case .raw(let length) where target.word == .uuid:
      length == 16 ? .narrower(.uuid, "values that are not 16 bytes long are refused") : nil
    case .raw where target.word == .bytea, .blob where target.word == .bytea, .longRaw where target.word == .bytea:
      .exact(.bytea)
    case .boolean where target.word == .boolean: .exact(.boolean)
    case .rowid where target.word == .text, .urowid where target.word == .text: .exact(.text)
    case .json where target.word == .json: .exact(.json)
    case .xml where target.word == .xml: .exact(.xml)
    default: nil
    }
  }

  private static func number(_ precision: Int?, _ scale: Int?, _ target: TypeTarget) -> TypeResolution? {
    let hasPlaces = (scale ?? 0) > 0
    // Digits before the point; nil for any number of them.
    let digits = precision.map { $0 - (scale ?? 0) }
    switch target.word {
    case .boolean:
      guard precision == 1, scale == 0 else { return nil }
      return .narrower(.boolean, "values other than 0 and 1 are refused")
    case .smallint: return whole(.smallint, 4, digits, scale, hasPlaces)
    case .integer: return whole(.integer, 9, digits, scale, hasPlaces)
    case .bigint: return whole(.bigint, 18, digits, scale, hasPlaces)
    case .numeric:
      guard let size = target.size else { return .exact(.unboundedNumeric) }
      let places = target.scale ?? 0
      let type = PostgresType.numeric(precision: size, scale: places)
      if let digits, let scale, digits <= size - places, scale <= places { return .exact(type) }
      return .narrower(
        type, "values with more than \(size - places) digits before or \(places) behind the point are refused")
    case .real, .doublePrecision:
      let exact = target.word == .real ? 6 : 15
      let type = target.word == .real ? PostgresType.real : .doublePrecision
      if let digits, scale == 0, digits <= exact { return .exact(type) }
      return binary(target)
    default: return nil
    }
  }

  private static func whole(
    _ type: PostgresType, _ capacity: Int, _ digits: Int?, _ scale: Int?, _ hasPlaces: Bool
  ) -> TypeResolution? {
    guard !hasPlaces else { return nil }
    if let digits, digits <= capacity { return .exact(type) }
    let places = scale == nil ? "values with decimal places, and " : "values "
    return .narrower(type, "\(places)beyond the range of \(type) are refused")
  }

  private static func binary(_ target: TypeTarget) -> TypeResolution {
    target.word == .real
      ? .lossy(.real, "a binary number holds 6 decimal digits, the others are lost")
      : .lossy(.doublePrecision, "a binary number holds 15 decimal digits, the others are lost")
  }

  private static func variableText(_ length: Int, _ target: TypeTarget) -> TypeResolution? {
    switch target.word {
    case .text: return .exact(.text)
    case .varchar:
      guard let size = target.size else { return .exact(.text) }
      return size >= length
        ? .exact(.varchar(length: size))
        : .narrower(.varchar(length: size), "texts of more than \(size) characters are refused")
    case .json: return .narrower(.json, "texts that are no JSON are refused")
    default: return nil
    }
  }

  private static func fixedText(_ length: Int, _ target: TypeTarget) -> TypeResolution? {
    let remark = "values keep their blanks at the end, which comparisons no longer pass over"
    switch target.word {
    case .char: return target.size ?? 1 >= length ? .exact(size(target)) : nil
    case .text: return .lossy(.text, remark)
    case .varchar:
      guard let size = target.size else { return .lossy(.text, remark) }
      return size >= length ? .lossy(.varchar(length: size), remark) : nil
    default: return nil
    }
  }

  private static func size(_ target: TypeTarget) -> PostgresType { .char(length: target.size ?? 1) }

  private static func largeText(_ target: TypeTarget, takesXML: Bool) -> TypeResolution? {
    switch target.word {
    case .text: return .exact(.text)
    case .varchar:
      guard let size = target.size else { return .exact(.text) }
      return .narrower(.varchar(length: size), "texts of more than \(size) characters are refused")
    case .json: return .narrower(.json, "texts that are no JSON are refused")
    case .xml where takesXML: return .narrower(.xml, "texts that are no XML are refused")
    default: return nil
    }
  }

  private static func date(_ target: TypeTarget) -> TypeResolution? {
    switch target.word {
    case .timestamp: .exact(.timestamp(precision: target.size ?? 0))
    case .date: .narrower(.date, "values with a time of day are refused when rows are copied, and lose it afterwards")
    default: nil
    }
  }

  private static func moment(
    _ precision: Int, _ target: TypeTarget, _ type: (Int) -> PostgresType
  ) -> TypeResolution {
    let own = max(0, min(precision, DateTimeTypes.maximumPrecision))
    let size = target.size ?? own
    return size >= own
      ? .exact(type(size)) : .lossy(type(size), "fractions of a second beyond \(size) digits are lost")
  }

  /// What can be asked for instead, for messages.
  static func possible(_ oracle: OracleDataType) -> String {
    switch oracle {
    case .number(1, let scale) where scale ?? 0 == 0:
      "boolean, smallint, integer, bigint, numeric, real, double precision"
    case .number(let precision, let scale) where precision == nil && scale == nil || (scale ?? 0) <= 0:
      "smallint, integer, bigint, numeric, real, double precision"
    case .number: "numeric, real, double precision"
    case .float: "numeric, real, double precision"
    case .binaryFloat: "real, double precision"
    case .binaryDouble: "double precision"
    case .varchar2, .nvarchar2: "varchar(n), text, json"
    case .char(let length): "char(n), varchar(n), text with n of \(length) or more"
    case .nchar(let length): "char(n) with n of \(length) or more"
    case .clob, .long: "text, varchar(n), json, xml"
    case .nclob: "text, varchar(n), json"
    case .date: "timestamp(0), date"
    case .timestamp: "timestamp(n)"
    case .timestampWithTimeZone, .timestampWithLocalTimeZone: "timestamptz(n)"
    case .raw(16): "bytea, uuid"
    case .raw, .blob, .longRaw: "bytea"
    case .boolean: "boolean"
    case .rowid, .urowid: "text"
    case .json: "json"
    case .xml: "xml"
    case .intervalYearToMonth, .intervalDayToSecond, .vector, .object, .collection, .unsupported:
      "nothing but the default"
    }
  }
}
