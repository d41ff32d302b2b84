import Model
import OracleSQL

/// Analytic functions.
extension ExpressionTranslator {
  mutating func windowFunction(_ name: String, _ call: FunctionCall) throws(ConversionRefusal) -> TranslatedExpression {
    // ROWNUM is a window function itself, which can't stand in another one.
    let place = scopes.count - 1
    let rowNumber = place >= 0 ? scopes[place].rowNumber : nil
    if place >= 0 { scopes[place].rowNumber = nil }
    defer { if place >= 0 { scopes[place].rowNumber = rowNumber } }
    guard call.nulls != .ignore || name == "FIRST_VALUE" || name == "LAST_VALUE" else {
      throw ConversionRefusal("\(name) with IGNORE NULLS")
    }
    guard !call.isFromLast, call.keep == nil else { throw ConversionRefusal("\(name) with FROM LAST or KEEP") }
    if name == "LISTAGG" { return try listAggregate(name, call) }
    guard call.withinGroup.isEmpty, let specification = call.over else {
      throw ConversionRefusal("the analytic function \(name) is not converted")
    }
    let over = " OVER (\(try window(specification)))"
    let arguments = call.arguments.map(\.value)
    switch (name, arguments.count) {
    case ("ROW_NUMBER", 0), ("RANK", 0), ("DENSE_RANK", 0):
      return .atom("\(name.lowercased())()\(over)", .number, isNullable: false)
    case ("CUME_DIST", 0), ("PERCENT_RANK", 0):
      remarks.append("\(name) has 15 digits, in Oracle up to 40")
      return .atom("(\(name.lowercased())()\(over))::numeric", .number, isNullable: false, isNumeric: true)
    case ("NTILE", 1):
      return .integer("ntile(\(try integer(try value(arguments[0]))))\(over)", isNullable: false)
    case ("FIRST_VALUE", 1) where call.nulls == .ignore, ("LAST_VALUE", 1) where call.nulls == .ignore:
      // Of the frame's values in their order, without NULLs, the first or last one.
      let last = "(count(\(try value(arguments[0]).sql))\(over))::integer"
      let place = name == "FIRST_VALUE" ? "1" : last
      return try same(try value(arguments[0])) {
        "(array_agg(\($0)) FILTER (WHERE \($0) IS NOT NULL)\(over))[\(place)]"
      }
    case ("FIRST_VALUE", 1), ("LAST_VALUE", 1):
      return try same(try value(arguments[0])) { "\(name.lowercased())(\($0))\(over)" }
    case ("NTH_VALUE", 2):
      let place = try integer(try value(arguments[1]))
      return try same(try value(arguments[0])) { "nth_value(\($0), \(place))\(over)" }
    case ("LAG", 1...3), ("LEAD", 1...3):
      let offset = arguments.count > 1 ? try integer(try value(arguments[1])) : "1"
      let subject = try value(arguments[0])
      guard arguments.count == 3 else {
        return try same(subject) { "\(name.lowercased())(\($0), \(offset))\(over)" }
      }
      return try merged([subject, try value(arguments[2])]) { parts in
        // PostgreSQL wants both of one type.
        guard let type = Self.common([subject]).generalType else { return "" }
        let values = parts.map { "CAST(\($0) AS \(type))" }
        return "\(name.lowercased())(\(values[0]), \(offset), \(values[1]))\(over)"
      }.general
    case ("RATIO_TO_REPORT", 1):
      let number = try number(arguments[0])
      remarks.append("a quotient has more digits than Oracle's 40")
      return TranslatedExpression(
        sql: "\(number.numericOperand) / round(NULLIF(sum(\(number.numericOperand))\(over), 0), \(Self.quotientScale))",
        type: .number, isNumeric: true)
    case _ where AggregateFunctions.names.contains(name): return try aggregate(name, call, over: over)
    default: throw ConversionRefusal("the analytic function \(name) is not converted")
    }
  }

