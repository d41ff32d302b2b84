"""Anonymous blocks: binds in both directions, cursors, implicit results, packages that drivers call."""

import datetime

import oracledb
import pytest


def test_out_binds(cursor):
    out = cursor.var(int)
    cursor.execute("BEGIN :a := :b + 1; END;", [out, 41])
    assert out.getvalue() == 42
    out = cursor.var(str)
    for n in range(5):
        cursor.execute("BEGIN :o := 'x' || :i; END;", o=out, i=n)
        assert out.getvalue() == f"x{n}"
    out = cursor.var(oracledb.DB_TYPE_DATE)
    cursor.execute("BEGIN :o := DATE '2024-02-29'; END;", o=out)
    assert out.getvalue() == datetime.datetime(2024, 2, 29)
    cursor.execute("BEGIN :o := NULL; END;", o=out)
    assert out.getvalue() is None


def test_in_out_bind(cursor):
    both = cursor.var(int)
    for value in (5, 10, 20):
        both.setvalue(0, value)
        cursor.execute("BEGIN :a := :a * 2; END;", a=both)
        assert both.getvalue() == value * 2


def test_value_that_is_too_long_for_its_bind(cursor):
    out = cursor.var(str, 3)
    with pytest.raises(oracledb.DatabaseError) as excinfo:
        cursor.execute("BEGIN :o := RPAD('a', 100); END;", o=out)
    assert excinfo.value.args[0].code == 6502


def test_select_into(cursor):
    one, two = cursor.var(int), cursor.var(str)
    cursor.execute("BEGIN SELECT COUNT(*), MAX(dummy || 'FROM') INTO :a, :b FROM dual WHERE 1 = :c; END;", [one, two, 1])
    assert (one.getvalue(), two.getvalue()) == (1, "XFROM")
    # Before 3.0 python-oracledb takes ORA-01403 for the end of a query, in blocks too.
    for rows, code in ((0, 1403), (2, 1422))[int(oracledb.__version__ < "3") :]:
        with pytest.raises(oracledb.DatabaseError) as excinfo:
            cursor.execute("BEGIN SELECT LEVEL INTO :a FROM dual WHERE :n > 0 CONNECT BY LEVEL <= :n; END;", a=one, n=rows)
        assert excinfo.value.args[0].code == code


def test_ref_cursor(connection, cursor):
    out = cursor.var(oracledb.DB_TYPE_CURSOR)
    cursor.execute("BEGIN OPEN :c FOR SELECT LEVEL, 'r' || LEVEL FROM dual CONNECT BY LEVEL <= :n; END;", [out, 250])
    assert out.getvalue().fetchall() == [(n, f"r{n}") for n in range(1, 251)]
    with connection.cursor() as child:
        cursor.execute("BEGIN OPEN :c FOR SELECT 1 AS a, 2 AS b FROM dual; END;", c=child)
        assert [column[0] for column in child.description] == ["A", "B"]
        assert child.fetchall() == [(1, 2)]


def test_implicit_results(cursor):
    cursor.execute(
        """
        DECLARE one SYS_REFCURSOR; two SYS_REFCURSOR;
        BEGIN
          OPEN one FOR SELECT 1 FROM dual; DBMS_SQL.RETURN_RESULT(one);
          OPEN two FOR SELECT 'x', 2 FROM dual; DBMS_SQL.RETURN_RESULT(two);
        END;
        """
    )
    assert [result.fetchall() for result in cursor.getimplicitresults()] == [[(1,)], [("x", 2)]]


def test_packages_that_drivers_call(connection, cursor):
    cursor.callproc("dbms_output.enable")
    cursor.callproc("dbms_output.put_line", ["hello"])
    line, status = cursor.var(str), cursor.var(int)
    cursor.callproc("dbms_output.get_line", (line, status))
    assert (line.getvalue(), status.getvalue()) in ((None, 1), ("hello", 0))
    cursor.execute("BEGIN DBMS_APPLICATION_INFO.SET_MODULE('m', 'a'); DBMS_SESSION.SET_IDENTIFIER(:x); END;", x="id")
    connection.module, connection.action, connection.client_identifier = "m", "a", "i"
    assert cursor.execute("SELECT 1 FROM dual").fetchone() == (1,)


def test_dml_in_a_block(cursor, make_table):
    table = make_table("id NUMBER PRIMARY KEY, v VARCHAR2(20)")
    out = cursor.var(int)
    cursor.execute(f"BEGIN INSERT INTO {table} VALUES (:i, :v) RETURNING id INTO :o; END;", i=1, v="a", o=out)
    assert out.getvalue() == 1
    cursor.executemany(f"BEGIN INSERT INTO {table} VALUES (:1, :2); END;", [(2, "b"), (3, "c")])
    with pytest.raises(oracledb.IntegrityError):
        cursor.execute(f"BEGIN INSERT INTO {table} VALUES (4, 'd'); INSERT INTO {table} VALUES (1, 'again'); END;")
    # A block that fails leaves nothing behind.
    assert cursor.execute(f"SELECT id, v FROM {table} ORDER BY id").fetchall() == [(1, "a"), (2, "b"), (3, "c")]
