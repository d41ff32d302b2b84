import OracleSQL
import OracleWire

/// Carries out CREATE TABLE and the parts of ALTER TABLE that make columns.
struct TableDefiner {
  let session: StandInSession
  let context: CompileContext

  private var database: StandInDatabase { session.database }
  private var catalog: SchemaCatalog { database.catalog }

  /// Makes a table with its constraints, and fills it from a query when there is one.
  func create(_ statement: CreateTable) throws {
    let name = context.qualified(statement.name)
    let position = statement.name.range.start
    guard catalog.users[name.owner] != nil else {
      throw OracleError(code: 1918, message: "user '\(name.owner)' does not exist", position: position)
    }
    if catalog.isTaken(name) {
      if statement.ifNotExists, catalog.tables[name] != nil { return }
      try catalog.checkFree(name, at: position)
    }
    try checkLength(statement.name.name)
    let plan = try statement.query.map { try QueryCompiler(context: context).plan($0, parent: nil) }
    var columns: [Column] = []
    if let plan, statement.columns.isEmpty { columns = try self.columns(of: plan, at: position) }
    if let type = statement.objectType { columns = try objectColumns(type, statement.columns) }
    for (index, definition) in statement.columns.enumerated() where statement.objectType == nil {
      guard !columns.contains(where: { $0.name == definition.name.name }) else {
        throw OracleError(code: 957, message: "duplicate column name", position: definition.name.range.start)
      }
      columns.append(try column(definition, position: index, owner: name.owner, planned: plan?.columns[safe: index]))
    }
    guard columns.count <= 1000 else {
      throw OracleError(code: 1792, message: "maximum number of columns in a table or view is 1000")
    }
    if let plan, plan.columns.count != columns.count {
      throw OracleError(
        code: 1730, message: "invalid number of column names specified", position: position)
    }
    let now = SystemClock.now()
    let number = catalog.takeObjectNumber()
    let table = Table(
      name: name, objectNumber: number, columns: columns,
      storage: database.newStorage(columnCount: columns.count, dataObject: number), created: now)
    table.temporary = statement.temporary
    table.objectType = statement.objectType.map(context.qualified)
    table.isIndexOrganized = statement.isIndexOrganized
    table.hasOverflow = statement.isIndexOrganized && statement.physical.contains { $0.keyword == "OVERFLOW" }
    if let partitioning = statement.partitioning {
      table.partitions = try PartitionDefiner(definer: self, table: table).partitions(partitioning)
    }
    catalog.add(table)
    do {
      try addIdentities(statement.columns, table)
      try addConstraints(statement, table)
      if let plan { try fill(table, plan) }
    } catch {
      for constraint in table.constraints { constraint.parent?.table.referencing.removeAll { $0 === constraint } }
      catalog.removeTable(name)
      throw error
    }
    for column in table.columns {
      if let source = column.defaultValue {
        do {
          _ = try TableRules.compile(source, Scope(parent: nil), table, session)
        } catch {
          for constraint in table.constraints { constraint.parent?.table.referencing.removeAll { $0 === constraint } }
          catalog.removeTable(name)
          throw error
        }
      }
    }
  }

  private func checkLength(_ name: Identifier) throws {
    guard name.name.utf8.count <= 128 else {
      throw OracleError(code: 972, message: "identifier is too long", position: name.range.start)
    }
  }

  /// The columns of a table that holds a query's rows, by their own names or by others.
  ///
  /// - Throws: ORA-01730 for another number of names, ORA-00957 for two that are the same.
  func columns(of plan: QueryPlan, at position: Int, aliases: [String] = []) throws -> [Column] {
    guard aliases.isEmpty || aliases.count == plan.columns.count else {
      throw OracleError(code: 1730, message: "invalid number of column names specified", position: position)
    }
    var columns: [Column] = []
    for (index, output) in plan.columns.enumerated() {
      let name = aliases[safe: index] ?? output.name
      guard output.type.base != .null, output.type.length > 0 || !output.type.base.isText || output.type.base == .clob
      else { throw OracleError(code: 1723, message: "zero-length columns are not allowed", position: position) }
      guard !columns.contains(where: { $0.name == name }) else {
        throw OracleError(code: 957, message: "duplicate column name", position: position)
      }
      columns.append(Column(name: name, type: output.type, position: index))
    }
    return columns
  }

  /// The columns of a table of objects: the type's attributes, with the defaults that are written for them.
  private func objectColumns(_ type: ObjectName, _ written: [ColumnDefinition]) throws -> [Column] {
    guard let shape = context.objectShape(type) else {
      throw OracleError(code: 902, message: "invalid datatype", position: type.range.start)
    }
    let columns = shape.attributes.enumerated().map { Column(name: $1.name, type: $1.type, position: $0) }
    for definition in written {
      guard let column = columns.first(where: { $0.name == definition.name.name }) else {
        throw OracleError.invalidIdentifier("\"\(definition.name.name)\"", at: definition.name.range.start)
      }
      column.defaultValue = definition.defaultValue.map { source($0.expression) }
    }
    return columns
  }

