import CLibPQ

extension Connection {
  /// The error that an answer holds.
  func error(of answer: borrowing Answer) -> PostgresError {
    let pointer = answer.pointer
    guard let message = DiagnosticField.message.text(in: pointer) else { return failure() }
    var error = PostgresError(message)
    error.sqlState = DiagnosticField.sqlState.text(in: pointer)
    error.severity = DiagnosticField.severity.text(in: pointer)
    error.detail = DiagnosticField.detail.text(in: pointer)
    error.hint = DiagnosticField.hint.text(in: pointer)
    error.statementContext = DiagnosticField.context.text(in: pointer)
    error.schemaName = DiagnosticField.schema.text(in: pointer)
    error.tableName = DiagnosticField.table.text(in: pointer)
    error.columnName = DiagnosticField.column.text(in: pointer)
    error.dataTypeName = DiagnosticField.dataType.text(in: pointer)
    error.constraintName = DiagnosticField.constraint.text(in: pointer)
    error.position = DiagnosticField.position.text(in: pointer).flatMap { Int($0) }
    if error.severity == "FATAL" || error.severity == "PANIC" || PQstatus(handle) == CONNECTION_BAD {
      markLost(&error)
    } else {
      error.isRetrySafe = PostgresError.isRetrySafe(sqlState: error.sqlState)
    }
    return error
  }

  /// The error that libpq itself found; mostly a lost connection.
  func failure() -> PostgresError {
    var error = PostgresError(PQerrorMessage(handle).map { String(cString: $0).trimmed } ?? "")
    if error.message.isEmpty { error.message = "libpq gave no reason" }
    if PQstatus(handle) == CONNECTION_BAD {
      error.sqlState = "08006"
      markLost(&error)
    }
    return error
  }

  private func markLost(_ error: inout PostgresError) {
    let told = watch?.reason ?? error.message
    let reason = told.split(whereSeparator: \.isNewline).map { String($0).trimmed }.joined(separator: " ")
    error.message = "the connection to PostgreSQL (\(endpoint)) was lost: \(reason)"
    error.remedy =
      watch?.reason == nil
      ? "see whether the server runs and what its log says, then run the command again"
      : "check the network in between (firewalls, VPN) and that the host is up, then run the command again"
    error.isConnectionLost = true
    error.isRetrySafe = false
    isCopyingIn = false
  }

  /// Reads what is left of a statement's answers, and returns the first error among them.
  func drain() -> (error: PostgresError?, affectedRows: Int) {
    var first: PostgresError?
    var rows = 0
    while let answer = Answer(PQgetResult(handle)) {
      switch answer.status {
      case PGRES_COMMAND_OK, PGRES_TUPLES_OK:
        rows = PQcmdTuples(answer.pointer).flatMap { Int(String(cString: $0)) } ?? rows
      case PGRES_COPY_IN:
        guard PQputCopyEnd(handle, "not expected") == 1 else { return (first ?? failure(), rows) }
      case PGRES_COPY_OUT, PGRES_COPY_BOTH:
        return (first ?? PostgresError("a second COPY in one statement", sqlState: "0A000"), rows)
      case PGRES_EMPTY_QUERY:
        break
      default:
        if first == nil { first = error(of: answer) }
      }
      guard PQstatus(handle) == CONNECTION_OK else { break }
    }
    if first == nil, PQstatus(handle) == CONNECTION_BAD { first = failure() }
    return (first, rows)
  }
}
