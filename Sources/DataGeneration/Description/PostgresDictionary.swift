import Foundation
import Model
import PostgresClient

/// Reads the tables of a PostgreSQL schema from its catalogue.
struct PostgresDictionary {
  let session: PostgresSession
  let schema: String

  /// All tables, ordered by name; partitions belong to their tables.
  func tables() async throws -> [TableDescription] {
    let types = try await types()
    var tables: [UInt32: TableDescription] = [:]
    var order: [UInt32] = []
    var domainChecks: [UInt32: [(column: String, check: String)]] = [:]
    let result = try await session.execute(
      """
      SELECT c.oid, c.relname, a.attname, a.atttypid, a.atttypmod, format_type(a.atttypid, a.atttypmod), a.attnotnull,
        a.attidentity <> '', a.attgenerated <> '', pg_get_expr(d.adbin, d.adrelid),
        CASE WHEN a.attidentity <> '' THEN pg_get_serial_sequence(c.oid::regclass::text, a.attname) END
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
      WHERE n.nspname = $1 AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      ORDER BY c.relname COLLATE "C", a.attnum
      """, [schema])
    for row in result.rows {
      guard row.count == 11, let oid = row[0].flatMap({ UInt32($0) }), let name = row[1] else {
        throw GenerationError("pg_class answered in an unexpected form")
      }
      if tables[oid] == nil {
        tables[oid] = TableDescription(name: name)
        order.append(oid)
      }
      guard let column = row[2], row[8] != "t", let type = row[3].flatMap({ UInt32($0) }),
        let modifier = row[4].flatMap({ Int($0) })
      else { continue }
      let resolved = types.resolved(type, modifier: modifier)
      var description = ColumnDescription(
        name: column, type: resolved.type, isNullable: row[6] != "t" && !resolved.isNotNull)
      description.typeName = row[5] ?? ""
      description.hasDefault = row[9] != nil
      description.sequence = row[10] ?? row[9].flatMap(Self.sequence)
      tables[oid]?.columns.append(description)
      domainChecks[oid, default: []] += resolved.checks.map { (column, $0) }
    }
    for oid in order {
      for (column, check) in domainChecks[oid] ?? [] {
        guard let place = tables[oid]?.place(of: column) else { continue }
        tables[oid]?.checks.append(
          CheckDescription(
            name: "domain of \(column)", text: check,
            condition: PostgresConditionParser.condition(check) { $0 == "value" ? place : nil }))
      }
    }
    try await addConstraints(&tables)
    try await addUniqueIndexes(&tables)
    try await addPartitions(&tables)
    try await addTriggers(&tables)
    return order.compactMap { tables[$0] }
  }

  /// The sequence of `nextval('seq'::regclass)`.
  private static func sequence(_ text: String) -> String? {
    guard text.hasPrefix("nextval('"), let end = text.range(of: "'::regclass") else { return nil }
    return String(text[text.index(text.startIndex, offsetBy: 9)..<end.lowerBound]).replacing("''", with: "'")
  }

  private func types() async throws -> PostgresTypes {
    var types = PostgresTypes()
    let result = try await session.execute(
      """
      SELECT t.oid, t.typname, t.typtype, t.typbasetype, t.typtypmod, t.typnotnull, t.typcategory = 'A' AND t.typelem <> 0,
        CASE t.typtype WHEN 'e' THEN (SELECT json_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_enum e
          WHERE e.enumtypid = t.oid)
        WHEN 'd' THEN (SELECT json_agg(pg_get_constraintdef(k.oid)) FROM pg_constraint k
          WHERE k.contypid = t.oid AND k.contype = 'c') END
      FROM pg_catalog.pg_type t
      """)
    for row in result.rows {
      guard row.count == 8, let oid = row[0].flatMap({ UInt32($0) }), let name = row[1], let kind = row[2] else {
        continue
      }
      var entry = PostgresTypes.Entry(
        name: name, kind: kind, base: row[3].flatMap { UInt32($0) } ?? 0, modifier: row[4].flatMap { Int($0) } ?? -1,
        isNotNull: row[5] == "t", isArray: row[6] == "t")
      let texts = Self.names(row[7])
      if kind == "e" { entry.labels = texts } else { entry.checks = texts }
      types.entries[oid] = entry
    }
    return types
  }

