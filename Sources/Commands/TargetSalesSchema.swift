import Conversion
import Migration
import Model
import OracleClient
import OracleStandIn
import PostgresClient
import SampleSchema
import Workspace

/// The empty sales schema in PostgreSQL, exactly as a migration of Oracle's would make it.
enum TargetSalesSchema {
  /// Reads the schema's definition from a stand-in of this process's own, and runs the migration's statements.
  static func make(in session: PostgresSession, _ configuration: WorkspaceConfiguration) async throws {
    let setup = StandInSetup(
      user: "sales", password: DemoFolder.randomPassword(), service: "DEFINITION", profile: .release23ai, port: 0)
    let server = try await setup.startEmptySample()
    do {
      try await make(from: server, setup, in: session, configuration)
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  private static func make(
    from server: StandInServer, _ setup: StandInSetup, in session: PostgresSession,
    _ configuration: WorkspaceConfiguration
  ) async throws {
    let oracle = try await OracleConnection.connect(
      OracleConnection.Configuration(
        host: "127.0.0.1", port: server.port, service: .serviceName(setup.service), user: setup.user,
        password: setup.password))
    let schema = try configuration.targetSchema()
    let plan: MigrationPlan
    let isThere: Bool
    do {
      let (made, inventory) = try await SchemaPlanning(owner: "SALES", targetSchema: schema, tables: nil)
        .plan(oracle: oracle, postgres: session)
      (plan, isThere) = (made, inventory.schemaExists)
    } catch {
      await oracle.close()
      throw error
    }
    await oracle.close()
    let preparation = plan.preparation.filter { !($0.object.kind == .schema && isThere) }
    let statements = preparation + plan.tables.flatMap(\.statements) + plan.completion
    try await session.transaction { session in
      for statement in statements { _ = try await session.execute(statement.sql) }
    }
  }
}
