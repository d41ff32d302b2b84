import Model
import PostgresClient

/// Tables that are there already: their columns' real types, and what the user may do with them.
extension PostgresCatalog {
  /// The tables of a schema, and what else rows could be asked to go into, ordered by name.
  ///
  /// - Throws: `PostgresError`, or `CatalogError.unreadable`.
  public func existingTables(of schema: String) async throws -> [ExistingTable] {
    let types = try await existingTypes()
    var columns = try await existingColumns(schema, types)
    let keys = try await primaryKeys(schema)
    let result = try await session.execute(
      """
      SELECT c.oid, c.relname, c.relkind, c.relispartition, pg_has_role(c.relowner, 'USAGE'),
        has_table_privilege(c.oid, 'INSERT') AND has_table_privilege(c.oid, 'SELECT'), row_security_active(c.oid)
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = $1 AND c.relkind IN ('r', 'p', 'f', 'v', 'm') ORDER BY c.relname COLLATE "C"
      """, [schema])
    return try result.rows.map { row in
      guard row.count == 7, let oid = row[0].flatMap({ UInt32($0) }), let name = row[1],
        let kind = row[2].flatMap({ ExistingTable.Kind(rawValue: $0) })
      else { throw CatalogError.unreadable(view: "pg_class", column: "relkind") }
      return ExistingTable(
        oid: oid, name: QualifiedName(schema: schema, name: name), kind: kind, isPartition: row[3] == "t",
        isOwned: row[4] == "t", isWritable: row[5] == "t", hasRowSecurity: row[6] == "t",
        columns: columns.removeValue(forKey: oid) ?? [], primaryKey: keys[oid] ?? [])
    }
  }

  private func existingColumns(
    _ schema: String, _ types: ExistingTypes
  ) async throws -> [UInt32: [ExistingColumn]] {
    let result = try await session.execute(
      """
      SELECT c.oid, a.attname, a.atttypid, a.atttypmod, format_type(a.atttypid, a.atttypmod), a.attnotnull,
        a.atthasdef OR a.attidentity <> '', a.attgenerated <> ''
      FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = $1 AND c.relkind IN ('r', 'p', 'f', 'v', 'm') AND a.attnum > 0 AND NOT a.attisdropped
      ORDER BY c.oid, a.attnum
      """, [schema])
    var columns: [UInt32: [ExistingColumn]] = [:]
    for row in result.rows {
      guard row.count == 8, let table = row[0].flatMap({ UInt32($0) }), let name = row[1],
        let type = row[2].flatMap({ UInt32($0) }), let modifier = row[3].flatMap({ Int($0) }), let typeName = row[4]
      else { throw CatalogError.unreadable(view: "pg_attribute", column: "atttypid") }
      let resolved = types.resolved(type, modifier: modifier)
      columns[table, default: []].append(
        ExistingColumn(
          name: name, types: resolved.types, typeName: typeName, isNotNull: row[5] == "t" || resolved.isNotNull,
          hasDefault: row[6] == "t" || resolved.hasDefault, isGenerated: row[7] == "t"))
    }
    return columns
  }

  private func existingTypes() async throws -> ExistingTypes {
    var types = ExistingTypes()
    let domains = try await session.execute(
      """
      SELECT oid, typbasetype, typtypmod, typnotnull, typdefault IS NOT NULL FROM pg_catalog.pg_type WHERE typtype = 'd'
      """)
    for row in domains.rows {
      guard row.count == 5, let oid = row[0].flatMap({ UInt32($0) }), let base = row[1].flatMap({ UInt32($0) }),
        let modifier = row[2].flatMap({ Int($0) })
      else { throw CatalogError.unreadable(view: "pg_type", column: "typbasetype") }
      types.domains[oid] = ExistingTypes.Domain(
        base: base, modifier: modifier, isNotNull: row[3] == "t", hasDefault: row[4] == "t")
    }
    let fields = try await session.execute(
      """
      SELECT t.oid, n.nspname, t.typname, a.attname, a.atttypid, a.atttypmod
      FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
      JOIN pg_catalog.pg_class c ON c.oid = t.typrelid AND c.relkind = 'c'
      JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      ORDER BY t.oid, a.attnum
      """)
    for row in fields.rows {
      guard row.count == 6, let oid = row[0].flatMap({ UInt32($0) }), let schema = row[1], let name = row[2],
        let field = row[3], let type = row[4].flatMap({ UInt32($0) }), let modifier = row[5].flatMap({ Int($0) })
      else { throw CatalogError.unreadable(view: "pg_type", column: "typrelid") }
      types.composites[oid, default: (QualifiedName(schema: schema, name: name), [])].fields.append(
        ExistingTypes.Field(name: field, type: type, modifier: modifier))
    }
    return types
  }

  private func primaryKeys(_ schema: String) async throws -> [UInt32: [String]] {
    let result = try await session.execute(
      """
      SELECT k.conrelid, a.attname FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      CROSS JOIN LATERAL unnest(k.conkey) WITH ORDINALITY AS p (number, place)
      JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.number
      WHERE n.nspname = $1 AND k.contype = 'p' ORDER BY k.conrelid, p.place
      """, [schema])
    var keys: [UInt32: [String]] = [:]
    for row in result.rows {
      guard row.count == 2, let table = row[0].flatMap({ UInt32($0) }), let name = row[1] else { continue }
      keys[table, default: []].append(name)
    }
    return keys
  }
}
