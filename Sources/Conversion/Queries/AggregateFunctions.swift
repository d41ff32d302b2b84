import Model
import OracleSQL

/// The aggregates that are known, and how each is written.
enum AggregateFunctions {
  /// All of Oracle's, converted or not: a block with one of them returns one row for a group.
  static let names: Set<String> = [
    "COUNT", "SUM", "AVG", "MIN", "MAX", "STDDEV", "STDDEV_SAMP", "STDDEV_POP", "VARIANCE", "VAR_SAMP", "VAR_POP",
    "MEDIAN", "LISTAGG", "WM_CONCAT", "COLLECT", "XMLAGG", "GROUPING", "GROUPING_ID", "GROUP_ID", "PERCENTILE_CONT",
    "PERCENTILE_DISC", "CORR", "COVAR_POP", "COVAR_SAMP", "APPROX_COUNT_DISTINCT", "ANY_VALUE", "STATS_MODE",
    "REGR_SLOPE", "REGR_INTERCEPT", "REGR_COUNT", "REGR_R2", "REGR_AVGX", "REGR_AVGY", "REGR_SXX", "REGR_SYY",
    "REGR_SXY", "JSON_ARRAYAGG", "JSON_OBJECTAGG", "BIT_AND_AGG", "BIT_OR_AGG", "BIT_XOR_AGG", "CHECKSUM",
  ]
}

extension ExpressionTranslator {
  /// An aggregate or window function, or what belongs to hierarchies; nil for other calls.
  mutating func queryFunction(_ call: FunctionCall) throws(ConversionRefusal) -> TranslatedExpression? {
    guard call.path.count == 1, let name = call.path.first?.name else { return nil }
    if name == "SYS_CONNECT_BY_PATH", call.over == nil { return try connectPath(call.arguments.map(\.value)) }
    if call.over != nil { return try windowFunction(name, call) }
    if call.keep != nil { return try rankedAggregate(name, call) }
    if name == "LISTAGG" || name == "WM_CONCAT" { return try listAggregate(name, call) }
    guard AggregateFunctions.names.contains(name) || call.isStar || call.isDistinct || !call.withinGroup.isEmpty else {
      return nil
    }
    guard call.arguments.allSatisfy({ $0.name == nil }) else { throw ConversionRefusal("\(name) with named arguments") }
    if !call.withinGroup.isEmpty { return try orderedSetAggregate(name, call) }
    return try aggregate(name, call, over: "")
  }

  /// An aggregate over a group, or over a window when `over` says so.
  mutating func aggregate(
    _ name: String, _ call: FunctionCall, over: String
  ) throws(ConversionRefusal) -> TranslatedExpression {
    guard call.json == nil, call.clauses == nil, call.overflow == nil, call.nulls != .ignore else {
      throw ConversionRefusal("the aggregate \(name) is not converted with its clauses")
    }
    if name == "COUNT", call.isStar { return .atom("count(*)\(over)", .number, isNullable: false) }
    if call.isDistinct, !over.isEmpty { throw ConversionRefusal("DISTINCT in a window function") }
    let distinct = call.isDistinct ? "DISTINCT " : ""
    let arguments = call.arguments.map(\.value)
    if ["GROUPING", "GROUPING_ID"].contains(name), over.isEmpty {
      var parts: [String] = []
      for argument in arguments { parts.append(try value(argument).sql) }
      return .integer("GROUPING(\(parts.joined(separator: ", ")))", isNullable: false)
    }
    guard arguments.count == 1 else { throw ConversionRefusal("the aggregate \(name) is not converted") }
    if name == "COUNT" {
      let subject = try value(arguments[0])
      let isBlankPadded: Bool = if case .text(.fixed) = subject.type { true } else { false }
      let sql = isBlankPadded ? try asText(subject).sql : subject.type == .null ? "NULL::text" : subject.sql
      return .atom("count(\(distinct)\(sql))\(over)", .number, isNullable: false)
    }
    if name == "MIN" || name == "MAX" { return try extremeAggregate(name, try value(arguments[0]), distinct, over) }
    let subject = try value(arguments[0])
    if subject.type == .binaryDouble || subject.type == .binaryFloat, name == "SUM" || name == "AVG" {
      return .atom("\(name.lowercased())(\(distinct)\(subject.sql))\(over)", .binaryDouble)
    }
    let number = try asNumber(subject)
    switch name {
    case "SUM":
      // Sums of bigint are numeric in PostgreSQL, those of smaller integers bigint: nothing overflows.
      return .atom(
        "sum(\(distinct)\(number.sql))\(over)", .number,
        isNumeric: number.postgresType != .integer && number.postgresType != .smallint)
    case "AVG":
      remarks.append("an average has more digits than Oracle's 40")
      return .atom(
        "avg(\(distinct)round(\(number.numericOperand), \(Self.quotientScale)))\(over)", .number, isNumeric: true)
    case "STDDEV", "VARIANCE":
      remarks.append("\(name) has another number of digits than Oracle's 40")
      let function = name == "STDDEV" ? "stddev_samp" : "var_samp"
      let operand = number.numericOperand
      // Of one value it is 0, in PostgreSQL NULL.
      return .atom(
        "CASE WHEN count(\(distinct)\(number.sql))\(over) = 1 THEN 0 ELSE \(function)(\(distinct)\(operand))\(over) END",
        .number, isNumeric: true)
    case "STDDEV_SAMP", "STDDEV_POP", "VAR_SAMP", "VAR_POP":
      remarks.append("\(name) has another number of digits than Oracle's 40")
      return .atom("\(name.lowercased())(\(distinct)\(number.numericOperand))\(over)", .number, isNumeric: true)
    case "MEDIAN" where over.isEmpty && !call.isDistinct:
      return try percentile("0.5", number)
    default: throw ConversionRefusal("the aggregate \(name) is not converted")
    }
  }

