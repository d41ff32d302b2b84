import Model
import OracleSQL

extension ExpressionTranslator {
  /// `LISTAGG(x, separator) WITHIN GROUP (ORDER BY ...)`, and WM_CONCAT, whose order is nobody's.
  ///
  /// NULLs are passed over in both databases. Oracle ends with an error beyond 4,000 bytes, PostgreSQL goes on.
  mutating func listAggregate(_ name: String, _ call: FunctionCall) throws(ConversionRefusal) -> TranslatedExpression {
    if case .truncate = call.overflow { throw ConversionRefusal("LISTAGG with ON OVERFLOW TRUNCATE") }
    guard (1...2).contains(call.arguments.count), name == "LISTAGG" || call.arguments.count == 1 else {
      throw ConversionRefusal("\(name) with other arguments than a value and a separator")
    }
    let subject = try text(call.arguments[0].value)
    var separator = name == "LISTAGG" ? "''" : "','"
    if call.arguments.count == 2 {
      let part = try value(call.arguments[1].value)
      if part.type != .null {
        separator = part.isNullable ? "COALESCE(\(try asText(part).sql), '')" : try asText(part).sql
      }
    }
    let isLarge = subject.type == .text(.largeObject)
    let type = isLarge || name == "WM_CONCAT" ? ExpressionType.text(.largeObject) : Self.kind(of: subject)
    guard call.over == nil else { return try windowList(call, subject, separator, type) }
    guard !call.isDistinct else { return try distinctList(call, subject, separator, type) }
    var keys: [String] = []
    for item in call.withinGroup where item.expression.literalDigits == nil { keys.append(try orderKey(item)) }
    let order = keys.isEmpty ? "" : " ORDER BY \(keys.joined(separator: ", "))"
    return .atom("string_agg(\(subject.operand), \(separator)\(order))", type)
  }

  /// LISTAGG(DISTINCT ...): PostgreSQL sorts it by its value only, which must be of type text to be the same expression.
  private mutating func distinctList(
    _ call: FunctionCall, _ subject: TranslatedExpression, _ separator: String, _ type: ExpressionType
  ) throws(ConversionRefusal) -> TranslatedExpression {
    let value = "\(subject.operand)::text COLLATE \"C\""
    var order = ""
    if let item = call.withinGroup.first {
      guard call.withinGroup.count == 1, try self.value(item.expression).sql == subject.sql else {
        throw ConversionRefusal("LISTAGG(DISTINCT) ordered by something else than its value")
      }
      order = " ORDER BY \(value)\(Self.direction(item))"
    }
    return .atom("(string_agg(DISTINCT \(value), \(separator)\(order)) COLLATE \"default\")", type)
  }

  /// LISTAGG with OVER: the whole partition, in the order that WITHIN GROUP gives.
  private mutating func windowList(
    _ call: FunctionCall, _ subject: TranslatedExpression, _ separator: String, _ type: ExpressionType
  ) throws(ConversionRefusal) -> TranslatedExpression {
    guard let over = call.over, over.orderBy.isEmpty, over.frame == nil, !call.isDistinct else {
      throw ConversionRefusal("LISTAGG with an ordered window")
    }
    var parts: [String] = []
    if !over.partitionBy.isEmpty { parts.append("PARTITION BY " + (try partitionKeys(over.partitionBy))) }
    var keys: [String] = []
    for item in call.withinGroup { keys.append(try orderKey(item)) }
    if !keys.isEmpty {
      parts.append("ORDER BY \(keys.joined(separator: ", ")) ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING")
    }
    return .atom("string_agg(\(subject.sql), \(separator)) OVER (\(parts.joined(separator: " ")))", type)
  }
}
