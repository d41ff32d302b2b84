import OracleSQL
import OracleWire

/// Carries out CREATE MATERIALIZED VIEW: a table with the query's rows, and an entry of the dictionary.
struct MaterializedViewDefiner {
  let definer: TableDefiner

  private var session: StandInSession { definer.session }
  private var context: CompileContext { definer.context }
  private var catalog: SchemaCatalog { session.database.catalog }

  func create(_ statement: CreateMaterializedView) throws {
    let name = context.qualified(statement.name)
    let position = statement.name.range.start
    guard catalog.users[name.owner] != nil else {
      throw OracleError(code: 1918, message: "user '\(name.owner)' does not exist", position: position)
    }
    if statement.ifNotExists, catalog.materializedViews[name] != nil { return }
    guard statement.objectType == nil else { throw OracleError.unsupported("OF type", at: position) }
    let plan = try session.withSchema(name.owner) {
      try QueryCompiler(context: context).plan(statement.query, parent: nil)
    }
    if statement.isPrebuilt {
      try checkPrebuilt(name, plan, at: position)
    } else {
      try makeContainer(name, statement, plan)
    }
    catalog.add(
      MaterializedView(
        name: name, objectNumber: catalog.takeObjectNumber(), text: context.text(statement.query.range),
        buildsImmediately: statement.buildsImmediately != false, isPrebuilt: statement.isPrebuilt,
        refresh: statement.refresh, next: statement.refresh?.next.map { context.text($0.range) },
        isUpdatable: statement.isUpdatable, rewrites: statement.queryRewrite == true, created: SystemClock.now()))
  }

  private func checkPrebuilt(_ name: QualifiedName, _ plan: QueryPlan, at position: Int) throws {
    guard let table = catalog.tables[name], catalog.materializedViews[name] == nil else {
      throw OracleError(code: 12_059, message: "prebuilt table \(name.quoted) does not exist", position: position)
    }
    guard Set(plan.columns.map(\.name)).isSubset(of: table.columns.map(\.name)) else {
      throw OracleError(
        code: 12_060, message: "shape of prebuilt table does not match definition query", position: position)
    }
  }

  private func makeContainer(_ name: QualifiedName, _ statement: CreateMaterializedView, _ plan: QueryPlan) throws {
    let position = statement.name.range.start
    try catalog.checkFree(name, at: position)
    let columns = try definer.columns(of: plan, at: position, aliases: statement.columns.map(\.name))
    if let partitioning = statement.partitioning {
      throw OracleError.unsupported("partitions of a materialized view", at: partitioning.range.start)
    }
    let number = catalog.takeObjectNumber()
    let table = Table(
      name: name, objectNumber: number, columns: columns,
      storage: session.database.newStorage(columnCount: columns.count, dataObject: number), created: SystemClock.now())
    // The dictionary's own words.
    table.comment = "snapshot table for snapshot \(name)"
    catalog.add(table)
    guard statement.buildsImmediately != false else { return }
    do {
      try definer.fill(table, plan)
    } catch {
      catalog.removeTable(name)
      throw error
    }
  }
}
