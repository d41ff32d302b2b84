import Model
import OracleSQL

/// What makes a trigger fire.
struct TriggerEvents {
  private(set) var inserts = false
  private(set) var updates = false
  private(set) var deletes = false
  /// UPDATE OF, by Oracle name; empty for any column.
  private(set) var updatedColumns: [String] = []
  /// The events as CREATE TRIGGER has them.
  private(set) var sql = ""

  init(
    _ events: [OracleSQL.TriggerDefinition.Event], _ relation: QueryCatalogue.Relation, _ table: TargetTable?
  ) throws(ProgramRefusal) {
    var updatesAny = false
    for event in events {
      switch event {
      case .insert: inserts = true
      case .delete: deletes = true
      case .update(let columns):
        updates = true
        if columns.isEmpty { updatesAny = true }
        for column in columns where !updatedColumns.contains(column.name) { updatedColumns.append(column.name) }
      case .system(let word): throw ProgramRefusal("the event \(word) has no counterpart")
      }
    }
    if updatesAny { updatedColumns = [] }
    var words: [String] = []
    if inserts { words.append("INSERT") }
    if updates {
      var targets: [String] = []
      for name in updatedColumns {
        let found = table?.column(name)?.name ?? relation.columns.first { $0.oracleName == name }?.name
        guard let found else { throw ProgramRefusal("UPDATE OF \(name), which is no column that is carried over") }
        targets.append(found)
      }
      words.append(targets.isEmpty ? "UPDATE" : "UPDATE OF \(PostgresIdentifier.quotedList(targets))")
    }
    if deletes { words.append("DELETE") }
    guard !words.isEmpty else { throw ProgramRefusal("no event that PostgreSQL knows") }
    sql = words.joined(separator: " OR ")
  }
}
