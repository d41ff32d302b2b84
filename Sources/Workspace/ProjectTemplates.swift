/// The texts of a new project's files.
enum ProjectTemplates {
  static let configuration = """
    # Both logins. Only you may read this file: it holds passwords (oraferry refuses it otherwise).
    # .env beside config/ and the environment win over it: ORAFERRY_ORACLE_PASSWORD, ORAFERRY_POSTGRES_HOST and so on.

    [oracle]
    # Where the listener answers, and the service; instead of a service_name: sid = ORCL
    # or one connect_string = host:1521/service in place of host, port and service_name.
    host = localhost
    port = 1521
    service_name = SALES
    user = sales
    password =
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

    # What runs leave behind
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
    | `output/logs/` | one log a run; no passwords and no values of rows in it |
    | `.vscode/` | tasks that run the commands |

    Each step alone:

        oraferry migrate
        oraferry verify
        oraferry stats
        oraferry query --database oracle sqls/big_sql_join.sql --bind order_date=2024-03-17 --csv output/csv/join.csv

    """
}
