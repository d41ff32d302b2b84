import OracleSQL
import OracleWire

/// Makes indexes.
struct IndexDefiner {
  let definer: TableDefiner

  private var context: CompileContext { definer.context }
  private var catalog: SchemaCatalog { definer.session.database.catalog }

  /// CREATE INDEX.
  func create(_ statement: CreateIndex) throws {
    let table = try context.table(statement.table)
    try table.checkChangeable()
    var name = context.qualified(statement.name)
    if statement.name.schema == nil { name.owner = definer.session.currentSchema }
    if catalog.indexes[name] != nil {
      if statement.ifNotExists { return }
      throw OracleError(
        code: 955, message: "name is already used by an existing object", position: statement.name.range.start)
    }
    var keys: [Index.Key] = []
    for (place, key) in statement.keys.enumerated() {
      if case .column(let reference) = key.expression.kind {
        guard let column = table.column(reference.column.name) else {
          throw OracleError.invalidIdentifier("\"\(reference.column.name)\"", at: reference.column.range.start)
        }
        if column.type.base.isLOB || column.type.base == .long {
          throw OracleError(
            code: 2327, message: "cannot create index on expression with datatype LOB",
            position: key.expression.range.start)
        }
        keys.append(
          .init(
            column: column, expression: nil, isDescending: key.isDescending,
            generatedName: key.isDescending ? "SYS_NC\(padded(table.columns.count + place + 1))$" : nil))
      } else {
        let source = context.source(key.expression)
        _ = try TableRules.compile(source, TableRules.scope(table), table, definer.session)
        keys.append(
          .init(
            column: nil, expression: source, isDescending: key.isDescending,
            generatedName: "SYS_NC\(padded(table.columns.count + place + 1))$"))
      }
    }
    let columns = keys.map { $0.column?.name }
    let same = table.indexes.contains { other in
      !other.hasExpressions && !keys.contains { $0.isDescending } && other.keys.map { $0.column?.name } == columns
    }
    if same, !columns.contains(nil) {
      throw OracleError(
        code: 1408, message: "such column list already indexed", position: statement.keys[0].expression.range.start)
    }
    let index = Index(
      name: name, table: table, objectNumber: catalog.takeObjectNumber(), isUnique: statement.isUnique,
      isBitmap: statement.isBitmap, isReverse: statement.isReverse, isGenerated: false, keys: keys,
      created: SystemClock.now())
    switch statement.partitioning {
    case .local:
      guard table.partitions != nil else {
        throw OracleError(
          code: 14_016, message: "underlying table of a LOCAL partitioned index must be partitioned",
          position: statement.name.range.start)
      }
      index.locality = .local
    case .global(let partitioning): index.locality = .global(partitioning)
    case nil: break
    }
    if statement.isUnique {
      try giveHash(index)
      if try index.hash?.hasDuplicates() == true {
        throw OracleError(code: 1452, message: "cannot CREATE UNIQUE INDEX; duplicate keys found")
      }
    }
    table.indexes.append(index)
    table.rules = nil
    catalog.add(index)
  }

  private func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 5 - digits.count)) + digits
  }

  /// Builds the hash index that finds rows by the index's keys.
  func giveHash(_ index: Index) throws {
    guard index.hash == nil else { return }
    let table = index.table
    let key: HashIndex.Key
    if index.keys.contains(where: { $0.column == nil }) {
      key = try computedKey(index, table)
    } else {
      key = .columns(index.keys.compactMap { $0.column?.position })
    }
    let hash = HashIndex(key: key, storage: table.storage)
    try hash.build()
    index.hash = hash
  }

  private func computedKey(_ index: Index, _ table: Table) throws -> HashIndex.Key {
    let session = definer.session
    let scope = TableRules.scope(table)
    let values = try index.keys.map { key -> CompiledValue in
      if let source = key.expression { return try TableRules.compile(source, scope, table, session) }
      let place = table.columns.firstIndex { $0 === key.column } ?? 0
      return CompiledValue(type: table.columns[place].type) { $0.sources[0].value($0.handles[0], column: place) }
    }
    let execution = Execution(session: session, binds: [], snapshot: session.snapshot())
    let types = table.columns.map(\.type)
    return .computed(count: values.count) { bytes, offset in
      let cells = RowImage.values(rowAt: offset, columns: types.count, in: bytes)
      let row = zip(types, cells).map { RowImage.value($1, type: $0) }
      let frame = Frame(execution: execution, parent: nil, sources: [RowSource(rows: [row], types: types)])
      frame.handles[0] = RowHandle(row: 0, offset: 0)
      return try values.map { try $0.evaluate(frame) }
    }
  }
}
