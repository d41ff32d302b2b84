import Catalog
import Conversion
import Model
import Transfer

/// Finds for each Oracle table the one in PostgreSQL that takes its rows, and for each column its place.
///
/// By the names of [tables] and [columns], else by Oracle's name as the converter folds it, else by that name in any case of
/// letters. What does not fit is a blocking finding: all of them are found, not only the first.
struct TableMatching {
  let names: NameChoices
  let keepsCase: Bool
  let options: DataOnlyOptions

  /// A table on both sides.
  struct Match: Sendable {
    var source: Table
    var target: ExistingTable
    var mapping: TableMapping
  }

  private(set) var matches: [Match] = []
  private(set) var findings: [Finding] = []

  init(names: NameChoices, keepsCase: Bool, options: DataOnlyOptions) {
    self.names = names
    self.keepsCase = keepsCase
    self.options = options
  }

  /// Matches all tables.
  ///
  /// - Parameters:
  ///   - isChoice: whether the user named the tables, so that each must have a place.
  ///   - conditions: which of a table's rows are carried.
  ///   - characterSets: which columns are read as bytes.
  mutating func match(
    _ tables: [Table], with existing: [ExistingTable], schema: String, isChoice: Bool, conditions: RowConditions,
    characterSets: CharacterSetChoices = CharacterSetChoices()
  ) {
    let targets = existing.filter { !$0.isPartition && ($0.kind == .table || $0.kind == .partitioned) }
    var taken: [UInt32: String] = [:]
    for table in tables {
      guard let target = place(of: table, among: targets, all: existing, schema: schema, isChoice: isChoice) else {
        continue
      }
      if let other = taken.updateValue(table.name, forKey: target.oid) {
        block(
          "table.shared", "table \(table.name)", "it and \(other) would both go into \(target.name)",
          "give each a table of its own in [tables], or leave one out")
        continue
      }
      checkRights(target, of: table)
      let condition = conditions.condition(owner: table.owner, table: table.name)
      matches.append(
        Match(
          source: table, target: target, mapping: mapping(of: table, in: target, condition: condition, characterSets)))
    }
    guard !isChoice else { return }
    for target in targets where taken[target.oid] == nil {
      note(
        .info, "table.without-source", "table \(target.name) of PostgreSQL", "no table of Oracle goes into it",
        "nothing, unless one should: name it in [tables]")
    }
  }

  // MARK: tables

  private mutating func place(
    of table: Table, among targets: [ExistingTable], all: [ExistingTable], schema: String, isChoice: Bool
  ) -> ExistingTable? {
    let object = "table \(table.name)"
    if table.kind == .external {
      note(
        .warning, "table.external", object, "its rows lie in files outside of the database; it is left out",
        "load the files with COPY")
      return nil
    }
    if table.kind == .temporary {
      note(.info, "table.temporary", object, "a temporary table has no rows to carry", "nothing needs to be done")
      return nil
    }
    let choice = names.target(owner: table.owner, table: table.name)
    let wanted = choice ?? PostgresIdentifier.name(of: table.name, keepsCase: keepsCase)
    let found = Self.named(wanted, table.name, isChoice: choice != nil, among: targets, name: \.name.name)
    if found.count == 1 { return found[0] }
    if found.count > 1 {
      block(
        "table.ambiguous", object,
        "\(found.map(\.name.name).joined(separator: ", ")) differ by the case of letters alone", "name one in [tables]")
      return nil
    }
    if let other = all.first(where: { $0.name.name == wanted }) {
      block(
        "table.no-table", object,
        "\(other.name) is a \(other.isPartition ? "partition" : Self.word(other.kind)), and rows go into tables alone",
        "name a table in [tables]" + (other.isPartition ? ", such as the one that it is a part of" : ""))
    } else if isChoice || choice != nil {
      block(
        "table.without-target", object, "there is no table \(wanted) in schema \(schema) of PostgreSQL",
        "make it, or name another one in [tables]")
    } else {
      note(
        .warning, "table.without-target", object,
        "there is no table \(wanted) in schema \(schema) of PostgreSQL: its rows stay behind",
        "make it, or name another one in [tables]; to say nothing of it, exclude it")
    }
    return nil
  }

  private static func word(_ kind: ExistingTable.Kind) -> String {
    switch kind {
    case .table, .partitioned: "table"
    case .foreign: "foreign table"
    case .view: "view"
    case .materializedView: "materialized view"
    }
  }

  /// The one of exactly the wanted name, else those that have it, or Oracle's own, in another case of letters.
  private static func named<Item>(
    _ wanted: String, _ oracleName: String, isChoice: Bool, among items: [Item], name: (Item) -> String
  ) -> [Item] {
    if let exact = items.first(where: { name($0) == wanted }) { return [exact] }
    if isChoice { return [] }
    let forms = [wanted.lowercased(), oracleName.lowercased()]
    return items.filter { forms.contains(name($0).lowercased()) }
  }

  private mutating func checkRights(_ target: ExistingTable, of table: Table) {
    if !target.isWritable {
      block(
        "table.rights", "table \(table.name)", "the user may not read and fill \(target.name)",
        "GRANT SELECT, INSERT, DELETE ON \(target.name.quoted) TO the user")
    }
    if target.hasRowSecurity {
      block(
        "table.row-security", "table \(table.name)", "policies of \(target.name) are in force for this user",
        "load as the table's owner, or as a role with BYPASSRLS")
    }
  }

  // MARK: columns

