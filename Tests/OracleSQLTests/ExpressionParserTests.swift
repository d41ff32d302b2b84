import Testing

@testable import OracleSQL

struct ExpressionParserTests {
  @Test(arguments: [
    ("1+2*3", "1 + 2 * 3"), ("(1+2)*3", "(1 + 2) * 3"), ("((1))", "1"), ("1-2-3", "1 - 2 - 3"),
    ("1-(2-3)", "1 - (2 - 3)"), ("-1", "-1"), ("- -1", "- -1"), ("+a/b", "+A / B"), ("-(a+b)", "-(A + B)"),
    ("a||b||c", "A || B || C"), ("a||1+2", "A || 1 + 2"), ("(a||b)||c", "(A || B) || C"), ("'it''s'", "'it''s'"),
    ("q'(it's)'", "'it''s'"), ("n'x'", "N'x'"), ("1.50F", "1.50f"), ("nvl( a ,\"b\")", "NVL(A, \"b\")"),
    ("a.b.c", "A.B.C"), ("t.col(+)", "T.COL(+)"), ("s.nextval", "S.NEXTVAL"), ("o.s.currval", "O.S.CURRVAL"),
    ("sysdate", "SYSDATE"), ("t.rowid", "T.ROWID"), ("p.f(1)(+)", nil), ("count(*)", "COUNT(*)"),
    ("count( unique x )", "COUNT(DISTINCT X)"), ("case when a=1 then 2 end", "CASE WHEN A = 1 THEN 2 END"),
    ("cast(a as varchar(5 byte))", "CAST(A AS VARCHAR2(5 BYTE))"), ("extract(timezone_hour from x)", nil),
    ("trim(both from x)", "TRIM(X)"), ("trim('x' from y)", "TRIM(BOTH 'x' FROM Y)"),
    ("trim(trailing from y)", "TRIM(TRAILING FROM Y)"), ("a at time zone 'UTC'", "A AT TIME ZONE 'UTC'"),
    ("interval '4 5:12' day(3) to minute", "INTERVAL '4 5:12' DAY(3) TO MINUTE"),
    ("interval '1.5' second(2,3)", "INTERVAL '1.5' SECOND(2, 3)"), ("(select 1 from dual)", "(SELECT 1 FROM DUAL)"),
    ("((select 1 from dual))+1", "(SELECT 1 FROM DUAL) + 1"), ("replace(a,'x')", "REPLACE(A, 'x')"),
    ("((select 1 from dual) union (select 2 from dual))", "((SELECT 1 FROM DUAL) UNION (SELECT 2 FROM DUAL))"),
    ("from_vector(v returning clob)", "FROM_VECTOR(V RETURNING CLOB)"), ("from_vector( v )", "FROM_VECTOR(V)"),
    ("to_vector(v, *, float64)", "TO_VECTOR(V, *, FLOAT64)"), ("vector('[1]')", "VECTOR('[1]', *, *)"),
    ("xmlserialize(content x as clob)", "XMLSERIALIZE(CONTENT X AS CLOB)"),
    ("xmlserialize(document content)", "XMLSERIALIZE(DOCUMENT CONTENT)"),
    ("json_serialize(d returning clob error on error)", "JSON_SERIALIZE(D RETURNING CLOB ERROR ON ERROR)"),
    ("current_timestamp(3)", "CURRENT_TIMESTAMP(3)"), (":x+:\"y\"", ":X + :\"y\""), ("été", "ÉTÉ"),
  ])
  func values(text: String, expected: String?) throws {
    guard let expected else {
      if text.hasPrefix("p.f") {
        #expect(throws: SQLSyntaxError.self) { try SQLParser.parseExpression(text) }
      } else {
        #expect(try SQLPrinter.print(SQLParser.parseExpression(text)) == "EXTRACT(TIMEZONE_HOUR FROM X)")
      }
      return
    }
    #expect(try SQLPrinter.print(SQLParser.parseExpression(text)) == expected)
  }

