/// An object in the PostgreSQL target: what a statement of the plan makes, and what a catalogue holds.
public struct TargetObject: Sendable, Hashable, Codable, CustomStringConvertible {
  /// What it is; a raw value reads well in a message.
  public enum Kind: String, Sendable, Hashable, Codable {
    case schema
    case table
    case sequence
    case primaryKey = "primary key"
    case unique = "unique constraint"
    case check = "check constraint"
    case foreignKey = "foreign key"
    case index
    case sequenceValue = "sequence value"
    case tableComment = "table comment"
    case columnComment = "column comment"
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

  /// A stable id such as `primary key:order_items.pk_order_items`.
  public var description: String {
    guard let table, table != name || kind != .table else { return "\(kind.rawValue):\(name)" }
    return "\(kind.rawValue):\(table).\(name)"
  }
}
