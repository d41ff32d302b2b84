/// An object in the PostgreSQL target: what a statement of the plan makes, and what a catalogue holds.
public struct TargetObject: Sendable, Hashable, Codable, CustomStringConvertible {
  /// What it is; a raw value reads well in a message.
  public enum Kind: String, Sendable, Hashable, Codable {
    case schema
    case type
    case table
    case sequence
    case primaryKey = "primary key"
    case unique = "unique constraint"
    case check = "check constraint"
    case foreignKey = "foreign key"
    case foreignKeyValidation = "foreign key validation"
    case index
    case view
    case materializedView = "materialized view"
    case function
    case procedure
    case trigger
    case triggerState = "trigger state"
    case sequenceValue = "sequence value"
    case tableComment = "table comment"
    case columnComment = "column comment"
    case role
    case grant
    case statistics
  }

  /// What it is.
  public var kind: Kind
  /// The table it belongs to (unquoted, without schema), nil for a schema or a sequence.
  public var table: String?
  /// Its own name, unquoted.
  public var name: String

  /// Makes one from its parts.
  public init(kind: Kind, table: String? = nil, name: String) {
    self.kind = kind
    self.table = table
    self.name = name
  }

  /// The name in the description of a table, sequence or type; nil for one of another kind.
  public static func name(ofStep description: String, kind: Kind) -> String? {
    let prefix = kind.rawValue + ":"
    return description.hasPrefix(prefix) ? String(description.dropFirst(prefix.count)) : nil
  }

  /// Whether a description names a table, or something that belongs to it.
  public static func isStep(_ description: String, onTable table: String) -> Bool {
    guard let colon = description.firstIndex(of: ":") else { return false }
    let rest = description[description.index(after: colon)...]
    return rest == table || rest.hasPrefix(table + ".")
  }

  /// A stable id such as `primary key:order_items.pk_order_items`.
  public var description: String {
    guard let table, table != name || kind != .table else { return "\(kind.rawValue):\(name)" }
    return "\(kind.rawValue):\(table).\(name)"
  }
}
