import Model

/// A column as it will stand in PostgreSQL.
struct TargetColumn {
  var source: Column
  var name: String
  var type: PostgresType
  /// PostgreSQL's expression of a stored generated column.
  var generation: String?

  var isGenerated: Bool { generation != nil }

  /// Oracle's primary keys imply NOT NULL in the dictionary as well.
  var isNullable: Bool { source.isNullable }
}

/// A table with its names and types settled.
struct TargetTable {
  var source: Table
  var name: QualifiedName
  /// In order, by which they are created.
  var columns: [TargetColumn]

  func column(_ oracleName: String) -> TargetColumn? { columns.first { $0.source.name == oracleName } }

  /// PostgreSQL's names of Oracle columns; nil when one is not carried over.
  func names(of oracleNames: [String]) -> [String]? {
    let names = oracleNames.compactMap { column($0)?.name }
    return names.count == oracleNames.count && !names.isEmpty ? names : nil
  }

  /// Whether all these columns are NOT NULL.
  func areNotNull(_ oracleNames: [String]) -> Bool {
    oracleNames.allSatisfy { column($0)?.isNullable == false }
  }
}
