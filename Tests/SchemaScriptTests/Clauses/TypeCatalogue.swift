/// The spellings of data types, each of a column.
enum TypeCatalogue {
  static var all: [ClauseCase] { types + checks + meaningless }

  /// Conditions that checks have and views, before PostgreSQL 16, have not.
  static let checks: [ClauseCase] = [
    "b IS{ NOT} JSON", "b IS JSON{ STRICT}", "b IS JSON{ WITH UNIQUE KEYS}",
  ].map { ClauseCase("CREATE TABLE t (b VARCHAR2(50), CONSTRAINT k CHECK (\($0)))") }

  static let types: [ClauseCase] = [
    "{VARCHAR2(5)|CLOB}", "VARCHAR2({5|6})", "{NVARCHAR2(5)|CLOB}", "NVARCHAR2({5|6})", "{CHAR|CLOB}", "CHAR{(5)}",
    "{NCHAR(5)|CLOB}", "NCHAR({5|6})",
    "{VARCHAR(5)|CLOB}", "{CHAR VARYING(5)|CLOB}", "{CHARACTER VARYING(5)|CLOB}",
    "{NATIONAL CHARACTER VARYING(5)|CLOB}", "{NATIONAL CHAR(5)|CLOB}",
    "{NCHAR VARYING(5)|CLOB}", "{CHARACTER(5)|CLOB}", "NUMBER{(5)}", "NUMBER({5|12})", "NUMBER(5{, 2})",
    "NUMBER(5, {-2|2})", "NUMBER(5, {7|2})",
    "NUMBER(*{, 2})", "{INTEGER|NUMBER}", "{INT|NUMBER}", "{SMALLINT|NUMBER}", "{DECIMAL|NUMBER}", "DECIMAL(5{, 2})",
    "{NUMERIC(7, 2)|NUMBER}", "{DEC(7)|NUMBER}",
    "{FLOAT|NUMBER(5)}", "FLOAT{(10)}", "{REAL|FLOAT}", "{DOUBLE PRECISION|NUMBER(5)}", "{BINARY_FLOAT|BINARY_DOUBLE}",
    "{BINARY_DOUBLE|NUMBER}",
    "{DATE|TIMESTAMP}", "TIMESTAMP{(3)}", "TIMESTAMP{(9)}", "TIMESTAMP({8|9})", "TIMESTAMP{ WITH TIME ZONE}",
    "TIMESTAMP WITH{ LOCAL} TIME ZONE",
    "TIMESTAMP{(9)} WITH TIME ZONE", "TIMESTAMP{(3)} WITH LOCAL TIME ZONE", "{INTERVAL YEAR TO MONTH|DATE}",
    "INTERVAL YEAR{(4)} TO MONTH", "{INTERVAL DAY TO SECOND|DATE}",
    "INTERVAL DAY{(4)} TO SECOND", "INTERVAL DAY TO SECOND{(3)}", "{RAW(5)|CLOB}", "RAW({5|6})", "{LONG|BLOB}",
    "{LONG RAW|CLOB}", "{CLOB|BLOB}", "{NCLOB|BLOB}", "{BLOB|CLOB}",
    "{BFILE|CLOB}", "{ROWID|CLOB}", "{UROWID|CLOB}", "{JSON|CLOB}", "JSON{ (OBJECT)}", "{BOOLEAN|CLOB}",
    "{VECTOR|CLOB}", "VECTOR{(3)}", "VECTOR(3{, INT8})", "VECTOR(3, {FLOAT64|FLOAT32})", "VECTOR(3{, BINARY})",
    "{XMLTYPE|CLOB}", "{SDO_GEOMETRY|CLOB}", "{nobody|CLOB}", "{REF nobody|CLOB}", "{x_t|CLOB}",
  ].map { ClauseCase("CREATE TABLE t (q NUMBER, a \($0))", after: "CREATE TYPE x_t AS OBJECT (i NUMBER);\n/\n") }

  static let meaningless: [ClauseCase] = [
    ClauseCase(
      "CREATE TABLE t (a NUMBER({5|6}))",
      meansNothing: "the integer type holds all values of both; that it takes more digits is said by the rule's page"),
    ClauseCase("CREATE TABLE t (a VARCHAR2(5{ BYTE}))", named: "BYTE"),
    ClauseCase("CREATE TABLE t (a CHAR(5{ BYTE}))", named: "BYTE"),
    ClauseCase("CREATE TABLE t (a VARCHAR2(5{ CHAR}))", meansNothing: "PostgreSQL counts characters"),
    ClauseCase("CREATE TABLE t (a CHAR(5{ CHAR}))", meansNothing: "PostgreSQL counts characters"),
    ClauseCase(
      "CREATE TABLE t (a UROWID{(100)})",
      meansNothing: "addresses of rows mean nothing in PostgreSQL, which a finding says"),
    ClauseCase("CREATE TABLE t (a {NVARCHAR2|VARCHAR2}(5))", meansNothing: "PostgreSQL has one character set"),
    ClauseCase("CREATE TABLE t (a {VARCHAR|VARCHAR2}(5))", meansNothing: "another spelling"),
    ClauseCase("CREATE TABLE t (a {DEC|DECIMAL}(5))", meansNothing: "another spelling"),
  ]
}
