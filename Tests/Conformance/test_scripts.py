"""`oraferry standin --load`: scripts as people write them for SQL*Plus."""

import subprocess
import os

import oracledb
import pytest

import standin

SCRIPT = """\
REM a script with everything that is around statements
SET DEFINE OFF
PROMPT making tables;
/* a comment; with a semicolon */
CREATE TABLE fruits (
  id NUMBER(4) PRIMARY KEY, -- the key; really
  name VARCHAR2(40 CHAR) NOT NULL,
  picked DATE,
  price NUMBER(6,2)
);

INSERT INTO fruits VALUES (1, 'apple; red', TO_DATE('2024-09-30 17:45:00', 'YYYY-MM-DD HH24:MI:SS'), 1.25);
Insert into FRUITS (ID,NAME,PICKED,PRICE) values (2,'O''Henry & Co',to_date('17-NOV-16','DD-MON-RR'),10*2+0.5);
INSERT INTO fruits VALUES (3, 'two
lines', NULL, NULL)
/
COMMIT;
"""


def serve(tmp_path, script, *arguments):
    path = tmp_path / "script.sql"
    path.write_bytes(script.encode())
    return standin.StandIn("23ai", "--load", str(path), *arguments)


def connect(process):
    return oracledb.connect(
        user=standin.USER, password=standin.PASSWORD, dsn=f"127.0.0.1:{process.port}/{standin.SERVICE}",
        tcp_connect_timeout=standin.CONNECT_SECONDS,
    )


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_script_is_loaded(tmp_path, line_end):
    process = serve(tmp_path, SCRIPT.replace("\n", line_end))
    try:
        with connect(process) as connection, connection.cursor() as cursor:
            rows = cursor.execute("SELECT id, name, TO_CHAR(picked, 'YYYY-MM-DD HH24:MI'), price FROM fruits ORDER BY id").fetchall()
    finally:
        process.stop()
    assert rows[0] == (1, "apple; red", "2024-09-30 17:45", 1.25)
    assert rows[1] == (2, "O'Henry & Co", "2016-11-17 00:00", 20.5)
    assert (rows[2][0], rows[2][1].replace("\r\n", "\n"), rows[2][2:]) == (3, "two\nlines", (None, None))


def test_error_in_a_script_stops_with_file_and_line(tmp_path):
    path = tmp_path / "broken.sql"
    path.write_text("CREATE TABLE t (a NUMBER);\n\nINSERT INTO no_such_table VALUES (1);\n")
    environment = dict(os.environ, PW="x")
    done = subprocess.run(
        [os.environ["ORAFERRY_BINARY"], "standin", "--port", "0", "--user", "app", "--password-env", "PW", "--load", str(path)],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=600, env=environment,
    )
    assert done.returncode == 1
    assert "ready on" not in done.stdout
    assert "broken.sql" in done.stderr and "3" in done.stderr and "ORA-00942" in done.stderr


def test_script_goes_on_when_told_so(tmp_path):
    script = "CREATE TABLE t (a NUMBER);\nINSERT INTO no_such_table VALUES (1);\nINSERT INTO t VALUES (7);\nCOMMIT;\n"
    process = serve(tmp_path, script, "--on-error", "continue")
    try:
        with connect(process) as connection, connection.cursor() as cursor:
            assert cursor.execute("SELECT a FROM t").fetchall() == [(7,)]
    finally:
        process.stop()
