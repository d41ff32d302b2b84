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
  /// How the columns of the views that are made answer to Oracle's, by which their rows can be compared.
  public var views: [TableMapping]
  /// Which tables refer to which, by PostgreSQL's names.
  public var references: [QualifiedName: Set<QualifiedName>]
  /// Everything that is not carried over exactly, or not in the same form.
  public var findings: [Finding]

  /// The findings that forbid a migration.
  public var blockingFindings: [Finding] { findings.filter { $0.severity == .blocking } }

  /// Makes a plan.
  public init(
    schema: String, preparation: [DDLStatement], tables: [TablePlan], completion: [DDLStatement],
    views: [TableMapping] = [], references: [QualifiedName: Set<QualifiedName>] = [:], findings: [Finding]
  ) {
    self.schema = schema
    self.preparation = preparation
    self.tables = tables
    self.completion = completion
    self.views = views
    self.references = references
    self.findings = findings
  }
}

extension MigrationPlan {
  /// Tables and all that foreign keys tie to them, in either direction and over any number of steps.
  public func tied(to tables: Set<QualifiedName>) -> Set<QualifiedName> {
    var neighbours: [QualifiedName: Set<QualifiedName>] = [:]
    for (table, others) in references {
      neighbours[table, default: []].formUnion(others)
      for other in others { neighbours[other, default: []].insert(table) }
    }
    var found = tables
    var waiting = Array(tables)
    while let table = waiting.popLast() {
      for other in neighbours[table] ?? [] where found.insert(other).inserted { waiting.append(other) }
    }
    return found
  }
}

/// One table: how it is made, and how its rows travel.
public struct TablePlan: Sendable, Hashable {
  /// The columns' way.
  public var mapping: TableMapping
  /// CREATE TABLE with columns, NOT NULL, defaults and identity; everything else comes after the rows.
  public var creation: DDLStatement
  /// A CREATE TABLE for each partition, behind `creation` in this order.
  public var partitions: [DDLStatement]
  /// False for a temporary table: its rows are private to the sessions that made them.
  public var copiesRows: Bool
  /// Each column's part of `creation`, by PostgreSQL's name: type, identity or default, NOT NULL.
  public var definitions: [String: String]

  /// The table is somebody else's, and there already: only its rows are brought.
  public var isExisting = false

  /// All that makes the table, in order.
  public var statements: [DDLStatement] { isExisting ? [] : [creation] + partitions }

  /// Makes a table's plan.
  public init(
    mapping: TableMapping, creation: DDLStatement, partitions: [DDLStatement] = [], copiesRows: Bool = true,
    definitions: [String: String] = [:]
  ) {
    self.mapping = mapping
    self.creation = creation
    self.partitions = partitions
    self.copiesRows = copiesRows
    self.definitions = definitions
  }
}
