import Testing

@testable import OracleSQL

struct ProgramParserTests {
  private func block(_ text: String) throws -> Block {
    guard case .anonymousBlock(let block) = try SQLParser.parseUnit(text).kind else { throw Unexpected() }
    return block
  }

  private func statement(_ text: String) throws -> ProgramStatement.Kind {
    let block = try block("BEGIN " + text + "; END;")
    guard block.statements.count == 1 else { throw Unexpected() }
    return block.statements[0].kind
  }

  private func value(_ text: String) throws -> Expression {
    guard case .assignment(_, let value) = try statement("x := " + text) else { throw Unexpected() }
    return value
  }

  @Test func blocks() throws {
    let text = """
      <<outer>> DECLARE
        a CONSTANT PLS_INTEGER NOT NULL := 5; b t.c%TYPE; r s.t%ROWTYPE; e EXCEPTION;
        PRAGMA EXCEPTION_INIT(e, -20001); n VARCHAR2(10) DEFAULT 'x';
        CURSOR c (p NUMBER := 1) RETURN t%ROWTYPE IS SELECT * FROM t WHERE id = p;
        TYPE rec IS RECORD (a NUMBER, b DATE := SYSDATE); TYPE rc IS REF CURSOR; SUBTYPE small IS NUMBER RANGE 1 .. 9;
        FUNCTION f (x IN OUT NOCOPY NUMBER) RETURN BOOLEAN IS BEGIN RETURN TRUE; END f;
        PROCEDURE fwd;
      BEGIN NULL; EXCEPTION WHEN NO_DATA_FOUND OR p.x THEN RAISE; WHEN OTHERS THEN NULL; END outer;
      """
    let block = try block(text)
    #expect(block.labels.map(\.name) == ["OUTER"] && block.endName?.name == "OUTER" && block.handlers.count == 2)
    #expect(block.handlers[0].exceptions.count == 2 && block.handlers[1].isOthers)
    #expect(block.declarations.count == 12)
    guard case .variable(let constant) = block.declarations[0].kind,
      case .variable(let typed) = block.declarations[1].kind, case .typeOf(let path) = typed.type.kind,
      case .variable(let row) = block.declarations[2].kind, case .rowTypeOf(let table) = row.type.kind,
      case .exception = block.declarations[3].kind, case .pragma(let pragma) = block.declarations[4].kind,
      case .cursor(let cursor) = block.declarations[6].kind,
      case .subprogram(let function) = block.declarations[10].kind,
      case .block(let body) = function.body, case .subprogram(let forward) = block.declarations[11].kind,
      case .declaration = forward.body
    else { throw Unexpected() }
    #expect(constant.isConstant && constant.type.isNotNull && constant.value != nil)
    #expect(path.map(\.name) == ["T", "C"] && table.map(\.name) == ["S", "T"] && pragma.name == "EXCEPTION_INIT")
    #expect(cursor.parameters.count == 1 && cursor.query != nil && cursor.returnType != nil)
    #expect(function.parameters[0].mode == .inOut && function.parameters[0].isNoCopy && body.endName?.name == "F")
    #expect(block.declarations[3].range.text(in: text) == "e EXCEPTION")
  }

  @Test func loops() throws {
    func control(_ text: String) throws -> Loop.Control {
      guard case .loop(let loop) = try statement(text + " LOOP NULL; END LOOP") else { throw Unexpected() }
      return loop.control
    }
    guard case .forever = try control(""), case .condition = try control("WHILE a < 5") else { throw Unexpected() }
    guard
      case .range(let name, nil, true, let low, let high) = try control("FOR i IN REVERSE 1 .. a.COUNT")
    else { throw Unexpected() }
    guard case .query(let row, _) = try control("FOR r IN (SELECT 1 FROM dual)"),
      case .cursor(_, let cursor) = try control("FOR r IN c(1)")
    else { throw Unexpected() }
    guard case .iteration = try control("FOR i IN 1 .. 5 BY 2")
    else { throw Unexpected() }
    #expect(name.name == "I" && SQLPrinter.print(low) == "1" && SQLPrinter.print(high) == "A.COUNT")
    #expect(row.name == "R" && SQLPrinter.print(cursor) == "C(1)")
  }

  @Test func branchesAndJumps() throws {
    guard
      case .caseOf(nil, let branches, let otherwise) = try statement(
        "CASE WHEN a > 1 THEN NULL; WHEN b THEN NULL; ELSE NULL; END CASE"),
      case .caseOf(.some, let simple, nil) = try statement("CASE x WHEN 1, 2 THEN NULL; END CASE"),
      case .exit(let label, let condition) = try statement("EXIT l WHEN a = 1"), case .goto = try statement("GOTO l"),
      case .raise(nil) = try statement("RAISE"), case .raise(.some) = try statement("RAISE p.e"),
      case .returnValue(nil) = try statement("RETURN"), case .returnValue(.some) = try statement("RETURN a > 1"),
      case .pipeRow = try statement("PIPE ROW (r)"), case .continueLoop = try statement("CONTINUE WHEN a")
    else { throw Unexpected() }
    #expect(branches.count == 2 && otherwise?.count == 1 && simple[0].conditions.count == 2)
    #expect(label?.name == "L" && condition != nil)
  }

