import Testing

@testable import OracleSQL

struct QueryParserTests {
  private func query(_ text: String) throws -> Query {
    guard case .query(let query) = try SQLParser.parse(text).kind else { throw Unexpected() }
    return query
  }

  private func block(_ text: String) throws -> SelectBlock {
    guard case .select(let block) = try query(text).first else { throw Unexpected() }
    return block
  }

  @Test(arguments: Corpus.queries)
  func printingAndParsingAgainChangesNothing(text: String) throws {
    let once = SQLPrinter.print(try query(text))
    let twice = SQLPrinter.print(try query(once))
    #expect(once == twice)
  }

  @Test func headingsAreAsOracleNamesThem() throws {
    let items = try block("SELECT count( * ), t.a, 1 + 2, 'a b', \"x y\", :b1, a c, sysdate FROM t").items
    let headings = items.map { item in
      if case .expression(_, let alias, let heading) = item { alias?.name ?? heading } else { "" }
    }
    #expect(headings == ["COUNT(*)", "A", "1+2", "'AB'", "x y", ":B1", "C", "SYSDATE"])
  }

  @Test func flashbackAndAliases() throws {
    guard case .table(let table)? = try block("SELECT 1 FROM s.t AS OF SCN :n x").from.first?.source else {
      throw Unexpected()
    }
    #expect(table.name.schema?.name == "S")
    #expect(table.alias?.name == "X")
    guard case .scn(let expression)? = table.asOf else { throw Unexpected() }
    #expect(SQLPrinter.print(expression) == ":N")
  }

  @Test func joins() throws {
    let from = try block("SELECT 1 FROM a JOIN b ON a.i = b.i LEFT JOIN c USING (k) CROSS JOIN d, e").from
    #expect(from.count == 2)
    #expect(from.first?.joins.map(\.kind) == [.inner, .left, .cross])
  }

  @Test func setOperatorsStayInOrder() throws {
    let text = "SELECT 1 FROM a UNION SELECT 2 FROM b MINUS SELECT 3 FROM c EXCEPT ALL SELECT 4 FROM d"
    #expect(try query(text).setOperations.map(\.combinator) == [.union, .minus, .minusAll])
  }

  @Test func limits() throws {
    let result = try query("SELECT a FROM t ORDER BY a DESC NULLS FIRST OFFSET 1 ROW FETCH NEXT ROW ONLY")
    #expect(result.orderBy.first?.isDescending == true)
    #expect(result.orderBy.first?.nullsFirst == true)
    #expect(result.offset != nil)
    #expect(result.fetch != nil && result.fetch?.count == nil)
  }

  @Test(arguments: [
    ("SELECT", 936, 6), ("SELECT FROM t", 936, 7), ("SELECT a b c FROM t", 923, 11), ("SELECT a FRO t", 923, 13),
    ("SELECT a FROM", 903, 13), ("SELECT a FROM t WHERE", 936, 21), ("SELECT a FROM t GROUP a", 924, 22),
    ("SELECT a FROM t ORDER a", 924, 22), ("SELECT a FROM t x y", 933, 18), ("SELECT a FROM t AS x", 933, 16),
    ("SELECT a, FROM t", 936, 10), ("SELECT a FROM t JOIN u", 905, 22), ("SELECT a FROM (SELECT 1 FROM t", 907, 30),
    ("SELECT a FROM t WHERE a = 1;", 911, 27), ("SELECT a FROM t UNION a", 928, 22), ("SELECT a AS FROM t", 923, 12),
    ("SELECT a FROM t START WITH a = 1", 905, 32), ("SELECT a FROM t FETCH 1 ROWS ONLY", 905, 22),
    ("WITH c AS SELECT 1 FROM dual", 906, 10), ("SELECT a FROM t WHERE a = 'x", 1756, 26),
    ("SELECT a FROM t, WHERE", 903, 17), ("SELECT a FROM t GROUP BY ROLLUP a", 933, 32),
    ("SELECT a FROM t GROUP BY GROUPING SETS (a", 907, 41),
    ("SELECT LISTAGG(a, ',' ON OVERFLOW STOP) FROM t", 905, 34),
    ("SELECT RANK() OVER (ORDER BY a ROWS 1) FROM t", 905, 37),
    ("SELECT SUM(a) OVER w FROM t", 3001, 14), ("SELECT JSON_OBJECT('a') FROM t", 905, 22),
    ("SELECT JSON_VALUE(d, p) FROM t", 1780, 21),
    ("SELECT a FROM t PIVOT (SUM(a) b IN (1))", 905, 32),
  ])
  func errors(text: String, code: Int, offset: Int) {
    let error = #expect(throws: SQLSyntaxError.self) { try SQLParser.parse(text) }
    #expect(error?.code == code)
    #expect(error?.offset == offset)
  }
}

/// The parsed statement is not of the kind that the test wants.
struct Unexpected: Error {}
