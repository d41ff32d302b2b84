"""Every column type of the stand-in, in and out, and how it is described."""

import datetime
import decimal
import math
from decimal import Decimal

import oracledb


def round_trip(cursor, make_table, column_type, values, input_type=None):
    table = make_table(f"id NUMBER(9) PRIMARY KEY, v {column_type}")
    if input_type is not None:
        cursor.setinputsizes(None, input_type)
    cursor.executemany(f"INSERT INTO {table} (id, v) VALUES (:1, :2)", list(enumerate(values)))
    return [value for (value,) in cursor.execute(f"SELECT v FROM {table} ORDER BY id")]


def numbers_as_decimals(cursor, metadata):
    if metadata.type_code is oracledb.DB_TYPE_NUMBER:
        return cursor.var(decimal.Decimal, arraysize=cursor.arraysize)


def numbers_as_text(cursor, metadata):
    if metadata.type_code is oracledb.DB_TYPE_NUMBER:
        return cursor.var(str, arraysize=cursor.arraysize)


TEXTS = [
    "a", " leading", "trailing  ", "O'Hara \"x\"", "tab\tline\nreturn\r", "Grüße, Ελλάδα, Україна", "日本 한국 𠮷 🚢",
    "x" * 200, "ß" * 200, "\u0001\u007f\u200b", "\x00 in the middle",
]


def test_varchar2(cursor, make_table):
    assert round_trip(cursor, make_table, "VARCHAR2(200 CHAR)", TEXTS) == TEXTS


def test_long_varchar2(cursor, make_table):
    values = ["y" * length for length in (1, 252, 253, 254, 255, 256, 1000, 4000)]
    assert round_trip(cursor, make_table, "VARCHAR2(4000)", values) == values


def test_empty_text_is_null(cursor, make_table):
    assert round_trip(cursor, make_table, "VARCHAR2(10)", ["", None, "x"]) == [None, None, "x"]


def test_char_is_padded(cursor, make_table):
    assert round_trip(cursor, make_table, "CHAR(6 CHAR)", ["ab", " ab", "abcdef", "äöü", None]) == [
        "ab    ", " ab   ", "abcdef", "äöü   ", None,
    ]


def test_char_compares_with_padding(cursor, make_table):
    table = make_table("v CHAR(6)")
    cursor.execute(f"INSERT INTO {table} VALUES ('ab')")
    assert cursor.execute(f"SELECT COUNT(*) FROM {table} WHERE v = 'ab'").fetchone() == (1,)


NUMBERS = [
    "0", "1", "-1", "10", "100", "-100", "0.1", "-0.01", "0.001", "12.5", "99999999", "-123456789.987654321",
    "12345678901234567890123456789012345678", "-99999999999999999999999999999999999999",
    "0.12345678901234567890123456789012345678", "1E-130", "-1E-130", "1E+125",
    "9.99999999999999999999999999999999999999E+125", "-9.99999999999999999999999999999999999999E+125",
]


def test_number_keeps_every_digit(cursor, make_table):
    numbers = [Decimal(text) for text in NUMBERS]
    cursor.outputtypehandler = numbers_as_decimals
    assert round_trip(cursor, make_table, "NUMBER", numbers, oracledb.DB_TYPE_NUMBER) == numbers


def test_number_as_text(cursor, make_table):
    cursor.outputtypehandler = numbers_as_text
    fetched = round_trip(cursor, make_table, "NUMBER(12,3)", [Decimal("12.5"), Decimal("-0.125"), 7, None])
    assert [value if value is None else Decimal(value) for value in fetched] == [
        Decimal("12.5"), Decimal("-0.125"), Decimal(7), None,
    ]


def test_number_bound_as_text(cursor, make_table):
    assert round_trip(cursor, make_table, "NUMBER(12,3)", ["12.5", "-7", " 3 "]) == [12.5, -7, 3]


def test_number_is_rounded_to_its_scale(cursor, make_table):
    numbers = [Decimal("1.005"), Decimal("-1.005"), Decimal("1.0049"), Decimal("2.675")]
    cursor.outputtypehandler = numbers_as_decimals
    assert round_trip(cursor, make_table, "NUMBER(5,2)", numbers, oracledb.DB_TYPE_NUMBER) == [
        Decimal("1.01"), Decimal("-1.01"), Decimal("1"), Decimal("2.68"),
    ]


