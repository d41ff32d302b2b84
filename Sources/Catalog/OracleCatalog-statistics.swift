import Model
import OracleClient
import OracleWire

extension OracleCatalog {
  /// The numbers of an owner's tables, ordered by name.
  ///
  /// Rows are counted, a query a table; everything else comes from the dictionary.
  ///
  /// - Parameter keepsCase: whether names stay as Oracle spells them, and are not folded to lower case.
  /// - Throws: as `schema(owner:)`.
  public func statistics(owner: String, keepsCase: Bool = false) async throws -> [TableStatistics] {
    try await showArchivedRows()
    let schema = try await schema(owner: owner)
    let bytes = try await segmentBytes(owner: owner)
    var referenced: [String: Int] = [:]
    for key in schema.tables.flatMap(\.foreignKeys) where key.referencedOwner == owner {
      referenced[key.referencedTable, default: 0] += 1
    }
    var triggers: [String: Int] = [:]
    for object in schema.otherObjects where object.kind == "TRIGGER" {
      if let table = object.table { triggers[table, default: 0] += 1 }
    }
    var result: [TableStatistics] = []
    for table in schema.tables where table.kind != .external {
      var numbers = TableStatistics(table: PostgresIdentifier.name(of: table.name, keepsCase: keepsCase))
      numbers.rows = try await rowCount(of: table)
      numbers.columns = table.columns.count
      numbers.nullableColumns = table.columns.count(where: \.isNullable)
      numbers.primaryKey =
        table.primaryKey?.columns.map { PostgresIdentifier.name(of: $0, keepsCase: keepsCase) } ?? []
      numbers.foreignKeysOut = table.foreignKeys.count
      numbers.foreignKeysIn = referenced[table.name] ?? 0
      numbers.uniques = table.uniqueConstraints.count + table.indexes.count(where: \.isUnique)
      numbers.checks = table.checks.count
      numbers.indexes = table.indexes.count { !$0.isUnique }
      numbers.sequences = table.columns.count { column in
        column.identity != nil || column.defaultExpression?.uppercased().contains(".NEXTVAL") == true
      }
      numbers.triggers = triggers[table.name] ?? 0
      numbers.bytes = bytes[table.name]
      result.append(numbers)
    }
    return result.sorted { $0.table < $1.table }
  }

  private func rowCount(of table: Table) async throws -> Int {
    let name = try OracleIdentifier.quoted(owner: table.owner, name: table.name)
    guard case .number(let number)? = try await connection.rows("SELECT COUNT(*) FROM \(name)").first?.first,
      let count = number.intValue
    else { throw CatalogError.unreadable(view: table.name, column: "COUNT(*)") }
    return count
  }

  /// Bytes of tables and their partitions, as far as the user may ask.
  ///
  /// - Parameter types: a pattern of SEGMENT_TYPE.
  public func segmentBytes(owner: String, types: String = "TABLE%") async throws -> [String: Int] {
    var bytes: [String: Int] = [:]
    for row in try await segments(owner: owner, types: types) {
      guard row.count == 2, case .text(let name) = row[0], case .number(let number) = row[1] else { continue }
      bytes[name] = number.intValue
    }
    return bytes
  }

  private func segments(owner: String, types: String) async throws -> [[OracleValue]] {
    let select = "SELECT SEGMENT_NAME, SUM(BYTES) FROM"
    do {
      return try await connection.rows(
        "\(select) DBA_SEGMENTS WHERE OWNER = :1 AND SEGMENT_TYPE LIKE :2 GROUP BY SEGMENT_NAME",
        binds: [.text(owner), .text(types)])
    } catch let error as OracleError where [942, 1031].contains(error.code) {
      guard try await ownsSession(owner) else { return [] }
      do {
        return try await connection.rows(
          "\(select) USER_SEGMENTS WHERE SEGMENT_TYPE LIKE :1 GROUP BY SEGMENT_NAME", binds: [.text(types)])
      } catch let error as OracleError where [942, 1031].contains(error.code) {
        return []
      }
    }
  }
}
