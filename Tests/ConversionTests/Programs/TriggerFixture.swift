import Model
import PostgresClient
import PostgresCluster
import Testing

@testable import Conversion

/// One trigger, or several, and what happens when statements fire them.
struct TriggerCase {
  /// A statement for PostgreSQL, and what comes of it.
  enum Step {
    case run(String)
    /// The rows of a query, as `QueryHarness` shows them.
    case rows(String, [String])
    /// An error with this SQLSTATE, whose message holds the text.
    case fails(String, state: String, message: String = "")
  }

  var title: String
  /// From behind `CREATE TRIGGER tr1`, `tr2` and so on.
  var triggers: [String]
  /// Whole texts of functions, by name.
  var functions: [(String, String)] = []
  var isEnabled = true
  var options = ConversionOptions(oracleServerTimeZone: "Europe/Vienna")
  var tables = TriggerFixture.tables
  var steps: [Step]
}

/// Orders, a log of what happens to them, and limits for customers.
enum TriggerFixture {
  static let tables: [Table] = {
    let id = OracleDataType.number(precision: 9, scale: 0)
    let money = OracleDataType.number(precision: 8, scale: 2)
    var worth = column("WORTH", .number(precision: 12, scale: 2), default: "\"QTY\" * \"PRICE\"")
    worth.isVirtual = true
    let orders = table(
      "ORDERS",
      [
        column("ID", id), column("CUSTOMER", .varchar2(length: 20)), column("STATUS", .char(length: 3)),
        column("TOTAL", money), column("QTY", .number(precision: 5, scale: 0)), column("PRICE", money), worth,
        column("CREATED", .date), column("UPDATED", .timestamp(precision: 6)),
        column("SEEN", .timestampWithLocalTimeZone(precision: 6)), column("NOTE", .varchar2(length: 100)),
        column("TAG", .raw(length: 8)),
      ])
    let log = table(
      "LOG",
      [
        column("ID", id), column("WHAT", .varchar2(length: 60)), column("WHO", .varchar2(length: 30)),
        column("AMOUNT", .number(precision: nil, scale: nil)), column("HAPPENED", .date),
      ])
    let limits = table(
      "LIMITS",
      [
        column("CUSTOMER", .varchar2(length: 20), notNull: true), column("MOST", money),
        column("USED", .number(precision: 5, scale: 0)), column("Kind", .char(length: 2)),
      ], key: ["CUSTOMER"])
    return [orders, log, limits]
  }()

  static let views = [
    ViewDefinition(
      name: "ORDER_V",
      query: "SELECT o.id, o.customer, o.total, l.most FROM orders o JOIN limits l ON l.customer = o.customer")
  ]

  static func plan(_ entry: TriggerCase) -> MigrationPlan {
    SchemaConversion.plans(for: [schema(entry)], options: entry.options)[0]
  }

  static func schema(_ entry: TriggerCase) -> Schema {
    let triggers = entry.triggers.enumerated().map { index, text in
      let name = "TR\(index + 1)"
      let words = text.split(whereSeparator: \.isWhitespace)
      let on = words.firstIndex { $0.lowercased() == "on" }.map { words[$0 + 1].uppercased() }
      return Model.TriggerDefinition(
        name: name, table: on, text: "CREATE OR REPLACE TRIGGER \(name) \(text)", isEnabled: entry.isEnabled)
    }
    let functions = entry.functions.map { name, text in
      OtherObject(kind: text.contains("FUNCTION") ? "FUNCTION" : "PROCEDURE", name: name, text: text)
    }
    let sequences = ["ORDER_SEQ", "LOG_SEQ"].map { SequenceDefinition(name: $0, options: SequenceOptions()) }
    return Schema(
      owner: "OT", tables: entry.tables, sequences: sequences,
      views: entry.tables.contains { $0.name == "ORDERS" } ? views : [], triggers: triggers, otherObjects: functions)
  }

  /// Why the trigger of a case is left out; nil where it is not.
  static func refusal(_ trigger: String, functions: [(String, String)] = []) -> String? {
    let plan = plan(TriggerCase(title: "", triggers: [trigger], functions: functions, steps: []))
    return plan.findings.first { $0.rule == "trigger.not-converted" && $0.object == "trigger TR1" }?.reason
  }

  /// Converts, runs and fires the triggers of each case, in a schema of its own.
  static func check(_ cases: [TriggerCase]) async throws {
    try await QueryHarness.with { harness in
      for entry in cases {
        let plan = plan(entry)
        for finding in plan.findings where finding.rule == "trigger.not-converted" {
          Issue.record("\(entry.title): \(finding)")
        }
        let statements = plan.preparation + plan.tables.map(\.creation) + plan.completion
        let made = statements.filter { $0.phase == .trigger }.map(\.sql).joined(separator: ";\n")
        do {
          for statement in statements { _ = try await harness.session.execute(statement.sql) }
          for step in entry.steps { try await take(step, entry, made, harness) }
        } catch {
          Issue.record("\(entry.title)\n\(made)\n\(error)")
        }
        _ = try await harness.session.execute("DROP SCHEMA IF EXISTS ot CASCADE")
      }
    }
  }

  private static func take(
    _ step: TriggerCase.Step, _ entry: TriggerCase, _ made: String, _ harness: QueryHarness
  ) async throws {
    switch step {
    case .run(let sql): _ = try await harness.session.execute(sql)
    case .rows(let sql, let expected):
      let rows = try await harness.rows(sql)
      #expect(rows == expected, "\(entry.title)\n\(sql)\n\(made)")
    case .fails(let sql, let state, let message):
      do {
        _ = try await harness.session.execute(sql)
        Issue.record("\(entry.title): no error\n\(sql)\n\(made)")
      } catch let error as PostgresError {
        #expect(error.sqlState == state, "\(entry.title)\n\(error)\n\(made)")
        #expect(message.isEmpty || error.message.contains(message), "\(entry.title)\n\(error)")
      }
    }
  }
}
