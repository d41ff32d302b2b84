import OracleSQL
import OracleWire

/// Carries out the column clauses of ALTER TABLE MODIFY.
struct ColumnModifier {
  let definer: TableDefiner
  let table: Table

  private var session: StandInSession { definer.session }
  private var constraints: ConstraintDefiner { ConstraintDefiner(definer: definer) }

  func modify(_ definition: ColumnDefinition) throws {
    guard let column = table.column(definition.name.name) else {
      throw OracleError.invalidIdentifier("\"\(definition.name.name)\"", at: definition.name.range.start)
    }
    if let type = definition.type {
      let wanted = try ColumnTypes.type(type, in: session.database.release)
      if wanted != column.type { try change(column, to: wanted) }
    }
    if let value = definition.defaultValue {
      let source = definer.context.source(value.expression)
      _ = try TableRules.compile(source, Scope(parent: nil), table, session)
      if case .literal(.null) = value.expression.kind {
        column.defaultValue = nil
      } else {
        column.defaultValue = source
      }
      column.defaultOnNull = value.onNull
    }
    if let identity = definition.identity { try change(column, identity, at: definition.name.range.start) }
    for constraint in definition.constraints {
      if case .null = constraint.kind {
        try dropNotNull(column)
      } else {
        try constraints.add(constraint, column, table, validate: true)
      }
    }
    constraints.changed(table)
  }

  private func dropNotNull(_ column: Column) throws {
    if table.primaryKey?.columns.contains(where: { $0 === column }) == true {
      throw OracleError(code: 1451, message: "column to be modified to NULL cannot be modified to NULL")
    }
    guard let constraint = table.constraints.first(where: { $0.kind == .notNull && $0.columns.first === column }) else {
      throw OracleError(code: 1451, message: "column to be modified to NULL cannot be modified to NULL")
    }
    constraints.remove(constraint, from: table)
  }

  private func change(_ column: Column, _ identity: IdentityDefinition, at position: Int) throws {
    guard let known = column.identity else {
      throw OracleError(code: 30673, message: "column to be modified is not an identity column", position: position)
    }
    var options = identity.options
    if identity.startWithLimitValue {
      var highest = OracleNumber.zero
      forEachCell(column) { cell in
        if let cell, let number = try? OracleNumber(wireBytes: cell), number > highest { highest = number }
      }
      options.startWith = String((highest.intValue ?? 0) + 1)
    }
    if options.startWith != nil { options.restart = true }
    try known.sequence.alter(options)
    column.identity?.isAlways = identity.isAlways
    column.identity?.onNull = identity.onNull
  }

  private func forEachCell(_ column: Column, _ body: ([UInt8]?) throws -> Void) rethrows {
    for block in table.storage.blocks {
      for version in block.slots where version.deleted == Stamps.none && version.created != Stamps.dead {
        let cell = block.bytes.withUnsafeBufferPointer { bytes in
          let start = RowImage.start(ofCell: column.position, rowAt: Int(version.offset), in: bytes)
          return RowImage.value(ofCellAt: start, in: bytes)
        }
        try body(cell)
      }
    }
  }

  /// Changes a type: freely while the column is empty, else only to one that holds all its values as they are.
  private func change(_ column: Column, to wanted: ColumnType) throws {
    var hasValues = false
    forEachCell(column) { cell in if cell != nil { hasValues = true } }
    let old = column.type
    if hasValues {
      guard wanted.base == old.base, wanted.isNational == old.isNational else {
        throw OracleError(code: 1439, message: "column to be modified must be empty to change datatype")
      }
      switch wanted.base {
      case .number:
        let wider =
          (wanted.precision == nil && wanted.scale == nil)
          || (!wanted.isFloat && !old.isFloat
            && (wanted.precision ?? 38) - (wanted.scale ?? 0)
              >= (old.precision ?? 38) - (old.scale ?? 0)
            && (wanted.scale ?? 0) >= (old.scale ?? 0)
            && !(old.precision == nil && old.scale == nil))
        guard wider else {
          throw OracleError(
            code: 1440, message: "column to be modified must be empty to decrease precision or scale")
        }
      case .varchar, .raw, .char:
        try forEachCell(column) { cell in
          guard let cell else { return }
          let value = RowImage.value(cell, type: old)
          let length =
            wanted.inCharacters || wanted.isNational
            ? ColumnStore.characterCount(value.bytes) : value.bytes.count
          if length > wanted.length {
            throw OracleError(code: 1441, message: "cannot decrease column length because some value is too big")
          }
        }
      case .timestamp, .timestampTZ, .timestampLTZ:
        guard (wanted.precision ?? 6) >= (old.precision ?? 6) else {
          throw OracleError(
            code: 30082,
            message: "datetime/interval column to be modified must be empty to decrease "
              + "fractional second or leading field precision")
        }
      default: break
      }
    }
    column.type = wanted
    let pads = wanted.base == .char && hasValues
    let table = self.table
    let rules = session.rules
    let position = column.position
    try StorageRebuild(session: session, table: table).rebuild { cells in
      guard pads, let cell = cells[position] else { return cells }
      var cells = cells
      let value = RowImage.value(cell, type: old)
      let stored = try ColumnStore.stored(value, in: column, of: table, rules)
      cells[position] = column.type.isNational ? RowImage.national(stored.bytes) : stored.bytes
      return cells
    }
  }
}
