import Canonical
import Model

/// The statements of a table's sample: rows as Oracle's text, and the same rows as PostgreSQL's.
struct SampleQuery: Sendable {
  let mapping: TableMapping
  let values: [RenderedValue]
  let omitted: [RenderedSample.Omission]
  /// Which values PostgreSQL's rows are looked up by: the primary key, or all that can be.
  let lookup: [Int]
  /// Whether they are the primary key.
  let hasKey: Bool

  /// Expressions in one query; Oracle has a thousand columns at the most.
  private static let expressionLimit = 900

  /// - Throws: `IdentifierError` for names that Oracle cannot have.
  init(_ mapping: TableMapping, target: TargetTable, rule: SubMicrosecondRule) throws {
    self.mapping = mapping
    var values: [RenderedValue] = []
    var omitted: [RenderedSample.Omission] = []
    var columns: [String] = []
    var room = Self.expressionLimit
    let keyFirst =
      mapping.primaryKey.compactMap { name in mapping.columns.first { $0.targetName == name } }
      + (mapping.columns + mapping.generatedColumns).filter { !mapping.primaryKey.contains($0.targetName) }
    for column in keyFirst {
      for source in try column.sourceValues() {
        let role: TargetValue.Role =
          switch source.role {
          case .column: .column
          case .object: .presence
          case .attribute(let field): .field(field)
          }
        if role == .presence { continue }
        guard let type = target.type(of: column.targetName, role) else { continue }
        let value = TargetValue(column: column.targetName, role: role, type: type)
        do throws(RenderedValue.Omission) {
          let rendered = try RenderedValue(source, value, rule: rule)
          guard rendered.source.count <= room else {
            throw RenderedValue.Omission(reason: "one query has too many columns")
          }
          room -= rendered.source.count
          values.append(rendered)
          columns.append(role == .column ? column.targetName : "")
        } catch {
          omitted.append(RenderedSample.Omission(column: value.name, reason: error.reason))
        }
      }
    }
    self.values = values
    self.omitted = omitted
    let key = mapping.primaryKey.compactMap { name in
      columns.indices.first { columns[$0] == name && values[$0].isKey }
    }
    hasKey = !key.isEmpty && key.count == mapping.primaryKey.count
    lookup = hasKey ? key : values.indices.filter { values[$0].isKey }
  }

  /// Rows of Oracle, each value's expressions one behind the other.
  ///
  /// - Parameters:
  ///   - scn: nil for what is current.
  ///   - sample: nil for the first rows.
  ///   - limit: how many rows at the most.
  ///   - withSCN: whether the SCN of each row's last change comes last.
  func source(scn: UInt64?, sample: RowSample?, limit: Int, withSCN: Bool) throws -> String {
    let expressions = values.flatMap(\.source) + (withSCN ? ["TO_CHAR(ORA_ROWSCN)"] : [])
    return try "SELECT " + expressions.joined(separator: ", ") + " FROM "
      + mapping.carriedRows(scn: scn, sample: sample, and: ["ROWNUM <= \(limit)"])
  }

  /// PostgreSQL's rows that belong to sampled ones: the sampled row's number, then each value's expressions.
  ///
  /// The binds are arrays of the values that are looked up.
  var target: String {
    let names = lookup.indices.map { "k\($0 + 1)" }
    let arrays = lookup.indices.map { "$\($0 + 1)::text[]" }.joined(separator: ", ")
    let sought = zip(lookup, names).map { "k.\($1)::\(values[$0].targetType)" }
    let found = lookup.map { values[$0].targetValue }
    // Without a key NULLs must be found, and one pass over the table is enough.
    let condition =
      hasKey
      ? zip(found, sought).map { "\($0) = \($1)" }.joined(separator: " AND ")
      : "ROW(\(found.joined(separator: ", ")))::text = ROW(\(sought.joined(separator: ", ")))::text"
    return "SELECT k.n::text, " + values.flatMap(\.target).joined(separator: ", ") + " FROM unnest(\(arrays)) "
      + "WITH ORDINALITY AS k (\(names.joined(separator: ", ")), n) JOIN \(mapping.target.quoted) AS t ON \(condition)"
  }

  /// The arrays that the target's statement is given.
  func binds(_ rows: [[[String?]]]) -> [String] {
    lookup.map { place in PostgresLiteral.array(rows.map { values[place].literal($0[place]) }) }
  }

  /// A row's texts by value.
  func divided(_ texts: [String?], by expressions: KeyPath<RenderedValue, [String]>) -> [[String?]]? {
    var rest = texts[...]
    var result: [[String?]] = []
    for value in values {
      let count = value[keyPath: expressions].count
      guard rest.count >= count else { return nil }
      result.append(Array(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
    return result
  }
}
