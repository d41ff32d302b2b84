import OracleSQL
import OracleWire

/// RETURNING: expressions over a changed row.
struct ReturningPlan {
  private let values: [CompiledValue]
  private let table: Table

  init?(_ clause: ReturningClause?, _ table: Table, _ alias: Identifier?, _ context: CompileContext) throws {
    guard let clause else { return nil }
    let scope = TableRules.scope(table)
    if let alias { scope.sources[0].name = alias.name }
    let compiler = ExpressionCompiler(context: context, scope: scope)
    values = try clause.expressions.map { try compiler.value($0) }
    self.table = table
    guard values.count == clause.targets.count else {
      throw OracleError(code: 913, message: "too many values")
    }
  }

  /// The values of a row as it is now.
  func evaluate(_ row: RowReference, _ execution: Execution) throws -> [StandInDatum] {
    let version = table.storage.newest(row)
    let source = RowSource(
      storage: table.storage, snapshot: execution.snapshot, types: table.columns.map(\.type),
      positions: table.columns.map(\.position))
    let frame = Frame(execution: execution, parent: nil, sources: [source])
    frame.handles[0] = RowHandle(row: row.packed, offset: version.offset)
    return try values.map { compiled in
      let value = try compiled.evaluate(frame)
      return StandInDatum(typeCode: value.type.typeCode, bytes: value.isNull ? nil : value.bytes)
    }
  }
}