  @Test func embeddedSQL() throws {
    guard
      case .sql(.query(let query)) = try statement("SELECT a, b BULK COLLECT INTO x, r.y FROM t WHERE c = v"),
      case .select(let block) = query.first,
      case .sql(.insert(let insert)) = try statement("INSERT INTO t (a) VALUES (v) RETURNING id INTO x"),
      case .sql(.update(let update)) = try statement("UPDATE t SET a = 1 WHERE CURRENT OF c"),
      case .sql(.update(let row)) = try statement("UPDATE t SET ROW = r WHERE id = r.id"),
      case .sql(.insert(let record)) = try statement("INSERT INTO t VALUES r"), case .record = record.source,
      case .sql(.commit) = try statement("COMMIT"), case .sql(.delete) = try statement("DELETE t WHERE a = :new.b")
    else { throw Unexpected() }
    #expect(block.into?.isBulkCollect == true && block.into?.targets.count == 2)
    #expect(insert.returning?.into?.targets.count == 1 && insert.returning?.targets.isEmpty == true)
    guard case .extended(.attribute(_, "CURRENT OF"))? = update.condition?.kind, case .row = row.assignments[0] else {
      throw Unexpected()
    }
  }

  @Test func dynamicSQLAndCursors() throws {
    guard
      case .executeImmediate(let execute) = try statement(
        "EXECUTE IMMEDIATE 'x' || y BULK COLLECT INTO a USING IN b, OUT c, d RETURNING INTO e"),
      case .open(let open) = try statement("OPEN c FOR SELECT 1 FROM dual"), case .query = open.source,
      case .open(let dynamic) = try statement("OPEN c FOR 'x' USING 1"), case .text = dynamic.source,
      case .open(let plain) = try statement("OPEN c(1, 2)"), plain.source == nil,
      case .fetch(let fetch) = try statement("FETCH c BULK COLLECT INTO a LIMIT 100"),
      case .close = try statement("CLOSE c"),
      case .forAll(let each) = try statement("FORALL i IN INDICES OF a BETWEEN 1 AND 5 SAVE EXCEPTIONS DELETE t"),
      case .indices = each.bounds
    else { throw Unexpected() }
    #expect(execute.arguments.map(\.mode) == [.in, .out, .in] && execute.into?.isBulkCollect == true)
    #expect(execute.returning != nil && fetch.limit != nil && each.savesExceptions)
  }

  @Test(arguments: [
    ("a(1).b(2)(3).c", "A(1).B(2)(3).C"), ("SQL%ROWCOUNT + c%FOUND", "SQL%ROWCOUNT + C%FOUND"),
    ("a ** 2 * 3", "A ** 2 * 3"), ("a.b.c.d(1)", "A.B.C.D(1)"), ("f(p => 1, q => a > 2)", "F(P => 1, Q => A > 2)"),
    ("NEW ty(1, 2)", "NEW TY(1, 2)"), ("$$plsql_line", "$$PLSQL_LINE"), ("a MEMBER OF b", "A MEMBER OF B"),
    ("a IS NOT EMPTY", "A IS NOT EMPTY"), ("a MULTISET UNION DISTINCT b", "A MULTISET UNION DISTINCT B"),
    ("TREAT(a AS ty).b", "TREAT(A AS TY).B"), ("l.FIRST", "L.FIRST"), ("x MOD 2", "X MOD 2"),
    ("(a - b) DAY TO SECOND", "(A - B) DAY TO SECOND"), ("ty(1 => 'a', 2 => 'b')", "TY(1 => 'a', 2 => 'b')"),
    ("NOT a AND b OR c", "NOT A AND B OR C"), ("CASE a WHEN 1 THEN TRUE END", "CASE A WHEN 1 THEN TRUE END"),
  ])
  func expressions(text: String, expected: String) throws {
    let value = try value(text)
    #expect(SQLPrinter.print(value) == expected)
    #expect(SQLPrinter.print(try self.value(expected)) == expected)
  }

