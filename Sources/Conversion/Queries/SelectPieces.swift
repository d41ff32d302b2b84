import Model
import OracleSQL

/// The parts of a SELECT block in PostgreSQL's words.
struct SelectPieces {
  /// A WITH clause of its own, which makes the block need parentheses in a set operation.
  var with = ""
  var isDistinct = false
  /// Whether the names of outputs count: not in later operands of a set operation.
  var isNamed = true
  var items: [OutputColumn] = []
  /// FROM, WHERE, GROUP BY and HAVING, with a blank before.
  var tail = ""
  /// Keys of ORDER BY.
  var orderBy: [String] = []
  /// What a block with DISTINCT is ordered by: places of outputs.
  var distinctKeys: [(index: Int, item: OrderItem)] = []
  /// LIMIT or OFFSET and FETCH.
  var limit = ""

  /// Whether the rows must be ordered outside of the block.
  var distinctOrder: Bool { !distinctKeys.isEmpty }

  /// Whether it can be an operand of a set operation without parentheses.
  var isPlain: Bool { with.isEmpty && orderBy.isEmpty && limit.isEmpty }

  /// The text.
  ///
  /// - Parameter types: for each output the type to cast it to, nil for none; empty casts nothing.
  func sql(types: [String?] = []) -> String {
    var outputs: [String] = []
    for (index, item) in items.enumerated() {
      let type = index < types.count ? types[index] : nil
      let expression = type.map { item.value.cast(to: $0) } ?? item.value.output
      let name = PostgresIdentifier.quoted(item.name)
      guard isNamed else {
        outputs.append(expression)
        continue
      }
      // A column keeps its own name without AS.
      let isColumn = type == nil && item.value.isColumn(name: name)
      outputs.append(isColumn ? expression : "\(expression) AS \(name)")
    }
    var sql = with.isEmpty ? "" : with + " "
    sql += "SELECT \(isDistinct ? "DISTINCT " : "")\(outputs.joined(separator: ", "))\(tail)"
    if !orderBy.isEmpty { sql += " ORDER BY \(orderBy.joined(separator: ", "))" }
    return limit.isEmpty ? sql : sql + " " + limit
  }

  var result: QueryResult { QueryResult(sql: sql(), columns: items, isPlain: isPlain) }

  /// The block as a source of another one that orders or limits its rows.
  func wrapped(as alias: String) -> SelectPieces {
    var outer = SelectPieces()
    outer.items = items.map { item in
      OutputColumn(oracleName: item.oracleName, name: item.name, value: item.seen(through: alias).value)
    }
    outer.tail = " FROM (\(sql())) AS \(PostgresIdentifier.quoted(alias))"
    return outer
  }
}

extension TranslatedExpression {
  /// Whether it is nothing but a column of the quoted name behind an alias.
  fileprivate func isColumn(name: String) -> Bool {
    let sql = output
    guard isAtomic, sql.hasSuffix("." + name) else { return false }
    let alias = sql.dropLast(name.count + 1)
    guard alias.count > 2, alias.first == "\"", alias.last == "\"" else { return false }
    // Quotes inside of an alias are doubled: single ones would end it.
    var quotes = 0
    for character in alias.dropFirst().dropLast() {
      if character == "\"" {
        quotes += 1
      } else {
        guard quotes.isMultiple(of: 2) else { return false }
        quotes = 0
      }
    }
    return quotes.isMultiple(of: 2)
  }
}
