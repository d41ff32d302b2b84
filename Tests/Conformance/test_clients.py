"""One script of operations for every client, against every release that it speaks, and one table of expected values."""

import datetime
from decimal import Decimal

import pytest

import clients
import standin

MOMENT = datetime.datetime(2024, 2, 29, 1, 2, 3)

# Columns of ct_values in clients.sql, and what every client must make of them.
EXPECTED = {
    "id": [1, 2, 3, 4],
    "text": ["Grüße, Україна, 𠮷", None, None, "y" * 200],
    "padded": ["ab  ", None, None, None],
    "any_number": [Decimal("12345678901234567890.125"), None, Decimal("1E+125"), None],
    "price": [Decimal("-1.5"), None, None, Decimal("9999999.99")],
    "day": [MOMENT, None, datetime.datetime(9999, 12, 31, 23, 59, 59), datetime.datetime(1700, 1, 1)],
    "moment": [datetime.datetime(1969, 12, 31, 23, 59, 59, 123456), None, datetime.datetime(1900, 1, 1), None],
    "bytes": [b"\x00\xff\x10", None, None, None],
    "words": ["words ж", None, None, None],
    "picture": [b"\xde\xad\xbe\xef", None, None, None],
    "ratio": [Decimal("0.1"), None, None, None],
    "national": ["日本", None, None, None],
}


@pytest.fixture(scope="module", params=clients.CLASS.profiles)
def process(request):
    script = __file__.replace("test_clients.py", "clients.sql")
    process = standin.StandIn(request.param, "--load", script)
    process.profile = request.param
    yield process
    assert process.stop() in (0, -15, 143)


def make(process, **changes):
    arguments = {
        "host": "127.0.0.1", "port": process.port, "service": standin.SERVICE, "user": standin.USER,
        "password": standin.PASSWORD,
    }
    return clients.CLASS(**(arguments | changes))


@pytest.fixture
def client(process):
    client = make(process)
    client.open()
    yield client
    client.close()


def needs(capability):
    return pytest.mark.skipif(not getattr(clients.CLASS, capability), reason=f"{clients.NAME} has no {capability}")


def fails(code, call, *arguments):
    with pytest.raises(clients.Failed) as caught:
        call(*arguments)
    assert caught.value.code == code
    return caught.value


def seen(client, value):
    """The expected value as far as the client can show it."""
    if isinstance(value, Decimal) and not client.keeps_digits:
        return pytest.approx(value, rel=Decimal("1e-15"))
    return value


@pytest.mark.parametrize("column", EXPECTED)
def test_values(client, column):
    expected = EXPECTED[column]
    if column in client.not_read:
        pytest.skip(f"{clients.NAME} does not read {column}")
    if client.nanoseconds and column == "day":
        # 64 bits of nanoseconds end in 2262: the year 9999 and 1700 don't fit, and the client says so.
        rows = client.query("SELECT id, day FROM ct_values WHERE id < 3 ORDER BY id")
        assert [row[1] for row in rows] == expected[:2]
        return
    rows = client.query(f"SELECT id, {column} FROM ct_values ORDER BY id")
    assert len(rows) == 4
    for row, value in zip(rows, expected):
        assert row[1] == seen(client, value)


def test_all_columns_at_once(client):
    columns = [
        column for column in EXPECTED if column not in client.not_read and not (client.nanoseconds and column == "day")
    ]
    rows = client.query(f"SELECT {', '.join(columns)} FROM ct_values WHERE id = 2")
    assert rows == [(2, *[None] * (len(columns) - 1))]


@pytest.mark.parametrize("count", [0, 1, 2, 24, 25, 26, 99, 100, 101, 1000, 2501])
def test_rows_over_the_borders_of_fetches(client, count):
    if isinstance(client, clients.Sling) and count not in (1, 25, 26, 2501):
        pytest.skip("a process each")
    rows = client.query(
        f"SELECT LEVEL, CASE WHEN MOD(LEVEL, 3) > 0 THEN 'row ' || LEVEL END AS t FROM dual WHERE {count} > 0 "
        f"CONNECT BY LEVEL <= {count}"
    )
    assert rows == [(n, f"row {n}" if n % 3 else None) for n in range(1, count + 1)]


@pytest.mark.parametrize("rows_at_once", [1, 2, 7, 250])
def test_rows_at_once(client, rows_at_once):
    if clients.CLASS is not clients.PythonOracledb:
        pytest.skip("the client chooses")
    rows = client.query("SELECT LEVEL FROM dual CONNECT BY LEVEL <= 503", rows_at_once=rows_at_once)
    assert rows == [(n,) for n in range(1, 504)]


def test_a_thousand_columns(client):
    (row,) = client.query("SELECT " + ", ".join(f"{n} AS c{n}" for n in range(1000)) + " FROM dual")
    assert row == tuple(range(1000))


def test_long_rows(client):
    """A row longer than any packet of the older releases."""
    rows = client.query(
        "SELECT " + ", ".join(f"RPAD('{n % 10}', 4000, 'x') AS c{n}" for n in range(20))
        + " FROM dual CONNECT BY LEVEL <= 3"
    )
    assert rows == [tuple(f"{n % 10}" + "x" * 3999 for n in range(20))] * 3


def test_errors_and_their_positions(client):
    error = fails(942, client.query, "SELECT * FROM ct_nowhere")
    if client.tells_position:
        assert error.position == 14
    error = fails(904, client.query, "SELECT nothing FROM ct_values")
    if client.tells_position:
        assert error.position == 7
    fails(1476, client.query, "SELECT 1 / 0 FROM dual")
    assert client.query("SELECT 1 FROM dual") == [(1,)]


