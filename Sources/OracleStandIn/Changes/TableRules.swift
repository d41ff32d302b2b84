import OracleSQL
import OracleWire

/// What every changed row of a table is held against, compiled once for a version of the catalog.
final class TableRules {
  struct Check {
    let constraint: Constraint
    let condition: CompiledCondition
  }

  struct Key {
    let name: String
    let constraint: Constraint?
    let hash: HashIndex
  }

  struct Reference {
    let constraint: Constraint
    /// Positions of the child's columns.
    let positions: [Int]
    let parent: HashIndex
    let isToOwnTable: Bool
  }

  let version: Int
  let defaults: [CompiledValue?]
  let virtuals: [(position: Int, value: CompiledValue)]
  let checks: [Check]
  let keys: [Key]
  let references: [Reference]
  /// Enabled foreign keys that point at this table.
  let dependents: [Constraint]
  private let table: Table

  init(_ table: Table, session: StandInSession) throws {
    self.table = table
    version = session.database.catalog.version
    let scope = TableRules.scope(table)
    defaults = try table.columns.map { column in
      guard let source = column.defaultValue else { return nil }
      return try TableRules.compile(source, Scope(parent: nil), table, session)
    }
    virtuals = try table.columns.enumerated().compactMap { index, column in
      guard let source = column.virtualExpression else { return nil }
      return (index, try TableRules.compile(source, scope, table, session))
    }
    checks = try table.constraints.compactMap { constraint in
      guard constraint.kind == .check, constraint.isEnabled else { return nil }
      return Check(constraint: constraint, condition: try TableRules.condition(constraint, session))
    }
    keys = table.indexes.compactMap { index in
      guard let hash = index.hash else { return nil }
      let owner = table.constraints.first { $0.index === index && $0.isEnabled }
      return Key(name: owner?.qualifiedName ?? index.name.description, constraint: owner, hash: hash)
    }
    references = try table.constraints.compactMap { constraint in
      guard constraint.kind == .foreignKey, constraint.isEnabled, let parent = constraint.parent else { return nil }
      let hash = try parent.table.lookup(parent.columns.map(\.position))
      return Reference(
        constraint: constraint, positions: constraint.columns.map(\.position), parent: hash,
        isToOwnTable: parent.table === table)
    }
    dependents = table.referencing.filter(\.isEnabled)
  }

  /// A scope in which the table is the only source.
  static func scope(_ table: Table) -> Scope {
    let scope = Scope(parent: nil)
    scope.sources = [
      ScopeSource(
        name: table.name.name, owner: table.name.owner,
        columns: table.columns.map { .init(name: $0.name, type: $0.type, isNullable: true) }, table: table)
    ]
    return scope
  }

  static func compile(
    _ source: SourceExpression, _ scope: Scope, _ table: Table, _ session: StandInSession
  ) throws -> CompiledValue {
    let context = CompileContext(session: session, sql: Array(source.text.utf8))
    return try session.withSchema(table.name.owner) {
      try ExpressionCompiler(context: context, scope: scope).value(source.expression)
    }
  }

  static func condition(_ constraint: Constraint, _ session: StandInSession) throws -> CompiledCondition {
    guard let source = constraint.condition else {
      return CompiledCondition { _ in true }
    }
    let context = CompileContext(session: session, sql: Array(source.text.utf8))
    let compiler = ExpressionCompiler(context: context, scope: scope(constraint.table))
    return try session.withSchema(constraint.table.name.owner) {
      try ConditionCompiler(compiler: compiler).condition(source.expression)
    }
  }
}

extension Table {
  /// The rules, compiled again when the catalog has changed.
  func rules(_ session: StandInSession) throws -> TableRules {
    if let rules, rules.version == session.database.catalog.version { return rules }
    let new = try TableRules(self, session: session)
    rules = new
    return new
  }

  /// Takes away the rows of a temporary table.
  func clearTemporaryRows(_ database: StandInDatabase) {
    replaceStorage(database.newStorage(columnCount: columns.count, dataObject: storage.dataObject))
  }

  /// Gives the table empty rows, and new empty hash indexes.
  func replaceStorage(_ new: TableStorage) {
    storage = new
    lookups = []
    rules = nil
    for index in indexes {
      if let hash = index.hash { index.hash = HashIndex(key: hash.key, storage: new) }
    }
  }
}
