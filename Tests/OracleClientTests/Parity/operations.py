"""The operations of the parity test as python-oracledb does them: one connection each, in the order of the names."""

import datetime
import decimal
import sys

import oracledb

oracledb.defaults.fetch_lobs = False


def query(sql, binds=None, arraysize=None):
    def run(connection):
        with connection.cursor() as cursor:
            if arraysize:
                cursor.arraysize = arraysize
            cursor.execute(sql, binds or [])
            cursor.fetchall()

    return run


def locators(sql, *steps):
    """Fetches LOBs as locators, and does something with the first of each row."""

    def run(connection):
        with connection.cursor() as cursor:
            cursor.execute(sql, fetch_lobs=True)
            for (lob,) in cursor.fetchall():
                for step in steps:
                    step(lob)

    return run


def temporary(kind, *steps):
    def run(connection):
        lob = connection.createlob(kind)
        for step in steps:
            step(lob)
        # What frees the LOB goes with the next call.
        del lob
        connection.ping()

    return run


def bound(sql):
    def run(connection):
        lob = connection.createlob(oracledb.DB_TYPE_CLOB)
        with connection.cursor() as cursor:
            cursor.execute(sql, [lob])

    return run


def refused(step):
    def run(lob):
        try:
            step(lob)
        except oracledb.DatabaseError:
            return
        raise SystemExit("the LOB operation did not fail")

    return run


def statement(sql, binds=None):
    def run(connection):
        with connection.cursor() as cursor:
            cursor.execute(sql, binds or [])

    return run


def many(sql, rows):
    def run(connection):
        with connection.cursor() as cursor:
            cursor.executemany(sql, rows)

    return run


def in_order(*steps):
    def run(connection):
        for step in steps:
            step(connection)

    return run


def failing(sql):
    def run(connection):
        try:
            statement(sql)(connection)
        except oracledb.DatabaseError:
            return
        raise SystemExit("the statement did not fail: " + sql)

    return run


def block(sql, *kinds):
    """A block's binds: a type that comes back, with a value if it goes in as well, or only a value."""

    def run(connection):
        with connection.cursor() as cursor:
            variables = []
            for kind in kinds:
                if isinstance(kind, tuple):
                    variable = cursor.var(kind[0])
                    variable.setvalue(0, kind[1])
                    variables.append(variable)
                else:
                    variables.append(cursor.var(kind) if isinstance(kind, (type, oracledb.DbType)) else kind)
            cursor.execute(sql, variables)
            for variable in variables:
                value = variable.getvalue() if isinstance(variable, oracledb.Var) else None
                if isinstance(value, oracledb.Cursor):
                    value.fetchall()
            for result in cursor.getimplicitresults() if "RETURN_RESULT" in sql else []:
                result.fetchall()

    return run


def nested(sql):
    """Reads a query's rows, and those of the cursors in them."""

    def read(rows):
        for row in rows:
            for value in row:
                if isinstance(value, oracledb.Cursor):
                    read(value.fetchall())

    def run(connection):
        with connection.cursor() as cursor:
            cursor.execute(sql)
            read(cursor.fetchall())

    return run


def lob_back(sql, kind, is_given=False):
    """A bind that brings a LOB back, which is read, and freed with the call behind if it is a temporary one."""

    def run(connection):
        with connection.cursor() as cursor:
            variable = cursor.var(kind)
            if is_given:
                variable.setvalue(0, connection.createlob(kind))
            cursor.execute(sql, [variable])
            value = variable.getvalue()
            for lob in value if isinstance(value, list) else [value]:
                if lob is not None:
                    lob.read(1, 1)
        del lob, value, variable
        del cursor
        connection.ping()

    return run


def batch_errors(sql, rows):
    def run(connection):
        with connection.cursor() as cursor:
            cursor.executemany(sql, rows, batcherrors=True)
            assert len(cursor.getbatcherrors()) == 1

    return run


def timing_out(sql):
    def run(connection):
        # The server has as long to answer the break.
        connection.call_timeout = 20_000
        try:
            statement(sql)(connection)
        except oracledb.DatabaseError as error:
            assert "DPY-4024" in str(error), error
            connection.call_timeout = 0
            return
        raise SystemExit("the statement came to its end: " + sql)

    return run


MOMENT = datetime.datetime(2024, 2, 29, 13, 14, 15)
FRACTION = datetime.datetime(2024, 2, 29, 13, 14, 15, 123456)