  private mutating func mapping(
    of table: Table, in target: ExistingTable, condition: String?, _ characterSets: CharacterSetChoices
  ) -> TableMapping {
    var columns: [String: ColumnMapping] = [:]
    var generated: [ColumnMapping] = []
    for column in table.columns {
      guard let place = place(of: column, of: table, in: target) else { continue }
      if let other = columns[place.name]?.sourceName
        ?? generated.first(where: { $0.targetName == place.name })?.sourceName
      {
        block(
          "column.shared", "column \(table.name).\(column.name)", "it and \(other) would both go into \(place.name)",
          "give each a column of its own in [columns]")
        continue
      }
      guard let type = type(of: column, of: table, in: place, target) else { continue }
      let mapping = ColumnMapping(
        sourceName: column.name, oracleType: column.type, targetName: place.name, postgresType: type,
        isNullable: !place.isNotNull,
        declaredText: characterSets.declaredText(owner: table.owner, table: table.name, column))
      findings += characterSets.findings(owner: table.owner, table: table.name, column)
      if place.isGenerated { generated.append(mapping) } else { columns[place.name] = mapping }
    }
    let filled = Set(columns.keys)
    if filled.isEmpty, !findings.contains(where: { $0.severity == .blocking }) {
      block(
        "table.without-columns", "table \(table.name)", "none of its columns has a place in \(target.name)",
        "name them in [columns], or exclude the table")
    }
    for column in target.columns
    where !filled.contains(column.name) && column.isNotNull && !column.hasDefault && !column.isGenerated {
      // What was found to have no way is named already.
      guard !findings.contains(where: { $0.reason.hasPrefix(Self.into(column, target)) }) else { continue }
      block(
        "column.without-source", "column \(target.name).\(column.name) of PostgreSQL",
        "no column of \(table.name) goes into it, and it takes no NULL and has no default",
        "name its column in [columns], give it a default, or allow NULL")
    }
    let key = target.primaryKey.allSatisfy(filled.contains) ? target.primaryKey : []
    return TableMapping(
      sourceOwner: table.owner, sourceName: table.name, target: target.name,
      columns: target.columns.compactMap { columns[$0.name] }, generatedColumns: generated, primaryKey: key,
      rowEstimate: table.rowEstimate, condition: condition)
  }

  private static func into(_ column: ExistingColumn, _ target: ExistingTable) -> String {
    "into \(target.name).\(column.name), which is \(column.typeName): "
  }

  private mutating func place(of column: Column, of table: Table, in target: ExistingTable) -> ExistingColumn? {
    let object = "column \(table.name).\(column.name)"
    let choice = names.choice(owner: table.owner, table: table.name, column: column.name)
    if choice == .leftOut {
      note(.info, "column.left-out", object, "it stays behind, as [columns] says", "nothing needs to be done")
      return nil
    }
    let chosen = names.target(owner: table.owner, table: table.name, column: column.name)
    let wanted = chosen ?? PostgresIdentifier.name(of: column.name, keepsCase: keepsCase)
    let found = Self.named(wanted, column.name, isChoice: chosen != nil, among: target.columns, name: \.name)
    if found.count == 1 { return found[0] }
    if found.count > 1 {
      block(
        "column.ambiguous", object,
        "\(found.map(\.name).joined(separator: ", ")) of \(target.name) differ by the case of letters alone",
        "name one in [columns]")
    } else if chosen != nil {
      block(
        "column.without-target", object, "\(target.name) has no column \(wanted)", "name another one in [columns]")
    } else if column.isVirtual {
      note(
        .info, "column.without-target", object,
        "\(target.name) has no column \(wanted): Oracle computes its values, which stay behind",
        "nothing needs to be done")
    } else if options.ignoresUnmatchedColumns {
      note(
        .warning, "column.without-target", object, "\(target.name) has no column \(wanted): its values stay behind",
        "add the column, or name another one in [columns]")
    } else {
      block(
        "column.without-target", object, "\(target.name) has no column \(wanted)",
        "add it, name another one in [columns], or leave it behind there with \(table.name).\(column.name) = - (all such "
          + "columns: unmatched-columns = ignore in [data-only])")
    }
    return nil
  }

  /// The type by which a column's values are written; what has no exact way is named.
  private mutating func type(
    of column: Column, of table: Table, in place: ExistingColumn, _ target: ExistingTable
  ) -> PostgresType? {
    let object = "column \(table.name).\(column.name)"
    let prefix = Self.into(place, target)
    if place.isGenerated {
      guard column.isVirtual else {
        block(
          "column.generated", object, prefix + "PostgreSQL computes it, and Oracle's values may be others",
          "make it a plain column, or leave it behind in [columns]")
        return nil
      }
      return place.types.first { column.type.obstacle(into: $0) == nil }
    }
    guard !place.types.isEmpty else {
      block(
        "column.type", object, prefix + "no values are written into this type",
        "\(column.type.usualTypeRemedy); the type can be changed once the rows are there and verified")
      return nil
    }
    let obstacles = place.types.compactMap { column.type.obstacle(into: $0) }
    guard obstacles.count == place.types.count, let obstacle = obstacles.first else {
      return place.types.first { column.type.obstacle(into: $0) == nil }
    }
    block(
      "column.type", object, prefix + obstacle.reason, "\(obstacle.suggestion), or leave the column behind in [columns]"
    )
    return nil
  }

  // MARK: findings

  private mutating func block(_ rule: String, _ object: String, _ reason: String, _ remedy: String) {
    note(.blocking, rule, object, reason, remedy)
  }

  private mutating func note(
    _ severity: Finding.Severity, _ rule: String, _ object: String, _ reason: String, _ remedy: String
  ) {
    findings.append(Finding(severity: severity, rule: rule, object: object, reason: reason, remedy: remedy))
  }
}

extension OracleDataType {
  /// What to do with a column of a type that takes no values of this one.
  fileprivate var usualTypeRemedy: String {
    obstacle(into: .geometry)?.suggestion ?? "ALTER COLUMN ... TYPE text"
  }
}
