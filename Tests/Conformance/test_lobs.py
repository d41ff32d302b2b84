"""LOBs through locators: temporary ones written in pieces, bound, read back in pieces."""

import oracledb
import pytest

TEXT = "grüße 🚢 и " * 5000
VALUES = {"CLOB": TEXT, "NCLOB": TEXT, "BLOB": bytes(range(256)) * 300}


def units(value):
    """The length as Oracle counts it: bytes, or UTF-16 units."""
    return len(value) if isinstance(value, bytes) else len(value.encode("utf-16-be")) // 2


@pytest.mark.parametrize("name", VALUES)
def test_there_and_back(connection, cursor, make_table, name):
    value, kind = VALUES[name], getattr(oracledb, "DB_TYPE_" + name)
    table = make_table(f"id NUMBER, v {name}")
    lob = connection.createlob(kind)
    lob.write(value)
    assert lob.size() == units(value)
    cursor.execute(f"INSERT INTO {table} VALUES (1, :1)", [lob])
    (found,) = cursor.execute(f"SELECT v FROM {table}").fetchone()
    assert (found.type, found.size(), found.read()) == (kind, units(value), value)
    # No piece ends within a character of two units.
    piece = 11 * 700
    pieces = [found.read(offset, piece) for offset in range(1, units(value) + 1, piece)]
    assert value[:0].join(pieces) == value
    assert found.read(offset=units(value), amount=100) == value[-1:]


@pytest.mark.parametrize("name", VALUES)
def test_write_trim_open_and_close(connection, name):
    alphabet = b"abcdefgh" if name == "BLOB" else "abcdefgh"
    lob = connection.createlob(getattr(oracledb, "DB_TYPE_" + name))
    assert lob.size() == 0
    lob.write(alphabet)
    lob.write(alphabet[:3], offset=7)
    assert lob.read() == alphabet[:6] + alphabet[:3]
    lob.trim(4)
    assert (lob.size(), lob.read()) == (4, alphabet[:4])
    lob.write(alphabet[:1], offset=7)
    assert lob.read() == alphabet[:4] + (b"\0\0" if name == "BLOB" else "  ") + alphabet[:1]
    assert not lob.isopen()
    lob.open()
    assert lob.isopen()
    lob.close()
    assert not lob.isopen()
    assert lob.getchunksize() > 0
    with pytest.raises(oracledb.DatabaseError) as excinfo:
        lob.trim(100)
    assert excinfo.value.args[0].code == 22926


def test_empty_is_not_null(connection, cursor, make_table):
    table = make_table("id NUMBER, v CLOB")
    cursor.execute(f"INSERT INTO {table} VALUES (1, :1)", [connection.createlob(oracledb.DB_TYPE_CLOB)])
    assert cursor.execute(f"SELECT COUNT(v) FROM {table}").fetchone() == (1,)
    (found,) = cursor.execute(f"SELECT v FROM {table}").fetchone()
    assert found.size() == 0


def test_text_bound_as_a_lob(cursor, make_table):
    table = make_table("id NUMBER, v CLOB")
    cursor.setinputsizes(None, oracledb.DB_TYPE_CLOB)
    cursor.execute(f"INSERT INTO {table} VALUES (:1, :2)", [1, "y" * 100_000])
    out = cursor.var(oracledb.DB_TYPE_CLOB)
    cursor.execute(f"UPDATE {table} SET id = 2 RETURNING v INTO :o", o=out)
    assert out.getvalue()[0].read() == "y" * 100_000


def test_value_of_a_table_needs_its_row_locked(cursor, make_table):
    table = make_table("id NUMBER, v CLOB")
    cursor.execute(f"INSERT INTO {table} VALUES (1, 'abc')")
    cursor.connection.commit()
    (found,) = cursor.execute(f"SELECT v FROM {table}").fetchone()
    with pytest.raises(oracledb.DatabaseError) as excinfo:
        found.write("x")
    assert excinfo.value.args[0].code == 22920


def test_many_mebibytes(connection):
    piece = bytes(range(256)) * 4096
    lob = connection.createlob(oracledb.DB_TYPE_BLOB)
    for number in range(6):
        lob.write(piece, offset=1 + number * len(piece))
    assert lob.size() == 6 * len(piece)
    lob.write(b"xyz", offset=10)
    assert lob.read() == piece[:9] + b"xyz" + piece[12:] + piece * 5
    assert lob.read(offset=5 * len(piece) - 9, amount=20) == piece[-10:] + piece[:10]
    lob.trim(len(piece) + 1)
    assert lob.read() == piece[:9] + b"xyz" + piece[12:] + piece[:1]
