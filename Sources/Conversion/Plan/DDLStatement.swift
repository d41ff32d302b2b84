import Model

/// The order in which a migration changes the target.
///
/// Rows are copied between `table` and `primaryKey`.
public enum PlanPhase: Int, Sendable, Hashable, CaseIterable, Comparable {
  case schema
  case sequence
  case table
  case primaryKey
  case unique
  case check
  case index
  case foreignKey
  case sequenceValue
  case comment
  case statistics

  /// Orders by time.
  public static func < (left: PlanPhase, right: PlanPhase) -> Bool { left.rawValue < right.rawValue }
}

/// One statement of the plan.
public struct DDLStatement: Sendable, Hashable, Identifiable {
  /// When it runs.
  public var phase: PlanPhase
  /// What it makes or changes.
  public var object: TargetObject
  /// The statement, without semicolon.
  public var sql: String
  /// Whether a failure is a finding rather than the end of the run: Oracle never validated this key, so that
  /// duplicates may be there.
  public var mayFail: Bool

  /// Stable over runs, such as `primary key:order_items.pk_order_items`.
  public var id: String { object.description }

  /// Makes a statement.
  public init(phase: PlanPhase, object: TargetObject, sql: String, mayFail: Bool = false) {
    self.phase = phase
    self.object = object
    self.sql = sql
    self.mayFail = mayFail
  }
}
