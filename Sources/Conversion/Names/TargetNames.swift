import Model

/// A constraint or index of one of the schema's tables, by Oracle names.
struct PartKey: Hashable {
  var table: String
  var name: String
}

/// The PostgreSQL names of everything that a schema holds.
///
/// Folding can make two Oracle names one ("orders" and ORDERS meet), PostgreSQL reserves the names of its system columns,
/// and there tables, sequences, indexes and keys share one name space. All names are settled over the whole schema, so
/// that they don't depend on which tables a run carries.
struct TargetNames {
  private(set) var tables: [String: String] = [:]
  private(set) var columns: [ColumnKey: String] = [:]
  private(set) var sequences: [String: String] = [:]
  /// The sequences behind identity columns.
  private(set) var identitySequences: [ColumnKey: String] = [:]
  /// Primary keys, uniques, checks and foreign keys.
  private(set) var constraints: [PartKey: String] = [:]
  private(set) var indexes: [PartKey: String] = [:]
  /// Indexes that stand beside a unique constraint to refuse what it lets pass.
  private(set) var companionIndexes: [PartKey: String] = [:]
  private(set) var findings: [Finding] = []

  /// The names that every PostgreSQL table has already.
  static let systemColumns: Set<String> = ["tableoid", "xmin", "cmin", "xmax", "cmax", "ctid"]

  init(_ schema: Schema) {
    var relations = NamePool()
    for table in schema.tables {
      tables[table.name] = take(table.name, "table \(table.name)", from: &relations)
      var pool = NamePool(reserved: Self.systemColumns)
      for column in table.columns {
        let key = ColumnKey(table: table.name, column: column.name)
        columns[key] = take(column.name, "column \(table.name).\(column.name)", from: &pool)
      }
    }
    for sequence in schema.sequences {
      sequences[sequence.name] = take(sequence.name, "sequence \(sequence.name)", from: &relations)
    }
    for table in schema.tables { nameKeys(of: table, relations: &relations) }
    for table in schema.tables {
      nameIndexes(of: table, relations: &relations)
      nameOtherConstraints(of: table)
    }
  }

  private mutating func nameKeys(of table: Table, relations: inout NamePool) {
    for column in table.columns where column.identity != nil {
      let key = ColumnKey(table: table.name, column: column.name)
      identitySequences[key] = made(
        [tables[table.name], columns[key]], "seq", "identity \(table.name).\(column.name)", from: &relations)
    }
    for key in [table.primaryKey].compactMap({ $0 }) + table.uniqueConstraints {
      let part = PartKey(table: table.name, name: key.name)
      let isPrimary = key.name == table.primaryKey?.name
      let object = (isPrimary ? "primary key " : "unique constraint ") + table.name + "." + key.name
      if key.state.hasGeneratedName {
        let parts = isPrimary ? [] : key.columns.map { columns[ColumnKey(table: table.name, column: $0)] }
        constraints[part] = made([tables[table.name]] + parts, isPrimary ? "pkey" : "key", object, from: &relations)
      } else {
        constraints[part] = take(key.name, object, from: &relations)
      }
    }
  }

  private mutating func nameIndexes(of table: Table, relations: inout NamePool) {
    for index in table.indexes {
      indexes[PartKey(table: table.name, name: index.name)] = take(
        index.name, "index \(table.name).\(index.name)", from: &relations)
    }
    for key in table.uniqueConstraints where key.columns.count > 1 {
      let part = PartKey(table: table.name, name: key.name)
      companionIndexes[part] = made(
        [constraints[part]], "nulls", "index beside \(table.name).\(key.name)", from: &relations)
    }
  }

  private mutating func nameOtherConstraints(of table: Table) {
    let keys = ([table.primaryKey].compactMap { $0 } + table.uniqueConstraints)
      .compactMap { constraints[PartKey(table: table.name, name: $0.name)] }
    var pool = NamePool(reserved: Set(keys))
    for check in table.checks {
      let object = "check constraint \(table.name).\(check.name)"
      constraints[PartKey(table: table.name, name: check.name)] =
        check.state.hasGeneratedName
        ? made([tables[table.name]], "check", object, from: &pool) : take(check.name, object, from: &pool)
    }
    for key in table.foreignKeys {
      let object = "foreign key \(table.name).\(key.name)"
      let parts = key.columns.map { columns[ColumnKey(table: table.name, column: $0)] }
      constraints[PartKey(table: table.name, name: key.name)] =
        key.state.hasGeneratedName
        ? made([tables[table.name]] + parts, "fkey", object, from: &pool) : take(key.name, object, from: &pool)
    }
  }

  /// A name that the user gave.
  private mutating func take(_ name: String, _ object: String, from pool: inout NamePool) -> String {
    let wanted = PostgresIdentifier.folded(oracleName: name)
    let taken = pool.take(wanted, for: object)
    if taken != wanted || name.utf8.count > PostgresIdentifier.maximumBytes {
      findings.append(
        Finding(
          severity: .info, rule: "name.changed", object: object,
          reason: "the name is taken, reserved or longer than 63 bytes in PostgreSQL; it becomes \"\(taken)\"",
          remedy: "use the new name"))
    }
    return taken
  }

  /// A name that nobody gave, after PostgreSQL's own habit: `orders_customer_id_fkey`.
  private func made(_ parts: [String?], _ suffix: String, _ object: String, from pool: inout NamePool) -> String {
    let name = (parts.compactMap { $0 } + [suffix]).joined(separator: "_")
    return pool.take(PostgresIdentifier.shortened(name), for: object)
  }
}
