import Model
import PostgresClient

extension PostgresCatalog {
  /// The numbers of a schema's tables, ordered by name.
  ///
  /// Rows are counted, a query a table; everything else comes from the catalogue in one query.
  ///
  /// - Parameter schema: the name, unquoted.
  /// - Throws: `PostgresError`, or `CatalogError.unreadable`.
  public func statistics(of schema: String) async throws -> [TableStatistics] {
    let result = try await session.execute(Self.numbers, [schema])
    var statistics: [TableStatistics] = []
    for row in result.rows {
      guard row.count == 12, let table = row[0] else {
        throw CatalogError.unreadable(view: "pg_class", column: "relname")
      }
      func number(_ index: Int) -> Int { row[index].flatMap { Int($0) } ?? 0 }
      let name = QualifiedName(schema: schema, name: table).quoted
      let rows = try await session.execute("SELECT count(*) FROM \(name)")
      statistics.append(
        TableStatistics(
          table: table, rows: rows.firstValue.flatMap { Int($0) } ?? 0, columns: number(1), nullableColumns: number(2),
          primaryKey: try await primaryKey(of: name), foreignKeysOut: number(3), foreignKeysIn: number(4),
          uniques: number(5) + number(6), checks: number(7), indexes: number(8), sequences: number(9),
          triggers: number(10), bytes: number(11)))
    }
    return statistics.sorted { $0.table < $1.table }
  }

  private func primaryKey(of table: String) async throws -> [String] {
    let result = try await session.execute(
      """
      SELECT a.attname FROM pg_constraint k CROSS JOIN unnest(k.conkey) WITH ORDINALITY AS c (number, place)
      JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = c.number
      WHERE k.conrelid = $1::regclass AND k.contype = 'p' ORDER BY c.place
      """, [table])
    return result.rows.compactMap { $0.first ?? nil }
  }

  /// Columns: name, columns, nullable, foreign keys out and in, unique constraints, unique indexes that back none,
  /// checks (but those that keep a vector's dimensions, which are part of Oracle's type), other indexes that back none,
  /// columns with a sequence, triggers, bytes.
  private static let numbers = """
    SELECT t.relname,
      (SELECT count(*) FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped),
      (SELECT count(*) FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
        AND NOT a.attnotnull),
      (SELECT count(*) FROM pg_constraint k WHERE k.conrelid = t.oid AND k.contype = 'f'),
      (SELECT count(*) FROM pg_constraint k JOIN pg_class o ON o.oid = k.conrelid
        WHERE k.confrelid = t.oid AND k.contype = 'f' AND o.relnamespace = t.relnamespace),
      (SELECT count(*) FROM pg_constraint k WHERE k.conrelid = t.oid AND k.contype = 'u'),
      (SELECT count(*) FROM pg_index i WHERE i.indrelid = t.oid AND i.indisunique AND NOT i.indisprimary
        AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u'))),
      (SELECT count(*) FROM pg_constraint k WHERE k.conrelid = t.oid AND k.contype = 'c'
        AND pg_get_constraintdef(k.oid) !~ '^CHECK [(]+cardinality[(][^()]*[)] = [0-9]+[)]+$'),
      (SELECT count(*) FROM pg_index i WHERE i.indrelid = t.oid AND NOT i.indisunique),
      (SELECT count(*) FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
        AND (a.attidentity <> '' OR pg_get_expr(d.adbin, d.adrelid) LIKE '%nextval(%')),
      (SELECT count(*) FROM pg_trigger g WHERE g.tgrelid = t.oid AND NOT g.tgisinternal),
      pg_table_size(t.oid)
    FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace
    WHERE n.nspname = $1 AND t.relkind IN ('r', 'p') AND NOT t.relispartition
    ORDER BY t.relname
    """
}