def test_wrong_password(process):
    for password in ("wrong", standin.PASSWORD + " ", standin.PASSWORD.upper()):
        fails(1017, make(process, password=password).open)
    fails(1017, make(process, user="nobody").open)


@needs("tells_service")
def test_wrong_service(process):
    fails(12514, make(process, service="nosuchservice").open)


def test_logs_on_many_times(process):
    if not clients.CLASS.sessions:
        pytest.skip("a process each")
    for _ in range(5):
        client = make(process)
        client.open()
        assert client.query("SELECT USER FROM dual") == [(standin.USER.upper(),)]
        client.close()


@pytest.fixture
def people(client):
    yield client
    client.rollback()
    client.execute("DELETE FROM ct_people")
    client.commit()


@needs("binds")
def test_binds_and_row_counts(process, people):
    if clients.NAME == "oracledb-1.2.2" and process.profile == "12.1":
        pytest.skip("it puts binds of more than 4,000 bytes into the wrong order for 12.1 (python-oracledb's issue 135)")
    insert = "INSERT INTO ct_people VALUES (:1, :2, :3)"
    assert people.execute(insert, [1, "Grüße", Decimal("1.25")]) == 1
    assert people.execute(insert, [2, None, None]) == 1
    assert people.execute(insert, [3, "", Decimal("-0.5")]) == 1
    rows = people.query("SELECT * FROM ct_people ORDER BY id")
    assert rows == [(1, "Grüße", Decimal("1.25")), (2, None, None), (3, None, Decimal("-0.5"))]
    for n in range(1, 4):
        assert people.query("SELECT id FROM ct_people WHERE id = :1", [n]) == [(n,)]
    assert people.execute("UPDATE ct_people SET amount = :1 WHERE id > :2", [7, 1]) == 2
    assert people.execute("UPDATE ct_people SET amount = 0 WHERE id = 99") == 0
    assert people.execute("DELETE FROM ct_people WHERE amount = :1", [7]) == 2


@needs("binds")
def test_array_dml(people):
    rows = [(n, f"name {n}" if n % 2 else None) for n in range(1000)]
    people.execute_many("INSERT INTO ct_people (id, name) VALUES (:1, :2)", rows)
    assert people.query("SELECT COUNT(*), COUNT(name), SUM(id) FROM ct_people") == [(1000, 500, 499500)]
    assert people.query("SELECT id, name FROM ct_people ORDER BY id") == rows


@needs("binds")
def test_constraints(people):
    people.execute("INSERT INTO ct_people (id) VALUES (:1)", [1])
    fails(1, people.execute, "INSERT INTO ct_people (id) VALUES (:1)", [1])
    fails(1400, people.execute, "INSERT INTO ct_people (name) VALUES (:1)", ["x"])
    fails(12899, people.execute, "INSERT INTO ct_people (id, name) VALUES (2, :1)", ["x" * 101])
    assert people.query("SELECT id FROM ct_people") == [(1,)]


@needs("binds")
def test_transactions_of_two_sessions(process, people):
    if clients.NAME == "adbc":
        people.connection.adbc_connection.set_autocommit(False)
    other = make(process)
    other.open()
    count = "SELECT COUNT(*) FROM ct_people"
    people.execute("INSERT INTO ct_people (id) VALUES (1)")
    assert (people.query(count), other.query(count)) == ([(1,)], [(0,)])
    people.commit()
    assert other.query(count) == [(1,)]
    people.execute("DELETE FROM ct_people")
    people.rollback()
    assert people.query(count) == other.query(count) == [(1,)]
    other.close()


def test_what_sling_makes(process):
    if clients.NAME != "sling":
        pytest.skip("only for sling")
    sling = make(process)
    rows = [(n, f"Name {n} ж" if n % 3 else "", f"{n / 4:.2f}") for n in range(1, 2001)]
    sling.load(f"{standin.USER}.ct_made", ("id", "name", "amount"), rows)
    made = sling.query("SELECT id, name, amount FROM ct_made ORDER BY id")
    assert made == [(n, name or None, Decimal(amount)) for n, name, amount in rows]


@pytest.mark.parametrize("offer", ["offered", "required"])
@pytest.mark.parametrize("wish", ["accepted", "requested", "required", "rejected"])
def test_native_encryption_with_go_ora(process, offer, wish):
    """go-ora agrees with the stand-in on keys, ciphers and checksums, in both directions and over many packets."""
    if clients.NAME != "sling":
        pytest.skip("only for sling, whose go-ora knows native network encryption")
    encrypting = standin.StandIn(process.profile, "--native-encryption", offer)
    try:
        sling = make(encrypting, service=f"{standin.SERVICE}?encryption={wish}&data+integrity={wish}")
        if (offer, wish) == ("required", "rejected"):
            with pytest.raises(RuntimeError, match="ora-12650"):
                sling.open()
            return
        rows = [(n, f"Name {n} ж", f"{n / 4:.2f}") for n in range(1, 2001)]
        sling.load(f"{standin.USER}.ct_sealed", ("id", "name", "amount"), rows)
        sealed = sling.query("SELECT id, name, amount FROM ct_sealed ORDER BY id")
        assert sealed == [(n, name, Decimal(amount)) for n, name, amount in rows]
    finally:
        encrypting.stop()
