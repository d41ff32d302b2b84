"""Every column type of the stand-in, in and out, and how it is described."""

import array
import datetime
import math
from decimal import Decimal

import oracledb
import pytest

from conftest import VERSION


def round_trip(cursor, make_table, column_type, values, input_type=None):
    table = make_table(f"id NUMBER(9) PRIMARY KEY, v {column_type}")
    if input_type is not None:
        cursor.setinputsizes(None, input_type)
    cursor.executemany(f"INSERT INTO {table} (id, v) VALUES (:1, :2)", list(enumerate(values)))
    return [value for (value,) in cursor.execute(f"SELECT v FROM {table} ORDER BY id")]


def numbers_as(kind):
    """An output type handler; before 1.4 one was called with the parts of the metadata."""

    def of_type(cursor, type_code):
        return cursor.var(kind, arraysize=cursor.arraysize) if type_code is oracledb.DB_TYPE_NUMBER else None

    if VERSION < (1, 4):
        return lambda cursor, name, type_code, size, precision, scale: of_type(cursor, type_code)
    return lambda cursor, metadata: of_type(cursor, metadata.type_code)


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
    cursor.outputtypehandler = numbers_as(Decimal)
    assert round_trip(cursor, make_table, "NUMBER", numbers, oracledb.DB_TYPE_NUMBER) == numbers


def test_number_as_text(cursor, make_table):
    cursor.outputtypehandler = numbers_as(str)
    fetched = round_trip(cursor, make_table, "NUMBER(12,3)", [Decimal("12.5"), Decimal("-0.125"), 7, None])
    assert [value if value is None else Decimal(value) for value in fetched] == [
        Decimal("12.5"), Decimal("-0.125"), Decimal(7), None,
    ]


def test_number_bound_as_text(cursor, make_table):
    assert round_trip(cursor, make_table, "NUMBER(12,3)", ["12.5", "-7", " 3 "]) == [12.5, -7, 3]


def test_number_is_rounded_to_its_scale(cursor, make_table):
    numbers = [Decimal("1.005"), Decimal("-1.005"), Decimal("1.0049"), Decimal("2.675")]
    cursor.outputtypehandler = numbers_as(Decimal)
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
    described = [(c[0], c[1], c[2], c[4], c[5], c[6]) for c in cursor.description]
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
    assert [c[0] for c in cursor.description] == ["COUNT(*)", "TOP", "Sum of it"]
    assert cursor.fetchall() == [(0, None, None)]


INTERVALS = [
    datetime.timedelta(0), datetime.timedelta(days=2, hours=12, minutes=23, seconds=34, microseconds=456000),
    datetime.timedelta(days=-3, seconds=41185, microseconds=543211), datetime.timedelta(microseconds=-1),
    datetime.timedelta(hours=-10, minutes=-20, seconds=-30), datetime.timedelta(days=999999999), None,
]


def test_interval_day_to_second(cursor, make_table):
    assert round_trip(cursor, make_table, "INTERVAL DAY(9) TO SECOND(6)", INTERVALS) == INTERVALS


def test_interval_day_to_second_without_a_table(cursor):
    for interval in INTERVALS[:-1]:
        assert cursor.execute("SELECT :1 FROM dual", [interval]).fetchone() == (interval,)


def test_interval_day_to_second_is_rounded_to_its_precision(cursor, make_table):
    values = [datetime.timedelta(microseconds=1500), datetime.timedelta(microseconds=-1499)]
    assert round_trip(cursor, make_table, "INTERVAL DAY TO SECOND(3)", values) == [
        datetime.timedelta(milliseconds=2), datetime.timedelta(milliseconds=-1),
    ]


def test_interval_year_to_month(cursor, make_table):
    values = [
        oracledb.IntervalYM(2021, 10), oracledb.IntervalYM(-2021, -10), oracledb.IntervalYM(0, -3),
        oracledb.IntervalYM(0, 0), oracledb.IntervalYM(999999999, 11), None,
    ]
    assert round_trip(cursor, make_table, "INTERVAL YEAR(9) TO MONTH", values) == values


def test_intervals_are_described(cursor, make_table):
    table = make_table("a INTERVAL YEAR(4) TO MONTH, b INTERVAL DAY(3) TO SECOND(9)")
    cursor.execute(f"SELECT a, b FROM {table}")
    assert [c[1] for c in cursor.description] == [oracledb.DB_TYPE_INTERVAL_YM, oracledb.DB_TYPE_INTERVAL_DS]


def test_long_raw(cursor, make_table):
    values = [b"\x00\xff", bytes(n % 256 for n in range(70_000)), None]
    assert round_trip(cursor, make_table, "LONG RAW", values, oracledb.DB_TYPE_LONG_RAW) == values