  /// Makes a column without its constraints.
  func column(
    _ definition: ColumnDefinition, position: Int, owner: String, planned: OutputColumn? = nil
  ) throws -> Column {
    try checkLength(definition.name)
    let type: ColumnType
    if case .userDefined(let name)? = definition.type?.kind, let shape = context.objectShape(name) {
      type = ColumnType(base: .object, shape: shape)
    } else if let written = definition.type {
      type = try ColumnTypes.type(lengthSemantics(written), in: session.database.release)
    } else if let planned {
      type = planned.type
    } else if definition.virtualExpression != nil {
      throw OracleError.unsupported("virtual columns without a type", at: definition.name.range.start)
    } else {
      type = try referencedType(definition)
    }
    let column = Column(name: definition.name.name, type: type, position: position)
    column.isInvisible = definition.isInvisible
    if let value = definition.defaultValue {
      column.defaultValue = source(value.expression)
      column.defaultOnNull = value.onNull
    }
    column.virtualExpression = definition.virtualExpression.map(source)
    return column
  }

  /// NLS_LENGTH_SEMANTICS decides for lengths without unit.
  private func lengthSemantics(_ type: DataType) -> DataType {
    guard session.nls["NLS_LENGTH_SEMANTICS"] == "CHAR" else { return type }
    switch type.kind {
    case .varchar2(let length, nil): return DataType(kind: .varchar2(length: length, unit: .char), range: type.range)
    case .char(let length, nil): return DataType(kind: .char(length: length, unit: .char), range: type.range)
    default: return type
    }
  }

  private func source(_ expression: Expression) -> SourceExpression {
    context.source(expression)
  }

  /// A foreign key column without a type takes its parent's.
  private func referencedType(_ definition: ColumnDefinition) throws -> ColumnType {
    for constraint in definition.constraints {
      guard case .references(let target) = constraint.kind else { continue }
      let parent = try context.table(target.table)
      let column = target.columns.first.flatMap { parent.column($0.name) } ?? parent.primaryKey?.columns.first
      if let column { return column.type }
    }
    throw OracleError(
      code: 2263, message: "need to specify the datatype for this column",
      position: definition.name.range.start)
  }

  /// Makes the sequences of identity columns.
  func addIdentities(_ definitions: [ColumnDefinition], _ table: Table) throws {
    for definition in definitions {
      guard let identity = definition.identity, let column = table.column(definition.name.name) else { continue }
      guard !table.columns.contains(where: { $0.identity != nil && $0 !== column }) else {
        throw OracleError(
          code: 30669, message: "table can have only one identity column", position: definition.name.range.start)
      }
      guard column.type.base == .number else {
        throw OracleError(
          code: 30675, message: "identity column must be a numeric type", position: definition.name.range.start)
      }
      let number = catalog.takeObjectNumber()
      let sequence = try SequenceGenerator(
        name: QualifiedName(owner: table.name.owner, name: "ISEQ$$_\(table.objectNumber)"), objectNumber: number,
        created: SystemClock.now(), options: identity.options)
      catalog.add(sequence)
      column.identity = IdentityColumn(isAlways: identity.isAlways, onNull: identity.onNull, sequence: sequence)
      let hasNotNull = definition.constraints.contains { if case .notNull = $0.kind { true } else { false } }
      if !hasNotNull { try ConstraintDefiner(definer: self).addNotNull(column, table, name: nil, state: nil) }
    }
  }

  private func addConstraints(_ statement: CreateTable, _ table: Table) throws {
    let definer = ConstraintDefiner(definer: self)
    for definition in statement.columns {
      guard let column = table.column(definition.name.name) else { continue }
      if column.defaultOnNull { try definer.addNotNull(column, table, name: nil, state: nil) }
      for constraint in definition.constraints { try definer.add(constraint, column, table, validate: false) }
    }
    for constraint in statement.constraints { try definer.add(constraint, table, validate: false) }
    table.refreshNotNull()
  }

  /// Copies a query's rows into a new table.
  func fill(_ table: Table, _ plan: QueryPlan) throws {
    for (index, output) in plan.columns.enumerated() where !output.isNullable && index < table.columns.count {
      let column = table.columns[index]
      if !column.isNotNull { try ConstraintDefiner(definer: self).addNotNull(column, table, name: nil, state: nil) }
    }
    table.refreshNotNull()
    let transaction = session.currentTransaction()
    let execution = try session.beginExecution([], expected: 0)
    let changes = RowChanges(execution: execution, transaction: transaction)
    let rules = try table.rules(session)
    try plan.run(execution, parent: nil) { row in
      let values = try row.values().enumerated().map { index, value in
        try ColumnStore.stored(value, in: table.columns[index], of: table, session.rules)
      }
      _ = try changes.insert(values, into: table, rules)
      return true
    }
    try changes.finish()
  }
}

extension Array {
  /// The element, or nil behind the end.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

extension CompileContext {
  /// An expression with its text, its places counted from the text's start.
  func source(_ expression: Expression) -> SourceExpression {
    SourceExpression(text: text(expression.range), expression: expression)
  }
}

extension Table {
  /// Works out which columns may not be NULL.
  func refreshNotNull() {
    for column in columns { column.isNotNull = false }
    for constraint in constraints where constraint.isEnabled {
      if constraint.kind == .notNull || constraint.kind == .primaryKey {
        for column in constraint.columns { column.isNotNull = true }
      }
    }
  }
}
