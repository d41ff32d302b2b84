import Canonical
import Model
import OracleWire

/// What is read of one table on each side: the same columns in the same order, those of the key first.
struct TablePlan: Sendable {
  let table: QualifiedName
  /// The columns' names on the PostgreSQL side.
  let columns: [String]
  let types: [PostgresColumnType]
  let keyCount: Int
  let sourceStatement: String
  let targetStatement: String
  let rule: SubMicrosecondRule

  /// Plans the comparison of a table.
  ///
  /// - Throws: `VerificationError` when a column is not there in PostgreSQL, `IdentifierError` for an impossible name.
  init(_ mapping: TableMapping, target: TargetTable, scn: UInt64?, rule: SubMicrosecondRule) throws {
    let all = mapping.columns + mapping.generatedColumns
    guard !all.isEmpty else { throw VerificationError(table: mapping.target, reason: "it has no columns to compare") }
    var columns: [ColumnMapping] = []
    for name in mapping.primaryKey {
      guard let column = all.first(where: { $0.targetName == name }) else {
        throw VerificationError(
          table: mapping.target, reason: "column \(name) of its primary key is not among the columns that are copied")
      }
      columns.append(column)
    }
    columns += all.filter { !mapping.primaryKey.contains($0.targetName) }
    types = try columns.map { column in
      guard let type = target.types[column.targetName] else {
        throw VerificationError(
          table: mapping.target,
          reason: "it has no column \(column.targetName) in PostgreSQL; add it, or migrate the table again")
      }
      return type
    }
    table = mapping.target
    self.columns = columns.map(\.targetName)
    keyCount = mapping.primaryKey.count
    self.rule = rule
    sourceStatement =
      try "SELECT " + columns.map { try OracleIdentifier.quoted($0.sourceName) }.joined(separator: ", ")
      + " FROM " + TablePlan.source(mapping, scn: scn)
    targetStatement =
      "COPY (SELECT " + PostgresIdentifier.quotedList(self.columns) + " FROM " + mapping.target.quoted
      + ") TO STDOUT (FORMAT binary)"
  }

  /// The table in Oracle, at an SCN when one is given.
  static func source(_ mapping: TableMapping, scn: UInt64?) throws -> String {
    let name = try OracleIdentifier.quoted(owner: mapping.sourceOwner, name: mapping.sourceName)
    return name + (scn.map { " AS OF SCN \($0)" } ?? "")
  }

  /// How the rows are read, once Oracle has described its columns.
  ///
  /// - Throws: `VerificationError` for types that cannot be compared.
  func form(described: [ColumnDescription]) throws(VerificationError) -> RowForm {
    guard described.count == columns.count else {
      throw VerificationError(
        table: table, reason: "Oracle describes \(described.count) columns where \(columns.count) were asked for")
    }
    var forms: [ColumnForm] = []
    for (index, description) in described.enumerated() {
      do throws(CanonicalError) {
        forms.append(try ColumnForm(oracle: description, postgres: types[index], rule: rule))
      } catch {
        throw VerificationError(table: table, reason: "column \(columns[index]): \(error)")
      }
    }
    return RowForm(columns: forms, keyCount: keyCount)
  }
}
