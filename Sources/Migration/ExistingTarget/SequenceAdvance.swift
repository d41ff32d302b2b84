import Model
import PostgresClient

/// Sets sequences of existing tables behind the rows that were loaded: never back.
struct SequenceAdvance: Sendable {
  /// A sequence, and the column that takes its values.
  struct Owned: Sendable, Hashable {
    var sequence: QualifiedName
    var table: QualifiedName
    var column: String
    var increment: Int64
    var minimum: Int64
    var maximum: Int64
    var isUpdatable: Bool
  }

  /// The sequences that identities and defaults of tables take values from.
  static func owned(by tables: [UInt32], on session: PostgresSession) async throws -> [Owned] {
    let result = try await session.execute(
      """
      SELECT DISTINCT sn.nspname, s.relname, n.nspname, c.relname, a.attname, q.seqincrement, q.seqmin, q.seqmax,
        has_sequence_privilege(s.oid, 'UPDATE') AND has_sequence_privilege(s.oid, 'SELECT')
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      LEFT JOIN pg_catalog.pg_attrdef e ON e.adrelid = c.oid AND e.adnum = a.attnum
      JOIN pg_catalog.pg_depend d ON
        d.classid = 'pg_catalog.pg_class'::regclass AND d.refclassid = 'pg_catalog.pg_class'::regclass
          AND d.refobjid = c.oid AND d.refobjsubid = a.attnum AND d.deptype IN ('a', 'i')
        OR d.classid = 'pg_catalog.pg_attrdef'::regclass AND d.objid = e.oid
          AND d.refclassid = 'pg_catalog.pg_class'::regclass
      JOIN pg_catalog.pg_class s ON s.relkind = 'S'
        AND s.oid = CASE WHEN d.classid = 'pg_catalog.pg_class'::regclass THEN d.objid ELSE d.refobjid END
      JOIN pg_catalog.pg_namespace sn ON sn.oid = s.relnamespace
      JOIN pg_catalog.pg_sequence q ON q.seqrelid = s.oid
      WHERE c.oid = ANY ($1::oid[]) AND (
        WITH RECURSIVE base (type, of_type) AS (
          SELECT t.oid, t.typbasetype FROM pg_catalog.pg_type t WHERE t.oid = a.atttypid
          UNION ALL SELECT t.oid, t.typbasetype FROM base JOIN pg_catalog.pg_type t ON t.oid = base.of_type
        ) SELECT type FROM base WHERE of_type = 0) IN (20, 21, 23, 1700) ORDER BY 1, 2, 3, 4, 5
      """, ["{\(tables.map(String.init).joined(separator: ","))}"])
    return result.rows.compactMap { row in
      guard row.count == 9, let sequenceSchema = row[0], let sequence = row[1], let schema = row[2], let table = row[3],
        let column = row[4], let increment = row[5].flatMap({ Int64($0) }), let minimum = row[6].flatMap({ Int64($0) }),
        let maximum = row[7].flatMap({ Int64($0) })
      else { return nil }
      return Owned(
        sequence: QualifiedName(schema: sequenceSchema, name: sequence),
        table: QualifiedName(schema: schema, name: table), column: column, increment: increment, minimum: minimum,
        maximum: maximum, isUpdatable: row[8] == "t")
    }
  }

  /// Whether the values that are there leave the sequence no next one.
  static func isExhausted(_ owned: Owned, on session: PostgresSession) async throws -> Bool {
    let result = try await session.execute(
      """
      SELECT \(extreme(owned)) \(owned.increment > 0 ? ">=" : "<=") \(owned.increment > 0 ? owned.maximum : owned.minimum)
      FROM \(owned.table.quoted)
      """)
    return result.firstValue == "t"
  }

  private static func extreme(_ owned: Owned) -> String {
    let column = PostgresIdentifier.quoted(owned.column)
    return owned.increment > 0 ? "ceil(max(\(column)))" : "floor(min(\(column)))"
  }

  /// Sets it behind the highest value of its column, or the lowest where it counts down, unless it is there already.
  static func statement(_ owned: Owned) -> String {
    let sign = owned.increment > 0 ? ">" : "<"
    return """
      SELECT setval(\(PostgresLiteral.quoted(owned.sequence.quoted))::regclass, x.value::bigint)
      FROM (SELECT \(extreme(owned)) AS value FROM \(owned.table.quoted)) x, \(owned.sequence.quoted) s
      WHERE x.value BETWEEN \(owned.minimum) AND \(owned.maximum)
        AND (x.value \(sign) s.last_value OR x.value = s.last_value AND NOT s.is_called)
      """
  }

  /// Sets a sequence of the same name as Oracle's to Oracle's next value, unless it is there already.
  static func statement(_ name: QualifiedName, next: String, increment: String) -> String? {
    guard let value = Int64(next), let step = Int64(increment), step != 0 else { return nil }
    return """
      SELECT setval(\(PostgresLiteral.quoted(name.quoted))::regclass, \(value), false)
      FROM \(name.quoted) s, pg_catalog.pg_sequence q
      WHERE q.seqrelid = \(PostgresLiteral.quoted(name.quoted))::regclass AND \(value) BETWEEN q.seqmin AND q.seqmax
        AND \(value) \(step > 0 ? ">" : "<") s.last_value
      """
  }
}
