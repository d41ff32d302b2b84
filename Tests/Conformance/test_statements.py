"""Binds, array DML, the statement cache, transactions, snapshots."""

import datetime
from decimal import Decimal

import oracledb
import pytest


@pytest.fixture
def table(make_table):
    return make_table("id NUMBER(9) PRIMARY KEY, name VARCHAR2(50 CHAR), amount NUMBER(10,2), made DATE DEFAULT SYSDATE")


def test_insert_by_position(cursor, table):
    moment = datetime.datetime(2024, 2, 29, 1, 2, 3)
    cursor.execute(f"INSERT INTO {table} VALUES (:1, :2, :3, :4)", [1, "a", Decimal("1.25"), moment])
    assert cursor.rowcount == 1
    assert cursor.execute(f"SELECT * FROM {table}").fetchall() == [(1, "a", 1.25, moment)]


def test_insert_by_name(cursor, table):
    cursor.execute(f"INSERT INTO {table} (id, name, amount) VALUES (:id, :name, :amount)", id=1, name="a", amount=2)
    cursor.execute(f"INSERT INTO {table} (id, name) VALUES (:id, :Name)", {"Name": "b", "id": 2})
    cursor.execute(f"SELECT id, name, amount FROM {table} ORDER BY id")
    assert cursor.fetchall() == [(1, "a", 2), (2, "b", None)]


def test_one_name_in_two_places(cursor, table):
    cursor.execute(f"INSERT INTO {table} (id, name, amount) VALUES (:n, 'x', :n)", n=7)
    assert cursor.execute(f"SELECT id, amount FROM {table} WHERE id = :n AND amount = :n", n=7).fetchall() == [(7, 7)]


def test_default_is_used(cursor, table):
    cursor.execute(f"INSERT INTO {table} (id) VALUES (1)")
    (made,) = cursor.execute(f"SELECT made FROM {table}").fetchone()
    assert abs(made - datetime.datetime.now()) < datetime.timedelta(days=1)


def test_ten_thousand_rows_in_one_call(cursor, table, counts_fetched_rows):
    rows = [(n, f"name {n}" if n % 3 else None, Decimal(n) / 4) for n in range(10_000)]
    cursor.executemany(f"INSERT INTO {table} (id, name, amount) VALUES (:1, :2, :3)", rows)
    assert cursor.rowcount == 10_000
    totals = cursor.execute(f"SELECT COUNT(*), COUNT(name), MIN(id), MAX(id), SUM(amount) FROM {table}").fetchone()
    assert totals == (10_000, 6666, 0, 9999, sum(range(10_000)) / 4)
    cursor.arraysize = 777
    cursor.execute(f"SELECT id, name, amount FROM {table} ORDER BY id")
    assert cursor.fetchall() == [(n, name, float(amount)) for n, name, amount in rows]
    if counts_fetched_rows:
        assert cursor.rowcount == 10_000


def test_binds_that_grow_from_call_to_call(cursor, table):
    for n in range(1, 50):
        cursor.execute(f"INSERT INTO {table} (id, name) VALUES (:1, :2)", [n, "x" * n])
    assert cursor.execute(f"SELECT MAX(LENGTH(name)) FROM {table}").fetchone() == (49,)


def test_batch_errors(cursor, table):
    rows = [(1, "a"), (2, "b"), (2, "twice"), (3, "c"), (None, "no key"), (4, "x" * 51), (5, "d")]
    cursor.executemany(f"INSERT INTO {table} (id, name) VALUES (:1, :2)", rows, batcherrors=True)
    errors = [(error.offset, error.full_code) for error in cursor.getbatcherrors()]
    assert sorted(errors) == [(2, "ORA-00001"), (4, "ORA-01400"), (5, "ORA-12899")]
    assert [n for (n,) in cursor.execute(f"SELECT id FROM {table} ORDER BY id")] == [1, 2, 3, 5]


def test_array_dml_row_counts(cursor, table):
    cursor.executemany(f"INSERT INTO {table} (id) VALUES (:1)", [(1,), (2,), (3,)], arraydmlrowcounts=True)
    assert cursor.getarraydmlrowcounts() == [1, 1, 1]


