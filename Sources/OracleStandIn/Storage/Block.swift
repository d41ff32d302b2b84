/// Some hundred rows that lie together: their images, one after the other, and a slot for each row.
final class Block {
  /// Images of all versions; only ever appended to.
  var bytes: [UInt8] = []
  /// The newest version of each row.
  var slots: [RowVersion] = []
  /// Superseded versions, linked by `previous`.
  var older: [RowVersion] = []

  static let mostSlots = 512
  static let fullBytes = 48 * 1024

  var isFull: Bool { slots.count >= Block.mostSlots || bytes.count >= Block.fullBytes }

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
