/// What PostgreSQL, or libpq, reported about a connection or a statement.
///
/// `description` is fit for logs and reports: it holds the message, SQLSTATE, object names and the place in a COPY, and
/// leaves out `detail` and `statementContext`, in which PostgreSQL quotes row values.
public struct PostgresError: Error, Sendable, Hashable {
  /// The five characters of SQLSTATE; nil when the fault was found on this side of the connection.
  public var sqlState: String?
  /// ERROR, FATAL or PANIC as the server calls it, never translated; nil for faults of this side.
  public var severity: String?
  /// The primary message; `description` masks what it quotes of data.
  public var message: String
  /// The server's DETAIL, which may quote row values: never log it.
  public var detail: String?
  /// The server's HINT.
  public var hint: String?
  /// The server's CONTEXT, which may quote row values: never log it; `copyPlace` is the harmless part.
  public var statementContext: String?
  /// The schema that the error is about.
  public var schemaName: String?
  /// The table that the error is about.
  public var tableName: String?
  /// The column that the error is about.
  public var columnName: String?
  /// The data type that the error is about.
  public var dataTypeName: String?
  /// The constraint that the error is about.
  public var constraintName: String?
  /// Where in the statement's text the error was found, counted in characters from 1.
  public var position: Int?
  /// What the user can do about it, where this side knows.
  public var remedy: String?
  /// The session is gone; a new one is needed.
  public var isConnectionLost: Bool
  /// Nothing was changed by the failed transaction, and the same transaction may well succeed when it is run again.
  ///
  /// False for a lost connection: whether a COMMIT under way took effect is unknown then.
  public var isRetrySafe: Bool

  /// A fault found on this side of the connection.
  public init(
    _ message: String, sqlState: String? = nil, remedy: String? = nil, isConnectionLost: Bool = false,
    isRetrySafe: Bool = false
  ) {
    self.message = message
    self.sqlState = sqlState
    self.remedy = remedy
    self.isConnectionLost = isConnectionLost
    self.isRetrySafe = isRetrySafe
  }

  /// Whether the same transaction may succeed when it is repeated, by SQLSTATE.
  ///
  /// Serialization failure, deadlock, lock not available, too many connections, server starting up or shutting down,
  /// and a connection that was never made (PostgreSQL documentation, appendix A).
  static func isRetrySafe(sqlState: String?) -> Bool {
    switch sqlState {
    case "40001", "40P01", "55P03", "53300", "57P03", "08001", "08004": true
    default: false
    }
  }
}

extension PostgresError {
  /// The place in a COPY, without the values that CONTEXT quotes after it: `COPY orders, line 3, column amount`.
  public var copyPlace: String? {
    guard let statementContext else { return nil }
    return Self.copyPlace(in: statementContext)
  }

  static func copyPlace(in context: String) -> String? {
    for line in context.split(separator: "\n") where line.hasPrefix("COPY ") {
      guard let marker = line.firstRange(of: ", line ") else { continue }
      let digits = line[marker.upperBound...].prefix { $0.isASCII && $0.isNumber }
      guard !digits.isEmpty else { continue }
      let rest = line[digits.endIndex...]
      guard rest.hasPrefix(", column ") else { return String(line[..<digits.endIndex]) }
      let end = rest.firstRange(of: ": ")?.lowerBound ?? rest.endIndex
      return String(line[..<end])
    }
    return nil
  }

  /// The message with quoted data masked: SQLSTATE class 22 (data exception) quotes the offending value in it, and what
  /// functions and triggers raise may quote anything.
  public var maskedMessage: String {
    if sqlState == "P0001" || statementContext?.hasPrefix("PL/pgSQL function") == true,
      ["22", "23", "P0"].contains(sqlState?.prefix(2))
    {
      return "a function or trigger raised an error, whose text may hold values and stands in the server's log"
    }
    guard let sqlState, sqlState.hasPrefix("22") else { return message }
    // Servers quote in the marks of their language.
    let marks: Set<Character> = ["\"", "«", "»", "“", "”", "„", "「", "」"]
    var masked = ""
    var isQuoted = false
    for character in message {
      if marks.contains(character) {
        masked += isQuoted ? "…\"" : "\""
        isQuoted.toggle()
      } else if !isQuoted {
        masked.append(character)
      }
    }
    return isQuoted ? masked + "…" : masked
  }
}

extension PostgresError: CustomStringConvertible {
  /// One line for logs and reports, without row values and secrets.
  public var description: String {
    var text = maskedMessage
    if let sqlState { text += " (SQLSTATE \(sqlState))" }
    if let copyPlace { text += "; \(copyPlace)" }
    let names: [(String, String?)] = [
      ("schema", schemaName), ("table", tableName), ("column", columnName), ("type", dataTypeName),
      ("constraint", constraintName),
    ]
    let named = names.compactMap { kind, name in name.map { "\(kind) \($0)" } }
    if !named.isEmpty { text += "; " + named.joined(separator: ", ") }
    if let hint { text += "; hint: \(hint)" }
    if let remedy { text += "; \(remedy)" }
    return text
  }
}
