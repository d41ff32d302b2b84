import Foundation

/// A start of `migrate` or `refresh` that has not ended well, or not ended yet: what is in the target is not what the last
/// record says.
public struct AttemptRecord: Sendable, Hashable, Codable {
  /// Of the last start, unlike any other's: a moment may be rounded when it is written.
  public var id: String
  /// Which databases and schemas.
  public var identity: String
  /// When the last start began.
  public var begun: Date
  /// Of the run, once its plan was made.
  public var scn: UInt64?
  /// The courses of starts that broke off, but for those that were killed.
  public var starts: [MigrationRecord.Start]

  /// Whether a start before the last one did not end well.
  public private(set) var followsAnother = false

  /// A start that begins.
  public init(id: String, identity: String, begun: Date, scn: UInt64? = nil, starts: [MigrationRecord.Start] = []) {
    self.id = id
    self.identity = identity
    self.begun = begun
    self.scn = scn
    self.starts = starts
  }

  /// This start behind the one before, where that broke off.
  public func following(_ earlier: AttemptRecord?) -> AttemptRecord {
    guard let earlier, earlier.identity == identity else { return self }
    var result = self
    result.followsAnother = earlier.followsAnother || earlier.id != id
    result.scn = scn ?? earlier.scn
    result.starts = Array((earlier.starts + starts).suffix(MigrationRecord.startLimit))
    return result
  }
}
