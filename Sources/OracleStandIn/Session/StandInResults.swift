import OracleWire

/// What an INSERT, UPDATE or DELETE did.
public struct StandInDMLResult: Sendable {
  /// Rows changed by all iterations together.
  public var rowCount = 0
  /// Rows changed by each iteration, in order; a failed one of a batch counts 0.
  public var rowCounts: [Int] = []
  /// The row that was touched last, for the end of the call.
  public var lastRowID: StandInRowID?
  /// Failed iterations, when batch errors were asked for.
  public var errors: [StandInBatchError] = []
  /// What ended the iterations early, when batch errors weren't asked for and earlier iterations succeeded: as in
  /// Oracle, their changes stay.
  public var failure: OracleError?
  /// Values of a RETURNING INTO clause: iteration, then returned row, then item.
  public var returned: [[[StandInDatum]]] = []
}

/// One iteration of an array DML that failed while the others went on.
public struct StandInBatchError: Sendable {
  /// The 0-based iteration.
  public var index: Int
  public var error: OracleError
}