  /// A function that returns one of its argument's values.
  private func same(
    _ subject: TranslatedExpression, _ sql: (String) -> String
  ) throws(ConversionRefusal) -> TranslatedExpression {
    var argument = subject.sql
    if subject.type == .null || subject.type == .text(.literal) { argument += "::text" }
    var result = TranslatedExpression.atom(sql(argument), subject.asStored.type, isNumeric: subject.isNumeric)
    result.oracleType = subject.oracleType
    result.postgresType = subject.postgresType
    return result
  }

  /// What stands between the parentheses of OVER.
  private mutating func window(_ window: WindowSpecification) throws(ConversionRefusal) -> String {
    var parts: [String] = []
    if !window.partitionBy.isEmpty { parts.append("PARTITION BY " + (try partitionKeys(window.partitionBy))) }
    var keys: [String] = []
    for item in window.orderBy {
      var key = try value(item.expression)
      if window.frame?.hasOffset == true, window.frame?.unit == .range, key.type == .number {
        key = .atom(key.numericOperand, .number, isNullable: key.isNullable, isNumeric: true)
      }
      keys.append(try orderKey(item, key))
    }
    if !keys.isEmpty { parts.append("ORDER BY " + keys.joined(separator: ", ")) }
    if let frame = window.frame { parts.append(try self.frame(frame, window.orderBy)) }
    return parts.joined(separator: " ")
  }

  mutating func partitionKeys(_ expressions: [Expression]) throws(ConversionRefusal) -> String {
    var parts: [String] = []
    for expression in expressions {
      let key = try value(expression)
      parts.append(key.literal != nil || key.type == .null ? "\(key.operand)::text" : key.sql)
    }
    return parts.joined(separator: ", ")
  }

  private mutating func frame(_ frame: WindowFrame, _ orderBy: [OrderItem]) throws(ConversionRefusal) -> String {
    var isDate = false
    if frame.unit == .range, let key = orderBy.first { isDate = try value(key.expression).type.isDate }
    let start = try bound(frame.start, frame.unit, isDate: isDate)
    guard let end = frame.end else { return "\(frame.unit.rawValue) \(start)" }
    return "\(frame.unit.rawValue) BETWEEN \(start) AND \(try bound(end, frame.unit, isDate: isDate))"
  }

  private mutating func bound(
    _ bound: WindowFrame.Bound, _ unit: WindowFrame.Unit, isDate: Bool
  ) throws(ConversionRefusal) -> String {
    switch bound {
    case .unboundedPreceding: return "UNBOUNDED PRECEDING"
    case .currentRow: return "CURRENT ROW"
    case .unboundedFollowing: return "UNBOUNDED FOLLOWING"
    case .preceding(let offset): return try self.offset(offset, unit, isDate: isDate) + " PRECEDING"
    case .following(let offset): return try self.offset(offset, unit, isDate: isDate) + " FOLLOWING"
    }
  }

  private mutating func offset(
    _ expression: Expression, _ unit: WindowFrame.Unit, isDate: Bool
  ) throws(ConversionRefusal) -> String {
    let isConstant = !expression.contains { part in
      switch part.kind {
      case .column, .extended: true
      default: part.isQuery
      }
    }
    guard isConstant else { throw ConversionRefusal("a window frame whose width is no constant") }
    let value = try value(expression)
    if isDate, value.type == .duration || value.type == .months { return value.sql }
    let number = try asNumber(value)
    if unit == .rows { return try integer(number) }
    guard isDate else { return number.numericOperand }
    return "make_interval(secs => (\(number.numericOperand) * 86400)::double precision)"
  }
}

extension WindowFrame {
  /// Whether an end lies some distance from the current row.
  fileprivate var hasOffset: Bool {
    [start, end].contains { bound in
      switch bound {
      case .preceding, .following: true
      default: false
      }
    }
  }
}

extension TranslatedExpression {
  /// The expression as one of the general type of its kind, to which it was cast.
  fileprivate var general: TranslatedExpression {
    var result = self
    result.isNumeric = type == .number
    result.oracleType = nil
    result.postgresType = nil
    return result
  }
}
