import Model

/// What a migration does with one schema: values only, nothing is done yet.
public struct MigrationPlan: Sendable, Hashable {
  /// The PostgreSQL schema, unquoted.
  public var schema: String
  /// Before any table: the schema and the sequences that defaults name.
  public var preparation: [DDLStatement]
  /// The tables, ordered so that the ones with most rows (by Oracle's statistics) come first.
  public var tables: [TablePlan]
  /// After the rows, ordered by phase.
  public var completion: [DDLStatement]
  /// Everything that is not carried over exactly, or not in the same form.
  public var findings: [Finding]

  /// The findings that forbid a migration.
  public var blockingFindings: [Finding] { findings.filter { $0.severity == .blocking } }

  /// Makes a plan.
  public init(
    schema: String, preparation: [DDLStatement], tables: [TablePlan], completion: [DDLStatement], findings: [Finding]
  ) {
    self.schema = schema
    self.preparation = preparation
    self.tables = tables
    self.completion = completion
    self.findings = findings
  }
}

/// One table: how it is made, and how its rows travel.
public struct TablePlan: Sendable, Hashable {
  /// The columns' way.
  public var mapping: TableMapping
  /// CREATE TABLE with columns, NOT NULL, defaults and identity; everything else comes after the rows.
  public var creation: DDLStatement
  /// False for a temporary table: its rows are private to the sessions that made them.
  public var copiesRows: Bool

  /// Makes a table's plan.
  public init(mapping: TableMapping, creation: DDLStatement, copiesRows: Bool = true) {
    self.mapping = mapping
    self.creation = creation
    self.copiesRows = copiesRows
  }
}