  @Test func subprogramsAndPackages() throws {
    guard
      case .subprogram(let function) = try SQLParser.parseUnit(
        """
        CREATE OR REPLACE FUNCTION s.f (a IN VARCHAR2 DEFAULT 'x', b OUT t.c%TYPE) RETURN ty PIPELINED DETERMINISTIC
        AUTHID CURRENT_USER AS BEGIN RETURN; END;
        """
      ).kind,
      case .package(let package) = try SQLParser.parseUnit(
        "CREATE PACKAGE p AUTHID DEFINER IS c CONSTANT NUMBER := 1; PROCEDURE q (a NUMBER); FUNCTION f RETURN DATE; END p;"
      ).kind,
      case .package(let body) = try SQLParser.parseUnit(
        "CREATE PACKAGE BODY p AS PROCEDURE q (a NUMBER) IS BEGIN NULL; END; BEGIN x := 1; END p;"
      ).kind,
      case .subprogram(let external) = try SQLParser.parseUnit(
        "CREATE PROCEDURE j AS LANGUAGE JAVA NAME 'a.b()';"
      ).kind, case .external = external.body
    else { throw Unexpected() }
    #expect(function.properties.map(\.keyword) == ["PIPELINED", "DETERMINISTIC", "AUTHID"])
    #expect(function.parameters[1].mode == .out && function.name.schema?.name == "S")
    #expect(package.declarations.count == 3 && !package.isBody && body.isBody && body.initialization != nil)
  }

  @Test func types() throws {
    func type(_ text: String) throws -> TypeDefinition {
      guard case .type(let type) = try SQLParser.parseUnit("CREATE OR REPLACE TYPE " + text).kind else {
        throw Unexpected()
      }
      return type
    }
    guard
      case .object(let object) = try type(
        """
        s.ty FORCE AS OBJECT (a NUMBER, b VARCHAR2(10 CHAR), c REF other, MEMBER FUNCTION f (x NUMBER) RETURN NUMBER,
        CONSTRUCTOR FUNCTION ty RETURN SELF AS RESULT, MAP MEMBER FUNCTION m RETURN NUMBER) NOT FINAL
        """
      ).kind,
      case .object(let child) = try type("ty UNDER s.parent (d DATE)").kind,
      case .collection(let table) = try type("ty AS TABLE OF VARCHAR2(10)").kind,
      case .collection(let array) = try type("ty IS VARRAY(5) OF s.other NOT NULL").kind,
      case .incomplete = try type("ty").kind
    else { throw Unexpected() }
    #expect(object.attributes.map(\.name.name) == ["A", "B", "C"] && object.methods.count == 3)
    #expect(object.methods[2].memberWords == ["MAP", "MEMBER"] && object.properties.map(\.keyword) == ["NOT FINAL"])
    #expect(child.supertype?.name.name == "PARENT" && !table.isArray && array.isArray && array.element.isNotNull)
    guard
      case .typeBody(let body) = try SQLParser.parseUnit(
        "CREATE TYPE BODY ty AS MEMBER FUNCTION f RETURN NUMBER IS BEGIN RETURN SELF.a; END; END;"
      ).kind
    else { throw Unexpected() }
    #expect(body.methods.count == 1)
  }

  @Test func conditionalCompilation() throws {
    let text = """
      CREATE PROCEDURE p IS BEGIN
        $IF DBMS_DB_VERSION.VER_LE_10 $THEN old(; $ELSIF DBMS_DB_VERSION.VERSION >= 12 $THEN a; $ELSE b; $END
        $IF $$debug $THEN $ERROR 'x' $END $END
        c;
      END;
      """
    let unit = try SQLParser.parseUnit(text)
    guard case .subprogram(let definition) = unit.kind, case .block(let block) = definition.body else {
      throw Unexpected()
    }
    #expect(block.statements.map { $0.range.text(in: text) } == ["a", "c"])
    #expect(unit.conditionals.map { $0.chosen?.text(in: text) } == ["a;", nil])
    #expect(throws: SQLSyntaxError.self) { try SQLParser.parseUnit("BEGIN $IF a $THEN NULL; END;") }
  }

  @Test func commentsAndBindsSurvive() throws {
    let text = "/* a */ BEGIN -- it's b\n :x := 'no -- comment' || q'[/* no */]'; /* c */ END;"
    let unit = try SQLParser.parseUnit(text)
    #expect(unit.comments.map { $0.text(in: text) } == ["/* a */", "-- it's b", "/* c */"])
    #expect(unit.binds.map(\.name) == ["X"])
  }

  @Test(arguments: [
    ("", 900, 0), ("BEGIN", 905, 5), ("BEGIN NULL; END", nil, 0), ("BEGIN NULL END;", 933, 11),
    ("BEGIN IF a THEN NULL; END;", 905, 25), ("BEGIN x = 1; END;", 933, 8), ("BEGIN x := ; END;", 936, 11),
    ("DECLARE x; BEGIN NULL; END;", 902, 9), ("BEGIN FOR i IN 1 LOOP NULL; END;", 905, 31),
    ("BEGIN SELECT 1 INTO FROM dual; END;", 936, 20), ("BEGIN\n  FETCH c;\nEND;", 925, 15),
    ("CREATE PROCEDURE p IS BEGIN NULL; END; x", 933, 39), ("CREATE VIEW v", 901, 7),
  ])
  func errors(text: String, code: Int?, offset: Int) {
    do throws(SQLSyntaxError) {
      _ = try SQLParser.parseUnit(text)
      #expect(code == nil)
    } catch {
      #expect(error.code == code)
      #expect(error.offset == offset)
    }
  }
}
