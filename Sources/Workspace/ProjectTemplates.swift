/// The texts of a new project's files.
enum ProjectTemplates {
  static let configuration = """
    # Both logins. Only you may read this file: it holds passwords (oraferry refuses it otherwise).
    # .env beside config/ and the environment win over it: ORAFERRY_ORACLE_PASSWORD, ORAFERRY_POSTGRES_HOST and so on.

    [oracle]
    # Where the listener answers, and the service; instead of a service_name: sid = ORCL
    # or one connect_string in place of host, port and service_name, in any form that Oracle's clients take:
    #   host1,host2:1521/service?connect_timeout=5    EZConnect Plus; tcps://host:2484/service for TLS
    #   (DESCRIPTION=(ADDRESS=...)(CONNECT_DATA=...)) a descriptor, in one line
    #   SALES                                         a name of tnsnames.ora, in the folder tns_admin or TNS_ADMIN
    host = localhost
    port = 1521
    service_name = SALES
    # proxy[sales] for a proxy user; privilege = sysdba and edition = ... where they are wanted.
    user = sales
    password =
    # For TLS: the folder with ewallet.pem (trusted certificates, perhaps a client's), and its password.
    # wallet_location =
    # wallet_password =
    # Native network encryption, without TLS: rejected, accepted (when the server requires it), requested or required.
    # native_encryption = accepted
    # Its ciphers and checksums, when an old server has weak ones only: native_algorithms = AES256, RC4_256, SHA1, MD5
    # A server that says nothing in a call for so many seconds is asked on another connection whether it is there, and the
    # work ends with an error when it isn't; 0 waits for ever. The same in [postgres].
    # stall_timeout = 60
    # The schema to carry over, when it isn't the user's own; in double quotes when it isn't all upper case.
    # schema = SALES

    [postgres]
    # A host name, or the folder of a Unix socket.
    host = localhost
    port = 5432
    dbname = sales
    user = sales
    # May stay empty: peer and trust authentication, ~/.pgpass.
    password =
    # disable, allow, prefer, require, verify-ca or verify-full
    sslmode = prefer
    # The schema to fill; without it, one named after Oracle's.
    # schema = sales

    [conversion]
    # How the schema is converted, each on the command line too (--types and so on). All lines may be left out.
    # Types by column, pattern or declared type, the most specific first; see [types] for one entry a line.
    # types = NUMBER(1)=boolean, *.IS_*=boolean, ORDERS.NOTE=text
    # RAW(16): bytea or uuid, on both ends of foreign keys.
    # raw16 = bytea
    # Schemas of owners that are not to be called like them.
    # schemas = HR=staff, OE=orders
    # Objects to carry and to leave out: NAME, OWNER.NAME, KIND.NAME or KIND.OWNER.NAME, with * and ?
    # include = TABLE.EMP*, VIEW.*
    # exclude = *_BAK, TABLE.LOG_*
    # Identity columns: identity or serial.
    # identity = identity
    # Triggers that fill a column from a sequence: nextval (a default), identity or trigger (as in Oracle).
    # triggers-to = nextval
    # Rights on objects, and roles for those who have them: true or false (a default of what fills a database).
    # grants = false
    # SDO_GEOMETRY of scripts as PostGIS's geometry: true or false.
    # postgis = true
    # Names as Oracle spells them, in double quotes everywhere: true or false.
    # keep-case = false
    # The zone of the Oracle server's clock, which SYSDATE reads; without it, UTC.
    # server-time-zone = Europe/Vienna
    # For `oraferry schema`, which asks no server: PostgreSQL 13 to 18.
    # postgres-version = 15

    [types]
    # NUMBER(1) = boolean
    # *.IS_* = boolean

    [rejects]
    # Values that PostgreSQL cannot hold, such as text with a NUL: reject (the row is left out and kept in the table
    # oraferry.rejects), strip (such characters are left out), replace (by U+FFFD) or abort.
    # policy = reject
    # The most rows that a run may leave out: a number, or all.
    # limit = 1000
    # By column; of those that fit the last wins.
    # CUSTOMERS.NOTE = strip
    # *.*_RAW_TEXT = replace

    [tables]
    # PostgreSQL's names of tables that are not called like Oracle's.
    # EMP = employees

    [columns]
    # The same of columns; with migrate --data-only, - leaves one behind.
    # EMP.DEPTNO = department_id

    [where]
    # Which rows of a table are carried: a condition of Oracle's SQL, without quotes around it; * and ? in names.
    # ORDERS = order_date >= DATE '2020-01-01'

    [character-sets]
    # VARCHAR2 and CHAR columns whose bytes are not of the database's character set, such as Windows text in US7ASCII:
    # they are read as bytes and decoded from the set that stands here, by Oracle's name of it. * and ? in names; of
    # entries that fit the last wins; - leaves a column to Oracle's conversion.
    # CUSTOMERS.NAME = WE8MSWIN1252
    # *.*_JP = JA16SJISTILDE

    [data-only]
    # For migrate --data-only, into tables that are there already. When one holds rows: refuse, append or truncate.
    # existing-rows = refuse
    # Columns of Oracle that the table has not: refuse, or ignore (with a finding).
    # unmatched-columns = refuse

    """

