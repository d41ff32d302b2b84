/// `CREATE TRIGGER`.
public struct TriggerDefinition: Sendable {
  /// The trigger.
  public var name: ObjectName
  /// BEFORE, AFTER, INSTEAD OF, or FOR of a compound trigger.
  public var timing: Timing
  /// INSERT, UPDATE, DELETE; of system triggers their own words.
  public var events: [Event] = []
  /// What it stands on.
  public var target: Target
  /// REFERENCING.
  public var referencing = Referencing()
  /// FOR EACH ROW.
  public var isForEachRow = false
  /// FOLLOWS or PRECEDES with triggers, FORWARD or REVERSE CROSSEDITION: kept as text.
  public var clauses: [PhysicalClause] = []
  /// ENABLE (true) or DISABLE; nil when not written.
  public var isEnabled: Bool?
  /// WHEN (condition), where rows are `NEW` and `OLD` without colon.
  public var condition: Expression?
  /// What it does.
  public var body: Body

  /// When it fires; the raw value is the spelling.
  public enum Timing: String, Sendable, Hashable {
    case before = "BEFORE"
    case after = "AFTER"
    case insteadOf = "INSTEAD OF"
    /// FOR, of compound triggers.
    case compound = "FOR"
  }

  /// One event.
  public enum Event: Sendable {
    case insert
    case delete
    /// UPDATE [OF columns]; empty is any column.
    case update(columns: [Identifier])
    /// Events of schemas and databases, such as LOGON or CREATE.
    case system(String)
  }

  /// What a trigger stands on.
  public enum Target: Sendable {
    /// ON table, or ON view with INSTEAD OF.
    case table(ObjectName)
    /// ON NESTED TABLE column OF view.
    case nestedTable(Identifier, view: ObjectName)
    /// ON [schema.]SCHEMA
    case schema(Identifier?)
    /// ON [PLUGGABLE] DATABASE
    case database
  }

  /// REFERENCING [NEW AS n] [OLD AS o] [PARENT AS p]; nil where not written.
  public struct Referencing: Sendable {
    public var new: Identifier?
    public var old: Identifier?
    public var parent: Identifier?
  }

  /// What a trigger does.
  public enum Body: Sendable {
    indirect case block(Block)
    /// CALL procedure(...)
    indirect case call(Expression)
    indirect case compound(CompoundBody)
  }

  /// Declarations, and a block for each moment.
  public struct CompoundBody: Sendable {
    /// Shared by the sections.
    public var declarations: [Declaration] = []
    /// In order.
    public var sections: [Section] = []
  }

  /// `BEFORE STATEMENT IS BEGIN ... END BEFORE STATEMENT`.
  public struct Section: Sendable {
    /// BEFORE, AFTER or INSTEAD OF.
    public var timing: Timing
    /// EACH ROW, or STATEMENT.
    public var isForEachRow: Bool
    /// What it does.
    public var block: Block
  }
}
