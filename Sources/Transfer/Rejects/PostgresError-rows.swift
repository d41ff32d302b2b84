import PostgresClient

extension PostgresError {
  /// Whether a row that was sent is at fault, so that the same rows without it may pass.
  ///
  /// Data exceptions, violated constraints, limits of a row's size and what triggers raise (PostgreSQL documentation,
  /// appendix A, classes 22, 23, 54 and P0001).
  var isOfRow: Bool {
    guard !isConnectionLost, let sqlState else { return false }
    return ["22", "23", "54"].contains(sqlState.prefix(2)) || sqlState == "P0001"
  }

  /// The row of a COPY that the error is about, from 1, where the server names one.
  var copyRow: Int? {
    guard let place = copyPlace, let marker = place.firstRange(of: ", line ") else { return nil }
    return Int(place[marker.upperBound...].prefix { $0.isNumber })
  }
}
