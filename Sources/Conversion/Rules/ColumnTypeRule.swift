import Model

extension SchemaConversion {
  /// Settles the type of every column of the carried tables.
  mutating func settleTypes(_ carried: [Table]) {
    // Over all tables, not only the chosen ones: a type must not depend on what is carried in the same run.
    var types: [ColumnKey: PostgresType] = [:]
    var identities: Set<ColumnKey> = []
    var ties = ForeignKeyTypes()
    for table in schema.tables {
      for column in table.columns {
        let key = ColumnKey(table: table.name, column: column.name)
        guard let type = typeMap.postgresType(for: column.type) else { continue }
        types[key] = type
        if column.identity != nil, let integer = identityType(type) {
          types[key] = integer
          identities.insert(key)
        }
      }
      for key in table.foreignKeys where key.state.isEnabled && key.referencedOwner == schema.owner {
        for (column, referenced) in zip(key.columns, key.referencedColumns) {
          ties.tie(
            ColumnKey(table: table.name, column: column), ColumnKey(table: key.referencedTable, column: referenced))
        }
      }
    }
    ties.unify(&types, identities: identities)
    for table in carried {
      for column in table.columns { reportTypeLosses(column, ColumnKey(table: table.name, column: column.name)) }
      let columns = table.columns.compactMap { column -> TargetColumn? in
        let key = ColumnKey(table: table.name, column: column.name)
        guard let type = types[key], let name = names.columns[key] else { return nil }
        return TargetColumn(source: column, name: name, type: type)
      }
      let name = QualifiedName(schema: target, name: names.tables[table.name] ?? table.name)
      tables[table.name] = TargetTable(source: table, name: name, columns: columns)
      order.append(table.name)
    }
  }

  /// The type of an identity column.
  ///
  /// PostgreSQL's identity takes smallint, integer and bigint only. An Oracle identity is often a bare NUMBER; its
  /// values come from a sequence, so they are whole, and bigint holds them; one that doesn't fit is refused when rows
  /// are copied, never changed. Nil where the column has decimal places: it stays a plain column.
  private func identityType(_ type: PostgresType) -> PostgresType? {
    switch type {
    case .smallint, .integer, .bigint: type
    case .numeric(nil, _): .bigint
    case .numeric(_, let scale) where scale <= 0: .bigint
    default: nil
    }
  }

  private mutating func reportTypeLosses(_ column: Column, _ key: ColumnKey) {
    let object = "column \(key.table).\(key.column)"
    switch column.type {
    case .unsupported(let name):
      report(
        .blocking, "type.unsupported", object, "the type \(name) is not carried over yet",
        "choose other tables with --tables, or move the column to a table of its own")
    case .timestamp(let precision), .timestampWithLocalTimeZone(let precision):
      reportPrecision(precision, object)
    case .timestampWithTimeZone(let precision):
      reportPrecision(precision, object)
      report(
        .warning, "type.time-zone", object, "the instant is kept, the time zone that was written with it is lost",
        "keep the zone in a column of its own where it matters")
    default: break
    }
    if column.isInvisible {
      report(
        .info, "column.invisible", object, "an invisible column is copied, and shows in SELECT *", "name the columns")
    }
  }

  private mutating func reportPrecision(_ precision: Int, _ object: String) {
    guard precision > DateTimeTypes.maximumPrecision else { return }
    report(
      .warning, "type.fraction", object, "PostgreSQL keeps 6 fractional digits of a second, Oracle \(precision)",
      "keep the digits in a column of their own where they matter")
  }
}