  static let dotEnvExample = """
    # Copy this file to .env, chmod 600, and keep passwords there instead of in config/config.ini.
    # The environment wins over .env, and .env over config/config.ini.
    ORAFERRY_ORACLE_PASSWORD='secret'
    ORAFERRY_POSTGRES_PASSWORD='secret'

    """

  static let ignored = """
    # Secrets
    .env
    config/config.ini

    # What runs leave behind: values of rows are among it
    output/*.html
    output/records/
    output/csv/*
    output/logs/*
    !.gitkeep

    """

  static let extensions = """
    {
      "recommendations": ["mechatroner.rainbow-csv", "editorconfig.editorconfig"]
    }

    """

  static let tasks =
    """
    {
      "version": "2.0.0",
      "inputs": [
        { "id": "orderDate", "type": "promptString", "description": "Order date", "default": "2024-03-17" }
      ],
      "tasks": [

    """
    + [
      task("run everything", "oraferry run"), task("migrate", "oraferry migrate"), task("verify", "oraferry verify"),
      task("statistics", "oraferry stats"),
      task(
        "big join, Oracle",
        "oraferry query --database oracle \(BigJoin.path) --bind order_date=${input:orderDate} "
          + "--csv output/csv/oracle_join.csv"),
      task(
        "big join, PostgreSQL",
        "oraferry query --database postgres \(BigJoin.path) --bind order_date=${input:orderDate} "
          + "--csv output/csv/postgres_join.csv"),
    ].joined(separator: ",\n") + "\n  ]\n}\n"

  private static func task(_ label: String, _ command: String) -> String {
    "    { \"label\": \"\(label)\", \"type\": \"shell\", \"command\": \"\(command)\", \"problemMatcher\": [] }"
  }

  static let readme = """
    # Oracle to PostgreSQL

    A workspace of oraferry. Fill in `config/config.ini`, then:

        oraferry run          # migrate, verify, statistics and the big join, with one summary

    | place | what it is |
    |---|---|
    | `config/config.ini` | both logins; only you may read it, and git ignores it |
    | `.env` | the same settings as variables, when you would rather keep passwords there (see `.env.example`); ignored too |
    | `sqls/` | scripts for `oraferry query`; `big_sql_join.sql` gives customers and what they bought on a day |
    | `output/csv/` | results: statistics of both databases, the big join |
    | `output/stats.html` | the statistics of both databases side by side, one page for a browser |
    | `output/report.html` | what the migration came to, and whether both databases were found equal; it may show values of rows |
    | `output/logs/` | one log a run; no passwords and no values of rows in it |
    | `.vscode/` | tasks that run the commands |

    Each step alone:

        oraferry migrate
        oraferry verify
        oraferry stats
        oraferry query --database oracle sqls/big_sql_join.sql --bind order_date=2024-03-17 --csv output/csv/join.csv

    """
}
