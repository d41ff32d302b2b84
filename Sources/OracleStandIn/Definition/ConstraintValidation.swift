import OracleSQL
import OracleWire

/// Holds rows that are there already against a constraint.
enum ConstraintValidation {
  /// Checks all living rows.
  ///
  /// - Throws: ORA-02293 and kin on ENABLE, ORA-00001 and kin for a deferred constraint.
  static func validate(
    _ constraint: Constraint, of table: Table, session: StandInSession, isDeferred: Bool = false
  ) throws {
    switch constraint.kind {
    case .notNull: try validateNotNull(constraint, table)
    case .primaryKey, .unique: try validateKey(constraint, table, isDeferred)
    case .check: try validateCheck(constraint, table, session, isDeferred)
    case .foreignKey: try validateReference(constraint, table, isDeferred)
    }
  }

  private static func living(_ table: Table, _ body: (RowReference, RowVersion) throws -> Void) rethrows {
    for (index, block) in table.storage.blocks.enumerated() {
      for slot in block.slots.indices {
        let version = block.slots[slot]
        if version.deleted == Stamps.none, version.created != Stamps.dead {
          try body(RowReference(block: index, slot: slot), version)
        }
      }
    }
  }

  private static func key(_ columns: [Column], _ row: RowReference, _ version: RowVersion, _ table: Table)
    -> (bytes: [UInt8], nulls: Int)
  {
    var bytes: [UInt8] = []
    let nulls = table.storage.blocks[row.block].bytes.withUnsafeBufferPointer {
      HashIndex.appendCells(columns.map(\.position), rowAt: Int(version.offset), in: $0, to: &bytes)
    }
    return (bytes, nulls)
  }

  private static func validateNotNull(_ constraint: Constraint, _ table: Table) throws {
    try living(table) { row, version in
      if key(constraint.columns, row, version, table).nulls > 0 {
        throw OracleError(
          code: 2296, message: "cannot enable (\(constraint.qualifiedName)) - null values found")
      }
    }
  }

  private static func validateKey(_ constraint: Constraint, _ table: Table, _ isDeferred: Bool) throws {
    if constraint.kind == .primaryKey {
      try living(table) { row, version in
        if key(constraint.columns, row, version, table).nulls > 0 {
          throw OracleError(
            code: 1449, message: "column contains NULL values; cannot alter to NOT NULL")
        }
      }
    }
    guard let hash = constraint.index?.hash, try hash.hasDuplicates() else { return }
    if isDeferred {
      throw OracleError(code: 1, message: "unique constraint (\(constraint.qualifiedName)) violated")
    }
    throw constraint.kind == .primaryKey
      ? OracleError(code: 2437, message: "cannot validate (\(constraint.qualifiedName)) - primary key violated")
      : OracleError(code: 2299, message: "cannot validate (\(constraint.qualifiedName)) - duplicate keys found")
  }

  private static func validateCheck(
    _ constraint: Constraint, _ table: Table, _ session: StandInSession, _ isDeferred: Bool
  ) throws {
    let condition = try TableRules.condition(constraint, session)
    let execution = Execution(session: session, binds: [], snapshot: session.snapshot())
    let source = RowSource(
      storage: table.storage, snapshot: execution.snapshot, types: table.columns.map(\.type),
      positions: table.columns.map(\.position))
    let frame = Frame(execution: execution, parent: nil, sources: [source])
    try living(table) { row, version in
      frame.handles[0] = RowHandle(row: row.packed, offset: version.offset)
      guard try condition.test(frame) == false else { return }
      throw isDeferred
        ? OracleError(code: 2290, message: "check constraint (\(constraint.qualifiedName)) violated")
        : OracleError(
          code: 2293, message: "cannot validate (\(constraint.qualifiedName)) - check constraint violated")
    }
  }

  private static func validateReference(_ constraint: Constraint, _ table: Table, _ isDeferred: Bool) throws {
    guard let parent = constraint.parent else { return }
    let hash = try parent.table.lookup(parent.columns.map(\.position))
    try living(table) { row, version in
      let (bytes, nulls) = key(constraint.columns, row, version, table)
      guard nulls == 0, try !hash.hasOther(than: nil, key: bytes) else { return }
      throw isDeferred
        ? OracleError(
          code: 2291,
          message: "integrity constraint (\(constraint.qualifiedName)) violated - parent key not found")
        : OracleError(code: 2298, message: "cannot validate (\(constraint.qualifiedName)) - parent keys not found")
    }
  }
}
