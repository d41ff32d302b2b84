import Conversion
import Model
import PostgresClient
import PostgresCluster
import SchemaScript
import Testing

/// A real PostgreSQL with what Oracle's statements became.
struct ScriptedTarget {
  let session: PostgresSession
  let plans: [MigrationPlan]
  /// Findings of the scripts, then those of the conversion.
  let findings: [Finding]

  /// Converts a script of the owner APP, runs all statements and then the body; unqualified names are found.
  static func with(
    _ script: String, options: ConversionOptions = ConversionOptions(), setup: [String] = [],
    _ body: (ScriptedTarget) async throws -> Void
  ) async throws {
    let read = ScriptSchemas.read([ScriptSource(name: "t.sql", text: script)], owner: "APP")
    let plans = SchemaConversion.plans(for: read.schemas, options: options)
    let cluster = try await PostgresCluster.start(.fast)
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    do {
      for statement in setup { _ = try await session.execute(statement) }
      for statement in statements(of: plans) {
        do {
          _ = try await session.execute(statement.sql)
        } catch {
          Issue.record("\(statement.sql): \(error)")
        }
      }
      _ = try await session.execute("SET search_path = app, public")
      try await body(
        ScriptedTarget(
          session: session, plans: plans, findings: read.findings.map(\.finding) + plans.flatMap(\.findings)))
    } catch {
      await session.close()
      await cluster.stop()
      throw error
    }
    await session.close()
    await cluster.stop()
  }

  /// All statements of all schemas, phase by phase.
  static func statements(of plans: [MigrationPlan]) -> [DDLStatement] {
    let all = plans.flatMap { $0.preparation + $0.tables.flatMap(\.statements) + $0.completion }
    return PlanPhase.allCases.flatMap { phase in
      all.filter { $0.phase == phase }.enumerated().sorted {
        ($0.element.place, $0.offset) < ($1.element.place, $1.offset)
      }
      .map(\.element)
    }
  }

  func run(_ sql: String) async throws { _ = try await session.execute(sql) }

  /// Rows with ` | ` between the values, NULL for none.
  func rows(_ sql: String) async throws -> [String] {
    try await session.execute(sql).rows.map { $0.map { $0 ?? "NULL" }.joined(separator: " | ") }
  }

  /// The SQLSTATE that a statement fails with; nil where it does not.
  func failure(_ sql: String) async -> String? {
    do {
      _ = try await session.execute(sql)
      return nil
    } catch let error as PostgresError {
      return error.sqlState ?? ""
    } catch {
      return "\(error)"
    }
  }

  /// Rules and objects of findings that say that something differs.
  var warnings: [String] {
    findings.filter { $0.severity != .info }.map { $0.rule + " " + $0.object }
  }

  /// The rules that spoke of an object.
  func rules(_ object: String) -> [String] { findings.filter { $0.object == object }.map(\.rule) }
}
