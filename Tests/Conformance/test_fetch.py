"""Rows over many round trips, with all sizes of fetch and with columns that repeat from row to row."""

import datetime

import pytest


@pytest.fixture(scope="module")
def rows():
    """Runs of equal values, changes in some columns only, NULLs that come and go: what the bit vector is for."""
    moment = datetime.datetime(2024, 1, 1)
    return [
        (n, n // 7, "same", None if n // 5 % 2 else "text", moment + datetime.timedelta(days=n // 40), "x" * (n % 300))
        for n in range(1, 500)
    ]


@pytest.fixture
def table(cursor, make_table, rows):
    table = make_table("a NUMBER(9), b NUMBER(9), c VARCHAR2(10), d VARCHAR2(10), e DATE, f VARCHAR2(300)")
    cursor.executemany(f"INSERT INTO {table} VALUES (:1, :2, :3, :4, :5, :6)", rows)
    cursor.connection.commit()
    return table


@pytest.mark.parametrize("array_size", [1, 2, 3, 100, 498, 499, 500, 5000])
@pytest.mark.parametrize("prefetch", [0, 1, 2, 100, 500])
def test_all_rows_arrive(connection, table, rows, array_size, prefetch, counts_fetched_rows):
    expected = [row[:5] + (row[5] or None,) for row in rows]
    with connection.cursor() as cursor:
        cursor.arraysize = array_size
        cursor.prefetchrows = prefetch
        cursor.execute(f"SELECT a, b, c, d, e, f FROM {table} ORDER BY a")
        assert cursor.fetchall() == expected
        if counts_fetched_rows:
            assert cursor.rowcount == len(rows)


def test_one_by_one_and_in_lots(cursor, table, rows):
    cursor.arraysize = 10
    cursor.execute(f"SELECT a FROM {table} ORDER BY a")
    assert cursor.fetchone() == (1,)
    assert cursor.fetchmany(25) == [(n,) for n in range(2, 27)]
    assert [n for (n,) in cursor] == list(range(27, 500))
    assert cursor.fetchone() is None
    assert cursor.fetchmany(5) == []


def test_repeated_columns_of_one_query(cursor, table):
    cursor.arraysize = 50
    for a, b, again, constant in cursor.execute(f"SELECT a, b, a, 'k' FROM {table} ORDER BY a"):
        assert (again, constant, b) == (a, "k", a // 7)


def test_empty_result(cursor, table):
    cursor.execute(f"SELECT a FROM {table} WHERE a < 0")
    assert cursor.fetchall() == []
    assert cursor.rowcount == 0


def test_wide_rows(cursor, make_table):
    columns = 300
    table = make_table(", ".join(f"c{n} VARCHAR2(40)" for n in range(columns)))
    names = ", ".join(f":{n + 1}" for n in range(columns))
    rows = [tuple(None if (n + r) % 11 == 0 else f"{r}/{n}" for n in range(columns)) for r in range(60)]
    cursor.executemany(f"INSERT INTO {table} VALUES ({names})", rows)
    cursor.arraysize = 17
    assert sorted(cursor.execute(f"SELECT * FROM {table}").fetchall(), key=str) == sorted(rows, key=str)
