import OracleWire
import Testing

@testable import OracleStandIn

/// Object types: Oracle Object-Relational Developer's Guide 19c, chapters 1 and 2; error numbers of Oracle's messages.
@Suite("Object types") struct ObjectTypeTests {
  private func database() throws -> TestDatabase {
    let test = try TestDatabase()
    try test.run(
      """
      CREATE OR REPLACE TYPE person_t AS OBJECT (
        name VARCHAR2(10), born DATE, "Size" NUMBER(4,1), MEMBER FUNCTION age RETURN NUMBER)
      """, "CREATE TABLE people (id NUMBER, p person_t)",
      "INSERT INTO people VALUES (1, person_t('Zoë', DATE '2000-02-29', 1.25))", "INSERT INTO people VALUES (2, NULL)",
      "INSERT INTO people (id, p) VALUES (3, app.person_t(NULL, NULL, NULL))")
    return test
  }

  @Test func attributesAreReadThroughTheAlias() throws {
    let test = try database()
    #expect(
      try test.shownRows("SELECT t.id, t.p.name, t.p.\"Size\" FROM people t ORDER BY t.id")
        == ["1 | Zoë | 1.3", "2 | NULL | NULL", "3 | NULL | NULL"])
    #expect(try test.rows("SELECT id FROM people WHERE p IS NULL") == [["2"]])
    #expect(try test.rows("SELECT t.id FROM people t WHERE t.p.name LIKE 'Z%'") == [["1"]])
    #expect(test.code("SELECT p.name FROM people") == 904)
    #expect(test.code("SELECT t.p.nothing FROM people t") == 904)
  }

  @Test func objectsAreChecked() throws {
    let test = try database()
    #expect(test.code("INSERT INTO people VALUES (4, person_t('a'))") == 2315)
    #expect(test.code("INSERT INTO people VALUES (4, person_t('twelve chars', NULL, NULL))") == 22814)
    #expect(test.code("INSERT INTO people VALUES (4, 'text')") == 932)
    #expect(test.code("INSERT INTO people (id) SELECT t.p FROM people t") == 932)
    try test.run("CREATE TYPE other_t AS OBJECT (name VARCHAR2(10), born DATE, s NUMBER)")
    #expect(test.code("INSERT INTO people VALUES (4, other_t('a', NULL, NULL))") == 932)
    // Neither the image of an object nor methods are there.
    #expect(test.code("SELECT p FROM people") == 3001)
    #expect(try test.value("SELECT COUNT(*) FROM people") == "3")
    try test.run("UPDATE people SET p = person_t('new', NULL, 2) WHERE id = 2")
    #expect(try test.value("SELECT t.p.name FROM people t WHERE id = 2") == "new")
  }

  @Test func typesInUseStay() throws {
    let test = try database()
    #expect(test.code("DROP TYPE person_t") == 2303)
    #expect(test.code("CREATE OR REPLACE TYPE person_t AS OBJECT (a NUMBER)") == 2303)
    try test.run("DROP TABLE people", "CREATE OR REPLACE TYPE person_t AS OBJECT (a NUMBER)", "DROP TYPE person_t")
  }

  @Test func theDictionaryShowsThem() throws {
    let test = try database()
    try test.run(
      "CREATE TYPE base_t AS OBJECT (n NUMBER) NOT FINAL", "CREATE TYPE list_t AS TABLE OF VARCHAR2(10)")
    #expect(
      try test.shownRows("SELECT data_type, data_type_owner FROM user_tab_cols WHERE column_name = 'P'")
        == ["PERSON_T | APP"])
    #expect(
      try test.shownRows("SELECT type_name, typecode, attributes, methods, final FROM user_types ORDER BY 1") == [
        "BASE_T | OBJECT | 1 | 0 | NO", "LIST_T | COLLECTION | 0 | 0 | YES", "PERSON_T | OBJECT | 3 | 1 | YES",
      ])
    #expect(
      try test.shownRows(
        """
        SELECT attr_no, attr_name, attr_type_name, length, precision, scale FROM all_type_attrs
        WHERE owner = 'APP' AND type_name = 'PERSON_T' ORDER BY attr_no
        """) == [
          "1 | NAME | VARCHAR2 | 10 | NULL | NULL", "2 | BORN | DATE | NULL | NULL | NULL",
          "3 | Size | NUMBER | NULL | 4 | 1",
        ])
    #expect(test.code("CREATE TABLE t (l list_t)") == 902)
  }

  @Test func collectionsAndTypesOfTypes() throws {
    let test = try database()
    try test.run(
      "CREATE TYPE list_t AS TABLE OF VARCHAR2(10) NOT NULL", "CREATE TYPE few_t AS VARRAY(3) OF person_t",
      "CREATE TYPE team_t AS OBJECT (boss person_t, members few_t, self REF person_t, at TIMESTAMP(3))",
      "CREATE TYPE base_t AS OBJECT (n NUMBER) NOT FINAL", "CREATE TYPE heir_t UNDER base_t (m NUMBER)")
    #expect(
      try test.shownRows(
        """
        SELECT type_name, coll_type, upper_bound, elem_type_owner, elem_type_name, length, nulls_stored
        FROM user_coll_types ORDER BY type_name
        """) == [
          "FEW_T | VARYING ARRAY | 3 | APP | PERSON_T | NULL | YES",
          "LIST_T | TABLE | NULL | NULL | VARCHAR2 | 10 | NO",
        ])
    #expect(
      try test.shownRows(
        """
        SELECT attr_name, attr_type_mod, attr_type_owner, attr_type_name, scale FROM user_type_attrs
        WHERE type_name = 'TEAM_T' ORDER BY attr_no
        """) == [
          "BOSS | NULL | APP | PERSON_T | NULL", "MEMBERS | NULL | APP | FEW_T | NULL",
          "SELF | REF | APP | PERSON_T | NULL",
          "AT | NULL | NULL | TIMESTAMP | 3",
        ])
    #expect(
      try test.shownRows("SELECT supertype_name FROM user_types WHERE type_name = 'HEIR_T'") == ["BASE_T"])
    for type in ["list_t", "few_t", "team_t", "heir_t"] {
      #expect(test.code("CREATE TABLE t (c \(type))") == 902, "\(type)")
    }
    #expect(test.code("CREATE TYPE none_t AS VARRAY(0) OF NUMBER") == 22_813)
    #expect(test.code("CREATE TYPE far_t AS TABLE OF BFILE") == 3001)
  }

  @Test func tablesOfObjects() throws {
    let test = try database()
    try test.run(
      "CREATE TABLE persons OF person_t (name PRIMARY KEY, CONSTRAINT small CHECK (\"Size\" < 10))",
      "INSERT INTO persons VALUES ('a', DATE '2000-01-01', 1)")
    #expect(try test.rows("SELECT name, \"Size\" FROM persons") == [["a", "1"]])
    #expect(test.code("INSERT INTO persons VALUES ('a', NULL, 2)") == 1)
    #expect(test.code("INSERT INTO persons VALUES ('b', NULL, 11)") == 2290)
    #expect(
      try test.shownRows("SELECT table_name, table_type_owner, table_type FROM user_object_tables")
        == ["PERSONS | APP | PERSON_T"])
    #expect(try test.value("SELECT COUNT(*) FROM user_tables WHERE table_name = 'PERSONS'") == "0")
    try test.run("DROP TABLE people")
    #expect(test.code("DROP TYPE person_t") == 2303)
    #expect(test.code("CREATE TABLE t OF nothing") == 902)
    #expect(test.code("CREATE TABLE t OF person_t (nothing NOT NULL)") == 904)
  }

  @Test(arguments: [
    "CREATE TYPE t AS OBJECT", "CREATE TYPE t AS OBJECT (", "CREATE TYPE t AS OBJECT ()", "CREATE TYPE t AS OBJECT (a",
    "CREATE TYPE t AS OBJECT (a NUMBER", "CREATE TYPE t AS OBJECT (a nothing)", "CREATE TYPE t AS OBJECT (,)",
    "CREATE TYPE t UNDER base (a NUMBER)", "CREATE TYPE t",
  ])
  func oddDeclarationsDontTrap(sql: String) throws {
    let test = try TestDatabase()
    _ = test.code(sql)
    #expect(test.code("CREATE TABLE x (c t)") == 902)
  }
}
