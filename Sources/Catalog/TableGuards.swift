import Foundation
import Model
import PostgresClient

/// What watches over the rows of tables: triggers and foreign keys.
public struct TableGuards: Sendable {
  /// A trigger that a user made and that fires.
  public struct Trigger: Sendable, Hashable {
    /// The table, or the partition of one, that it stands on.
    public var table: QualifiedName
    public var name: String
    /// pg_trigger.tgenabled: `O` for plain ones, `A` always, `R` in sessions of the role replica alone.
    public var firing: String
    /// Whether rows that are inserted fire it.
    public var isOnInsert: Bool
    /// Whether the user may disable it.
    public var isOwned: Bool

    /// Whether it fires for sessions whose role is replica.
    public var firesForReplica: Bool { firing != "O" }
  }

  /// A foreign key.
  public struct ForeignKey: Sendable, Hashable {
    /// The table that refers.
    public var table: QualifiedName
    public var name: String
    public var referenced: QualifiedName
    /// As pg_get_constraintdef has it, all names with their schemas.
    public var definition: String
    /// Its comment.
    public var remark: String?
    public var isValidated: Bool
    /// Whether it refers from a partitioned table, for which there is no NOT VALID before PostgreSQL 18.
    public var isPartitioned: Bool
    /// Whether the user may drop it and make it again.
    public var canBeMade: Bool
    public var columns: [String]
    public var referencedColumns: [String]
    /// MATCH FULL.
    public var isFull: Bool
    /// Whether deleting or changing the other row changes the referring one.
    public var hasAction: Bool
    /// Whether it refers from one of the tables, or of their partitions; else it only refers to one.
    public var isReferring: Bool
  }

  public var triggers: [Trigger]
  /// Those that refer from the tables or to them.
  public var foreignKeys: [ForeignKey]
}

extension PostgresCatalog {
  /// The triggers of tables and of their partitions, and the foreign keys from them and to them.
  ///
  /// - Parameter tables: the numbers of the relations (pg_class.oid).
  /// - Throws: `PostgresError`.
  public func guards(of tables: [UInt32]) async throws -> TableGuards {
    guard !tables.isEmpty else { return TableGuards(triggers: [], foreignKeys: []) }
    let list = "{\(tables.map(String.init).joined(separator: ","))}"
    return try await session.transaction { session in
      // So that definitions have all names with their schemas, whatever path they are run with.
      _ = try await session.execute("SET LOCAL search_path TO pg_catalog")
      return TableGuards(
        triggers: try await Self.triggers(list, session), foreignKeys: try await Self.foreignKeys(list, session))
    }
  }

  /// The tables with all partitions below them.
  private static let family = """
    WITH family AS (
      SELECT DISTINCT coalesce(p.relid::oid, t.oid) AS oid FROM unnest($1::oid[]) AS t (oid)
      LEFT JOIN LATERAL pg_partition_tree(t.oid::regclass) p ON true)
    """

  /// The partitions of tables, on every level, and whose they are.
  ///
  /// - Parameter tables: the numbers of the relations (pg_class.oid).
  /// - Throws: `PostgresError`.
  public func partitions(of tables: [UInt32]) async throws -> [QualifiedName: QualifiedName] {
    let list = "{\(tables.map(String.init).joined(separator: ","))}"
    let result = try await session.execute(
      """
      SELECT pn.nspname, pc.relname, n.nspname, c.relname FROM unnest($1::oid[]) AS t (oid)
      CROSS JOIN LATERAL pg_partition_tree(t.oid::regclass) p
      JOIN pg_class c ON c.oid = t.oid JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_class pc ON pc.oid = p.relid::oid JOIN pg_namespace pn ON pn.oid = pc.relnamespace
      """, [list])
    var roots: [QualifiedName: QualifiedName] = [:]
    for row in result.rows {
      guard row.count == 4, let schema = row[0], let name = row[1], let rootSchema = row[2], let root = row[3] else {
        continue
      }
      roots[QualifiedName(schema: schema, name: name)] = QualifiedName(schema: rootSchema, name: root)
    }
    return roots
  }

  private static func triggers(_ list: String, _ session: PostgresSession) async throws -> [TableGuards.Trigger] {
    let result = try await session.execute(
      family + """

        SELECT n.nspname, c.relname, t.tgname, t.tgenabled, t.tgtype & 4 <> 0, pg_has_role(c.relowner, 'USAGE')
        FROM pg_trigger t JOIN family f ON f.oid = t.tgrelid JOIN pg_class c ON c.oid = t.tgrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' ORDER BY n.nspname, c.relname, t.tgname
        """, [list])
    return result.rows.compactMap { row in
      guard row.count == 6, let schema = row[0], let table = row[1], let name = row[2], let firing = row[3] else {
        return nil
      }
      return TableGuards.Trigger(
        table: QualifiedName(schema: schema, name: table), name: name, firing: firing, isOnInsert: row[4] == "t",
        isOwned: row[5] == "t")
    }
  }

  private static func foreignKeys(_ list: String, _ session: PostgresSession) async throws -> [TableGuards.ForeignKey] {
    let columns = { (table: String, numbers: String) in
      """
      (SELECT json_agg(a.attname ORDER BY p.place) FROM unnest(\(numbers)) WITH ORDINALITY AS p (number, place)
        JOIN pg_attribute a ON a.attrelid = \(table) AND a.attnum = p.number)
      """
    }
    let result = try await session.execute(
      family + """

        SELECT n.nspname, c.relname, k.conname, rn.nspname, r.relname, pg_get_constraintdef(k.oid),
          obj_description(k.oid, 'pg_constraint'), k.convalidated, c.relkind = 'p',
          pg_has_role(c.relowner, 'USAGE') AND has_table_privilege(r.oid, 'REFERENCES'), k.confmatchtype = 'f',
          k.confdeltype NOT IN ('a', 'r'), k.conrelid IN (SELECT oid FROM family), \(columns("k.conrelid", "k.conkey")), \(columns("k.confrelid", "k.confkey"))
        FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_class r ON r.oid = k.confrelid JOIN pg_namespace rn ON rn.oid = r.relnamespace
        WHERE k.contype = 'f' AND k.conparentid = 0
          AND (k.conrelid IN (SELECT oid FROM family) OR k.confrelid IN (SELECT oid FROM family))
        ORDER BY n.nspname, c.relname, k.conname
        """, [list])
    return try result.rows.map { row in
      guard row.count == 15, let schema = row[0], let table = row[1], let name = row[2], let otherSchema = row[3],
        let other = row[4], let definition = row[5], let columns = names(row[13]), let otherColumns = names(row[14])
      else { throw CatalogError.unreadable(view: "pg_constraint", column: "conkey") }
      return TableGuards.ForeignKey(
        table: QualifiedName(schema: schema, name: table), name: name,
        referenced: QualifiedName(schema: otherSchema, name: other), definition: definition, remark: row[6],
        isValidated: row[7] == "t", isPartitioned: row[8] == "t", canBeMade: row[9] == "t", columns: columns,
        referencedColumns: otherColumns, isFull: row[10] == "t", hasAction: row[11] == "t", isReferring: row[12] == "t")
    }
  }

  private static func names(_ json: String?) -> [String]? {
    json.flatMap { try? JSONDecoder().decode([String].self, from: Data($0.utf8)) }
  }
}
