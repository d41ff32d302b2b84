import OracleSQL
import OracleWire

/// The columns of a table that an INSERT gives values for.
struct InsertTarget {
  let table: Table
  private let positions: [Int]

  /// Looks up named columns; none named means all visible ones in order.
  init(_ table: Table, _ names: [Identifier]) throws {
    self.table = table
    var positions: [Int] = []
    if names.isEmpty {
      positions = table.columns.indices.filter {
        !table.columns[$0].isInvisible && table.columns[$0].virtualExpression == nil
      }
    }
    for name in names {
      guard let index = table.columns.firstIndex(where: { $0.name == name.name }) else {
        throw OracleError.invalidIdentifier("\"\(name.name)\"", at: name.range.start)
      }
      guard !positions.contains(index) else {
        throw OracleError(code: 957, message: "duplicate column name", position: name.range.start)
      }
      if table.columns[index].virtualExpression != nil {
        throw OracleError(
          code: 54013, message: "INSERT operation disallowed on virtual columns", position: name.range.start)
      }
      positions.append(index)
    }
    self.positions = positions
  }

  /// The column that a value goes to; the count must have been checked.
  func column(_ index: Int) -> Column { table.columns[positions[index]] }

  /// ORA-00947 or ORA-00913 when there isn't one value a column.
  func checkCount(_ count: Int, at position: Int) throws {
    if count < positions.count { throw OracleError(code: 947, message: "not enough values", position: position) }
    if count > positions.count { throw OracleError(code: 913, message: "too many values", position: position) }
  }

  /// Values for all columns: given ones converted, the others by default.
  func values(_ given: [Value?], _ execution: Execution, _ rules: TableRules) throws -> [Value] {
    var all = [Value?](repeating: nil, count: table.columns.count)
    for (index, position) in positions.enumerated() {
      let column = table.columns[position]
      var value = given[index]
      if let identity = column.identity {
        if identity.isAlways, value != nil {
          throw OracleError(code: 32795, message: "cannot insert into a generated always identity column")
        }
        if identity.onNull, value?.isNull == true { value = nil }
      } else if column.defaultOnNull, value?.isNull == true {
        value = nil
      }
      all[position] = value
    }
    return try InsertPlan.complete(all, table, execution, rules)
  }
}
