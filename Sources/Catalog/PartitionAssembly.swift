import Model

/// How rows are spread over partitions, from ALL_PART_TABLES, ALL_TAB_PARTITIONS and their like.
///
/// Where Oracle named all partitions of a table or of a partition (SYS_P21, SYS_SUBP42), their names are nobody's: they
/// are left out, as a script that names none does. Where some were named, as in INTERVAL tables, all names stay.
struct PartitionAssembly {
  private var tables: [String: TablePartitioning] = [:]

  /// A part with its place among its like.
  private struct Placed {
    var position: Int
    var part: TablePartition
  }

  init(_ contents: DictionaryContents) throws(CatalogError) {
    let keys = try Self.columns(contents.partitionKeys)
    let subkeys = try Self.columns(contents.subpartitionKeys)
    let partitions = try Self.partitions(contents)
    for row in contents.partitionedTables {
      let name = try row.text("TABLE_NAME")
      let below = Self.method(try row.optionalText("SUBPARTITIONING_TYPE") ?? "NONE")
      tables[name] = TablePartitioning(
        method: Self.method(try row.text("PARTITIONING_TYPE")) ?? .other, columns: keys[name] ?? [],
        interval: try row.optionalText("INTERVAL"), isAutomatic: try row.flag("AUTOLIST", is: "YES"),
        partitions: partitions[name] ?? [],
        subpartitioning: below.map { .init(method: $0, columns: subkeys[name] ?? []) })
    }
  }

  /// Nil for a table in one piece.
  func partitioning(of table: String) -> TablePartitioning? { tables[table] }

  /// Nil for NONE.
  private static func method(_ word: String) -> TablePartitioning.Method? {
    switch word.split(separator: " ").first {
    case "NONE", nil: nil
    case "RANGE": .range
    case "LIST": .list
    case "HASH": .hash
    case "REFERENCE": .reference
    case "SYSTEM": .system
    default: .other
    }
  }

  /// The columns of keys in their order, by table.
  private static func columns(_ rows: [DictionaryRow]) throws(CatalogError) -> [String: [String]] {
    var placed: [String: [(position: Int, name: String)]] = [:]
    for row in rows {
      let column = (position: try row.int("COLUMN_POSITION"), name: try row.text("COLUMN_NAME"))
      placed[try row.text("NAME"), default: []].append(column)
    }
    return placed.mapValues { $0.sorted { $0.position < $1.position }.map(\.name) }
  }

  private static func partitions(_ contents: DictionaryContents) throws(CatalogError) -> [String: [TablePartition]] {
    var below: [String: [String: [Placed]]] = [:]
    for row in contents.subpartitions {
      let part = TablePartition(name: try row.text("SUBPARTITION_NAME"), bound: try row.optionalText("HIGH_VALUE"))
      below[try row.text("TABLE_NAME"), default: [:]][try row.text("PARTITION_NAME"), default: []].append(
        Placed(position: try row.int("SUBPARTITION_POSITION"), part: part))
    }
    var placed: [String: [Placed]] = [:]
    for row in contents.partitions {
      let (table, name) = (try row.text("TABLE_NAME"), try row.text("PARTITION_NAME"))
      let part = TablePartition(
        name: name, bound: try row.optionalText("HIGH_VALUE"), subpartitions: ordered(below[table]?[name] ?? []))
      placed[table, default: []].append(Placed(position: try row.int("PARTITION_POSITION"), part: part))
    }
    return placed.mapValues(ordered)
  }

  private static func ordered(_ parts: [Placed]) -> [TablePartition] {
    let ordered = parts.sorted { $0.position < $1.position }.map(\.part)
    guard ordered.allSatisfy({ isGenerated($0.name) }) else { return ordered }
    return ordered.map { part in
      var part = part
      part.name = nil
      return part
    }
  }

  private static func isGenerated(_ name: String?) -> Bool {
    guard let name else { return true }
    for prefix in ["SYS_SUBP", "SYS_P"] where name.hasPrefix(prefix) {
      let digits = name.dropFirst(prefix.count)
      return !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    return false
  }
}
