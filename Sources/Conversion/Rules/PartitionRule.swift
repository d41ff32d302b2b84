import Model

extension SchemaConversion {
  /// PARTITION BY of a table, and a table for each partition and subpartition.
  ///
  /// A partition is a table of its own in PostgreSQL, called after its table and itself. Where the rows would not be kept
  /// as in Oracle, the table is left in one piece: a primary key or unique key must hold the partition key, a key column
  /// may not be computed or set by a BEFORE trigger, bounds must be constants of the column's type. A range partition
  /// below MAXVALUE becomes the DEFAULT one, as NULL goes there. Instead of partitions that Oracle makes when rows come
  /// (INTERVAL, AUTOMATIC) there is a DEFAULT one, too.
  ///
  /// ```sql
  /// -- Oracle
  /// PARTITION BY LIST (region) (PARTITION north VALUES ('N', 'NE'), PARTITION rest VALUES (DEFAULT))
  /// -- PostgreSQL
  /// CREATE TABLE "app"."t_north" PARTITION OF "app"."t" FOR VALUES IN ('N', 'NE')
  /// ```
  ///
  /// Not the same: which partition a hash picks; partitions that Oracle would make when rows come.
  mutating func partitionScheme(_ table: TargetTable) -> PartitionScheme? {
    guard let partitioning = table.source.partitioning else { return nil }
    let object = "table \(table.source.name)"
    do {
      let scheme = try scheme(partitioning, of: table)
      partitionedTables.insert(table.source.name)
      reportPartitions(partitioning, scheme, object)
      return scheme
    } catch {
      report(
        .warning, "table.partitioned", object, "\(error.reason); all partitions become one plain table",
        "partition the table by hand if its size asks for it")
      return nil
    }
  }

  /// The statements that make the partitions of a table.
  func partitionStatements(_ scheme: PartitionScheme, of table: TargetTable) -> [DDLStatement] {
    var statements: [DDLStatement] = []
    addStatements(scheme, parent: table.name, of: table, to: &statements)
    return statements
  }

  private func addStatements(
    _ scheme: PartitionScheme, parent: QualifiedName, of table: TargetTable, to statements: inout [DDLStatement]
  ) {
    for piece in scheme.pieces {
      let path = PartitionPath(table: table.source.name, labels: piece.labels)
      guard let name = names.partitions[path] else { continue }
      let target = QualifiedName(schema: self.target, name: name)
      var sql = "CREATE TABLE \(target.quoted) PARTITION OF \(parent.quoted) \(piece.bound)"
      if let below = piece.scheme { sql += " PARTITION BY \(below.clause)" }
      statements.append(
        DDLStatement(phase: .table, object: TargetObject(kind: .table, table: name, name: name), sql: sql))
      if let below = piece.scheme { addStatements(below, parent: target, of: table, to: &statements) }
    }
  }

  // MARK: Making of a scheme

  private func scheme(
    _ partitioning: TablePartitioning, of table: TargetTable
  ) throws(ConversionRefusal) -> PartitionScheme {
    let keys = try keyColumns(partitioning, of: table)
    let isSet = triggerColumns[table.name] ?? []
    if let key = (partitioning.columns + (partitioning.subpartitioning?.columns ?? [])).first(where: isSet.contains) {
      throw ConversionRefusal("a BEFORE trigger sets \(key), after which PostgreSQL moves no row to another partition")
    }
    try checkUniqueness(of: table, partitioning, keys)
    let isOpen = partitioning.interval != nil || partitioning.isAutomatic
    let bounds = PartitionBounds(
      method: partitioning.method, columns: keys.upper, context: context(nil))
    var scheme = PartitionScheme(clause: try bounds.clause(), pieces: [])
    let texts = try bounds.bounds(of: partitioning.partitions)
    for (index, partition) in partitioning.partitions.enumerated() {
      let label = PartitionPath.label(partition, at: index)
      var piece = PartitionScheme.Piece(labels: [label], bound: texts[index])
      if let below = partitioning.subpartitioning, !partition.subpartitions.isEmpty {
        let inner = PartitionBounds(
          method: below.method, columns: keys.lower, context: context(nil))
        let clause = try inner.clause()
        let innerTexts = try inner.bounds(of: partition.subpartitions)
        piece.scheme = PartitionScheme(
          clause: clause,
          pieces: partition.subpartitions.enumerated().map { place, part in
            PartitionScheme.Piece(labels: [label, PartitionPath.label(part, at: place)], bound: innerTexts[place])
          })
      }
      scheme.pieces.append(piece)
    }
    if isOpen, !texts.contains("DEFAULT") {
      scheme.pieces.append(PartitionScheme.Piece(labels: [PartitionPath.overflow], bound: "DEFAULT"))
    }
    return scheme
  }