def test_number_with_negative_scale(cursor, make_table):
    assert round_trip(cursor, make_table, "NUMBER(5,-2)", [1234, 1250, -1250, 49]) == [1200, 1300, -1300, 0]


def test_integers_are_fetched_as_int(cursor, make_table):
    (value,) = round_trip(cursor, make_table, "NUMBER(10)", [42])
    assert type(value) is int and value == 42


DATES = [
    datetime.datetime(1, 1, 1), datetime.datetime(1582, 10, 4), datetime.datetime(1582, 10, 15),
    datetime.datetime(1900, 2, 28, 23, 59, 59), datetime.datetime(2000, 2, 29, 12), datetime.datetime(2024, 12, 31, 0, 0, 1),
    datetime.datetime(9999, 12, 31, 23, 59, 59), None,
]


def test_date_has_a_time_of_day(cursor, make_table):
    assert round_trip(cursor, make_table, "DATE", DATES) == DATES


def test_date_drops_fractions(cursor, make_table):
    moment = datetime.datetime(2024, 5, 6, 7, 8, 9, 123456)
    assert round_trip(cursor, make_table, "DATE", [moment]) == [moment.replace(microsecond=0)]


TIMESTAMPS = DATES + [
    datetime.datetime(2024, 5, 6, 7, 8, 9, 1), datetime.datetime(2024, 5, 6, 7, 8, 9, 999999),
    datetime.datetime(1969, 12, 31, 23, 59, 59, 500000),
]


def test_timestamp_keeps_microseconds(cursor, make_table):
    assert round_trip(cursor, make_table, "TIMESTAMP(6)", TIMESTAMPS, oracledb.DB_TYPE_TIMESTAMP) == TIMESTAMPS


def test_timestamp_is_rounded_to_its_precision(cursor, make_table):
    moments = [datetime.datetime(2024, 5, 6, 7, 8, 9, 123456), datetime.datetime(2024, 5, 6, 7, 8, 9, 999600)]
    assert round_trip(cursor, make_table, "TIMESTAMP(3)", moments, oracledb.DB_TYPE_TIMESTAMP) == [
        datetime.datetime(2024, 5, 6, 7, 8, 9, 123000), datetime.datetime(2024, 5, 6, 7, 8, 10),
    ]


def test_raw(cursor, make_table):
    values = [b"\x00", b"\x00\xff" * 8, bytes(range(16)), None]
    assert round_trip(cursor, make_table, "RAW(16)", values) == values


def test_long_raw_values(cursor, make_table):
    values = [bytes(n % 256 for n in range(length)) for length in (252, 253, 254, 255, 256, 2000)]
    assert round_trip(cursor, make_table, "RAW(2000)", values) == values


DOUBLES = [0.0, 1.0, -1.0, 0.1, -0.1, 1.5e300, -1.5e-300, 5e-324, 1.7976931348623157e308, math.pi]


def test_binary_double(cursor, make_table):
    assert round_trip(cursor, make_table, "BINARY_DOUBLE", DOUBLES, oracledb.DB_TYPE_BINARY_DOUBLE) == DOUBLES


def test_binary_double_infinities_and_nan(cursor, make_table):
    plus, minus, nan, null = round_trip(
        cursor, make_table, "BINARY_DOUBLE", [math.inf, -math.inf, math.nan, None], oracledb.DB_TYPE_BINARY_DOUBLE
    )
    assert (plus, minus, null) == (math.inf, -math.inf, None)
    assert math.isnan(nan)


def test_binary_double_knows_no_negative_zero(cursor, make_table):
    (zero,) = round_trip(cursor, make_table, "BINARY_DOUBLE", [-0.0], oracledb.DB_TYPE_BINARY_DOUBLE)
    assert math.copysign(1, zero) == 1


LONG_TEXTS = [
    "short", "x" * 4000, "y" * 4001, "ü" * 8191, "z" * 32767, "🚢 " * 20_000, "line\r\n" * 50_000, None,
]


def test_clob_in_line(cursor, make_table):
    table = make_table("id NUMBER(9), v CLOB")
    for number, text in enumerate(LONG_TEXTS):
        cursor.execute(f"INSERT INTO {table} VALUES (:1, :2)", [number, text])
    cursor.execute(f"SELECT v FROM {table} ORDER BY id", fetch_lobs=False)
    assert [value for (value,) in cursor] == LONG_TEXTS


LONG_BYTES = [b"\x00", bytes(range(256)) * 8, b"\xff" * 32768, bytes(range(256)) * 1000, None]


