import OracleWire

extension StandInDatabase {
  /// Loads rows into a table in one transaction, with all constraints enforced.
  ///
  /// - Parameters:
  ///   - owner: the table's schema, in the dictionary's spelling.
  ///   - table: the table's name, in the dictionary's spelling.
  ///   - columns: names of the columns that rows have values for; others get their defaults.
  ///   - rows: values in the order of `columns`, in Oracle's internal format.
  /// - Returns: how many rows were loaded.
  /// - Throws: `OracleError`; nothing is loaded then.
  @discardableResult
  public func load(
    owner: String, table: String, columns: [String], rows: some Swift.Sequence<[StandInDatum]>
  ) throws -> Int {
    let session = try openSession(user: owner)
    defer { session.close() }
    return try locked {
      guard let target = catalog.tables[QualifiedName(owner: owner, name: table)] else {
        throw OracleError.noSuchTable()
      }
      let load = try BulkLoad(session: session, table: target, columns: columns)
      var count = 0
      do {
        for row in rows {
          try load.add(row)
          count += 1
        }
        try load.finish()
      } catch {
        session.undoTransaction()
        throw error
      }
      try session.endTransaction()
      return count
    }
  }
}

/// Rows on their way into a table.
final class BulkLoad {
  private let table: Table
  private let rules: TableRules
  private let changes: RowChanges
  private let execution: Execution
  /// For each column of the table, its place in the given rows.
  private let places: [Int?]
  private let width: Int
  private var pending = 0

  init(session: StandInSession, table: Table, columns: [String]) throws {
    self.table = table
    for name in columns where table.column(name) == nil { throw OracleError.invalidIdentifier("\"\(name)\"") }
    places = table.columns.map { column in columns.firstIndex(of: column.name) }
    width = columns.count
    rules = try table.rules(session)
    let transaction = session.currentTransaction()
    execution = try session.beginExecution([], expected: 0)
    changes = RowChanges(execution: execution, transaction: transaction)
  }

  func add(_ row: [StandInDatum]) throws {
    guard row.count == width else {
      throw OracleError(
        code: row.count < width ? 947 : 913, message: row.count < width ? "not enough values" : "too many values")
    }
    var values: [Value] = []
    values.reserveCapacity(places.count)
    var needsDefaults = false
    for (place, column) in zip(places, table.columns) {
      guard let place else {
        needsDefaults = true
        values.append(.null)
        continue
      }
      values.append(try ColumnStore.stored(Value(row[place]), in: column, of: table, execution.rules))
    }
    if needsDefaults {
      execution.nextValues.removeAll()
      let given: [Value?] = places.enumerated().map { $0.element == nil ? nil : values[$0.offset] }
      values = try InsertPlan.complete(given, table, execution, rules)
    }
    _ = try changes.insert(values, into: table, rules)
    pending += 1
    // References to rows of the same load hold once those are in place; keys are checked early enough to stop soon.
    if pending == 4096, !isSelfReferencing {
      try changes.finish()
      pending = 0
    }
  }

  private var isSelfReferencing: Bool { rules.references.contains { $0.constraint.parent?.table === table } }

  func finish() throws { try changes.finish() }
}
