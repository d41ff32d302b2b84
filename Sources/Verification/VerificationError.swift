import Canonical
import Model
import OracleClient
import OracleWire
import PostgresClient

/// Why a table could not be checked.
///
/// That is not a difference: nothing is known about its rows.
public struct VerificationError: Error, Sendable {
  /// The table on the PostgreSQL side.
  public let table: QualifiedName
  /// What stood in the way: `OracleError`, `OracleConnectionError`, `PostgresError`, `CanonicalError`,
  /// `CopyFormatError`; nil when verification itself found it.
  public let underlying: (any Error)?
  let reason: String

  init(table: QualifiedName, reason: String) {
    self.table = table
    self.reason = reason
    underlying = nil
  }

  init(table: QualifiedName, columns: [String], underlying: any Error) {
    self.table = table
    self.underlying = underlying
    if case .invalidColumnValue(let column, let type, let fault)? = underlying as? CanonicalError,
      columns.indices.contains(column)
    {
      reason = "a value in column \(columns[column]) is no \(type): \(fault)"
    } else {
      reason = "\(underlying)"
    }
  }

  /// Whether Oracle cannot show, or not to this user, the rows of an SCN that lies back; current ones it may.
  public var isOfTheSnapshot: Bool {
    (underlying as? OracleError)?.isOfTheSnapshot ?? false
  }

  /// Whether verifying again may well succeed.
  public var isRetrySafe: Bool {
    // Verification reads and changes nothing, so what matters is whether the cause passes: a lost connection
    // (ORA-03113, 03114, 03135) does, too.
    switch underlying {
    case let error as OracleError: error.isRetrySafe || [3113, 3114, 3135].contains(error.code)
    case let error as OracleConnectionError: error.isRetrySafe || error.reason == .closedByServer
    case let error as PostgresError: error.isRetrySafe || error.isConnectionLost
    default: false
    }
  }
}

extension VerificationError: CustomStringConvertible {
  /// The error for people: the table, and the reason.
  public var description: String { "table \(table) could not be checked: \(reason)" }
}
