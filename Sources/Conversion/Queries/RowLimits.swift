import Model
import OracleSQL

/// ROWNUM.
extension ExpressionTranslator {
  /// Takes a limit such as `ROWNUM <= 10` out of the operands of WHERE's AND; nil when there is none.
  ///
  /// - Throws: a refusal where ROWNUM stands in WHERE in any other way.
  func takeRowLimit(_ conjuncts: inout [Expression]) throws(ConversionRefusal) -> Int? {
    var limit: Int?
    var rest: [Expression] = []
    for conjunct in conjuncts {
      guard conjunct.contains(where: \.isRowNumber) else {
        rest.append(conjunct)
        continue
      }
      guard let bound = Self.rowLimit(conjunct) else {
        throw ConversionRefusal("ROWNUM in WHERE other than as a limit")
      }
      if bound != .max { limit = min(limit ?? .max, bound) }
    }
    conjuncts = rest
    return limit
  }

  /// How many rows a condition on ROWNUM lets pass; `Int.max` for all, nil when it is no such condition.
  private static func rowLimit(_ condition: Expression) -> Int? {
    switch condition.kind {
    case .binary(let comparison, let left, let right):
      if left.isRowNumber, let bound = right.literalBound { return rows(comparison, bound) }
      if right.isRowNumber, let bound = left.literalBound { return rows(comparison.mirrored, bound) }
      return nil
    case .between(let value, let low, let high, false):
      guard value.isRowNumber, let low = low.literalInteger, let high = high.literalInteger else { return nil }
      return low <= 1 ? max(0, high) : 0
    default: return nil
    }
  }

  /// Rows are numbered as they pass, so a condition that the first row fails lets none pass.
  private static func rows(_ comparison: BinaryOperator, _ bound: (whole: Int, hasFraction: Bool)) -> Int? {
    switch comparison {
    case .less: max(0, bound.hasFraction ? bound.whole : bound.whole - 1)
    case .lessOrEqual: max(0, bound.whole)
    case .equal: bound.whole == 1 && !bound.hasFraction ? 1 : 0
    case .greater: bound.whole < 1 ? .max : 0
    case .greaterOrEqual: bound.whole < 1 || (bound.whole == 1 && !bound.hasFraction) ? .max : 0
    default: nil
    }
  }

  /// ROWNUM as a value: rows are numbered behind WHERE and before ORDER BY, as `row_number() OVER ()` does.
  func rowNumber() throws(ConversionRefusal) -> TranslatedExpression {
    if let hierarchy = scopes.last?.hierarchy, hierarchy.isChain, hierarchy.stage == .step {
      // The rows of a chain are its levels.
      return try level()
    }
    guard let scope = scopes.last, scope.hierarchy?.stage ?? .rows == .rows, let sql = scope.rowNumber,
      scope.outputs.isEmpty
    else {
      throw ConversionRefusal("ROWNUM in a place where it is not converted")
    }
    return .atom(sql, .number, isNullable: false)
  }

  /// The first rows of FROM and WHERE as a source of the block, for blocks that compute over them or sort them.
  mutating func limitedRows(
    _ from: [FromPart], _ filters: [String], _ limit: Int, _ block: SelectBlock
  ) throws(ConversionRefusal) -> FromPart {
    let place = scopes.count - 1
    let alias = freeAlias("rows")
    var outputs = flatten(into: alias, keeping: block.namedColumns)
    outputs.append("row_number() OVER () AS \"rownum\"")
    scopes[place].rowNumber = "\(PostgresIdentifier.quoted(alias)).\"rownum\""
    let sources = from.filter { !$0.isDual || scopes[place].usesDual }.map(\.sql)
    var sql = "SELECT \(outputs.joined(separator: ", "))"
    if !sources.isEmpty { sql += " FROM " + sources.joined(separator: ", ") }
    if !filters.isEmpty { sql += " WHERE " + filters.joined(separator: " AND ") }
    return FromPart(sql: "(\(sql) LIMIT \(limit)) AS \(PostgresIdentifier.quoted(alias))")
  }

  /// Makes one source of all: returns what a query over the old sources selects, and lets the names of the scope mean the
  /// columns of that query under an alias.
  ///
  /// - Parameter names: the Oracle names of the columns to keep; nil keeps all.
  mutating func flatten(into alias: String, keeping names: Set<String>?) -> [String] {
    let place = scopes.count - 1
    var outputs: [String] = []
    var taken: Set<String> = ["rownum", "row", "level", "path"]
    func take(_ column: inout ScopeColumn) {
      guard names?.contains(column.oracleName) ?? true else { return }
      let name = Self.free(column.name, taken)
      taken.insert(name)
      outputs.append("\(column.value.output) AS \(PostgresIdentifier.quoted(name))")
      column.value = column.value.asStored.placed(
        at: PostgresIdentifier.quoted(alias) + "." + PostgresIdentifier.quoted(name))
    }
    for index in scopes[place].sources.indices {
      scopes[place].sources[index].alias = alias
      if scopes[place].sources[index].isDual, !scopes[place].usesDual { continue }
      for column in scopes[place].sources[index].columns.indices {
        take(&scopes[place].sources[index].columns[column])
      }
    }
    for index in scopes[place].merged.indices { take(&scopes[place].merged[index].column) }
    return outputs
  }
}

extension SelectBlock {
  /// The names of all columns that the block names; nil when it has stars or queries, which may name any.
  var namedColumns: Set<String>? {
    var expressions = groupBy.flatMap(\.expressions) + [condition, having].compactMap { $0 }
    if let hierarchy { expressions += [hierarchy.startWith, hierarchy.connectBy].compactMap { $0 } }
    for item in items {
      guard case .expression(let expression, _, _) = item else { return nil }
      expressions.append(expression)
    }
    guard !expressions.contains(where: { $0.contains(where: \.isQuery) }) else { return nil }
    var names: Set<String> = []
    for expression in expressions {
      expression.walk { part in if case .column(let reference) = part.kind { names.insert(reference.column.name) } }
    }
    return names
  }
}

extension Expression {
  /// A literal number as the integer below it and whether it has a fraction.
  fileprivate var literalBound: (whole: Int, hasFraction: Bool)? {
    guard let digits = literalDigits.flatMap(DecimalText.normalised) else { return nil }
    let parts = digits.split(separator: ".")
    guard let whole = Int(parts[0]), parts.count < 2 || whole >= 0 else { return nil }
    return (whole, parts.count == 2 && parts[1].contains { $0 != "0" })
  }
}

extension BinaryOperator {
  /// The operator with its sides exchanged.
  fileprivate var mirrored: BinaryOperator {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    default: self
    }
  }
}
