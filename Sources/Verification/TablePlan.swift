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
  /// What is read on the PostgreSQL side.
  let values: [TargetValue]
  /// Of columns that are read as bytes, how; nil for others.
  let declaredColumns: [DeclaredColumn?]
  let keyCount: Int
  let sourceStatement: String
  let rule: SubMicrosecondRule
  /// For each value its place among those that a copy of the mapping's columns selects; of generated columns none.
  let copiedPlaces: [Int?]

  /// The values' names on the PostgreSQL side.
  var columns: [String] { values.map(\.name) }
  var targetStatement: String { TargetValue.copyStatement(values, of: table) }

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
    values = parts.values
    declaredColumns = parts.declared
    sourceStatement =
      try "SELECT " + parts.source.joined(separator: ", ") + " FROM " + TablePlan.source(mapping, scn: scn)
    copiedPlaces = try TablePlan.places(of: columns, among: mapping.columns)
  }

  private static func places(of columns: [ColumnMapping], among copied: [ColumnMapping]) throws -> [Int?] {
    var places: [String: Range<Int>] = [:]
    var next = 0
    for column in copied {
      let count = try column.sourceValues().count
      places[column.targetName] = next..<next + count
      next += count
    }
    return try columns.flatMap { column in
      if let places = places[column.targetName] { return places.map { Int?($0) } }
      return try column.sourceValues().map { _ in nil }
    }
  }

  /// What is selected on each side: a column, or of an object whether it is there and each of its attributes.
  private struct Parts {
    var source: [String] = []
    var declared: [DeclaredColumn?] = []
    var values: [TargetValue] = []

    mutating func add(_ column: ColumnMapping, _ mapping: TableMapping, _ table: TargetTable) throws {
      let name = column.targetName
      for value in try column.sourceValues() {
        source.append(value.sql)
        declared.append(value.declaredText.map { DeclaredColumn(text: $0, isPadded: column.oracleType.isPadded) })
        let role: TargetValue.Role =
          switch value.role {
          case .column: .column
          case .object: .presence
          case .attribute(let field): .field(field)
          }
        guard let type = table.type(of: name, role) else {
          throw TablePlan.noColumn(TargetValue(column: name, role: role, type: .integer).name, mapping)
        }
        values.append(TargetValue(column: name, role: role, type: type))
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
      return try ColumnForm(oracle: described, postgres: values[index].type, rule: rule)
    }
    return try ColumnForm(
      declaredText: declared.text.characterSet, isPadded: declared.isPadded, isWhole: declared.text.isWhole,
      postgres: values[index].type)
  }
}

extension OracleDataType {
  fileprivate var isPadded: Bool {
    if case .char = self { true } else { false }
  }
}