  private func addConstraints(_ tables: inout [UInt32: TableDescription]) async throws {
    let columns = { (table: String, numbers: String) in
      """
      (SELECT json_agg(a.attname ORDER BY p.place) FROM unnest(\(numbers)) WITH ORDINALITY AS p (number, place)
        JOIN pg_attribute a ON a.attrelid = \(table) AND a.attnum = p.number)
      """
    }
    let result = try await session.execute(
      """
      SELECT k.conrelid, k.conname, k.contype, \(columns("k.conrelid", "k.conkey")), rn.nspname, r.relname,
        \(columns("k.confrelid", "k.confkey")), k.confdeltype, pg_get_constraintdef(k.oid)
      FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace
      LEFT JOIN pg_class r ON r.oid = k.confrelid LEFT JOIN pg_namespace rn ON rn.oid = r.relnamespace
      WHERE n.nspname = $1 AND k.conrelid <> 0 AND k.contype IN ('p', 'u', 'f', 'c', 'x')
      ORDER BY k.conrelid, k.conname COLLATE "C"
      """, [schema])
    for row in result.rows {
      guard row.count == 9, let oid = row[0].flatMap({ UInt32($0) }), let name = row[1], let table = tables[oid] else {
        continue
      }
      let names = Self.names(row[3])
      switch row[2] {
      case "p", "u":
        guard let places = table.places(of: names) else {
          tables[oid]?.findings.append(.key(name, of: table.name))
          continue
        }
        if row[2] == "p" { tables[oid]?.primaryKey = places }
        tables[oid]?.uniques.append(places)
      case "f":
        guard let places = table.places(of: names), let other = row[5] else { continue }
        tables[oid]?.foreignKeys.append(
          ForeignKeyDescription(
            name: name, columns: places, otherSchema: row[4] == schema ? nil : row[4], table: other,
            referenced: Self.names(row[6]), rule: row[7] == "c" ? .cascade : row[7] == "n" ? .setNull : .refuse))
      case "c":
        let text = row[8] ?? ""
        tables[oid]?.checks.append(
          CheckDescription(
            name: name, text: text, condition: PostgresConditionParser.condition(text) { table.place(of: $0) }))
      default:
        tables[oid]?.findings.append(
          Finding(
            severity: .warning, rule: "generate.exclusion", object: "table \(table.name)",
            reason: "the exclusion constraint \(name) is not taken into account",
            remedy: "rows are tried all the same; leave the table out where the server refuses them"))
      }
    }
  }

  /// Unique indexes that are no constraint's; an expression counts as the column that it names.
  private func addUniqueIndexes(_ tables: inout [UInt32: TableDescription]) async throws {
    let result = try await session.execute(
      """
      SELECT i.indrelid, c.relname, (SELECT json_agg(coalesce(a.attname, pg_get_indexdef(i.indexrelid, p.place::int, true))
          ORDER BY p.place) FROM unnest(i.indkey) WITH ORDINALITY AS p (number, place)
          LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = p.number AND p.number <> 0
          WHERE p.place <= i.indnkeyatts), i.indexprs IS NOT NULL
      FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = $1 AND i.indisunique AND NOT EXISTS
        (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
      ORDER BY c.relname COLLATE "C"
      """, [schema])
    for row in result.rows {
      guard row.count == 4, let oid = row[0].flatMap({ UInt32($0) }), let table = tables[oid] else { continue }
      let places = Self.names(row[2]).compactMap { table.place(named: $0) }
      guard !places.isEmpty else {
        tables[oid]?.findings.append(.key(row[1] ?? "", of: table.name))
        continue
      }
      if !table.uniques.contains(places) { tables[oid]?.uniques.append(places) }
    }
  }

  private func addTriggers(_ tables: inout [UInt32: TableDescription]) async throws {
    // Row, before, insert: bits 1, 2 and 4 of tgtype.
    let result = try await session.execute(
      "SELECT tgrelid FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D' AND tgtype & 7 = 7")
    for row in result.rows {
      if let oid = row.first.flatMap({ $0.flatMap { UInt32($0) } }) { tables[oid]?.hasInsertTriggers = true }
    }
  }

  static func names(_ json: String?) -> [String] {
    json.flatMap { try? JSONDecoder().decode([String?].self, from: Data($0.utf8)) }?.compactMap { $0 } ?? []
  }
}

extension TableDescription {
  /// The column whose name stands in a part of an index, itself or within an expression that names no other.
  func place(named text: String) -> Int? {
    if let place = place(of: text) { return place }
    let words = Set(text.split { !($0.isLetter || $0.isNumber || "_$#".contains($0)) }.map { $0.lowercased() })
    let found = columns.indices.filter { words.contains(columns[$0].neutralName) }
    return found.count == 1 ? found[0] : nil
  }
}

extension Finding {
  /// A key with a column that no value is given: computed, or out of our reach.
  static func key(_ name: String, of table: String) -> Finding {
    Finding(
      severity: .warning, rule: "generate.key", object: "table \(table)",
      reason: "the key \(name) rests on a generated column or an expression and is not planned for",
      remedy: "rows are tried all the same; leave the table out where the server refuses them")
  }
}
