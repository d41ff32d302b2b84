import Canonical
import Model

/// The statements that would make PostgreSQL's rows those of Oracle, for the differences that were found.
///
/// Nothing is run: a person reads them first. Rows that are only in PostgreSQL go, others get Oracle's values, missing ones
/// come; in one transaction.
public struct RepairScript: Sendable {
  /// The script's lines.
  public private(set) var lines: [String] = []
  /// Statements in it.
  public private(set) var statementCount = 0
  /// Differences that no statement was written for.
  public private(set) var openCount = 0

  /// Writes the script.
  ///
  /// - Parameters:
  ///   - result: whose values are whole, however long.
  ///   - mappings: of the tables that were read on both sides.
  ///   - copied: tables all of whose rows a copy has brought. Of others, rows that only PostgreSQL has may be somebody
  ///     else's: they are not deleted.
  public init(_ result: VerificationResult, mappings: [TableMapping], copied: Set<QualifiedName>) {
    let known = Dictionary(mappings.map { ($0.target, $0) }) { first, _ in first }
    var remarks: [String] = []
    var phases: [RowDifference.Kind: [String]] = [:]
    for table in result.tables where !table.equal {
      if table.notes.contains(.moreDifferences) {
        remarks.append("\(table.table): there are more differences than are mended here; see --max-differences")
      }
      guard let mapping = known[table.table], !table.notes.contains(.missingInTarget), !table.differences.isEmpty else {
        remarks.append("\(table.table): it differs, and nothing is mended: \(table.noteTexts.joined(separator: "; "))")
        openCount += 1
        continue
      }
      let rows = TableRows(mapping)
      for difference in table.differences {
        guard difference.kind != .extra || copied.contains(table.table) else {
          remarks.append("\(table.table): a row that only PostgreSQL has is left, as it may be of another origin")
          openCount += 1
          continue
        }
        do throws(TableRows.Unwritable) {
          phases[difference.kind, default: []].append(try rows.statement(difference))
          statementCount += 1
        } catch {
          remarks.append("\(table.table): a row (\(difference.kind.rawValue)) is not mended: \(error.reason)")
          openCount += 1
        }
      }
    }
    lines = [
      "-- What would make PostgreSQL's rows Oracle's, as oraferry verify found them. Nothing was run; read it first.",
      "-- Where a foreign key stands in the way of the order, a superuser can SET session_replication_role = replica;",
      "-- before it, and must see to the keys.",
    ]
    // What a line holds of a database's names must not end the remark.
    lines += remarks.map { "-- " + $0.printable }
    lines += [
      "BEGIN;", "SET LOCAL client_encoding TO 'UTF8';", "SET LOCAL datestyle TO 'ISO, YMD';",
      "SET LOCAL intervalstyle TO 'postgres';",
    ]
    for kind in [RowDifference.Kind.extra, .changed, .missing] { lines += phases[kind] ?? [] }
    lines.append("COMMIT;")
  }
}

/// The statements of one table.
private struct TableRows {
  struct Unwritable: Error {
    var reason: String
  }

  private let target: QualifiedName
  private let generated: Set<String>
  private let hasKey: Bool
  /// Columns of json and xml.
  private let incomparable: Set<String>
  /// Columns of uuid.
  private let identifiers: Set<String>
  /// Columns of composite types, whose fields are values of their own.
  private let parts: Set<String>

  init(_ mapping: TableMapping) {
    target = mapping.target
    generated = Set(mapping.generatedColumns.map(\.targetName))
    hasKey = !mapping.primaryKey.isEmpty
    incomparable = Set(
      mapping.columns.filter { [.json, .xml].contains($0.postgresType) }.map(\.targetName))
    identifiers = Set(mapping.columns.filter { $0.postgresType == .uuid }.map(\.targetName))
    parts = Set(
      mapping.columns.filter { if case .object = $0.oracleType { true } else { false } }.map(\.targetName))
  }

