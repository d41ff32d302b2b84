"""ORA numbers, and where they point; constraints and their numbers."""

import oracledb
import pytest


def test_unknown_table(fails):
    error = fails(942, "SELECT * FROM no_such_table")
    assert error.offset == 14


def test_unknown_table_in_insert(fails):
    assert fails(942, "INSERT INTO no_such_table VALUES (1)").offset == 12


def test_unknown_column(fails):
    error = fails(904, "SELECT dummy, no_such_column FROM dual")
    assert error.offset == 14
    assert "NO_SUCH_COLUMN" in error.message


def test_words_after_the_end(fails):
    # 23ai splits ORA-00933 into several numbers.
    fails({933, 3048, 3049}, "SELECT dummy FROM dual WHERE dummy = 'X' nonsense here")


@pytest.mark.parametrize(
    "sql",
    ["SELEC 1 FROM dual", "SELECT FROM dual", "SELECT (1 FROM dual", "INSERT dual", "CREATE TABLE (a NUMBER)", "?"],
)
def test_no_sql_at_all(fails, connection, sql):
    # Whatever the number is, it is one of the parser's, and the connection goes on.
    fails(set(range(900, 1000)) | set(range(3040, 3060)), sql)
    connection.ping()


def test_text_that_is_no_number(fails):
    fails(1722, "SELECT TO_NUMBER('12x') FROM dual")


def test_division_by_zero(fails):
    fails(1476, "SELECT 1 / 0 FROM dual")


def test_date_that_does_not_exist(fails):
    fails({1839, 1847}, "SELECT TO_DATE('2023-02-29', 'YYYY-MM-DD') FROM dual")


def test_missing_binds(connection, cursor):
    with pytest.raises(oracledb.DatabaseError) as excinfo:
        cursor.execute("SELECT :1 FROM dual", [])
    assert excinfo.value.args[0].full_code in ("DPY-4009", "DPY-4010", "ORA-01008")


@pytest.fixture
def parent(cursor, make_table):
    table = make_table("id NUMBER(4) PRIMARY KEY, v VARCHAR2(5 CHAR) NOT NULL, n NUMBER(3,1) CHECK (n > 0), u NUMBER(4) UNIQUE")
    cursor.execute(f"INSERT INTO {table} VALUES (1, 'a', 1, 1)")
    cursor.connection.commit()
    return table


@pytest.mark.parametrize(
    ("number", "values"),
    [
        (1, "1, 'b', 1, 2"),
        (1, "2, 'b', 1, 1"),
        (1400, "NULL, 'b', 1, 2"),
        (1400, "2, NULL, 1, 2"),
        (1400, "2, '', 1, 2"),
        (2290, "2, 'b', -1, 2"),
        (12899, "2, 'abcdef', 1, 2"),
        (1438, "2, 'b', 100, 2"),
        (1438, "12345, 'b', 1, 2"),
        (1722, "'x', 'b', 1, 2"),
        (947, "2, 'b'"),
        (913, "2, 'b', 1, 2, 3"),
    ],
)
def test_constraints(fails, cursor, parent, number, values):
    fails(number, f"INSERT INTO {parent} VALUES ({values})")
    assert cursor.execute(f"SELECT COUNT(*) FROM {parent}").fetchone() == (1,)


@pytest.mark.parametrize("values", ["2, 'b', NULL, NULL", "3, 'c', 0.05, 3", "4, 'äöüß€', 99.9, 4"])
def test_what_constraints_allow(cursor, parent, values):
    cursor.execute(f"INSERT INTO {parent} VALUES ({values})")
    assert cursor.rowcount == 1


def test_foreign_key(fails, cursor, parent, make_table):
    child = make_table(f"id NUMBER(4) PRIMARY KEY, p NUMBER(4), CONSTRAINT ct_fk FOREIGN KEY (p) REFERENCES {parent} (id)")
    error = fails(2291, f"INSERT INTO {child} VALUES (1, 7)")
    assert "CT_FK" in error.message
    cursor.execute(f"INSERT INTO {child} VALUES (1, 1)")
    cursor.execute(f"INSERT INTO {child} VALUES (2, NULL)")


def test_name_in_use(fails, parent):
    fails(955, f"CREATE TABLE {parent} (a NUMBER)")


def test_error_classes(cursor, parent):
    """python-oracledb sorts errors by number: IntegrityError for constraints."""
    with pytest.raises(oracledb.IntegrityError):
        cursor.execute(f"INSERT INTO {parent} VALUES (1, 'b', 1, 2)")


def test_connection_survives_errors(connection, fails):
    for _ in range(20):
        fails(942, "SELECT * FROM no_such_table")
    with connection.cursor() as cursor:
        assert cursor.execute("SELECT 1 FROM dual").fetchone() == (1,)


def test_error_in_mid_fetch(connection, make_table):
    table = make_table("id NUMBER(9), v VARCHAR2(5)")
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} VALUES (:1, :2)", [(n, str(n) if n != 60 else "x") for n in range(100)])
        cursor.arraysize = cursor.prefetchrows = 10
        with pytest.raises(oracledb.DatabaseError) as excinfo:
            cursor.execute(f"SELECT id, TO_NUMBER(v) FROM {table}")
            cursor.fetchall()
        assert excinfo.value.args[0].full_code == "ORA-01722"
        assert cursor.execute(f"SELECT COUNT(*) FROM {table}").fetchone() == (100,)