def test_urowid(cursor, make_table):
    table = make_table("id NUMBER(9), place UROWID, spot ROWID")
    cursor.execute(f"INSERT INTO {table} (id) VALUES (1)")
    cursor.execute(f"INSERT INTO {table} SELECT 2, ROWID, ROWID FROM {table}")
    first, second = cursor.execute(f"SELECT place, spot FROM {table} ORDER BY id").fetchall()
    assert first == (None, None)
    assert second[0] == second[1] and len(second[0]) == 18
    assert cursor.execute(f"SELECT id FROM {table} WHERE ROWID = :1", [second[0]]).fetchall() == [(1,)]
    assert cursor.description[0][1] is oracledb.DB_TYPE_NUMBER


@pytest.fixture
def newest(connection):
    """For types that came with 23ai."""
    if int(connection.version.split(".")[0]) < 23:
        pytest.skip(f"a server of version {connection.version} has no such type")


def test_boolean(newest, cursor, make_table):
    values = [True, False, None]
    assert round_trip(cursor, make_table, "BOOLEAN", values, oracledb.DB_TYPE_BOOLEAN) == values


def test_boolean_is_compared(newest, cursor, make_table):
    table = make_table("id NUMBER(9), v BOOLEAN")
    cursor.execute(f"INSERT INTO {table} VALUES (1, TRUE), (2, FALSE), (3, NULL)")
    assert cursor.execute(f"SELECT id FROM {table} WHERE v = TRUE").fetchall() == [(1,)]
    assert cursor.execute(f"SELECT id FROM {table} WHERE v <> TRUE").fetchall() == [(2,)]
    assert cursor.execute(f"SELECT id FROM {table} WHERE v = :1", [False]).fetchall() == [(2,)]
    cursor.execute(f"SELECT v, FALSE FROM {table} ORDER BY id")
    assert [c[1] for c in cursor.description] == [oracledb.DB_TYPE_BOOLEAN] * 2
    assert cursor.fetchall() == [(True, False), (False, False), (None, False)]


DOCUMENTS = [
    {"name": "Zoë 🚢", "list": [1, 2.5, None, True, False, {"name": "inner"}], "empty": {}, "none": []},
    [], {}, "text", "x" * 70_000, Decimal("-12345678901234567890.5"), True, [[[["deep"]]]],
    {"at": datetime.datetime(2024, 3, 17, 9, 30, 1, 5), "raw": b"\x00\xff", "took": datetime.timedelta(days=-1, seconds=5)},
    {f"key {n}": n for n in range(300)}, {"n" * 300: "a long name"}, None,
]


def test_json(newest, cursor, make_table):
    assert round_trip(cursor, make_table, "JSON", DOCUMENTS, oracledb.DB_TYPE_JSON) == DOCUMENTS


def test_json_of_text(newest, cursor, make_table):
    table = make_table("id NUMBER(9), v JSON")
    cursor.execute(f"""INSERT INTO {table} VALUES (1, '{{"a": [1, {{"b": "x"}}], "c": 1.50}}')""")
    assert cursor.execute(f"SELECT v FROM {table}").fetchone() == ({"a": [1, {"b": "x"}], "c": Decimal("1.5")},)
    assert cursor.execute(f"SELECT JSON_VALUE(v, '$.a[1].b') FROM {table}").fetchone() == ("x",)


def test_json_is_described(newest, cursor, make_table):
    table = make_table("v JSON")
    cursor.execute(f"SELECT v FROM {table}")
    assert cursor.description[0][1] is oracledb.DB_TYPE_JSON


def test_vector(newest, cursor, make_table):
    values = [
        array.array("f", [1.5, -2.25, 0]), array.array("d", [0.1, -1e300]), array.array("b", [1, -128, 127]),
        array.array("B", [255, 1]), None,
    ]
    assert round_trip(cursor, make_table, "VECTOR", values, oracledb.DB_TYPE_VECTOR) == values


def test_sparse_vector(newest, cursor, make_table):
    vector = oracledb.SparseVector(10, [2, 5], array.array("f", [1.5, -2.0]))
    (fetched,) = round_trip(cursor, make_table, "VECTOR", [vector], oracledb.DB_TYPE_VECTOR)
    assert (fetched.num_dimensions, fetched.indices, fetched.values) == (10, vector.indices, vector.values)


def test_vector_of_another_size(newest, cursor, make_table):
    table = make_table("v VECTOR(2, FLOAT32)")
    cursor.execute(f"INSERT INTO {table} VALUES (:1)", [array.array("f", [1, 2])])
    with pytest.raises(oracledb.DatabaseError, match="ORA-51803"):
        cursor.execute(f"INSERT INTO {table} VALUES (:1)", [array.array("f", [1, 2, 3])])


