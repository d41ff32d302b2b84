import OracleSQL
import OracleWire

/// Carries out PARTITION BY of CREATE TABLE, as far as the dictionary shows it.
struct PartitionDefiner {
  let definer: TableDefiner
  let table: Table

  private var context: CompileContext { definer.context }
  private var catalog: SchemaCatalog { definer.session.database.catalog }

  /// More partitions than this no table has (Database Reference, "Logical Database Limits").
  private static let most = 1_048_575

  private static var tooMany: OracleError {
    OracleError(code: 14_299, message: "total number of partitions/subpartitions exceeds the maximum limit")
  }

  func partitions(_ written: Partitioning) throws -> TablePartitions {
    let upper = TablePartitions.Level(
      method: written.method, columns: try columns(written.columns), interval: written.interval.map(text),
      isAutomatic: written.isAutomatic, constraint: written.constraint?.name)
    let lower = try written.subpartitioning.map {
      TablePartitions.Level(
        method: $0.method, columns: try columns($0.columns), interval: $0.interval.map(text),
        isAutomatic: $0.isAutomatic)
    }
    var template: [TablePartitions.Part] = []
    if let lower { template = try parts(written.subpartitioning?.template ?? [], lower, isBelow: true) }
    let count = written.subpartitioning?.count ?? (template.isEmpty ? 1 : template.count)
    var result = TablePartitions(
      level: upper, below: lower, parts: [], template: template, defaultCount: lower == nil ? 0 : count)
    let definitions = written.partitions
    let unnamed = definitions.isEmpty ? max(written.count ?? 1, 1) : 0
    try checkTotal(definitions, unnamed: unnamed, each: max(1, count))
    result.parts = try parts(definitions, upper, isBelow: false)
    result.parts += (0..<unnamed).map { _ in generated("SYS_P") }
    for place in result.parts.indices {
      guard let lower else { break }
      result.parts[place].parts = try subpartitions(
        of: result.parts[place].name, place < definitions.count ? definitions[place] : nil, lower, template, count)
    }
    guard result.parts.reduce(0, { $0 + max(1, $1.parts.count) }) <= Self.most else { throw Self.tooMany }
    try checkNames(result.parts.map(\.name) + result.parts.flatMap { $0.parts.map(\.name) })
    return result
  }

  /// Before any of them takes memory.
  private func checkTotal(_ definitions: [PartitionDefinition], unnamed: Int, each: Int) throws {
    let others = unnamed.multipliedReportingOverflow(by: each)
    guard !others.overflow, others.partialValue <= Self.most else { throw Self.tooMany }
    var total = others.partialValue
    for definition in definitions {
      let own = definition.subpartitions.isEmpty ? definition.subpartitionCount ?? each : definition.subpartitions.count
      guard own <= Self.most - total else { throw Self.tooMany }
      total += max(1, own)
    }
  }

  private func columns(_ names: [Identifier]) throws -> [Column] {
    try names.map { name in
      guard let column = table.column(name.name) else {
        throw OracleError.invalidIdentifier("\"\(name.name)\"", at: name.range.start)
      }
      return column
    }
  }

  private func text(_ expression: Expression) -> String { context.text(expression.range) }

  /// A part that Oracle names: SYS_P21, SYS_SUBP42.
  private func generated(_ prefix: String) -> TablePartitions.Part {
    let number = catalog.takeObjectNumber()
    return TablePartitions.Part(name: prefix + String(number), objectNumber: number)
  }

  private func parts(
    _ definitions: [PartitionDefinition], _ level: TablePartitions.Level, isBelow: Bool
  ) throws -> [TablePartitions.Part] {
    var last: [PartitionBoundText.Bound]?
    return try definitions.map { definition in
      var part = generated(isBelow ? "SYS_SUBP" : "SYS_P")
      if let name = definition.name { part.name = name.name }
      guard let bound = definition.bound else { return part }
      let reader = PartitionBoundText(definer: definer, table: table, columns: level.columns)
      switch bound {
      case .list(let rows):
        let list = try reader.list(rows)
        part.highValue = list.text
        part.bound = list.bound
      case .lessThan(let values):
        let upper = try reader.values(values)
        if let last, !PartitionBoundText.isBelow(last, upper) {
          throw OracleError(
            code: 14_037, message: "partition bound of partition \"\(part.name)\" is too high",
            position: definition.range.start)
        }
        last = upper
        part.highValue = upper.map(\.text).joined(separator: ", ")
        part.bound = .below(upper.map(\.bytes))
      }
      return part
    }
  }

  /// Those that a partition names, or as many as it says, or those of the template, called after both.
  private func subpartitions(
    of partition: String, _ definition: PartitionDefinition?, _ level: TablePartitions.Level,
    _ template: [TablePartitions.Part], _ count: Int
  ) throws -> [TablePartitions.Part] {
    if let definition, !definition.subpartitions.isEmpty {
      return try parts(definition.subpartitions, level, isBelow: true)
    }
    if let own = definition?.subpartitionCount {
      guard own <= Self.most else { throw Self.tooMany }
      return (0..<own).map { _ in generated("SYS_SUBP") }
    }
    if !template.isEmpty {
      return template.map { part in
        var part = part
        part.name = partition + "_" + part.name
        part.objectNumber = catalog.takeObjectNumber()
        return part
      }
    }
    guard [.range, .list].contains(level.method) else { return (0..<count).map { _ in generated("SYS_SUBP") } }
    // Without any of its own a partition has one subpartition, which takes everything.
    var all = generated("SYS_SUBP")
    all.bound = level.method == .list ? .rest : .below(level.columns.map { _ in nil })
    all.highValue = level.method == .list ? "DEFAULT" : level.columns.map { _ in "MAXVALUE" }.joined(separator: ", ")
    return [all]
  }

  private func checkNames(_ names: [String]) throws {
    guard Set(names).count == names.count else {
      throw OracleError(code: 14_013, message: "duplicate partition name")
    }
  }
}
