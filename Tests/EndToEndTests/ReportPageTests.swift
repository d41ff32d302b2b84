import Foundation
import PostgresClient
import PostgresCluster
import Testing

/// output/report.html, which migrate and verify leave.
@Suite(.serialized)
struct ReportPageTests {
  private func page(_ workspace: TestWorkspace) throws -> String {
    try String(contentsOf: workspace.folder.appending(path: "output/report.html"), encoding: .utf8)
  }

  @Test func migrateAndVerifyWriteThePage() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: SmallSales.script())
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let migrated = try await workspace.run("migrate")
    #expect(migrated.status == 0, "\(migrated.output)\(migrated.errors)")
    #expect(migrated.errors.contains("output/report.html"), "\(migrated.errors)")
    let file = workspace.folder.appending(path: "output/report.html").path
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    var text = try page(workspace)
    for part in [
      "<b>Not verified yet</b>", "sales.customers", "sales.orders", "2 pieces by", " · SCN ", "rows left out",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(!text.contains(StandInProcess.password))

    #expect(try await workspace.run("verify").status == 0)
    #expect(try page(workspace).contains("<b>Equal</b>"))
    // Nothing is missing: the page keeps its course, and its certificate.
    let drawn = try page(workspace).components(separatedBy: "<rect class=\"c").count
    #expect(try await workspace.run("migrate").status == 0)
    text = try page(workspace)
    #expect(text.components(separatedBy: "<rect class=\"c").count == drawn && drawn > 2)
    #expect(text.contains("<b>Equal</b>"))
    #expect(try await workspace.run("refresh").status == 0)
    #expect(try page(workspace).contains("<b>Equal</b>"))

    let session = try await PostgresSession.connect(cluster.connectionParameters)
    _ = try await session.execute(
      "UPDATE sales.customers SET name = '<b>O''Neil</b>' WHERE customer_id = 7")
    await session.close()
    #expect(try await workspace.run("verify", ["--json"]).status == 2)
    text = try page(workspace)
    #expect(text.contains("<b>Different</b>") && text.contains("customer_id = 7"))
    #expect(text.contains("&lt;b&gt;O&#39;Neil&lt;/b&gt;") && !text.contains("<b>O'Neil"))

    // A migration that was killed leaves a page that says so.
    let killed = try TestWorkspace(
      oraclePort: standIn.port, postgres: cluster.connectionParameters, schema: "killed")
    let first = try await OraferryProcess.run(
      ["migrate", "--workspace", killed.folder.path], environment: ["ORAFERRY_FAILPOINT": "copy.committed"])
    #expect(first.status == 9, "\(first.output)\(first.errors)")
    #expect(try page(killed).contains("<b>Not finished</b>"))
    #expect(try await killed.run("migrate").status == 0)
    #expect(try page(killed).contains("<b>Not verified yet</b>"))
    #expect(try await killed.run("verify", ["--tables", "ORDERS"]).status == 0)
    #expect(try page(killed).contains("<b>Equal, as far as it was compared</b>"))
    #expect(try await killed.run("reset", ["--table", "ORDERS"]).status == 0)
    #expect(try page(killed).contains("<b>To be verified again</b>"))
    #expect(try await killed.run("reset").status == 0)
    #expect(try !page(killed).contains("sales.orders") && page(killed).contains("<b>Not verified yet</b>"))

    // What can't be written is said, and the work is done all the same.
    let broken = try TestWorkspace(
      oraclePort: standIn.port, postgres: cluster.connectionParameters, schema: "elsewhere")
    try FileManager.default.createDirectory(
      at: broken.folder.appending(path: "output"), withIntermediateDirectories: true)
    try Data("no folder".utf8).write(to: broken.folder.appending(path: "output/records"))
    let outcome = try await broken.run("migrate")
    #expect(outcome.status == 0 && outcome.errors.contains("can't be written"), "\(outcome.output)\(outcome.errors)")
    standIn.kill()
    await cluster.stop()
  }
}