def test_json_as_text(newest, cursor, make_table):
    """Oracle SQL Language Reference 23ai, JSON_SERIALIZE: no blanks, every scalar; a CLOB beyond a VARCHAR2's limit."""
    table = make_table("id NUMBER(9), v JSON")
    cursor.execute(f"""INSERT INTO {table} VALUES (1, '{{"b": 1, "a": [true, null, "Zoë"]}}')""")
    cursor.execute(f"INSERT INTO {table} VALUES (2, NULL)")
    cursor.execute(f"INSERT INTO {table} SELECT 3, JSON_ARRAYAGG(LEVEL RETURNING CLOB) FROM DUAL CONNECT BY LEVEL <= 20000")
    cursor.execute(f"SELECT JSON_SERIALIZE(v RETURNING CLOB ERROR ON ERROR) FROM {table} ORDER BY id")
    texts = [row[0] and row[0].read() for row in cursor]
    assert texts == ['{"b":1,"a":[true,null,"Zoë"]}', None, "[" + ",".join(str(n) for n in range(1, 20001)) + "]"]


def test_vector_as_text(newest, cursor, make_table):
    """Forms of numbers: Oracle SQL Language Reference 23ai, FROM_VECTOR and TO_VECTOR."""
    table = make_table("id NUMBER(9), f VECTOR(3, FLOAT32), a VECTOR")
    cursor.execute(f"INSERT INTO {table} VALUES (1, '[1.1, 2.2, 3.3]', TO_VECTOR('[1, -2]', *, INT8))")
    cursor.execute(f"INSERT INTO {table} VALUES (2, NULL, TO_VECTOR('[0.1]', 1, FLOAT64))")
    cursor.execute(f"SELECT FROM_VECTOR(f), FROM_VECTOR(TO_VECTOR(a, *, FLOAT64)) FROM {table} ORDER BY id")
    assert cursor.fetchall() == [
        ("[1.10000002E+000,2.20000005E+000,3.29999995E+000]", "[1.0E+000,-2.0E+000]"),
        (None, "[1.0000000000000001E-001]"),
    ]
    cursor.execute(f"SELECT FROM_VECTOR(f RETURNING CLOB) FROM {table} WHERE id = 1")
    assert cursor.fetchone()[0].read() == "[1.10000002E+000,2.20000005E+000,3.29999995E+000]"


def test_xml_as_text(cursor, make_table):
    """Oracle SQL Language Reference, XMLSERIALIZE; a document of more than 32 KB."""
    table = make_table("id NUMBER(9), x XMLTYPE")
    large = "<all>" + "<word>Zoë</word>" * 5000 + "</all>"
    cursor.execute(f"INSERT INTO {table} VALUES (1, XMLTYPE('<a b=\"c\"><d/></a>'))")
    cursor.execute(f"INSERT INTO {table} VALUES (2, NULL)")
    cursor.setinputsizes(oracledb.DB_TYPE_CLOB)
    cursor.execute(f"INSERT INTO {table} VALUES (3, XMLTYPE(:1))", [large])
    cursor.execute(f"SELECT XMLSERIALIZE(CONTENT x AS CLOB) FROM {table} ORDER BY id")
    assert [row[0] and row[0].read() for row in cursor] == ['<a b="c"><d/></a>', None, large]
    with pytest.raises(oracledb.DatabaseError, match="ORA-31011"):
        cursor.execute(f"INSERT INTO {table} VALUES (4, XMLTYPE('<a>'))")


def test_objects_by_attribute(cursor, make_table):
    """Oracle Object-Relational Developer's Guide: the default constructor, attributes by way of the table's alias."""
    table = make_table("id NUMBER(9)").upper()
    cursor.execute(f"CREATE TYPE {table}_T AS OBJECT (name VARCHAR2(20), amount NUMBER(6,2))")
    try:
        cursor.execute(f"ALTER TABLE {table} ADD (o {table}_T)")
        cursor.execute(f"INSERT INTO {table} VALUES (1, {table}_T('Zoë', 12.5))")
        cursor.execute(f"INSERT INTO {table} VALUES (2, NULL)")
        cursor.execute(f"INSERT INTO {table} VALUES (3, {table}_T(NULL, NULL))")
        cursor.execute(f"SELECT CASE WHEN t.o IS NULL THEN NULL ELSE 1 END, t.o.name, t.o.amount FROM {table} t ORDER BY id")
        assert cursor.fetchall() == [(1, "Zoë", 12.5), (None, None, None), (1, None, None)]
        cursor.execute("SELECT data_type FROM user_tab_cols WHERE table_name = :1 AND column_name = 'O'", [table])
        assert cursor.fetchone() == (f"{table}_T",)
        cursor.execute("SELECT attr_name, attr_type_name, length, precision, scale FROM user_type_attrs"
                       " WHERE type_name = :1 ORDER BY attr_no", [f"{table}_T"])
        assert cursor.fetchall() == [("NAME", "VARCHAR2", 20, None, None), ("AMOUNT", "NUMBER", None, 6, 2)]
        with pytest.raises(oracledb.DatabaseError, match="ORA-02303"):
            cursor.execute(f"DROP TYPE {table}_T")
        cursor.execute(f"ALTER TABLE {table} DROP COLUMN o")
    finally:
        cursor.execute(f"DROP TYPE {table}_T")