OPERATIONS = {
    "connect": lambda connection: None,
    "connect, long descriptor": lambda connection: None,
    "ping": lambda connection: connection.ping(),
    "commit": in_order(statement("INSERT INTO p (id) VALUES (1)"), lambda connection: connection.commit()),
    "rollback": in_order(statement("INSERT INTO p (id) VALUES (1)"), lambda connection: connection.rollback()),
    "scalar query": query("SELECT 1 FROM dual"),
    "query without rows": query("SELECT id FROM p WHERE 1 = 0"),
    "query of many types": query("SELECT * FROM every_type"),
    "query of 300 columns": query("SELECT " + ", ".join(f"{n} c{n}" for n in range(300)) + " FROM dual"),
    "query of ROWIDs": query("SELECT ROWID FROM every_type"),
    "text bind": query("SELECT :1 FROM dual", ["text"]),
    "long text bind": query("SELECT LENGTH(:1) FROM dual", ["x" * 3000]),
    "number bind": query("SELECT :1 FROM dual", [42]),
    "decimal bind": query("SELECT :1 FROM dual", [decimal.Decimal("-123.456")]),
    "DATE bind": query("SELECT :1 FROM dual", [MOMENT]),
    "raw bind": query("SELECT :1 FROM dual", [b"\x01\x02"]),
    "NULL bind": query("SELECT :1 FROM dual", [None]),
    "two binds": query("SELECT :1, :2 FROM dual", [1, "two"]),
    "named binds": query("SELECT :a, :b FROM dual", {"a": 1, "b": "two"}),
    "query over several fetches": query("SELECT n FROM numbers ORDER BY n"),
    "CREATE TABLE": statement("CREATE TABLE made_here (id NUMBER)"),
    "DROP TABLE": statement("DROP TABLE made_here"),
    "ALTER SESSION": statement("ALTER SESSION SET NLS_SORT = 'BINARY'"),
    "INSERT": statement("INSERT INTO p (id) VALUES (1)"),
    "INSERT with binds": statement("INSERT INTO p (id, name) VALUES (:1, :2)", [1, "one"]),
    "UPDATE": statement("UPDATE p SET name = 'x'"),
    "UPDATE with a bind": statement("UPDATE p SET name = :1", ["x"]),
    "DELETE": statement("DELETE FROM p"),
    "MERGE": statement(
        "MERGE INTO p USING (SELECT 1 id FROM dual) s ON (p.id = s.id) WHEN MATCHED THEN UPDATE SET name = 'm'"
    ),
    "array INSERT": many("INSERT INTO p (id, name) VALUES (:1, :2)", [(1, "a"), (2, "bb"), (3, None)]),
    "array INSERT of one row": many("INSERT INTO p (id) VALUES (:1)", [(1,)]),
    "block": statement("BEGIN NULL; END;"),
    "block of DML": statement("BEGIN INSERT INTO p (id) VALUES (1); COMMIT; END;"),
    "CLOB": query("SELECT c FROM every_type"),
    "BLOB": query("SELECT b FROM every_type"),
    "NCLOB": query("SELECT nc FROM every_type"),
    "LOBs among others": query("SELECT n, c, v, b FROM every_type"),
    "block with binds": block("BEGIN :a := :b + 1; :c := :c || 'x'; END;", oracledb.DB_TYPE_NUMBER, 41, (str, "y")),
    "REF CURSOR": block("BEGIN OPEN :c FOR SELECT n FROM numbers ORDER BY n; END;", oracledb.DB_TYPE_CURSOR),
    "REF CURSOR of LOBs": block("BEGIN OPEN :c FOR SELECT n, c FROM every_type; END;", oracledb.DB_TYPE_CURSOR),
    "implicit results": block(
        "DECLARE c SYS_REFCURSOR; BEGIN OPEN c FOR SELECT id FROM p; DBMS_SQL.RETURN_RESULT(c); END;"
    ),
    "CURSOR expression": nested("SELECT 1, CURSOR(SELECT n FROM numbers ORDER BY n) FROM dual"),
    "CURSOR expression of LOBs": nested("SELECT CURSOR(SELECT n, c FROM every_type) FROM dual"),
    "CURSOR expression beside a LOB": nested("SELECT c, CURSOR(SELECT 1 FROM dual), n FROM every_type"),
    "CURSOR expressions in each other": nested(
        "SELECT CURSOR(SELECT CURSOR(SELECT d.dummy FROM dual) FROM dual) FROM dual d"
    ),
    "RETURNING": block(
        "INSERT INTO p (id, name) VALUES (:1, :2) RETURNING id, name INTO :3, :4", 7, "seven", oracledb.DB_TYPE_NUMBER, str
    ),
    "RETURNING alone": block("DELETE FROM p RETURNING id INTO :1", oracledb.DB_TYPE_NUMBER),
    "batch errors": batch_errors("INSERT INTO p (id) VALUES (:1)", [(1,), (None,), (2,)]),
    "call timeout": in_order(timing_out("BEGIN DBMS_SESSION.SLEEP(600); END;"), query("SELECT 1 FROM dual")),
    "syntax error": failing("SELECT FROM dual"),
    "unknown table": failing("SELECT * FROM nowhere"),
    "constraint violated": failing("INSERT INTO p (id) VALUES (NULL)"),
    "text of 100 kB": query("SELECT /* " + "x" * 100000 + " */ 1 FROM dual"),
    "query after an error": in_order(failing("SELECT FROM dual"), query("SELECT 1 FROM dual")),
    "CLOB's locator": locators("SELECT c FROM every_type"),
    "NCLOB's locator": locators("SELECT nc FROM every_type"),
    "BLOB's locator": locators("SELECT b FROM every_type"),
    "locators' facts": locators(
        "SELECT c FROM every_type", lambda lob: lob.size(), lambda lob: lob.getchunksize(), lambda lob: lob.isopen()
    ),
    "reading a CLOB": locators("SELECT c FROM every_type", lambda lob: lob.read(2, 2)),
    "reading a BLOB": locators("SELECT b FROM every_type", lambda lob: lob.read(1, 1)),
    "writing a row that is not locked": locators(
        "SELECT c FROM every_type", refused(lambda lob: lob.write("x", 3))
    ),
    "temporary CLOB": temporary(oracledb.DB_TYPE_CLOB, lambda lob: lob.write("aä🚢")),
    "temporary NCLOB": temporary(oracledb.DB_TYPE_NCLOB, lambda lob: lob.write("aä🚢", 5), lambda lob: lob.read(1, 2)),
    "temporary BLOB": temporary(oracledb.DB_TYPE_BLOB, lambda lob: lob.write(b"abc" * 200)),
    "temporary LOB's length": temporary(oracledb.DB_TYPE_CLOB, lambda lob: lob.size()),
    "temporary LOB's chunk size": temporary(oracledb.DB_TYPE_BLOB, lambda lob: lob.getchunksize()),
    "trimming": temporary(oracledb.DB_TYPE_CLOB, lambda lob: lob.write("abc"), lambda lob: lob.trim(1)),
    "opening and closing": temporary(
        oracledb.DB_TYPE_CLOB, lambda lob: lob.open(), lambda lob: lob.isopen(), lambda lob: lob.close()
    ),
    "CLOB of a block": lob_back("BEGIN :c := 'abc'; END;", oracledb.DB_TYPE_CLOB),
    "NCLOB of a block": lob_back("BEGIN :c := 'abc'; END;", oracledb.DB_TYPE_NCLOB),
    "BLOB of a block": lob_back("BEGIN SELECT b INTO :b FROM every_type; END;", oracledb.DB_TYPE_BLOB),
    "NULL of a block for a CLOB": lob_back("BEGIN :c := NULL; END;", oracledb.DB_TYPE_CLOB),
    "CLOB that a block changes": lob_back("BEGIN :c := :c || 'x'; END;", oracledb.DB_TYPE_CLOB, True),
    "RETURNING of a CLOB": lob_back("UPDATE every_type SET n = 2 RETURNING c INTO :1", oracledb.DB_TYPE_CLOB),
    "RETURNING of a BLOB": lob_back("UPDATE every_type SET n = 2 RETURNING b INTO :1", oracledb.DB_TYPE_BLOB),
    "LOB bind": bound("INSERT INTO every_type (c) VALUES (:1)"),
    "three queries": in_order(*[query(f"SELECT {n} FROM dual") for n in (1, 2, 3)]),
}


def main():
    port, service = sys.argv[1], sys.argv[2]
    for name in sys.argv[3:]:
        # Left alone, the descriptor names the interpreter's path, and is as long as that is.
        program = "p" * 300 if name.endswith("long descriptor") else "parity"
        connection = oracledb.connect(
            user="app", password="secret", host="127.0.0.1", port=int(port), service_name=service, program=program
        )
        OPERATIONS[name](connection)
        connection.close()


if __name__ == "__main__":
    main()
