import Canonical
import Foundation
import Model

/// What went into the sums of a table's rows, as JSON in the ledger: enough to make the same sums of PostgreSQL's rows,
/// without Oracle.
struct SummedLayout: Codable, Sendable, Hashable {
  /// One value of a row.
  struct Value: Codable, Sendable, Hashable {
    /// The column's name in PostgreSQL.
    var column: String
    /// The field of a composite type.
    var field: String?
    /// Whether the value tells only if there is an object.
    var isPresence: Bool?
    /// The type that the column or the field had.
    var typeOID: UInt32
    /// The name of the reading of PostgreSQL's bytes.
    var reading: String
  }

  /// Raised when the canonical form of a value, or the hash, changes: sums of another version mean nothing.
  static let currentVersion = 1

  var version = Self.currentVersion
  /// Those of the key first.
  var values: [Value]
  /// How many of the values, from the first, are the key; 0 means that the whole row is.
  var keyCount: Int
  /// Into how many buckets keys were divided.
  var bucketCount: Int
  /// The rule for digits of a second beyond microseconds.
  var rule: String

  init(_ plan: TablePlan, _ form: RowForm, bucketCount: Int) {
    values = zip(plan.values, form.columns).map { value, column in
      var kept = Value(column: value.column, typeOID: value.type.oid, reading: column.postgres.name)
      switch value.role {
      case .column: break
      case .presence: kept.isPresence = true
      case .field(let field): kept.field = field
      }
      return kept
    }
    keyCount = plan.keyCount
    self.bucketCount = bucketCount
    rule = plan.rule.rawValue
  }

  /// Nil for text that is no layout of this version.
  init?(json: String) {
    guard let layout = try? JSONDecoder().decode(SummedLayout.self, from: Data(json.utf8)),
      layout.version == Self.currentVersion, !layout.values.isEmpty,
      (0...layout.values.count).contains(layout.keyCount),
      layout.bucketCount > 0, layout.bucketCount <= BucketSums.mostBucketsKept,
      layout.bucketCount & (layout.bucketCount - 1) == 0
    else { return nil }
    self = layout
  }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// How the values are read of the table as it is now.
  ///
  /// - Throws: `Unreadable` where that is no longer the table that was filled.
  func reading(of table: TargetTable) throws(Unreadable) -> (values: [TargetValue], form: RowForm) {
    var read: [TargetValue] = []
    var forms: [ColumnForm] = []
    for value in values {
      let role: TargetValue.Role =
        if value.isPresence == true { .presence } else if let field = value.field { .field(field) } else { .column }
      var target = TargetValue(column: value.column, role: role, type: .integer)
      guard let type = table.type(of: value.column, role) else {
        throw Unreadable(reason: "it has no column \(target.name) any more")
      }
      guard type.oid == value.typeOID, let postgres = PostgresReading(name: value.reading) else {
        throw Unreadable(reason: "column \(target.name) has another type than when it was filled: \(type.name)")
      }
      target.type = type
      read.append(target)
      // Oracle's side is not read by this form.
      forms.append(ColumnForm(oracle: .bytes, postgres: postgres))
    }
    return (read, RowForm(columns: forms, keyCount: keyCount))
  }

  /// Why sums are of no use.
  struct Unreadable: Error {
    var reason: String
  }
}
