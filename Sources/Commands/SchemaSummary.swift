import Conversion
import Foundation
import Model
import SchemaScript

/// What a conversion of scripts came to: how many objects of each kind, and how many findings.
struct SchemaSummary: Encodable {
  struct Kind: Encodable {
    var kind: String
    var converted: Int
  }

  var statements: Int
  var converted: [Kind]
  var info: Int
  var lossy: Int
  var notConverted: Int
  private var worst: [FindingRecord]

  private enum CodingKeys: String, CodingKey {
    case statements, converted, info, lossy
    case notConverted = "not_converted"
  }

  init(_ read: ScriptSchemas, _ plans: [MigrationPlan], _ records: [FindingRecord]) {
    statements = read.statementCount
    var counts: [TargetObject.Kind: Int] = [:]
    for plan in plans {
      for statement in plan.preparation + plan.tables.map(\.creation) + plan.completion {
        counts[statement.object.kind, default: 0] += 1
      }
    }
    let shown: [TargetObject.Kind] = [
      .sequence, .type, .table, .primaryKey, .unique, .check, .index, .foreignKey, .view, .materializedView, .function,
      .procedure, .trigger, .tableComment, .columnComment, .role, .grant,
    ]
    converted = shown.compactMap { kind in counts[kind].map { Kind(kind: kind.rawValue, converted: $0) } }
    info = records.count { $0.severity == .info }
    lossy = records.count { $0.severity == .lossy }
    notConverted = records.count { $0.severity == .notConverted }
    worst = records.filter { $0.severity != .info }.sorted { ($0.severity.rawValue, 0) > ($1.severity.rawValue, 0) }
  }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// One line a kind, the findings that matter, and where to look on.
  func lines(_ folder: String) -> [String] {
    var lines = converted.map { "\(ProgressDisplay.padded($0.kind, 18)) \($0.converted)" }
    for record in worst.prefix(20) {
      let place = record.script.map { " (\($0)\(record.line.map { ":\($0)" } ?? ""))" } ?? ""
      let word = record.severity == .lossy ? "lossy" : "not converted"
      lines.append("\(word): \(record.objectType) \(record.name)\(place): \(record.message)".printable)
    }
    if worst.count > 20 { lines.append("... and \(worst.count - 20) more in findings.json") }
    lines.append(
      "\(statements) statements read; \(notConverted) objects not converted, \(lossy) lossy, \(info) remarks: "
        + "\(folder)/schema.sql, \(folder)/findings.json".printable)
    return lines
  }
}
