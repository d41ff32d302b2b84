import Ledger
import Model
import OracleClient
import OracleWire
import PostgresClient

/// Why the copy of a table failed.
///
/// The table is as it was before: its transaction was rolled back.
public struct TransferError: Error, Sendable {
  /// Which table, and which of its columns where that is known; Oracle's names.
  public struct Context: Sendable, Hashable {
    /// The Oracle table, owner first.
    public var table: String
    /// The Oracle column.
    public var column: String?

    /// Names a place.
    public init(table: String, column: String? = nil) {
      self.table = table
      self.column = column
    }

    init(_ mapping: TableMapping, column: String? = nil) {
      self.init(table: mapping.sourceOwner + "." + mapping.sourceName, column: column)
    }
  }

  /// What went wrong.
  public enum Cause: Sendable {
    /// No way leads from the Oracle table to the PostgreSQL one.
    case plan(String)
    /// Oracle describes the query otherwise than the dictionary did.
    case description(String)
    /// A value cannot be carried over exactly.
    case reject(RejectError)
    /// Reading from Oracle failed: an `OracleError`, or an error of the connection.
    case oracle(any Error)
    /// Writing to PostgreSQL failed.
    case postgres(any Error)
    /// The ledger refused.
    case ledger(LedgerError)
    /// There is no room here for a large text on its way.
    case spool(SpoolError)
    /// PostgreSQL counts other rows than were sent.
    case count(read: Int, loaded: Int)
    /// More rows would have to be left out than the run may leave out.
    case tooManyRejects(limit: Int, RejectReasonOfRow)
  }

  /// Why the row that was one too many was refused.
  public enum RejectReasonOfRow: Sendable, Hashable {
    case value(RejectError)
    case server(PostgresError)
  }

  /// Where.
  public var context: Context
  /// What.
  public var cause: Cause

  init(_ context: Context, _ cause: Cause) {
    self.context = context
    self.cause = cause
    if context.column == nil, case .reject(let reject) = cause { self.context.column = reject.column }
  }

  /// An error of Oracle's in reading a table.
  public init(_ mapping: TableMapping, _ error: OracleError) { self.init(Context(mapping), .oracle(error)) }

  /// Oracle's error, where it was one.
  public var oracleError: OracleError? {
    guard case .oracle(let error) = cause else { return nil }
    return error as? OracleError
  }

  /// PostgreSQL's error, where it was one.
  public var postgresError: PostgresError? {
    guard case .postgres(let error) = cause else { return nil }
    return error as? PostgresError
  }

  /// Whether Oracle no longer has the rows of the SCN, so that every table must be copied at a newer one.
  ///
  /// ORA-01555 snapshot too old, 01466 definition changed, 08180 and 08181 no snapshot at that SCN, 22924 LOB snapshot
  /// too old, 22922 a LOB that is no longer there, 08103 and 01410 the table was moved or truncated.
  public var isSnapshotGone: Bool { oracleError.map(TransferError.isSnapshotGone) ?? false }

  /// Whether one of Oracle's errors says so.
  public static func isSnapshotGone(_ error: OracleError) -> Bool {
    [1555, 1466, 8180, 8181, 22922, 22924, 8103, 1410].contains(error.code)
  }

  /// Whether the same copy may succeed when it is run again.
  ///
  /// Running it again never doubles rows: the ledger sees to it.
  public var isRetrySafe: Bool {
    switch cause {
    case .plan, .description, .reject, .ledger, .spool, .count, .tooManyRejects: false
    case .oracle(let error): TransferError.isRetrySafe(oracle: error)
    case .postgres: postgresError.map { $0.isRetrySafe || $0.isConnectionLost } ?? false
    }
  }

  private static func isRetrySafe(oracle error: any Error) -> Bool {
    switch error {
    case let error as OracleError: error.isRetrySafe
    case let error as OracleConnectionError: error.isRetrySafe || error.reason == .closedByServer
    default: false
    }
  }
}

extension TransferError: CustomStringConvertible {
  /// One line for logs and reports, without row values and secrets.
  public var description: String {
    let place = "table \(context.table)" + (context.column.map { ", column \($0)" } ?? "")
    return switch cause {
    case .reject(let reject): reject.description
    case .plan(let text): "\(place) cannot be copied: \(text)"
    case .description(let text): "\(place) cannot be copied: \(text)"
    case .oracle(let error):
      "copy of \(place) failed in Oracle: \(error)" + (oracleError.map(TransferError.remedy) ?? "")
    case .postgres(let error):
      "copy of \(place) failed in PostgreSQL: \(error)" + (postgresError.map(TransferError.remedy) ?? "")
    case .ledger(let error): "copy of \(place) failed: \(error)"
    case .spool(let error): "copy of \(place) failed: \(error)"
    case .tooManyRejects(let limit, let reason):
      "copy of \(place) failed: this run may leave out \(limit) rows (--max-rejects) and would need more; the last one: "
        + reason.description
    case .count(let read, let loaded):
      "copy of \(place) failed: \(read) rows were read and PostgreSQL took \(loaded); nothing was committed"
    }
  }
}

extension TransferError.RejectReasonOfRow: CustomStringConvertible {
  public var description: String {
    switch self {
    case .value(let error): error.description
    case .server(let error): error.description
    }
  }
}

extension TransferError {
  private static func remedy(_ error: OracleError) -> String {
    switch error.code {
    case 942, 1031:
      "; reading at an SCN takes GRANT SELECT, FLASHBACK ON the table TO the user; then run migrate again"
    case 1555, 8180, 8181:
      "; Oracle keeps the rows of a moment as long as UNDO_RETENTION and the undo tablespace allow: let them allow more, "
        + "or migrate while less is changed"
    case 22922, 22924: "; Oracle keeps old LOBs as long as their RETENTION or PCTVERSION allows: let it allow more"
    case 1466: "; the table was altered after the moment that is read; migrate again when nobody alters it"
    case 8103, 1410:
      "; the table, or a partition of it, was truncated, moved or exchanged meanwhile, or a block of it is damaged"
    case _ where error.endsSession: "; run migrate again, it goes on with what is missing"
    default: "; mend the cause, then run migrate again"
    }
  }

  private static func remedy(_ error: PostgresError) -> String {
    guard error.remedy == nil else { return "" }
    return switch error.sqlState {
    case "42501": "; GRANT what is missing to the user of [postgres], then run migrate again"
    case let state? where state.hasPrefix("53"): "; make room, then run migrate again"
    default: "; mend the cause, then run migrate again"
    }
  }
}
