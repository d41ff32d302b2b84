import Model

/// A constraint or index of one of the schema's tables, by Oracle names.
struct PartKey: Hashable {
  var table: String
  var name: String
}

/// An object type by owner and name.
struct TypeKey: Hashable, Comparable {
  var owner: String
  var name: String

  init(_ type: ObjectType) {
    owner = type.owner
    name = type.name
  }

  init(_ type: CollectionType) {
    owner = type.owner
    name = type.name
  }

  /// The types of users that a type is or holds.
  static func all(in type: OracleDataType) -> [TypeKey] {
    switch type {
    case .object(let type): [TypeKey(type)] + type.attributes.flatMap { all(in: $0.type) }
    case .collection(let type): [TypeKey(type)] + all(in: type.element)
    default: []
    }
  }

  static func < (left: TypeKey, right: TypeKey) -> Bool { (left.owner, left.name) < (right.owner, right.name) }
}

/// The PostgreSQL names of everything that a schema holds.
///
/// Folding can make two Oracle names one ("orders" and ORDERS meet), PostgreSQL reserves the names of its system columns,
/// and there tables, sequences, indexes and keys share one name space. All names are settled over the whole schema, so
/// that they don't depend on which tables a run carries.
struct TargetNames {
  private(set) var tables: [String: String] = [:]
  private(set) var columns: [ColumnKey: String] = [:]
  /// The object types that columns have; PostgreSQL's composite types share the tables' name space.
  private(set) var types: [TypeKey: String] = [:]
  private(set) var sequences: [String: String] = [:]
  private(set) var views: [String: String] = [:]
  /// Synonyms of the schema's own, which become views.
  private(set) var synonyms: [String: String] = [:]
  /// Public synonyms whose name nothing in the schema has.
  private(set) var publicSynonyms: [String: String] = [:]
  /// The sequences behind identity columns.
  private(set) var identitySequences: [ColumnKey: String] = [:]
  /// Primary keys, uniques, checks and foreign keys.
  private(set) var constraints: [PartKey: String] = [:]
  private(set) var indexes: [PartKey: String] = [:]
  /// Indexes that stand beside a unique constraint to refuse what it lets pass.
  private(set) var companionIndexes: [PartKey: String] = [:]
  /// Partitions are tables in PostgreSQL.
  private(set) var partitions: [PartitionPath: String] = [:]
  private(set) var findings: [Finding] = []

  /// The names that every PostgreSQL table has already.
  static let systemColumns: Set<String> = ["tableoid", "xmin", "cmin", "xmax", "cmax", "ctid"]

  private let keepsCase: Bool

  /// - Parameters:
  ///   - keepsCase: whether names stay as Oracle spells them.
  ///   - choices: names that the user gives.
  init(_ schema: Schema, keepsCase: Bool = false, choices: NameChoices = NameChoices()) {
    self.keepsCase = keepsCase
    var relations = NamePool()
    for table in schema.tables {
      tables[table.name] = take(
        table.name, "table \(table.name)", from: &relations,
        wanted: choices.target(owner: table.owner, table: table.name))
      var pool = NamePool(reserved: Self.systemColumns)
      for column in table.columns {
        let key = ColumnKey(table: table.name, column: column.name)
        columns[key] = take(
          column.name, "column \(table.name).\(column.name)", from: &pool,
          wanted: choices.target(owner: table.owner, table: table.name, column: column.name))
      }
    }
    for view in schema.views { views[view.name] = take(view.name, "view \(view.name)", from: &relations) }
    for sequence in schema.sequences {
      sequences[sequence.name] = take(sequence.name, "sequence \(sequence.name)", from: &relations)
    }
    let objectTypes = (schema.tables.flatMap(\.columns).map(\.type) + schema.types).flatMap(TypeKey.all)
    for key in Set(objectTypes).sorted() {
      types[key] = take(key.name, "type \(key.name)", from: &relations)
    }
    for synonym in schema.synonyms where !synonym.isPublic {
      synonyms[synonym.name] = take(synonym.name, "synonym \(synonym.name)", from: &relations)
    }
    for table in schema.tables { nameKeys(of: table, relations: &relations) }
    for table in schema.tables {
      nameIndexes(of: table, relations: &relations)
      nameOtherConstraints(of: table)
    }
    for view in schema.views where view.materialization != nil {
      nameIndexes(of: Table(owner: schema.owner, name: view.name, indexes: view.indexes), relations: &relations)
    }
    for synonym in schema.synonyms where synonym.isPublic {
      publicSynonyms[synonym.name] = relations.taken(PostgresIdentifier.name(of: synonym.name, keepsCase: keepsCase))
    }
    // Last, so that no object changes its name for the sake of a partition.
    for table in schema.tables { namePartitions(of: table, relations: &relations) }
  }

  private mutating func namePartitions(of table: Table, relations: inout NamePool) {
    guard let partitioning = table.partitioning else { return }
    func take(_ labels: [String], _ names: inout [PartitionPath: String]) {
      let label = labels.last ?? ""
      let own = PostgresIdentifier.name(of: label, keepsCase: keepsCase)
      let head = (tables[table.name] ?? table.name) + "_"
      let name = PostgresIdentifier.shortened(own.hasPrefix(head) ? own : head + own)
      let object = "partition \(table.name).\(labels.joined(separator: "."))"
      names[PartitionPath(table: table.name, labels: labels)] = relations.take(name, for: object)
    }
    for (index, partition) in partitioning.partitions.enumerated() {
      let label = PartitionPath.label(partition, at: index)
      take([label], &partitions)
      for (place, part) in partition.subpartitions.enumerated() {
        take([label, PartitionPath.label(part, at: place)], &partitions)
      }
    }
    if partitioning.interval != nil || partitioning.isAutomatic { take([PartitionPath.overflow], &partitions) }
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
  private mutating func take(
    _ name: String, _ object: String, from pool: inout NamePool, wanted choice: String? = nil
  ) -> String {
    let wanted = choice ?? PostgresIdentifier.name(of: name, keepsCase: keepsCase)
    let taken = pool.take(wanted, for: object)
    if taken != wanted || choice == nil && name.utf8.count > PostgresIdentifier.maximumBytes {
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
