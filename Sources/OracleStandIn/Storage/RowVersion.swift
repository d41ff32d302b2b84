/// When a row version came and went: an SCN, or a mark of an open transaction.
///
/// The mark has the top bit set, then the transaction's number, then the number of the statement in it, so that marks
/// are later than every SCN and a transaction's own changes lie in one range.
typealias Stamp = UInt64

enum Stamps {
  static let openBit: Stamp = 1 << 63
  /// A version that was rolled back: nobody sees it.
  static let dead: Stamp = .max
  static let none: Stamp = 0

  static func mark(transaction: UInt32, statement: UInt32) -> Stamp {
    openBit | Stamp(transaction & 0x7FFF_FFFE) << 32 | Stamp(statement)
  }

  static func transaction(_ stamp: Stamp) -> UInt32 {
    UInt32(truncatingIfNeeded: stamp >> 32) & 0x7FFF_FFFF
  }

  static func isOpen(_ stamp: Stamp) -> Bool { stamp & openBit != 0 }
}

/// One state of a row: where its image lies in its block, who made it, who ended it, and the state before.
struct RowVersion {
  var offset: UInt32
  var length: UInt32
  var created: Stamp
  /// `Stamps.none` while the version lives.
  var deleted: Stamp
  /// Index into the block's older versions, -1 for none.
  var previous: Int32
}

/// What a statement sees: everything up to an SCN, and its own transaction's changes before it began.
struct Snapshot: Sendable {
  var scn: UInt64
  /// Marks of the own transaction from here on and before `ownBefore` are seen.
  var ownFrom: Stamp = .max
  /// See `ownFrom`.
  var ownBefore: Stamp = 0
  /// The SCN that the own transaction got when it ended while the snapshot was in use.
  var ownCommit: UInt64 = 0

  @inline(__always)
  func sees(_ version: RowVersion) -> Bool {
    guard reached(version.created) else { return false }
    return version.deleted == Stamps.none || !reached(version.deleted)
  }

  @inline(__always)
  private func reached(_ stamp: Stamp) -> Bool {
    stamp <= scn || (stamp >= ownFrom && stamp < ownBefore) || (stamp == ownCommit && ownCommit != 0)
  }
}