  private mutating func extremeAggregate(
    _ name: String, _ subject: TranslatedExpression, _ distinct: String, _ over: String
  ) throws(ConversionRefusal) -> TranslatedExpression {
    let function = name.lowercased()
    switch subject.type {
    case .text(.variable), .text(.literal), .text(.fixed), .text(.padded):
      let text = try asText(subject)
      return .atom(
        "(\(function)(\(text.operand) COLLATE \"C\")\(over) COLLATE \"default\")",
        subject.type.isBlankPadded ? .text(.padded) : .text(.variable))
    case .number, .date, .timestamp, .instant, .binaryFloat, .binaryDouble, .months, .duration:
      var result = TranslatedExpression.atom(
        "\(function)(\(subject.sql))\(over)", subject.type, isNumeric: subject.isNumeric)
      result.oracleType = subject.oracleType
      result.postgresType = subject.postgresType
      return result
    default: throw ConversionRefusal("\(name) of something that is no number, date or VARCHAR2")
    }
  }

  /// MEDIAN and PERCENTILE_CONT: PostgreSQL computes them in double precision.
  private mutating func percentile(
    _ fraction: String, _ number: TranslatedExpression
  ) throws(ConversionRefusal) -> TranslatedExpression {
    remarks.append("a percentile is computed in double precision, i.e. to 15 digits")
    return .atom(
      "(percentile_cont(\(fraction)) WITHIN GROUP (ORDER BY \(number.sql)))::numeric", .number, isNumeric: true)
  }

  /// PERCENTILE_CONT and PERCENTILE_DISC.
  private mutating func orderedSetAggregate(
    _ name: String, _ call: FunctionCall
  ) throws(ConversionRefusal) -> TranslatedExpression {
    guard let item = call.withinGroup.first, call.withinGroup.count == 1, !item.isDescending,
      let fraction = call.arguments.first?.value.literalDigits, call.arguments.count == 1
    else { throw ConversionRefusal("\(name) WITHIN GROUP is not converted") }
    let digits = DecimalText.normalised(fraction) ?? fraction
    let subject = try value(item.expression)
    switch (name, subject.type) {
    case ("PERCENTILE_CONT", .number): return try percentile(digits, subject)
    case ("PERCENTILE_DISC", .number), ("PERCENTILE_DISC", .date):
      return .atom(
        "percentile_disc(\(digits)) WITHIN GROUP (ORDER BY \(subject.sql))", subject.type, isNumeric: subject.isNumeric)
    default: throw ConversionRefusal("\(name) WITHIN GROUP is not converted")
    }
  }

  /// `MAX(x) KEEP (DENSE_RANK LAST ORDER BY k)`: of the rows that rank first or last, the greatest or smallest value.
  private mutating func rankedAggregate(
    _ name: String, _ call: FunctionCall
  ) throws(ConversionRefusal) -> TranslatedExpression {
    guard let keep = call.keep, name == "MIN" || name == "MAX", call.arguments.count == 1, !call.isStar,
      call.over == nil
    else { throw ConversionRefusal("\(name) KEEP (DENSE_RANK ...) is not converted") }
    var keys: [String] = []
    for var item in keep.orderBy {
      if keep.keepsLast {
        // The last of an order is the first of the reverse one.
        item.nullsFirst = !(item.nullsFirst ?? item.isDescending)
        item.isDescending.toggle()
      }
      keys.append(try orderKey(item))
    }
    let subject = try value(call.arguments[0].value)
    var sort = subject.operand
    if subject.type.isText { sort += " COLLATE \"C\"" }
    keys.append(sort + (name == "MAX" ? " DESC NULLS LAST" : ""))
    var result = TranslatedExpression.atom(
      "(array_agg(\(subject.sql) ORDER BY \(keys.joined(separator: ", "))))[1]", subject.asStored.type,
      isNumeric: subject.isNumeric)
    result.oracleType = subject.oracleType
    result.postgresType = subject.postgresType
    return result
  }
}
