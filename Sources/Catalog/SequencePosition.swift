import Model
import PostgresClient

/// Where a sequence of PostgreSQL's stands that fills a column.
public struct SequencePosition: Sendable, Hashable {
  /// The sequence, unquoted.
  public var sequence: String
  /// The column that it fills, unquoted.
  public var table: String
  public var column: String
  /// Whether its next value lies behind those that the column has already.
  public var isBehind: Bool
  /// The value that comes next.
  public var next: String

  /// Reads the sequences of a schema that belong to columns, as identities and serial columns have them.
  ///
  /// - Throws: `PostgresError`.
  public static func read(of schema: String, on session: PostgresSession) async throws -> [SequencePosition] {
    let owned = try await session.execute(
      """
      SELECT s.relname, c.relname, a.attname, q.seqincrement
        FROM pg_catalog.pg_class s JOIN pg_catalog.pg_namespace n ON n.oid = s.relnamespace
        JOIN pg_catalog.pg_sequence q ON q.seqrelid = s.oid
        JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = s.oid
          AND d.refclassid = 'pg_catalog.pg_class'::regclass AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0
        JOIN pg_catalog.pg_class c ON c.oid = d.refobjid
        JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid
       WHERE n.nspname = $1 ORDER BY s.relname
      """, [schema])
    var positions: [SequencePosition] = []
    for row in owned.rows {
      guard row.count == 4, let sequence = row[0], let table = row[1], let column = row[2],
        let increment = row[3].flatMap({ Int($0) })
      else { continue }
      let (extreme, comparison) = increment < 0 ? ("min", "<=") : ("max", ">=")
      let found = try await session.execute(
        """
        SELECT s.next, coalesce((SELECT \(extreme)(\(PostgresIdentifier.quoted(column)))
            FROM \(QualifiedName(schema: schema, name: table).quoted))::numeric \(comparison) s.next, false)
          FROM (SELECT CASE WHEN is_called THEN last_value::numeric + \(increment) ELSE last_value END AS next
            FROM \(QualifiedName(schema: schema, name: sequence).quoted)) s
        """)
      guard let values = found.rows.first, values.count == 2, let next = values[0] else { continue }
      positions.append(
        SequencePosition(sequence: sequence, table: table, column: column, isBehind: values[1] == "t", next: next))
    }
    return positions
  }
}
