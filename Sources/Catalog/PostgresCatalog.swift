import Model
import PostgresClient

/// Reads PostgreSQL's catalogue through one session.
public struct PostgresCatalog: Sendable {
  let session: PostgresSession

  /// Uses a session that stays the caller's.
  public init(session: PostgresSession) {
    self.session = session
  }

  /// What a schema holds: four queries, whatever the number of tables.
  ///
  /// - Parameter schema: the name, unquoted.
  /// - Throws: `PostgresError`, or `CatalogError.unreadable`.
  public func inventory(of schema: String) async throws -> TargetInventory {
    let facts = try await session.execute(
      """
      SELECT current_setting('server_version_num'), pg_encoding_to_char(encoding), \
      EXISTS (SELECT FROM pg_namespace WHERE nspname = $1), datcollate FROM pg_database WHERE datname = current_database()
      """, [schema])
    guard let row = facts.rows.first, let version = row[0].flatMap({ Int($0) }), let encoding = row[1] else {
      throw CatalogError.unreadable(view: "pg_database", column: "encoding")
    }
    var inventory = TargetInventory(
      schema: schema, schemaExists: row[2] == "t", serverVersion: version, encoding: encoding,
      collation: row[3] ?? "C")
    guard inventory.schemaExists else { return inventory }
    inventory.tables = try await tables(schema)
    inventory.objects = try await constraints(schema).union(try await relations(schema))
    return inventory
  }

  private func tables(_ schema: String) async throws -> [String: [TargetTableColumn]] {
    let result = try await session.execute(
      """
      SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE n.nspname = $1 AND c.relkind IN ('r', 'p') ORDER BY c.relname, a.attnum
      """, [schema])
    var tables: [String: [TargetTableColumn]] = [:]
    for row in result.rows {
      guard let table = row[0] else { continue }
      guard let name = row[1], let type = row[2] else {
        tables[table] = []  // a table without columns
        continue
      }
      tables[table, default: []].append(TargetTableColumn(name: name, type: type, isNotNull: row[3] == "t"))
    }
    return tables
  }

  private func constraints(_ schema: String) async throws -> Set<TargetObject> {
    let result = try await session.execute(
      """
      SELECT k.contype, c.relname, k.conname
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = $1 AND k.contype IN ('p', 'u', 'c', 'f')
      """, [schema])
    let kinds: [String: TargetObject.Kind] = ["p": .primaryKey, "u": .unique, "c": .check, "f": .foreignKey]
    return Set(
      result.rows.compactMap { row in
        guard let kind = row[0].flatMap({ kinds[$0] }), let name = row[2] else { return nil }
        return TargetObject(kind: kind, table: row[1], name: name)
      })
  }

  /// Indexes that back no constraint, and sequences that belong to no column.
  private func relations(_ schema: String) async throws -> Set<TargetObject> {
    let result = try await session.execute(
      """
      SELECT c.relkind, t.relname, c.relname
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_index i ON i.indexrelid = c.oid LEFT JOIN pg_class t ON t.oid = i.indrelid
      WHERE n.nspname = $1 AND c.relkind IN ('i', 'I', 'S')
      AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = c.oid AND k.contype IN ('p', 'u'))
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE c.relkind = 'S' AND d.classid = 'pg_class'::regclass
        AND d.objid = c.oid AND d.deptype IN ('i', 'a'))
      """, [schema])
    return Set(
      result.rows.compactMap { row in
        guard let name = row[2] else { return nil }
        return row[0] == "S"
          ? TargetObject(kind: .sequence, name: name) : TargetObject(kind: .index, table: row[1], name: name)
      })
  }
}
