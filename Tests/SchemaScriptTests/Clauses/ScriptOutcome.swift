import Conversion
import Model
import OracleSQL
@testable import SchemaScript

/// What a script becomes, without the places of its parts.
struct ScriptOutcome: Equatable {
  var sql: [String]
  var findings: Set<String>
  /// Reasons of the info findings.
  var infos: [String]
  /// Reasons by the objects that are left out.
  var refusals: [String: String]

  init(_ script: String) {
    let read = ScriptSchemas.read([ScriptSource(name: "t.sql", text: script)], owner: "APP")
    let plans = SchemaConversion.plans(for: read.schemas, options: ConversionOptions(postgresMajorVersion: 15))
    let findings = read.findings.map(\.finding) + plans.flatMap(\.findings)
    let places = /t\.sql:[0-9]+(:[0-9]+)?/
    sql = plans.flatMap { plan in
      plan.preparation.map(\.sql) + plan.tables.map(\.creation.sql).sorted()
        + plan.tables.flatMap { $0.partitions.map(\.sql) }
        + plan.completion.map(\.sql)
    }
    self.findings = Set(
      findings.map { "\($0.severity) \($0.rule) \($0.object): \($0.reason.replacing(places, with: "there"))" })
    infos = findings.filter { $0.severity == .info }.map(\.reason)
    let leftOut = findings.filter { $0.rule.hasSuffix(".not-converted") || $0.rule.hasPrefix("object.") }
    refusals = Dictionary(leftOut.map { ($0.object, $0.reason) }) { $0 + "; " + $1 }
  }

  /// Findings that say that a statement is no Oracle SQL.
  var notRead: [String] { findings.filter { $0.contains("ORA-") && $0.contains("not understood") } }
}
