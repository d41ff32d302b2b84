/// A row that was left out, since PostgreSQL cannot hold it or refused it.
public struct LedgerReject: Sendable, Hashable {
  /// Oracle's ROWID at the run's SCN; nil for rows without one.
  public var address: String?
  /// The primary key's columns in Oracle's spelling, and their values as text.
  public var key: [String: String]
  /// The Oracle column whose value is at fault; nil where the server names none.
  public var column: String?
  /// A stable name of the fault, such as `text-nul`.
  public var reason: String
  /// The fault and its remedy for people, without the value.
  public var detail: String
  /// PostgreSQL's SQLSTATE, where it refused the row.
  public var sqlState: String?
  /// The row as Oracle sent it: for each value its length (four bytes, big-endian, -1 for NULL) and its bytes.
  public var bytes: [UInt8]

  /// Makes one from its parts.
  public init(
    address: String?, key: [String: String], column: String?, reason: String, detail: String, sqlState: String?,
    bytes: [UInt8]
  ) {
    self.address = address
    self.key = key
    self.column = column
    self.reason = reason
    self.detail = detail
    self.sqlState = sqlState
    self.bytes = bytes
  }
}