  func statement(_ difference: RowDifference) throws(Unwritable) -> String {
    guard parts.isEmpty else { throw Unwritable(reason: "its table has columns of composite types") }
    switch difference.kind {
    case .extra: return "DELETE FROM \(target.quoted) WHERE \(try onePlace(difference));"
    case .changed:
      let cells = difference.cells.filter {
        difference.columns.contains($0.column) && !generated.contains($0.column)
      }
      guard !cells.isEmpty else { throw Unwritable(reason: "only columns that PostgreSQL computes differ") }
      var changes: [String] = []
      for cell in cells {
        changes.append("\(quoted(cell.column)) = \(try literal(cell.source ?? .null, of: cell.column))")
      }
      return "UPDATE \(target.quoted) SET \(changes.joined(separator: ", ")) WHERE \(try onePlace(difference));"
    case .missing:
      let cells = difference.cells.filter { !generated.contains($0.column) }
      var values: [String] = []
      for cell in cells { values.append(try literal(cell.source ?? .null, of: cell.column)) }
      return "INSERT INTO \(target.quoted) (\(cells.map { quoted($0.column) }.joined(separator: ", "))) "
        + "OVERRIDING SYSTEM VALUE VALUES (\(values.joined(separator: ", ")));"
    }
  }

  /// The condition on what PostgreSQL's row has: its key, and the values that differ, of an extra row all.
  ///
  /// Not the key alone: one that nobody enforces may be that of several rows, and others may have changed the row since.
  private func place(_ difference: RowDifference) throws(Unwritable) -> String {
    let keys = Set(difference.key.map(\.column))
    var conditions: [String] = []
    for cell in difference.cells where !generated.contains(cell.column) {
      let isKey = hasKey && keys.contains(cell.column)
      guard isKey || difference.kind == .extra || difference.columns.contains(cell.column) else { continue }
      if incomparable.contains(cell.column) {
        // PostgreSQL has no = for it; where there is a key that need not matter.
        guard hasKey else { throw Unwritable(reason: "a column of its table can't be compared in PostgreSQL") }
        continue
      }
      let name = quoted(cell.column)
      let value = cell.target ?? .null
      conditions.append(value == .null ? "\(name) IS NULL" : "\(name) = \(try literal(value, of: cell.column))")
    }
    guard !conditions.isEmpty else { throw Unwritable(reason: "nothing tells it from other rows") }
    return conditions.joined(separator: " AND ")
  }

  /// The condition that only one of the rows fulfils where there are several: without a key, or one that nobody enforces.
  private func onePlace(_ difference: RowDifference) throws(Unwritable) -> String {
    let all = try place(difference)
    return "\(all) AND ctid = (SELECT ctid FROM \(target.quoted) WHERE \(all) LIMIT 1)"
  }

  private func quoted(_ column: String) -> String { PostgresIdentifier.quoted(column) }

  /// The value as a literal of unknown type, which takes its column's.
  private func literal(_ value: CanonicalValue, of column: String) throws(Unwritable) -> String {
    switch value {
    case .null: return "NULL"
    case .text(let text, let byteCount):
      guard text.utf8.count == byteCount else { throw Unwritable(reason: "a text is too long, or no UTF-8") }
      guard !text.utf8.contains(0) else { throw Unwritable(reason: "a text has a NUL, which PostgreSQL cannot hold") }
      return PostgresLiteral.quoted(text)
    case .bytes(let bytes, let byteCount):
      guard bytes.count == byteCount else { throw Unwritable(reason: "a value is too long") }
      // uuid takes the digits alone.
      let text = value.description
      return PostgresLiteral.quoted(identifiers.contains(column) ? String(text.dropFirst(2)) : text)
    case .list(let values, let count):
      guard values.count == count else { throw Unwritable(reason: "a list is too long") }
      return PostgresLiteral.quoted("{" + values.map(\.description).joined(separator: ",") + "}")
    case .unrepresentable: throw Unwritable(reason: "a value that PostgreSQL cannot hold")
    case .number, .timestamp, .instant, .double, .float, .boolean, .interval:
      return PostgresLiteral.quoted(value.description)
    }
  }
}
