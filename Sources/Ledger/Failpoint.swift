import Foundation
import Synchronization

/// Named places at which a test lets the program die, as a power cut or `kill -9` would end it.
///
/// With `ORAFERRY_FAILPOINT=n` in the environment the process kills itself with SIGKILL at the n-th place that it
/// passes, with a place's name (`run.finished`) when it first passes this one: nothing is flushed, rolled back or said.
/// Without the variable a place costs one look at two words.
public enum Failpoint: String, Sendable, CaseIterable {
  case ledgerOpened = "ledger.opened"
  case runBegun = "run.begun"
  case tableMade = "table.made"
  case tableBegun = "table.begun"
  case copyBegun = "copy.begun"
  case copyClaimed = "copy.claimed"
  case copyDescribed = "copy.described"
  case copySending = "copy.sending"
  case copySent = "copy.sent"
  case copyRecorded = "copy.recorded"
  case copyCommitted = "copy.committed"
  case tableCounted = "table.counted"
  case tableSummed = "table.summed"
  case tableFinished = "table.finished"
  case tablesTakenBack = "tables.taken-back"
  /// Only in loads into existing tables.
  case objectHeld = "object.held"
  /// Only in loads into existing tables.
  case objectReleased = "object.released"
  case stepApplied = "step.applied"
  case stepCommitted = "step.committed"
  case runFinished = "run.finished"

  /// The environment variable.
  public static let variable = "ORAFERRY_FAILPOINT"

  private static let wanted = ProcessInfo.processInfo.environment[variable]
  private static let fatalCount = wanted.flatMap { Int($0) }
  private static let fatalPlace = wanted.flatMap { Failpoint(rawValue: $0) }
  private static let passed = Atomic<Int>(0)

  /// Passes the place.
  public func pass() {
    if let count = Self.fatalCount {
      guard Self.passed.add(1, ordering: .relaxed).newValue == count else { return }
    } else {
      guard Self.fatalPlace == self else { return }
    }
    FileHandle.standardError.write(Data("oraferry: killed at failpoint \(rawValue)\n".utf8))
    kill(getpid(), SIGKILL)
    // Until the signal is delivered.
    while true { sleep(1) }
  }
}
