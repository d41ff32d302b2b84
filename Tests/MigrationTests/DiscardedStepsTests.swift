import PostgresClient
import PostgresCluster
import Testing

@testable import Migration

/// What an unfinished run left is dropped, in an order that its objects allow.
@Suite("Dropping what a run has made") struct DiscardedStepsTests {
  private func withSession(_ body: (PostgresSession) async throws -> Void) async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    do {
      try await body(session)
    } catch {
      await session.close()
      await cluster.stop()
      throw error
    }
    await session.close()
    await cluster.stop()
  }

  private static let steps: Set<String> = [
    "schema:s", "view:a", "materialized view:b", "view:c'\"d", "materialized view:never made", "type:point",
    "type:points", "sequence:q", "table:empty", "view:gone",
  ]

  private func make(_ session: PostgresSession) async throws {
    for sql in [
      "CREATE SCHEMA s", "CREATE SEQUENCE s.q", "CREATE TYPE s.point AS (x int)", "CREATE DOMAIN s.points AS s.point[]",
      "CREATE TABLE s.empty (p s.points, n bigint DEFAULT nextval('s.q'))",
      "CREATE TABLE s.copied (n int, p s.point)", "CREATE VIEW s.a AS SELECT n FROM s.copied",
      "CREATE MATERIALIZED VIEW s.b AS SELECT n FROM s.a", #"CREATE VIEW s."c'""d" AS SELECT n FROM s.b"#,
    ] { _ = try await session.execute(sql) }
  }

  private func drop(_ session: PostgresSession) async throws {
    let steps = DiscardedSteps(Self.steps, schema: "s")
    for sql in steps.dependents + ["DROP TABLE s.copied"] + steps.others { _ = try await session.execute(sql) }
  }

  @Test func viewsAndMaterializedViewsStandOnEachOther() async throws {
    try await withSession { session in
      try await make(session)
      try await drop(session)
      _ = try await session.execute("DROP SCHEMA s")
    }
  }

  /// What somebody has made on a materialised view is not ours to drop.
  @Test func othersViewsStay() async throws {
    try await withSession { session in
      try await make(session)
      _ = try await session.execute("CREATE VIEW public.theirs AS SELECT n FROM s.b")
      await #expect {
        try await drop(session)
      } throws: {
        ($0 as? PostgresError)?.sqlState == "2BP01"
      }
      #expect(try await session.execute("SELECT count(*) FROM public.theirs").rows == [["0"]])
    }
  }

  @Test func withoutMaterializedViewsOneStatementDoes() {
    #expect(
      DiscardedSteps(["view:b", "view:a"], schema: "s").dependents == [#"DROP VIEW IF EXISTS "s"."a", "s"."b""#])
    #expect(DiscardedSteps([], schema: "s").dependents.isEmpty && DiscardedSteps([], schema: "s").others.isEmpty)
  }
}
