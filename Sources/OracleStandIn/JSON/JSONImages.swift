import OracleWire

/// Between JSON text, which the functions work on, and images of JSON columns.
enum JSONImages {
  /// The image of a text, or of a value that is one already.
  ///
  /// - Throws: ORA-40441 for text that is no JSON.
  static func image(_ value: Value, _ rules: ConversionRules) throws -> Value {
    guard value.type != .json else { return value }
    guard value.type.isText else { throw OracleError.inconsistentTypes(expected: "JSON", got: value.type.name) }
    let parsed: JSONValue
    do {
      // Deeper ones would need a stack that a server's thread may not have.
      parsed = try JSONParser(depthLimit: 256).parse(value.bytes)
    } catch {
      throw OracleError(code: 40441, message: "JSON syntax error")
    }
    return try Value(json: try tree(parsed))
  }

  /// The text of an image.
  static func text(_ value: Value) throws -> [UInt8] {
    do {
      return Array(try OSONValue(osonBytes: value.bytes[...]).jsonText.utf8)
    } catch {
      throw OracleError(code: 40441, message: "JSON syntax error: \(error)")
    }
  }

  private static func tree(_ value: JSONValue) throws -> OSONValue {
    switch value {
    case .null: return .null
    case .boolean(let flag): return .boolean(flag)
    case .number(let numeral):
      guard let number = try? OracleNumber(decimal: numeral) else { throw OracleError.numericOverflow }
      return .number(number)
    case .string(let text): return .string(text)
    case .array(let values): return .array(try values.map { try tree($0) })
    case .object(let members): return .object(try members.map { OSONMember($0.name, try tree($0.value)) })
    }
  }
}
