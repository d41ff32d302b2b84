import Canonical
import Model
import PostgresClient

/// A table as PostgreSQL's catalogue has it now, whatever the plan of the migration was.
struct TargetTable: Sendable, Hashable {
  /// The types of its columns by name.
  var types: [String: PostgresColumnType]
  /// Of columns of composite types, the types of their fields by name.
  var fields: [String: [String: PostgresColumnType]] = [:]

  /// The type of what is read of a column; nil where the table has no such column or field.
  func type(of column: String, _ role: TargetValue.Role) -> PostgresColumnType? {
    switch role {
    case .column: types[column]
    case .presence: fields[column] == nil ? nil : .integer
    case .field(let field): fields[column]?[field]
    }
  }

  /// Reads the catalogue; nil when there is no such table or view.
  ///
  /// Of a domain the type below it is taken, whose binary form the domain shares.
  static func read(_ table: QualifiedName, from session: PostgresSession) async throws -> TargetTable? {
    let result = try await session.execute(
      """
      SELECT a.attname, coalesce(nullif(t.typbasetype, 0), t.oid)::text, format_type(a.atttypid, a.atttypmod)
      FROM pg_catalog.pg_class c
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      LEFT JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
      WHERE n.nspname = $1::text AND c.relname = $2::text AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
      """, [table.schema, table.name])
    guard !result.rows.isEmpty else { return nil }
    var types: [String: PostgresColumnType] = [:]
    for row in result.rows where row.count == 3 {
      guard let name = row[0], let oid = row[1].flatMap({ UInt32($0) }) else { continue }
      types[name] = PostgresColumnType(oid: oid, name: row[2] ?? "type \(oid)")
    }
    return TargetTable(types: types, fields: try await fields(of: table, from: session))
  }

  private static func fields(
    of table: QualifiedName, from session: PostgresSession
  ) async throws -> [String: [String: PostgresColumnType]] {
    let result = try await session.execute(
      """
      SELECT a.attname, f.attname, coalesce(nullif(t.typbasetype, 0), t.oid)::text, format_type(f.atttypid, f.atttypmod)
      FROM pg_catalog.pg_class c
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      JOIN pg_catalog.pg_type o ON o.oid = a.atttypid AND o.typtype = 'c'
      JOIN pg_catalog.pg_attribute f ON f.attrelid = o.typrelid AND f.attnum > 0 AND NOT f.attisdropped
      JOIN pg_catalog.pg_type t ON t.oid = f.atttypid
      WHERE n.nspname = $1::text AND c.relname = $2::text AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
      """, [table.schema, table.name])
    var fields: [String: [String: PostgresColumnType]] = [:]
    for row in result.rows where row.count == 4 {
      guard let column = row[0], let name = row[1], let oid = row[2].flatMap({ UInt32($0) }) else { continue }
      fields[column, default: [:]][name] = PostgresColumnType(oid: oid, name: row[3] ?? "type \(oid)")
    }
    return fields
  }
}
