"""CURSOR expressions: queries as values of rows, fetched by calls of their own."""

import oracledb
import pytest

PAIRS = [(n, chr(64 + n) * k) for n in range(1, 6) for k in range(1, n)]


@pytest.fixture
def tables(connection, cursor, make_table):
    outer, inner = make_table("id NUMBER, name VARCHAR2(20)"), make_table("d NUMBER, name VARCHAR2(20), story CLOB")
    cursor.executemany(f"INSERT INTO {outer} VALUES (:1, :2)", [(n, f"d{n}") for n in range(1, 6)])
    cursor.executemany(f"INSERT INTO {inner} (d, name, story) VALUES (:1, :2, 'story of ' || :2)", [(d, n, n) for d, n in PAIRS])
    connection.commit()
    return outer, inner


def text(value):
    """A CLOB's: 3.4 gives those of REF CURSORs and nested ones as text, others as LOBs."""
    return value if isinstance(value, str) else value.read()


def members(number):
    return [(name,) for d, name in PAIRS if d == number]


def test_correlated(cursor, tables):
    outer, inner = tables
    cursor.execute(
        f"SELECT d.id, CURSOR(SELECT e.name FROM {inner} e WHERE e.d = d.id ORDER BY e.name) AS members, d.name"
        f" FROM {outer} d ORDER BY d.id"
    )
    assert cursor.description[1][:2] == ("MEMBERS", oracledb.DB_TYPE_CURSOR)
    for number in range(1, 6):
        id, nested, name = cursor.fetchone()
        assert (id, name) == (number, f"d{number}")
        assert nested.description[0][0] == "NAME"
        assert nested.fetchall() == members(number)
    assert cursor.fetchone() is None


def test_read_after_all_rows_in_another_order(cursor, tables):
    outer, inner = tables
    cursor.execute(f"SELECT d.id, CURSOR(SELECT name FROM {inner} e WHERE e.d = d.id ORDER BY 1) FROM {outer} d ORDER BY id")
    rows = cursor.fetchall()
    for id, nested in reversed(rows):
        assert nested.fetchall() == members(id)


def test_fetched_again_and_again(cursor, tables):
    """Executing the outer query anew closes the cursors of its rows, whose numbers are given again."""
    outer, inner = tables
    sql = f"SELECT d.id, CURSOR(SELECT name FROM {inner} e WHERE e.d = d.id ORDER BY 1) FROM {outer} d ORDER BY id DESC"
    for _ in range(3):
        with cursor.connection.cursor() as again:
            again.arraysize = 10
            again.execute(sql)
            id, nested = again.fetchone()
            assert (id, nested.fetchall()) == (5, members(5))
            id, nested = again.fetchone()
            assert (id, nested.fetchall()) == (4, members(4))


def test_more_columns_than_the_query_around_it(cursor):
    cursor.execute("SELECT CURSOR(SELECT 'a' a, 2 b, DATE '2024-02-29' c, NULL d FROM dual) FROM dual")
    (nested,) = cursor.fetchone()
    assert [column[0] for column in nested.description] == ["A", "B", "C", "D"]
    assert nested.fetchall()[0][:2] == ("a", 2)


def test_in_each_other(cursor):
    cursor.execute(
        "SELECT 1, CURSOR(SELECT 2 + o.n, CURSOR(SELECT LEVEL + i.m + o.n FROM dual CONNECT BY LEVEL <= 3)"
        " FROM (SELECT 20 m FROM dual) i) FROM (SELECT 100 n FROM dual) o"
    )
    one, middle = cursor.fetchone()
    two, inner = middle.fetchone()
    assert (one, two, inner.fetchall()) == (1, 102, [(121,), (122,), (123,)])


def test_two_in_a_row_and_without_rows(cursor):
    cursor.execute(
        "SELECT CURSOR(SELECT 1 FROM dual WHERE 1 = 0), LEVEL, CURSOR(SELECT LEVEL FROM dual CONNECT BY LEVEL <= 250)"
        " FROM dual CONNECT BY LEVEL <= 4"
    )
    for n in range(1, 5):
        none, level, many = cursor.fetchone()
        assert (none.fetchall(), level, many.fetchall()) == ([], n, [(k,) for k in range(1, 251)])


def test_lobs_in_it_and_beside_it(cursor, tables):
    outer, inner = tables
    cursor.execute(
        f"SELECT TO_CLOB(d.name), CURSOR(SELECT story FROM {inner} e WHERE e.d = d.id ORDER BY name) FROM {outer} d"
        " WHERE id = 3"
    )
    name, nested = cursor.fetchone()
    assert (text(name), [text(story) for (story,) in nested.fetchall()]) == ("d3", ["story of C", "story of CC"])


def test_in_a_query_that_a_block_opens(cursor):
    out = cursor.var(oracledb.DB_TYPE_CURSOR)
    cursor.execute("BEGIN OPEN :c FOR SELECT 1, CURSOR(SELECT 2 FROM dual) FROM dual; END;", c=out)
    one, nested = out.getvalue().fetchone()
    assert (one, nested.fetchall()) == (1, [(2,)])


def test_the_moment_is_that_of_the_query(server, cursor, tables):
    outer, inner = tables
    cursor.execute(f"SELECT id, CURSOR(SELECT name FROM {inner} e WHERE e.d = d.id ORDER BY 1) FROM {outer} d ORDER BY id DESC")
    _, nested = cursor.fetchone()
    with server.connect() as other, other.cursor() as changing:
        changing.execute(f"DELETE FROM {inner}")
        other.commit()
        assert nested.fetchall() == members(5)
        _, later = cursor.fetchone()
        assert later.fetchall() == members(4)


def test_where_none_may_stand(fails):
    fails(22902, "SELECT 1 FROM dual WHERE CURSOR(SELECT 1 FROM dual) IS NULL")
    fails(22902, "SELECT * FROM (SELECT CURSOR(SELECT 1 FROM dual) c FROM dual)")
