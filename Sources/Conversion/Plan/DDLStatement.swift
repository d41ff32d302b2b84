import Model

/// The order in which a migration changes the target.
///
/// Rows are copied between `table` and `primaryKey`.
public enum PlanPhase: Int, Sendable, Hashable, CaseIterable, Comparable {
  case schema
  case sequence
  case type
  case table
  case primaryKey
  case unique
  case check
  case index
  case foreignKey
  /// Foreign keys are checked against the rows, where that is a step of its own.
  case validation
  case view
  /// Views in the place of synonyms: no other view stands on them.
  case synonym
  /// Triggers with their functions: behind the rows, which they must not see.
  case trigger
  case sequenceValue
  case comment
  case grant
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
  /// duplicates may be there; or a view or a trigger, on which no row hangs.
  public var mayFail: Bool
  /// Its place among the statements of its phase, over the plans of all schemas that were converted together.
  ///
  /// A view of one schema can stand on a view of another. Equal places keep the plans' own order.
  public var place = 0
  /// How the rows are checked, where that can be put off until the object is there.
  public var validation: RowValidation?

  /// Stable over runs, such as `primary key:order_items.pk_order_items`.
  public var id: String { object.description }

  /// Makes a statement.
  public init(phase: PlanPhase, object: TargetObject, sql: String, mayFail: Bool = false, place: Int = 0) {
    self.phase = phase
    self.place = place
    self.object = object
    self.sql = sql
    self.mayFail = mayFail
  }
}