def test_array_stops_at_its_first_error(connection, table):
    with connection.cursor() as cursor:
        with pytest.raises(oracledb.IntegrityError) as excinfo:
            cursor.executemany(f"INSERT INTO {table} (id) VALUES (:1)", [(1,), (1,), (2,)])
        assert excinfo.value.args[0].full_code == "ORA-00001"
        # The rows before the failing one stay, and are counted.
        assert cursor.rowcount == 1
        assert cursor.execute(f"SELECT COUNT(*) FROM {table}").fetchone() == (1,)
        connection.rollback()


def test_statement_cache(cursor, table):
    cursor.executemany(f"INSERT INTO {table} (id, name) VALUES (:1, :2)", [(n, f"n{n}") for n in range(20)])
    for n in range(20):
        assert cursor.execute(f"SELECT name FROM {table} WHERE id = :1", [n]).fetchall() == [(f"n{n}",)]
    assert cursor.execute(f"SELECT name FROM {table} WHERE id = :1", [99]).fetchall() == []


def test_same_statement_with_binds_of_another_type(cursor):
    sql = "SELECT :1 FROM dual"
    # Bytes come last: python-oracledb goes on to bind text as RAW after them.
    for value in (1, "text", datetime.datetime(2024, 1, 1), None, "longer text than before", 2.5, b"\x01\x02"):
        assert cursor.execute(sql, [value]).fetchone() == (value,)


def test_more_statements_than_the_cache_holds(connection):
    connection.stmtcachesize = 5
    for turn in range(2):
        for n in range(20):
            with connection.cursor() as cursor:
                assert cursor.execute(f"SELECT {n} + :1 FROM dual", [turn]).fetchone() == (n + turn,)


def test_several_open_cursors(connection, table):
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} (id) VALUES (:1)", [(n,) for n in range(500)])
    cursors = [connection.cursor() for _ in range(5)]
    for cursor in cursors:
        cursor.arraysize = cursor.prefetchrows = 10
        cursor.execute(f"SELECT id FROM {table} ORDER BY id")
    for n in range(500):
        assert [cursor.fetchone() for cursor in cursors] == [(n,)] * 5
    for cursor in cursors:
        assert cursor.fetchone() is None
        cursor.close()


def test_cursor_closed_in_mid_fetch(connection, table):
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} (id) VALUES (:1)", [(n,) for n in range(500)])
    for _ in range(5):
        with connection.cursor() as cursor:
            cursor.arraysize = cursor.prefetchrows = 3
            cursor.execute(f"SELECT id FROM {table} ORDER BY id")
            assert cursor.fetchmany(7) == [(n,) for n in range(7)]
    connection.ping()


def test_commit_and_rollback(server, table):
    with server.connect() as writer, server.connect() as reader:
        with writer.cursor() as w, reader.cursor() as r:
            count = f"SELECT COUNT(*) FROM {table}"
            w.execute(f"INSERT INTO {table} (id) VALUES (1)")
            assert w.execute(count).fetchone() == (1,)
            assert r.execute(count).fetchone() == (0,)
            writer.commit()
            assert r.execute(count).fetchone() == (1,)
            w.execute(f"INSERT INTO {table} (id) VALUES (2)")
            writer.rollback()
            assert w.execute(count).fetchone() == r.execute(count).fetchone() == (1,)
            w.execute(f"INSERT INTO {table} (id) VALUES (3)")
            w.execute("COMMIT")
            assert r.execute(count).fetchone() == (2,)


def test_autocommit(server, table):
    with server.connect() as writer, server.connect() as reader:
        writer.autocommit = True
        with writer.cursor() as w, reader.cursor() as r:
            w.execute(f"INSERT INTO {table} (id) VALUES (1)")
            assert r.execute(f"SELECT COUNT(*) FROM {table}").fetchone() == (1,)


def test_closing_rolls_back(server, table):
    with server.connect() as writer, writer.cursor() as cursor:
        cursor.execute(f"INSERT INTO {table} (id) VALUES (1)")
    with server.connect() as reader, reader.cursor() as cursor:
        assert cursor.execute(f"SELECT COUNT(*) FROM {table}").fetchone() == (0,)


def test_failed_statement_leaves_nothing(connection, cursor, table):
    cursor.execute(f"INSERT INTO {table} (id) VALUES (1)")
    with pytest.raises(oracledb.IntegrityError):
        cursor.execute(f"INSERT INTO {table} (id, name) VALUES (1, 'again')")
    assert cursor.execute(f"SELECT id, name FROM {table}").fetchall() == [(1, None)]


