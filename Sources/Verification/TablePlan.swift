import Canonical
import Model
import OracleWire

/// A column that is read as bytes.
struct DeclaredColumn: Sendable, Hashable {
  var text: DeclaredText
  /// Whether it is a CHAR.
  var isPadded: Bool
}

/// What is read of one table on each side: the same columns in the same order, those of the key first.
struct TablePlan: Sendable {
  let table: QualifiedName
  /// The columns' names on the PostgreSQL side.
  let columns: [String]
  let types: [PostgresColumnType]
  /// Of columns that are read as bytes, how; nil for others.
  let declaredColumns: [DeclaredColumn?]
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
    table = mapping.target
    keyCount = mapping.primaryKey.count
    self.rule = rule
    var parts = Parts()
    for column in columns { try parts.add(column, mapping, target) }
    self.columns = parts.names
    types = parts.types
    declaredColumns = parts.declared
    sourceStatement =
      try "SELECT " + parts.source.joined(separator: ", ") + " FROM " + TablePlan.source(mapping, scn: scn)
    targetStatement =
      "COPY (SELECT " + parts.target.joined(separator: ", ") + " FROM " + mapping.target.quoted
      + ") TO STDOUT (FORMAT binary)"
  }

  /// What is selected on each side: a column, or of an object whether it is there and each of its attributes.
  private struct Parts {
    var names: [String] = []
    var types: [PostgresColumnType] = []
    var source: [String] = []
    var declared: [DeclaredColumn?] = []
    var target: [String] = []

    mutating func add(_ column: ColumnMapping, _ mapping: TableMapping, _ table: TargetTable) throws {
      let name = column.targetName
      let quoted = PostgresIdentifier.quoted(name)
      for value in try column.sourceValues() {
        source.append(value.sql)
        declared.append(value.declaredText.map { DeclaredColumn(text: $0, isPadded: column.oracleType.isPadded) })
        switch value.role {
        case .column:
          guard let type = table.types[name] else { throw TablePlan.noColumn(name, mapping) }
          names.append(name)
          types.append(type)
          // The output of xml leaves parts of the declaration out; its text is what is stored.
          target.append(quoted + (type.isXML ? "::text" : ""))
        case .object:
          guard table.fields[name] != nil else { throw TablePlan.noColumn(name, mapping) }
          names.append(name)
          types.append(.integer)
          // IS NULL would hold as well for an object without any value.
          target.append("CASE WHEN \(quoted) IS DISTINCT FROM NULL THEN 1 END")
        case .attribute(let field):
          guard let type = table.fields[name]?[field] else {
            throw TablePlan.noColumn(name + "." + field, mapping)
          }
          names.append(name + "." + field)
          types.append(type)
          target.append("(\(quoted)).\(PostgresIdentifier.quoted(field))" + (type.isXML ? "::text" : ""))
        }
      }
    }
  }

  private static func noColumn(_ name: String, _ mapping: TableMapping) -> VerificationError {
    VerificationError(
      table: mapping.target, reason: "it has no column \(name) in PostgreSQL; add it, or migrate the table again")
  }

  /// The table in Oracle with the rows that are carried, at an SCN when one is given.
  static func source(_ mapping: TableMapping, scn: UInt64?) throws -> String {
    try mapping.carriedRows(scn: scn)
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
        forms.append(try form(of: index, described: description))
      } catch {
        throw VerificationError(table: table, reason: "column \(columns[index]): \(error)")
      }
    }
    return RowForm(columns: forms, keyCount: keyCount)
  }

  private func form(of index: Int, described: ColumnDescription) throws(CanonicalError) -> ColumnForm {
    guard let declared = declaredColumns[index] else {
      return try ColumnForm(oracle: described, postgres: types[index], rule: rule)
    }
    return try ColumnForm(
      declaredText: declared.text.characterSet, isPadded: declared.isPadded, isWhole: declared.text.isWhole,
      postgres: types[index])
  }
}

extension OracleDataType {
  fileprivate var isPadded: Bool {
    if case .char = self { true } else { false }
  }
}
