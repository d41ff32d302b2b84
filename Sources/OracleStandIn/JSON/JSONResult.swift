import OracleSQL
import OracleWire

/// Makes SQL values of what a path matched, with the ON clauses of JSON_VALUE, JSON_QUERY and JSON_EXISTS.
struct JSONResult {
  /// The type that RETURNING names, or Oracle's default.
  var type: ColumnType
  var output: JSONOutput
  /// The compiled values behind DEFAULT.
  var onError: CompiledValue?
  var onEmpty: CompiledValue?
  /// Whether this is an error where nothing else is said: JSON_TABLE's own ERROR ON ERROR.
  var isErrorByDefault = false

  /// What the values behind DEFAULT depend on.
  var dependence: Dependence {
    [onError, onEmpty].reduce(Dependence()) { $0.union($1?.dependence ?? Dependence()) }
  }

  private enum Event { case error, empty }

  // MARK: JSON_VALUE

  /// - Throws: ORA-40462 and kin under ERROR ON ERROR.
  func scalar(_ matches: [JSONValue], _ frame: Frame) throws -> Value {
    guard let first = matches.first else { return try fallback(.empty, Self.noValue("JSON_VALUE"), frame) }
    guard matches.count == 1 else {
      return try fallback(.error, OracleError(code: 40470, message: "JSON_VALUE evaluated to multiple values"), frame)
    }
    guard first.isScalar else {
      return try fallback(.error, OracleError(code: 40456, message: "JSON_VALUE evaluated to non-scalar value"), frame)
    }
    do {
      return try value(first, frame.execution.rules)
    } catch let error as OracleError {
      return try fallback(.error, error, frame)
    }
  }

  /// A scalar in the type that is wanted.
  private func value(_ scalar: JSONValue, _ rules: ConversionRules) throws -> Value {
    let text: String
    switch scalar {
    case .null: return .null
    case .boolean(let isTrue):
      guard type.base.isText else { throw Self.mismatch }
      text = isTrue ? "true" : "false"
    case .number(let numeral): text = numeral
    case .string(let string): text = string
    case .array, .object: throw Self.mismatch
    }
    switch type.base {
    case .date, .timestamp, .timestampTZ, .timestampLTZ: return try datetime(text, rules)
    case .varchar, .char:
      let value = Value(text)
      guard ColumnStore.fits(value, type) else {
        throw OracleError(code: 40478, message: "output value too large (maximum: \(type.length))")
      }
      return try ColumnStore.cast(value, to: type, rules)
    default: return try ColumnStore.cast(Value(text), to: type, rules)
    }
  }

  /// Dates and times are written as ISO 8601; a DATE leaves the time away.
  private func datetime(_ text: String, _ rules: ConversionRules) throws -> Value {
    let bytes = Array(text.utf8)
    let day = try rules.formats.format(Array("YYYY-MM-DD".utf8))
    if type.base == .date || bytes.count <= 10 {
      let (fields, _) = try day.parse(Array(bytes.prefix(10)), now: rules.now)
      return try ColumnStore.cast(Value(date: fields), to: type, rules)
    }
    var model = "YYYY-MM-DD\"T\"HH24:MI:SS"
    if text.contains(".") { model += ".FF" }
    var rest = bytes
    if rest.last == UInt8(ascii: "Z") {
      rest.removeLast()
      rest += Array("+00:00".utf8)
    }
    let hasZone = rest.dropFirst(19).contains { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
    if hasZone { model += "TZH:TZM" }
    let (fields, offset) = try rules.formats.format(Array(model.utf8)).parse(rest, now: rules.now)
    let value = hasZone ? try ConversionRules.zoned(local: fields, offset: offset ?? 0) : Value(timestamp: fields)
    return try ColumnStore.cast(value, to: type, rules)
  }

  // MARK: JSON_QUERY

  /// - Throws: ORA-40480 and kin under ERROR ON ERROR.
  func document(_ matches: [JSONValue], _ frame: Frame) throws -> Value {
    guard let first = matches.first else { return try fallback(.empty, Self.noValue("JSON_QUERY"), frame) }
    let result: JSONValue
    switch output.wrapper {
    case .with: result = .array(matches)
    case .conditional: result = matches.count == 1 && !first.isScalar ? first : .array(matches)
    case .without:
      guard matches.count == 1, !first.isScalar else {
        return try fallback(
          .error, OracleError(code: 40480, message: "result cannot be returned without array wrapper"), frame)
      }
      result = first
    }
    return try written(result, frame)
  }

  /// A document as text of the type that is wanted.
  func written(_ result: JSONValue, _ frame: Frame) throws -> Value {
    let text = JSONSerializer(isPretty: output.isPretty, isASCII: output.isASCII).text(result)
    let value = Value(text: text, type: type.base == .clob ? .clob : .varchar)
    guard ColumnStore.fits(value, type) else {
      if output.isTruncated { return try ColumnStore.cast(value, to: type, frame.execution.rules) }
      return try fallback(
        .error, OracleError(code: 40478, message: "output value too large (maximum: \(type.length))"), frame)
    }
    return type.base == .blob ? Value(type: .blob, bytes: text) : value
  }

  // MARK: ON ERROR, ON EMPTY

  /// What stands in for a document that is no JSON.
  func failed(_ error: OracleError, _ frame: Frame) throws -> Value { try fallback(.error, error, frame) }

  private func fallback(_ event: Event, _ error: OracleError, _ frame: Frame) throws -> Value {
    let clause = event == .empty ? output.onEmpty ?? output.onError : output.onError
    switch clause {
    case nil: if isErrorByDefault { throw error } else { return .null }
    case .error?: throw error
    case .null?, .ignore?: return .null
    case .true?: return Value("true")
    case .false?: return Value("false")
    case .emptyArray?: return Value("[]")
    case .emptyObject?: return Value("{}")
    case .value?:
      let compiled = event == .empty && output.onEmpty != nil ? onEmpty : onError
      guard let compiled else { return .null }
      return try ColumnStore.cast(compiled.evaluate(frame), to: type, frame.execution.rules)
    }
  }

  private static func noValue(_ function: String) -> OracleError {
    OracleError(code: 40462, message: "\(function) evaluated to no value")
  }

  private static let mismatch = OracleError(code: 40799, message: "cannot convert data type JSON to the returned type")
}
