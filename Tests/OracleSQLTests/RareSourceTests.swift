import Testing

@testable import OracleSQL

/// Sources and clauses that few queries and changes have.
struct RareSourceTests {
  private func block(_ text: String) throws -> (SelectBlock, Statement) {
    let statement = try SQLParser.parse(text)
    guard case .query(let query) = statement.kind, case .select(let block) = query.first else { throw Unexpected() }
    return (block, statement)
  }

  private func source(_ text: String) throws -> (RareSource, alias: String?) {
    guard case .rare(let source, let alias) = try block("SELECT * FROM " + text).0.from[0].source else {
      throw Unexpected()
    }
    return (source, alias?.name)
  }

  @Test func pivots() throws {
    let (rare, alias) = try source("t PIVOT (SUM(a) AS s, COUNT(*) c FOR (b, d) IN ((1, 'x') AS one, (2, 'y'))) p")
    guard case .pivot(.table(let table), let pivot) = rare, case .list(let values) = pivot.values else {
      throw Unexpected()
    }
    #expect(alias == "P" && table.name.name.name == "T" && pivot.columns.map(\.name) == ["B", "D"])
    #expect(pivot.aggregates.map { $0.alias?.name } == ["S", "C"] && values.map { $0.alias?.name } == ["ONE", nil])
    guard case .pivot(.subquery, let xml) = try source("(SELECT 1 a FROM t) PIVOT XML (SUM(a) FOR b IN (ANY))").0,
      case .any = xml.values
    else { throw Unexpected() }
    guard
      case .unpivot(_, let unpivot) = try source("t UNPIVOT INCLUDE NULLS (v FOR n IN (a AS 'x', b AS 'y', c))").0
    else { throw Unexpected() }
    #expect(unpivot.includesNulls && unpivot.sources.map(\.constants.count) == [1, 1, 0])
  }

  @Test func functionsAndClauses() throws {
    guard case .function(let call) = try source("p.f(1, x => 2) a").0,
      case .function(let xml) = try source("XMLTABLE('/a' PASSING b COLUMNS c NUMBER PATH 'c') x").0,
      case .extended(.special("XMLTABLE", _)) = xml.kind, case .clause = try source("t MATCH_RECOGNIZE (x) m").0,
      case .values(let rows, let columns) = try source("(VALUES (1, 2), (3, 4)) v (a, b)").0
    else { throw Unexpected() }
    #expect(SQLPrinter.print(call) == "P.F(1, X => 2)" && rows.count == 2 && columns.count == 2)
    let (block, statement) = try block(
      "SELECT * FROM t SAMPLE (10) SEED (1) a LEFT JOIN u PARTITION BY (x) ON a.i = u.i, "
        + "v VERSIONS BETWEEN SCN MINVALUE AND MAXVALUE")
    guard case .table(let sampled) = block.from[0].source, case .table(let outer) = block.from[0].joins[0].source,
      case .table(let versions) = block.from[1].source
    else { throw Unexpected() }
    #expect(sampled.sample == "SAMPLE (10) SEED (1)" && outer.partitionedBy.count == 1 && versions.versions != nil)
    #expect(statement.uncommon.map(\.name) == ["SAMPLE", "partitioned outer joins", "VERSIONS BETWEEN"])
    let (model, _) = try self.block(
      "SELECT a FROM t MODEL DIMENSION BY (a) MEASURES (b) RULES UPSERT (b[1] = 2) ORDER BY a")
    #expect(model.model?.hasSuffix("(b[1] = 2)") == true)
  }

  @Test(arguments: [
    "SELECT * FROM T PIVOT (SUM(A) AS S FOR (B) IN (1 AS X, 2)) P", "SELECT * FROM F(1) X",
    "SELECT * FROM T UNPIVOT ((V) FOR (N) IN ((A) AS 'x', (B)))", "SELECT * FROM T SAMPLE (10) X",
    "SELECT CAST(MULTISET (SELECT 1 FROM DUAL) AS TY) FROM DUAL",
    "SELECT TO_NUMBER(A DEFAULT 0 ON CONVERSION ERROR) FROM T",
    "SELECT XMLELEMENT(\"a\", b) FROM T",
  ])
  func printingAgainChangesNothing(text: String) throws {
    guard case .query(let query) = try SQLParser.parse(text).kind else { throw Unexpected() }
    #expect(SQLPrinter.print(query) == text)
  }

  @Test func changes() throws {
    guard
      case .insert(let insert) = try SQLParser.parse(
        "INSERT INTO (SELECT a FROM t) VALUES (1) LOG ERRORS INTO e ('x') REJECT LIMIT UNLIMITED"
      ).kind,
      case .insert(let partition) = try SQLParser.parse("INSERT INTO t PARTITION (p) (a) VALUES (1)").kind,
      case .update(let update) = try SQLParser.parse("UPDATE (SELECT a FROM t) x SET x.a = 1").kind,
      case .update(let joined) = try SQLParser.parse("UPDATE t SET a = u.b FROM u WHERE t.i = u.i").kind,
      case .delete(let delete) = try SQLParser.parse("DELETE TABLE(SELECT a FROM t) x WHERE x.b = 1").kind
    else { throw Unexpected() }
    #expect(insert.view != nil && insert.errorLog?.limit == "UNLIMITED" && partition.partition == "PARTITION (p)")
    #expect(update.table.view != nil && update.table.alias?.name == "X" && joined.from.count == 1)
    guard case .collection = delete.table.view else { throw Unexpected() }
  }
}