def test_as_of_scn(server, connection, cursor, table):
    try:
        cursor.execute("SELECT current_scn FROM v$database")
    except oracledb.DatabaseError as error:
        # A real server shows the view to few users.
        if server.is_stand_in or error.args[0].code not in (942, 1031):
            raise
        pytest.skip("the user may not read V$DATABASE")
    scns = []
    for n in range(3):
        cursor.execute(f"INSERT INTO {table} (id) VALUES (:1)", [n])
        connection.commit()
        scns.append(cursor.execute("SELECT current_scn FROM v$database").fetchone()[0])
    assert scns == sorted(set(scns))
    for n, scn in enumerate(scns):
        assert cursor.execute(f"SELECT COUNT(*) FROM {table} AS OF SCN {scn}").fetchone() == (n + 1,)
        assert cursor.execute(f"SELECT COUNT(*) FROM {table} AS OF SCN :1", [scn]).fetchone() == (n + 1,)


def test_query_sees_one_moment(server, table):
    with server.connect() as writer, server.connect() as reader, writer.cursor() as w, reader.cursor() as r:
        w.executemany(f"INSERT INTO {table} (id) VALUES (:1)", [(n,) for n in range(100)])
        writer.commit()
        r.arraysize = r.prefetchrows = 5
        r.execute(f"SELECT id FROM {table}")
        first = r.fetchmany(5)
        w.executemany(f"INSERT INTO {table} (id) VALUES (:1)", [(n,) for n in range(100, 200)])
        writer.commit()
        assert len(first) + len(r.fetchall()) == 100


def test_sequence(connection, cursor):
    name = "ct_sequence"
    cursor.execute(f"CREATE SEQUENCE {name} START WITH 10 INCREMENT BY 5")
    try:
        numbers = [cursor.execute(f"SELECT {name}.NEXTVAL FROM dual").fetchone()[0] for _ in range(3)]
        assert numbers == [10, 15, 20]
    finally:
        cursor.execute(f"DROP SEQUENCE {name}")


def test_identity(cursor, make_table):
    table = make_table("id NUMBER GENERATED BY DEFAULT AS IDENTITY (START WITH 5), v VARCHAR2(5)")
    cursor.execute(f"INSERT INTO {table} (v) VALUES ('a')")
    cursor.execute(f"INSERT INTO {table} (v) VALUES ('b')")
    cursor.execute(f"INSERT INTO {table} (id, v) VALUES (100, 'c')")
    assert cursor.execute(f"SELECT id, v FROM {table} ORDER BY id").fetchall() == [(5, "a"), (6, "b"), (100, "c")]


def test_join_order_and_expressions(cursor, make_table):
    parents = make_table("id NUMBER(9) PRIMARY KEY, name VARCHAR2(20)")
    children = make_table(f"id NUMBER(9) PRIMARY KEY, parent_id NUMBER(9) REFERENCES {parents}, price NUMBER(8,2)")
    cursor.executemany(f"INSERT INTO {parents} VALUES (:1, :2)", [(1, "one"), (2, "two"), (3, "three")])
    cursor.executemany(f"INSERT INTO {children} VALUES (:1, :2, :3)", [(n, n % 3 + 1, n * 1.5) for n in range(9)])
    cursor.execute(
        f"""
        SELECT p.name || '!', c.price * 2 AS double_price  -- a comment
        FROM {parents} p JOIN {children} c ON c.parent_id = p.id
        WHERE c.price BETWEEN :low AND :high AND p.name IN ('one', 'two')
        ORDER BY p.name DESC, c.price
        """,
        low=1,
        high=11,
    )
    assert cursor.fetchall() == [("two!", 3), ("two!", 12), ("two!", 21), ("one!", 9), ("one!", 18)]


def test_nulls_are_sorted_last(cursor, table):
    cursor.executemany(f"INSERT INTO {table} (id, name) VALUES (:1, :2)", [(1, None), (2, "b"), (3, "a")])
    assert [n for (n,) in cursor.execute(f"SELECT id FROM {table} ORDER BY name")] == [3, 2, 1]
    assert [n for (n,) in cursor.execute(f"SELECT id FROM {table} ORDER BY name DESC")] == [1, 2, 3]