  private func keyColumns(
    _ partitioning: TablePartitioning, of table: TargetTable
  ) throws(ConversionRefusal) -> (upper: [TargetColumn], lower: [TargetColumn]) {
    var columns: [[TargetColumn]] = []
    for names in [partitioning.columns, partitioning.subpartitioning?.columns ?? []] {
      var level: [TargetColumn] = []
      for name in names {
        guard let column = table.column(name) else {
          throw ConversionRefusal("\(name) of its partition key is no column that is carried over")
        }
        guard !column.source.isVirtual, column.source.identity == nil else {
          throw ConversionRefusal(
            "\(name) of its partition key is computed by the database, which PostgreSQL can't have")
        }
        level.append(column)
      }
      columns.append(level)
    }
    return (columns[0], columns[1])
  }

  /// PostgreSQL keeps a key within each partition: it must say the partition.
  private func checkUniqueness(
    of table: TargetTable, _ partitioning: TablePartitioning, _ keys: (upper: [TargetColumn], lower: [TargetColumn])
  ) throws(ConversionRefusal) {
    let needed = Set(partitioning.columns + (partitioning.subpartitioning?.columns ?? []))
    let constraints = ([table.source.primaryKey].compactMap { $0 } + table.source.uniqueConstraints)
      .filter(\.state.isEnabled).map { ($0.name, Set($0.columns)) }
    let indexes = table.source.indexes.filter(\.isUnique).map { index in
      (
        index.name,
        Set(
          index.parts.compactMap { part -> String? in
            if case .column(let name) = part.key { name } else { nil }
          })
      )
    }
    for (name, columns) in constraints + indexes where !needed.isSubset(of: columns) {
      throw ConversionRefusal("its key \(name) lacks the partition key \(needed.sorted().joined(separator: ", "))")
    }
    let ordered =
      (partitioning.method == .range ? keys.upper : [])
      + (partitioning.subpartitioning?.method == .range ? keys.lower : [])
    guard constraints.isEmpty && indexes.isEmpty || !ordered.contains(where: \.type.isText) else {
      throw ConversionRefusal("it has a key, and ranges of text sort as Oracle does under another collation only")
    }
  }

  // MARK: Findings

  private mutating func reportPartitions(
    _ partitioning: TablePartitioning, _ scheme: PartitionScheme, _ object: String
  ) {
    report(
      .info, "table.partitions", object,
      "its partitions become \(scheme.count) tables, called after the table and the partition",
      "name them so where partitions are dropped or attached")
    if partitioning.method == .hash || partitioning.subpartitioning?.method == .hash {
      report(
        .info, "table.hash-partitions", object, "PostgreSQL's hash puts a row into another partition than Oracle's",
        "nothing needs to be done")
    }
    if partitioning.interval != nil || partitioning.isAutomatic {
      report(
        .warning, "table.open-partitions", object,
        "Oracle makes new partitions when rows come (\(partitioning.interval == nil ? "AUTOMATIC" : "INTERVAL")), PostgreSQL "
          + "puts such rows, and those without a key, into the DEFAULT partition",
        "make partitions ahead of the rows, by hand or with pg_partman")
    }
    let isWide = partitioning.method == .range && partitioning.columns.count > 1
    if isWide || partitioning.subpartitioning.map({ $0.method == .range && $0.columns.count > 1 }) == true {
      report(
        .info, "table.null-partitions", object,
        "rows with NULL in one of the key's columns lie in the DEFAULT partition", "nothing needs to be done")
    }
  }
}
