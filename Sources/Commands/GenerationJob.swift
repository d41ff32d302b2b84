import DataGeneration
import Foundation
import Model
import SampleSchema
import Tabular
import Workspace

/// `generate` in a schema that the dictionary tells of.
struct GenerationJob {
  /// Why nothing was written.
  struct Refusal: Error, CustomStringConvertible {
    let description: String
  }

  let database: Database
  let configuration: WorkspaceConfiguration
  let seed: UInt64
  let console: Console

  /// What is written to, by the configuration.
  func configuredPlace() throws -> String {
    switch database {
    case .oracle:
      let address = configuration.oracle.address.map { " at \($0.host):\($0.port)" } ?? ""
      return "schema \(configuration.oracle.schema.printable) in Oracle\(address)"
    case .postgres:
      return
        "schema \(try configuration.targetSchema().printable) in PostgreSQL \(configuration.postgres.place.printable)"
    }
  }

  /// Whether the schema is the demo's: its twelve tables, or none yet.
  func isSalesSchema() async throws -> Bool {
    let existing: Set<String>
    switch database {
    case .oracle:
      let connection = try await Connections.openOracle(configuration)
      do {
        existing = try await OracleSalesStore(connection: connection).existingTables()
      } catch {
        await connection.close()
        throw error
      }
      await connection.close()
    case .postgres:
      let session = try await Connections.openPostgres(configuration)
      do {
        let answer = try await session.execute(
          "SELECT upper(tablename) FROM pg_catalog.pg_tables WHERE schemaname = $1", [try configuration.targetSchema()])
        existing = Set(answer.rows.compactMap { $0.first ?? nil })
      } catch {
        await session.close()
        throw error
      }
      await session.close()
    }
    return existing.isEmpty || SampleSchema.tables.allSatisfy { existing.contains($0.name) }
  }

  /// Plans, shows, and does it.
  ///
  /// - Returns: whether all tables got what was asked for.
  func run(_ request: GenerationRequest, confirmed: String?, dryRun: Bool, json: Bool) async throws -> Bool {
    switch database {
    case .oracle:
      let connection = try await Connections.openOracle(configuration)
      do {
        let oracle = configuration.oracle
        let place =
          "Oracle \(connection.configuration.host):\(connection.configuration.port)/"
          + "\(connection.configuration.service.name) as \(connection.configuration.user)"
        let isWhole = try await run(
          OracleRowStore(connection: connection, owner: oracle.schema), request, schema: oracle.schema, place: place,
          confirmed: confirmed, dryRun: dryRun, json: json)
        await connection.close()
        return isWhole
      } catch {
        await connection.close()
        throw error
      }
    case .postgres:
      let schema = try configuration.targetSchema()
      let session = try await Connections.openPostgres(configuration)
      do {
        let isWhole = try await run(
          PostgresRowStore(session: session, schema: schema), request, schema: schema,
          place: "PostgreSQL \(session.endpoint)", confirmed: confirmed, dryRun: dryRun, json: json)
        await session.close()
        return isWhole
      } catch {
        await session.close()
        throw error
      }
    }
  }

  private func run(
    _ store: some RowStore, _ request: GenerationRequest, schema: String, place: String, confirmed: String?,
    dryRun: Bool, json: Bool
  ) async throws -> Bool {
    let generator = SchemaGenerator(store: store, seed: seed)
    let prepared = try await generator.prepare(request)
    let plan = prepared.plan
    console.note("\(dryRun ? "would write" : "writes") to schema \(schema.printable) in \(place.printable)")
    if dryRun {
      if json { console.result(try JSONText.of(plan)) } else { show(plan) }
      return !plan.findings.contains { $0.severity == .blocking }
    }
    guard plan.occupied.isEmpty || confirmed == schema else {
      throw Refusal(description: refusal(plan.occupied, schema: schema, confirmed: confirmed))
    }
    let report = try await generator.run(prepared)
    if json {
      console.result(try JSONText.of(report))
    } else {
      for finding in report.findings { console.record(finding.description.printable) }
      for line in report.lines {
        console.record(
          "\(line.action) \(ProgressDisplay.padded(ProgressDisplay.grouped(line.rows), -11)) rows of \(line.table.printable)"
        )
      }
    }
    return !report.findings.contains { $0.severity == .blocking || $0.rule == "generate.exhausted" }
  }

  private func refusal(_ occupied: [GenerationPlan.Line], schema: String, confirmed: String?) -> String {
    let tables = occupied.prefix(5).map { "\($0.table.printable) (\(ProgressDisplay.grouped($0.existing)) rows)" }
    let more = occupied.count > 5 ? " and \(occupied.count - 5) more" : ""
    let other = confirmed.map { "--confirm \($0.printable) names another schema. " } ?? ""
    return "\(other)The schema \(schema.printable) holds rows in \(tables.joined(separator: ", "))\(more); nothing was "
      + "written. If this is the database you mean, add --confirm \(schema.printable)"
  }

  private func show(_ plan: GenerationPlan) {
    var frame = DataFrame(columns: [
      ("table", .text), ("rows now", .number), ("create", .number), ("update", .number), ("delete", .number),
    ])
    for line in plan.lines {
      let numbers = [line.existing, line.create, line.update, line.delete]
      frame.append([.text(line.table)] + numbers.map { ExactDecimal(String($0)).map { .number($0) } ?? .null })
    }
    for line in FrameTable(frame).lines { console.result(line) }
    for finding in plan.findings { console.result(finding.description.printable) }
  }
}
