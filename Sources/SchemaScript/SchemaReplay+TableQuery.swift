import Model
import OracleSQL

// CREATE TABLE ... AS query.
extension SchemaReplay {
  /// Gives a table the columns of its query, where that takes columns of one table of the scripts as they are; types and
  /// NOT NULL go along, defaults and keys do not.
  ///
  /// - Returns: false for other queries: their columns' types are not known here.
  mutating func addColumns(of query: Query, _ definition: CreateTable, to table: inout Table) -> Bool {
    guard let made = columns(of: query) else { return false }
    let names = definition.columns.map(\.name.name)
    guard names.isEmpty || names.count == made.count, definition.columns.allSatisfy({ $0.type == nil }) else {
      return false
    }
    table.columns = made
    for (index, name) in names.enumerated() {
      table.columns[index].name = name
      change(&table.columns[index], by: definition.columns[index], of: table)
    }
    return Set(table.columns.map(\.name)).count == table.columns.count
  }

  private func columns(of query: Query) -> [Column]? {
    guard query.with.isEmpty, query.setOperations.isEmpty, case .select(let block) = query.first,
      block.groupBy.isEmpty, block.hierarchy == nil, block.from.count == 1, let from = block.from.first,
      from.joins.isEmpty, case .table(let reference) = from.source, reference.name.databaseLink == nil,
      reference.versions == nil, let source = tables[key(reference.name)]
    else { return nil }
    let visible = source.columns.filter { !$0.isInvisible }
    var made: [Column] = []
    for item in block.items {
      switch item {
      case .star, .tableStar: made += visible
      case .expression(let expression, let alias, _):
        guard case .column(let written) = expression.kind, var column = source.column(written.column.name) else {
          return nil
        }
        if let alias { column.name = alias.name }
        made.append(column)
      }
    }
    return made.map { Column(name: $0.name, type: $0.type, isNullable: $0.isNullable) }
  }
}
