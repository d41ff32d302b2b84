/// One thing that a SQL*Plus script does.
public struct ScriptItem: Sendable, Hashable {
  /// What it is.
  public var kind: Kind
  /// The line of its first byte, from 1.
  public var line: Int
  /// Where it stands in the script, without terminator.
  public var range: SourceRange

  /// What a script can hold; comments and REM are left out.
  public enum Kind: Sendable, Hashable {
    /// A SQL statement without its `;` or `/`; an error at line n of it is at `line + n - 1` of the script.
    case statement(String)
    /// A PL/SQL block or stored unit, with its last `;`, without the `/`.
    case plsql(String)
    /// A `/` with nothing before it: SQL*Plus runs the last statement again.
    case runAgain
    /// `@file`, `@@file` or `START file`, the text behind it; `isNested` for `@@`, whose path is relative to this script.
    case include(String, isNested: Bool)
    /// `CONNECT user/password@service`, the text behind it. Holds a secret: don't print it.
    case connect(String)
    /// `EXIT` or `QUIT`: the script ends here.
    case exit(String)
    /// `EXECUTE statement`, the statement; SQL*Plus runs it between BEGIN and END.
    case execute(String)
    /// A command to SQL*Plus itself, such as SET or PROMPT: its full name in upper case and the text behind it.
    case command(String, String)
  }
}

/// The commands of SQL*Plus and how short each may be written ("SQL*Plus User's Guide", chapter 12), and those of SQLcl
/// and SQL Developer, which are written in full.
enum ScriptCommand {
  /// Full names in upper case with the length of the shortest spelling.
  private static let names: [(name: String, shortest: Int)] = [
    ("ACCEPT", 3), ("ARCHIVE", 7), ("ATTRIBUTE", 9), ("BREAK", 3), ("BTITLE", 3), ("CLEAR", 2), ("COLUMN", 3),
    ("COMPUTE", 4), ("CONNECT", 4), ("COPY", 4), ("DEFINE", 3), ("DESCRIBE", 4), ("DISCONNECT", 4), ("EDIT", 2),
    ("EXECUTE", 4), ("EXIT", 4), ("GET", 3), ("HELP", 4), ("HISTORY", 4), ("HOST", 2), ("LIST", 4), ("PASSWORD", 5),
    ("PAUSE", 3), ("PRINT", 5), ("PROMPT", 3), ("QUIT", 4), ("REMARK", 3), ("REPFOOTER", 4), ("REPHEADER", 4),
    ("RUN", 3), ("SAVE", 3), ("SET", 3), ("SHOW", 3), ("SHUTDOWN", 8), ("SPOOL", 3), ("START", 3), ("STARTUP", 7),
    ("STORE", 5), ("TIMING", 4), ("TTITLE", 3), ("UNDEFINE", 5), ("VARIABLE", 3), ("WHENEVER", 8), ("XQUERY", 6),
  ]

  private static let others: Set<String> = [
    "ALIAS", "APEX", "AWR", "BACKGROUND", "BRIDGE", "CD", "CODESCAN", "CTAS", "DATAPUMP", "DDL", "FORMAT", "INFO",
    "INFORMATION", "JOBS", "LIQUIBASE", "LB", "LOAD", "MLE", "MODELER", "NET", "OCI", "OERR", "PRELIM", "PROJECT",
    "RECOVER", "REPEAT", "REST", "SCRIPT", "SECRET", "SODA", "SSHTUNNEL", "TNSPING", "TOSUB", "UNLOAD", "VAULT",
    "WHICH",
  ]

  /// The full name of a command from a word in upper case; nil for SQL.
  static func fullName(of word: String) -> String? {
    names.first { word.utf8.count >= $0.shortest && $0.name.hasPrefix(word) }?.name
      ?? (others.contains(word) ? word : nil)
  }

  /// Whether `SET word` is SQL and not a command.
  static func isSQLSet(_ word: String) -> Bool {
    word == "TRANSACTION" || word == "ROLE" || word == "CONSTRAINT" || word == "CONSTRAINTS"
  }
}
