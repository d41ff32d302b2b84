/// Some hundred rows that lie together: their images, one after the other, and a slot for each row.
final class Block {
  /// Images of all versions; only ever appended to.
  var bytes: [UInt8] = []
  /// The newest version of each row.
  var slots: [RowVersion] = []
  /// Superseded versions, linked by `previous`.
  var older: [RowVersion] = []
  /// The SCN of the last commit of a change.
  var lastChange: UInt64 = 0

  static let mostSlots = 512
  static let fullBytes = 48 * 1024

  var isFull: Bool { slots.count >= Block.mostSlots || bytes.count >= Block.fullBytes }

  /// Whether a change was committed after an SCN, and not later than another one.
  func wasChanged(after scn: UInt64, until last: UInt64) -> Bool {
    func lies(_ stamp: Stamp) -> Bool { stamp > scn && stamp <= last }
    return slots.contains { lies($0.created) || lies($0.deleted) }
      || older.contains { lies($0.created) || lies($0.deleted) }
  }

  /// The version of a slot that a snapshot sees.
  @inline(__always)
  func version(_ slot: Int, seenBy snapshot: Snapshot) -> RowVersion? {
    var version = slots[slot]
    while true {
      if snapshot.sees(version) { return version }
      guard version.previous >= 0 else { return nil }
      version = older[Int(version.previous)]
    }
  }
}

/// A row's place within its table: the block's index and the slot.
struct RowReference: Hashable, Sendable {
  var packed: UInt32

  static let slotBits: UInt32 = 9

  init(packed: UInt32) { self.packed = packed }

  init(block: Int, slot: Int) {
    packed = UInt32(truncatingIfNeeded: block) << RowReference.slotBits | UInt32(truncatingIfNeeded: slot)
  }

  var block: Int { Int(packed >> RowReference.slotBits) }
  var slot: Int { Int(packed & (1 << RowReference.slotBits - 1)) }
}
