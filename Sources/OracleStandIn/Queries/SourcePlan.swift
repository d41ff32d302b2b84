import OracleSQL
import OracleWire

/// Where the rows of a FROM entry come from.
enum SourcePlan {
  case table(Table, asOf: FlashbackValue?)
  case query(QueryPlan)
  case dictionary(DictionaryView)
  case json(JSONTablePlan)
  case recursive(RecursiveSource)

  /// The moment of AS OF.
  enum FlashbackValue {
    case scn(CompiledValue)
    case timestamp(CompiledValue)
  }

  /// Makes the rows available.
  ///
  /// - Throws: ORA-08181 for an SCN that isn't valid, ORA-01466 for one before the table's definition.
  func open(_ execution: Execution, parent: Frame?, types: [ColumnType]) throws -> RowSource {
    switch self {
    case .table(let table, let asOf):
      var snapshot = execution.snapshot
      if let asOf {
        let scn = try Self.scn(asOf, execution)
        snapshot = Snapshot(scn: scn)
        guard scn >= table.storage.readableFrom else { throw OracleError.definitionChanged }
      }
      return RowSource(
        storage: table.storage, snapshot: snapshot, types: types, positions: table.columns.map(\.position))
    case .query(let plan):
      let key = ObjectIdentifier(plan)
      if case .rows(let known)? = execution.subqueryResults[key] { return RowSource(rows: known, types: types) }
      var rows: [[Value]] = []
      try plan.run(execution, parent: parent) { row in
        var values = try row.values()
        for (index, type) in types.enumerated() where index < values.count {
          values[index] = try ColumnStore.convert(values[index], to: type, execution.rules)
        }
        rows.append(values)
        return true
      }
      if !plan.readsOuter { execution.subqueryResults[key] = .rows(rows) }
      return RowSource(rows: rows, types: types)
    case .dictionary(let view):
      return RowSource(rows: try execution.session.rows(of: view), types: types)
    case .json: return RowSource(rows: [], types: types)
    case .recursive(let source):
      return RowSource(rows: execution.recursions[ObjectIdentifier(source)] ?? [], types: types)
    }
  }

  /// The rows that a lateral source has for the rows that stand in the frame.
  func lateralRows(_ frame: Frame, types: [ColumnType]) throws -> [[Value]] {
    switch self {
    case .query(let plan):
      var rows: [[Value]] = []
      try plan.run(frame.execution, parent: frame) { row in
        var values = try row.values()
        for (index, type) in types.enumerated() where index < values.count {
          values[index] = try ColumnStore.convert(values[index], to: type, frame.execution.rules)
        }
        rows.append(values)
        return true
      }
      return rows
    case .json(let plan): return try plan.rows(frame)
    case .table, .dictionary, .recursive: return []
    }
  }

  private static func scn(_ asOf: FlashbackValue, _ execution: Execution) throws -> UInt64 {
    let frame = Frame(execution: execution, parent: nil)
    let database = execution.session.database
    switch asOf {
    case .scn(let compiled):
      let value = try compiled.evaluate(frame)
      let invalid = OracleError(code: 8181, message: "specified number is not a valid system change number")
      guard !value.isNull, let whole = try execution.rules.number(value).number.intValue, whole > 0,
        let scn = UInt64(exactly: whole), scn <= database.lastSCN
      else { throw invalid }
      return scn
    case .timestamp(let compiled):
      let value = try compiled.evaluate(frame)
      guard let moment = try execution.rules.timestampTZ(value).timestamp else {
        throw OracleError(code: 8186, message: "invalid timestamp specified")
      }
      guard let scn = database.scn(at: moment) else {
        throw OracleError(code: 8180, message: "no snapshot found based on specified time")
      }
      return scn
    }
  }
}
