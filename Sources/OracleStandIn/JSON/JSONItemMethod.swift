extension JSONItemMethod {
  /// The type of what the method makes.
  var resultType: JSONType {
    switch self {
    case .abs, .ceiling, .count, .double, .floor, .length, .number, .numberOnly, .size: .number
    case .lower, .string, .stringOnly, .type, .upper: .string
    case .boolean, .booleanOnly: .boolean
    }
  }

  /// The value that the method makes of another; nil when it can't be applied to that.
  func apply(_ value: JSONValue) -> JSONValue? {
    switch self {
    case .type: return .string(value.type.rawValue)
    case .size:
      guard case .array(let elements) = value else { return .number("1") }
      return .number(String(elements.count))
    case .count: return .number("1")
    case .abs: return value.decimal.map { .number($0.magnitude.text) }
    case .ceiling: return value.decimal.map { .number($0.ceiling.text) }
    case .floor: return value.decimal.map { .number($0.floor.text) }
    case .number, .double: return value == .null ? .null : value.asNumber
    case .string: return value == .null ? .null : value.asString
    case .boolean: return value == .null ? .null : value.asBoolean
    case .numberOnly:
      guard case .number = value else { return nil }
      return value
    case .stringOnly:
      guard case .string = value else { return nil }
      return value
    case .booleanOnly:
      guard case .boolean = value else { return nil }
      return value
    case .length:
      guard case .string(let text) = value else { return nil }
      return .number(String(text.unicodeScalars.count))
    case .lower:
      guard case .string(let text) = value else { return nil }
      return .string(text.lowercased())
    case .upper:
      guard case .string(let text) = value else { return nil }
      return .string(text.uppercased())
    }
  }
}

extension JSONValue {
  /// The value of a number, or of a string that holds a numeral.
  var decimal: JSONDecimal? {
    switch self {
    case .number(let numeral): JSONDecimal(numeral)
    case .string(let text): JSONDecimal(text.trimmingBlanks())
    case .null, .boolean, .array, .object: nil
    }
  }

  /// Converted to a number, as the item method `number()` does.
  var asNumber: JSONValue? {
    if case .number = self { return self }
    return decimal.map { .number($0.text) }
  }

  /// Converted to a string, as the item method `string()` does.
  var asString: JSONValue? {
    switch self {
    case .string: self
    case .number(let numeral): .string(JSONDecimal(numeral)?.text ?? numeral)
    case .boolean(let flag): .string(flag ? "true" : "false")
    case .null, .array, .object: nil
    }
  }

  /// Converted to a boolean, as the item method `boolean()` does.
  var asBoolean: JSONValue? {
    guard case .string(let text) = self else {
      if case .boolean = self { return self }
      return nil
    }
    switch text.lowercased() {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    default: return nil
    }
  }
}
