import Foundation
import PostgresClient
import PostgresCluster
import Testing

/// Columns whose values Oracle's server renders for the copy, JSON, VECTOR and XMLTYPE, or whose attributes are read one by one: objects.
@Suite(.serialized)
struct RenderedTypesTests {
  static let documents = """
    CREATE TABLE docs (id NUMBER(9) PRIMARY KEY, doc JSON NOT NULL, extra JSON);
    INSERT INTO docs VALUES (1, '{"z": 1, "a": [1.50, 12345678901234567890.12345678901234567, -1e-30], "b": {"b": null}}',
      NULL);
    INSERT INTO docs VALUES (2, '"Zoë 🚀 \\u0000 \\" \\\\ end"', 'true');
    INSERT INTO docs VALUES (3, '[]', 'null');
    INSERT INTO docs SELECT 4, '["' || RPAD('x', 3000, 'Größe ') || '"]', NULL FROM DUAL;
    INSERT INTO docs SELECT 5, JSON_ARRAYAGG(LEVEL || ' ' || RPAD('x', 20, 'é') RETURNING CLOB), '{"k":1,"k":2}'
      FROM DUAL CONNECT BY LEVEL <= 3000;
    COMMIT;
    """

  @Test func documentsArriveAsOracleWritesThem() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: Self.documents, arguments: ["--profile", "23ai"])
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let migrated = try await workspace.run("migrate")
    // Oracle's JSON may hold dates and bytes as such, which become strings: that is named.
    #expect(migrated.status == 2, "\(migrated.output)\(migrated.errors)")
    #expect(migrated.output.contains("column DOCS.DOC"), "\(migrated.output)")
    let verified = try await workspace.run("verify")
    #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
    #expect(verified.output.contains("5 rows"), "\(verified.output)")

    let session = try await PostgresSession.connect(cluster.connectionParameters)
    for (statement, expected) in [
      ("SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attname = 'doc'", "json"),
      (
        "SELECT doc FROM sales.docs WHERE id = 1",
        "{\"z\":1,\"a\":[1.5,12345678901234567890.12345678901234567,-0.000000000000000000000000000001],\"b\":{\"b\":null}}"
      ),
      ("SELECT doc FROM sales.docs WHERE id = 2", "\"Zoë 🚀 \\u0000 \\\" \\\\ end\""),
      (
        "SELECT string_agg(coalesce(extra::text, 'NULL'), ' ' ORDER BY id) FROM sales.docs",
        "NULL true null NULL {\"k\":1,\"k\":2}"
      ),
      (
        "SELECT json_array_length(doc) || ' ' || (doc ->> 2999) FROM sales.docs WHERE id = 5",
        "3000 3000 xééééééééééééééééééé"
      ),
      ("SELECT (octet_length(doc::text) > 90000)::text FROM sales.docs WHERE id = 5", "true"),
    ] {
      #expect(try await session.execute(statement).firstValue == expected)
    }
    for change in ["'[ ]'", "'{}'"] {
      _ = try await session.execute("UPDATE sales.docs SET doc = \(change) WHERE id = 3")
      let tampered = try await workspace.run("verify")
      #expect(tampered.status == 2 && tampered.output.contains("doc"), "\(tampered.output)")
    }
    await session.close()
    standIn.kill()
    await cluster.stop()
  }

  static let vectors = """
    CREATE TABLE points (id NUMBER(9) PRIMARY KEY, single VECTOR(3, FLOAT32), wide VECTOR(2, FLOAT64),
      tiny VECTOR(4, INT8), anything VECTOR);
    INSERT INTO points VALUES (1, '[1.1, -2.5, 0]', '[0.1, -1e300]', '[-128, 0, 127, 1]', '[3.3]');
    INSERT INTO points VALUES (2, NULL, NULL, NULL, TO_VECTOR('[0.1, 2]', 2, FLOAT64));
    INSERT INTO points VALUES (3, '[1e-45, 3.4028235e38, 16777217]', '[5e-324, 1.7976931348623157e308]', NULL,
      TO_VECTOR('[1, -2, 3]', *, INT8));
    COMMIT;
    """

  @Test func vectorsArriveExactly() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: Self.vectors, arguments: ["--profile", "23ai"])
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let migrated = try await workspace.run("migrate")
    #expect(migrated.status == 0, "\(migrated.output)\(migrated.errors)")
    #expect(migrated.output.contains("column POINTS.ANYTHING"), "\(migrated.output)")
    let verified = try await workspace.run("verify")
    #expect(verified.status == 0, "\(verified.output)\(verified.errors)")

    let statistics = try await workspace.run("stats")
    #expect(statistics.status == 0, "\(statistics.output)\(statistics.errors)")

    let session = try await PostgresSession.connect(cluster.connectionParameters)
    let types = try await session.execute(
      """
      SELECT string_agg(format_type(atttypid, atttypmod), ', ' ORDER BY attnum) FROM pg_attribute
      WHERE attrelid = 'sales.points'::regclass AND attnum > 1
      """)
    #expect(types.firstValue == "real[], double precision[], smallint[], double precision[]")
    let rows = try await session.execute(
      "SELECT concat_ws(' ', single, wide, tiny, anything) FROM sales.points ORDER BY id")
    #expect(
      rows.rows.map { $0[0] } == [
        // 3.3 was kept as FLOAT32, and is that number's value in 64 bits.
        "{1.1,-2.5,0} {0.1,-1e+300} {-128,0,127,1} {3.299999952316284}", "{0.1,2}",
        "{1e-45,3.4028235e+38,1.6777216e+07} {5e-324,1.7976931348623157e+308} {1,-2,3}",
      ])
    await #expect(throws: PostgresError.self, "the number of dimensions is kept") {
      _ = try await session.execute("INSERT INTO sales.points VALUES (9, '{1,2}')")
    }
    for (column, change) in [("single", "'{1.1,-2.5,0.5}'"), ("anything", "'{}'"), ("tiny", "NULL")] {
      let before = try await session.execute("SELECT \(column) FROM sales.points WHERE id = 1").firstValue ?? ""
      _ = try await session.execute("UPDATE sales.points SET \(column) = \(change) WHERE id = 1")
      let tampered = try await workspace.run("verify")
      #expect(tampered.status == 2 && tampered.output.contains(column), "\(tampered.output)")
      _ = try await session.execute("UPDATE sales.points SET \(column) = '\(before)' WHERE id = 1")
    }
    await session.close()
    standIn.kill()
    await cluster.stop()
  }

  static let markup = """
    SET DEFINE OFF
    CREATE TABLE papers (id NUMBER(9) PRIMARY KEY, body XMLTYPE, old SYS.XMLTYPE NOT NULL);
    INSERT INTO papers VALUES (1, XMLTYPE('<?xml version="1.0"?>
      <order id="7">  <line>Zoë 🚀 &amp; co</line><empty/> </order>'), XMLTYPE('<a/>'));
    INSERT INTO papers VALUES (2, NULL, '<?xml version="1.0" encoding="ISO-8859-1"?><a>Größe</a>');
    INSERT INTO papers VALUES (3, XMLTYPE('<!-- before --><a><![CDATA[<not> a tag]]></a>'), XMLTYPE('<a></a>'));
    INSERT INTO papers SELECT 4, XMLTYPE(TO_CLOB('<list>') || LISTAGG('<i>' || LEVEL || ' é</i>') WITHIN GROUP (ORDER BY LEVEL)
      || '</list>'), XMLTYPE('<a b="c"/>') FROM DUAL CONNECT BY LEVEL <= 200;
    UPDATE papers SET body = XMLTYPE(TO_CLOB('<all>') || RPAD('x', 4000, 'é ') || TO_CLOB(RPAD('y', 4000, 'ü ')) || '</all>') WHERE id = 1;
    COMMIT;
    """

  @Test(arguments: ["12.1", "19c", "23ai"])
  func documentsOfXMLArriveAsText(profile: String) async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: Self.markup, arguments: ["--profile", profile])
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let migrated = try await workspace.run("migrate")
    #expect(migrated.status == 2, "\(migrated.output)\(migrated.errors)")
    #expect(migrated.output.contains("column PAPERS.BODY"), "\(migrated.output)")
    #expect(migrated.output.contains("1 documents declare another encoding"), "\(migrated.output)")
    let verified = try await workspace.run("verify")
    #expect(verified.status == 0, "\(verified.output)\(verified.errors)")

    let session = try await PostgresSession.connect(cluster.connectionParameters)
    for (statement, expected) in [
      ("SELECT pg_typeof(body)::text FROM sales.papers LIMIT 1", "xml"),
      ("SELECT old::text FROM sales.papers WHERE id = 2", "<?xml version=\"1.0\"?><a>Größe</a>"),
      ("SELECT old::text FROM sales.papers WHERE id = 3", "<a></a>"),
      ("SELECT (xpath('/list/i[200]/text()', body))[1]::text FROM sales.papers WHERE id = 4", "200 é"),
    ] {
      #expect(try await session.execute(statement).firstValue == expected)
    }
    for change in ["'<a/>'", "'<?xml version=\"1.1\"?><a></a>'"] {
      _ = try await session.execute("UPDATE sales.papers SET old = \(change) WHERE id = 3")
      let tampered = try await workspace.run("verify")
      #expect(tampered.status == 2 && tampered.output.contains("old"), "\(tampered.output)")
    }
    await session.close()
    standIn.kill()
    await cluster.stop()
  }

  static let objects = """
    CREATE TYPE address_t AS OBJECT (
      street VARCHAR2(30 CHAR), zip NUMBER(5), "Since" DATE, share NUMBER(8,3), note CLOB, flag RAW(4));
    /
    CREATE TYPE point_t AS OBJECT (x BINARY_DOUBLE, y BINARY_DOUBLE, MEMBER FUNCTION far RETURN NUMBER);
    /
    CREATE TABLE places (id NUMBER(9) PRIMARY KEY, home address_t, spot point_t NOT NULL, remark VARCHAR2(20));
    INSERT INTO places VALUES (1, address_t('Größe (3), "x"', 12345, DATE '2024-02-29', -1.5, TO_CLOB('long text'),
      HEXTORAW('00FF')), point_t(1.5, -2), 'both');
    INSERT INTO places VALUES (2, NULL, point_t(NULL, NULL), 'no home');
    INSERT INTO places VALUES (3, address_t(NULL, NULL, NULL, NULL, NULL, NULL), point_t(0, 1e300d), NULL);
    COMMIT;
    """

  @Test func objectsBecomeCompositeValues() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: Self.objects)
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let migrated = try await workspace.run("migrate")
    // The method of a type is left behind, and named.
    #expect(migrated.status == 2, "\(migrated.output)\(migrated.errors)")
    #expect(migrated.output.contains("column PLACES.SPOT"), "\(migrated.output)")
    let verified = try await workspace.run("verify")
    #expect(verified.status == 0, "\(verified.output)\(verified.errors)")

    let session = try await PostgresSession.connect(cluster.connectionParameters)
    for (statement, expected) in [
      (
        "SELECT string_agg(format_type(atttypid, atttypmod), ', ' ORDER BY attnum) FROM pg_attribute a "
          + "JOIN pg_type t ON t.typrelid = a.attrelid WHERE t.typname = 'address_t'",
        "character varying(30), integer, timestamp(0) without time zone, numeric(8,3), text, bytea"
      ),
      ("SELECT concat((home).street, (home).zip) FROM sales.places WHERE id = 1", "Größe (3), \"x\"12345"),
      (
        "SELECT concat_ws(' ', (home).\"Since\", (home).share) FROM sales.places WHERE id = 1",
        "2024-02-29 00:00:00 -1.500"
      ),
      ("SELECT concat((home).note, (home).flag) FROM sales.places WHERE id = 1", "long text\\x00ff"),
      (
        "SELECT string_agg((home IS NOT DISTINCT FROM NULL)::text, ' ' ORDER BY id) FROM sales.places",
        "false true false"
      ),
      ("SELECT string_agg(spot::text, ' ' ORDER BY id) FROM sales.places", "(1.5,-2) (,) (0,1e+300)"),
    ] {
      #expect(try await session.execute(statement).firstValue == expected)
    }
    for (change, column) in [
      ("home = NULL WHERE id = 3", "home"), ("home.zip = 12346 WHERE id = 1", "home.zip"),
      ("spot.x = 0 WHERE id = 2", "spot.x"),
    ] {
      _ = try await session.execute("CREATE TABLE sales.kept AS TABLE sales.places")
      _ = try await session.execute("UPDATE sales.places SET \(change)")
      let tampered = try await workspace.run("verify")
      #expect(tampered.status == 2 && tampered.output.contains(column), "\(tampered.output)")
      for statement in [
        "DELETE FROM sales.places", "INSERT INTO sales.places TABLE sales.kept", "DROP TABLE sales.kept",
      ] {
        _ = try await session.execute(statement)
      }
    }
    #expect(try await workspace.run("verify").status == 0)
    await session.close()
    standIn.kill()
    await cluster.stop()
  }

  /// Single bits and sparse vectors have no array to go to, types with heirs no composite type: they are named, and nothing
  /// is copied.
  @Test(arguments: [
    ("CREATE TABLE bits (id NUMBER(9) PRIMARY KEY, v VECTOR(16, BINARY));", "BITS.V", "VECTOR(16,BINARY)"),
    (
      "CREATE TYPE base_t AS OBJECT (a NUMBER) NOT FINAL;\n/\nCREATE TABLE bits (id NUMBER(9) PRIMARY KEY, v base_t);",
      "BITS.V", "BASE_T"
    ),
  ])
  func typesWithoutACounterpartAreNamed(script: String, column: String, type: String) async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(
      script: script, arguments: ["--profile", "23ai"])
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let migrated = try await workspace.run("migrate")
    #expect(migrated.status == 1)
    #expect(migrated.errors.contains(column) && migrated.errors.contains(type), "\(migrated.errors)")
    standIn.kill()
    await cluster.stop()
  }
}