def test_blob_in_line(cursor, make_table):
    table = make_table("id NUMBER(9), v BLOB")
    for number, data in enumerate(LONG_BYTES):
        cursor.execute(f"INSERT INTO {table} VALUES (:1, :2)", [number, data])
    cursor.execute(f"SELECT v FROM {table} ORDER BY id", fetch_lobs=False)
    assert [value for (value,) in cursor] == LONG_BYTES


def test_large_objects_between_other_columns(cursor, make_table):
    table = make_table("a NUMBER(9), t CLOB, b VARCHAR2(10), d BLOB, c DATE")
    rows = [(n, f"text {n} " * n * 100, f"b{n}", bytes([n]) * n * 999, datetime.datetime(2024, 1, n)) for n in range(1, 20)]
    cursor.executemany(f"INSERT INTO {table} VALUES (:1, :2, :3, :4, :5)", rows)
    cursor.arraysize = 4
    assert cursor.execute(f"SELECT a, t, b, d, c FROM {table} ORDER BY a", fetch_lobs=False).fetchall() == rows


def test_lob_locators(cursor, make_table):
    table = make_table("t CLOB, b BLOB")
    cursor.execute(f"INSERT INTO {table} VALUES (:1, :2)", ["ü" * 5000, b"\x01\x02" * 5000])
    text, data = cursor.execute(f"SELECT t, b FROM {table}", fetch_lobs=True).fetchone()
    assert (text.read(), data.read()) == ("ü" * 5000, b"\x01\x02" * 5000)


def test_rowid(cursor, make_table):
    table = make_table("v NUMBER(9)")
    cursor.executemany(f"INSERT INTO {table} VALUES (:1)", [(n,) for n in range(500)])
    rows = cursor.execute(f"SELECT ROWID, v FROM {table}").fetchall()
    assert len({rowid for rowid, _ in rows}) == 500
    assert all(type(rowid) is str and len(rowid) == 18 for rowid, _ in rows)
    rowid, v = rows[123]
    assert cursor.execute(f"SELECT v FROM {table} WHERE ROWID = :1", [rowid]).fetchall() == [(v,)]


def test_description(cursor, make_table):
    table = make_table(
        "a VARCHAR2(10 CHAR) NOT NULL, b VARCHAR2(10 BYTE), c CHAR(6 CHAR), d NUMBER(9) NOT NULL, e NUMBER(9,2), "
        'f NUMBER, g DATE, h TIMESTAMP(6), i RAW(16), j BINARY_DOUBLE, k CLOB, l BLOB, "Mixed" NUMBER(5,-2)'
    )
    cursor.execute(f"SELECT * FROM {table}")
    described = [(c.name, c.type_code, c.display_size, c.precision, c.scale, c.null_ok) for c in cursor.description]
    # Precision and scale say something for NUMBER and for a timestamp's fraction only.
    assert described == [
        ("A", oracledb.DB_TYPE_VARCHAR, 10, None, None, False),
        ("B", oracledb.DB_TYPE_VARCHAR, 10, None, None, True),
        ("C", oracledb.DB_TYPE_CHAR, 6, None, None, True),
        ("D", oracledb.DB_TYPE_NUMBER, 10, 9, 0, False),
        ("E", oracledb.DB_TYPE_NUMBER, 13, 9, 2, True),
        ("F", oracledb.DB_TYPE_NUMBER, 127, 0, -127, True),
        ("G", oracledb.DB_TYPE_DATE, 23, None, None, True),
        ("H", oracledb.DB_TYPE_TIMESTAMP, 23, 0, 6, True),
        ("I", oracledb.DB_TYPE_RAW, 16, None, None, True),
        ("J", oracledb.DB_TYPE_BINARY_DOUBLE, 127, None, None, True),
        ("K", oracledb.DB_TYPE_CLOB, None, None, None, True),
        ("L", oracledb.DB_TYPE_BLOB, None, None, None, True),
        ("Mixed", oracledb.DB_TYPE_NUMBER, 6, 5, -2, True),
    ]


def test_description_of_expressions(cursor, make_table):
    table = make_table("a NUMBER(9), b VARCHAR2(10)")
    cursor.execute(f'SELECT COUNT(*), MAX(a) AS top, SUM(a) "Sum of it" FROM {table}')
    assert [c.name for c in cursor.description] == ["COUNT(*)", "TOP", "Sum of it"]
    assert cursor.fetchall() == [(0, None, None)]