  @Test(arguments: [
    ("a=1 and b=2 or c=3", "A = 1 AND B = 2 OR C = 3"), ("a=1 and (b=2 or c=3)", "A = 1 AND (B = 2 OR C = 3)"),
    ("not a=1", "NOT A = 1"), ("not (a=1 and b=1)", "NOT (A = 1 AND B = 1)"), ("a!=1", "A <> 1"),
    ("a is not null", "A IS NOT NULL"), ("a not between 1 and 2 and b=1", "A NOT BETWEEN 1 AND 2 AND B = 1"),
    ("a in ('x')", "A IN ('x')"), ("(a,b) in (select 1,2 from t)", "(A, B) IN (SELECT 1, 2 FROM T)"),
    ("a like '%x' escape '\\'", "A LIKE '%x' ESCAPE '\\'"), ("a = some (1,2)", "A = ANY (1, 2)"),
    ("exists (select null from t)", "EXISTS (SELECT NULL FROM T)"), ("regexp_like(a,'x')", "REGEXP_LIKE(A, 'x')"),
    ("length(a)>3", "LENGTH(A) > 3"), ("a is json", "A IS JSON"), ("a is not json (lax)", "A IS NOT JSON"),
    ("(a+b)>(c)", "A + B > C"), ("(a,b)=((select 1,2 from t))", "(A, B) = (SELECT 1, 2 FROM T)"),
    ("a in :x", "A IN (:X)"),
  ])
  func conditions(text: String, expected: String) throws {
    #expect(try SQLPrinter.print(SQLParser.parseCondition(text)) == expected)
  }

  @Test func literalsKeepTheirText() throws {
    guard case .literal(.number(let digits, .number)) = try SQLParser.parseExpression("0012.500e-2").kind else {
      Issue.record("no number")
      return
    }
    #expect(digits == "0012.500e-2")
    guard case .literal(.number("1.5", .binaryDouble)) = try SQLParser.parseExpression("1.5D").kind else {
      Issue.record("no BINARY_DOUBLE")
      return
    }
  }

  @Test func rangesIncludeParentheses() throws {
    let text = "  ( a + 1 ) || 'x'"
    let expression = try SQLParser.parseExpression(text)
    #expect(expression.range.text(in: text) == "( a + 1 ) || 'x'")
    guard case .concatenation(let operands) = expression.kind else {
      Issue.record("no concatenation")
      return
    }
    #expect(operands.map { $0.range.text(in: text) } == ["( a + 1 )", "'x'"])
  }

  @Test func bindsAreNumberedInOrder() throws {
    let statement = try SQLParser.parse("SELECT :b, :a, :b FROM dual WHERE x = :1")
    #expect(statement.binds.map(\.name) == ["B", "A", "B", "1"])
    #expect(statement.binds.map(\.position) == [0, 1, 2, 3])
  }

  @Test(arguments: [
    ("", 936, 0), ("1 +", 936, 3), ("(1", 907, 2), ("f(1", 907, 3), ("f(,)", 936, 2), ("select", 936, 0),
    ("a = 1", 933, 2), ("(a = 1)", 907, 0), ("a = 1 + (b = 2)", 933, 2), ("case end", 905, 8),
    ("case a end", 905, 7), ("case when a = 1 then 2", 905, 22), ("cast(a number)", 905, 7),
    ("cast(a as select)", 902, 10), ("a..b", 933, 1), ("a.", 904, 2), ("(1, 2)", 907, 0), ("1 2", 933, 2),
    ("sum(a) over (partition b)", 924, 23), ("a ** 2", 933, 2), ("extract(x from d)", 905, 8),
    ("trim(leading x)", 923, 14), ("1 in (2)", 933, 2), ("from", 936, 0),
  ])
  func badValues(text: String, code: Int, offset: Int) {
    let error = #expect(throws: SQLSyntaxError.self) { try SQLParser.parseExpression(text) }
    #expect(error?.code == code)
    #expect(error?.offset == offset)
  }

  @Test(arguments: [
    ("1", 920, 1), ("a", 920, 1), ("a = 1 and b", 920, 11), ("not a", 920, 5), ("a is 5", 908, 5),
    ("a not 5", 920, 2), ("a between 1 or 2", 905, 12), ("a in 1", 906, 5), ("a in ()", 936, 6),
    ("a = 1 = 2", 933, 6), ("a like", 936, 6), ("(a, b) = 1", 936, 9), ("a = (1, 2)", 907, 4), ("(a, b)", 920, 6),
  ])
  func badConditions(text: String, code: Int, offset: Int) {
    let error = #expect(throws: SQLSyntaxError.self) { try SQLParser.parseCondition(text) }
    #expect(error?.code == code)
    #expect(error?.offset == offset)
  }
}
