/// How far back in time rows can be read.
///
/// Nothing is ever thrown away: what the retention no longer covers is only refused, as a server refuses it that has
/// overwritten its undo.
final class Undo {
  /// Seconds for which undo is kept; nil keeps all.
  var retention: Int?
  /// The undo of changes that were committed up to this SCN is gone.
  private(set) var goneUntil: UInt64 = 0

  /// Undo that is gone does not come back.
  func drop(until scn: UInt64) {
    goneUntil = max(goneUntil, scn)
  }
}
