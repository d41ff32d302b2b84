/// An object type of a user, as the dictionary tells it: its values are those of its attributes.
///
/// Without supertype, and with attributes whose types are carried over as they come: other types are no `ObjectType`.
public struct ObjectType: Sendable, Hashable, Codable {
  /// One attribute.
  public struct Attribute: Sendable, Hashable, Codable {
    /// The name in the dictionary's spelling.
    public var name: String
    /// The declared type.
    public var type: OracleDataType

    /// Makes one from its parts.
    public init(name: String, type: OracleDataType) {
      self.name = name
      self.type = type
    }
  }

  /// The owner, in the dictionary's spelling.
  public var owner: String
  /// The name, in the dictionary's spelling.
  public var name: String
  /// In their order; at least one.
  public var attributes: [Attribute]
  /// Whether it has methods.
  public var hasMethods: Bool

  /// Makes one from its parts.
  public init(owner: String, name: String, attributes: [Attribute], hasMethods: Bool = false) {
    self.owner = owner
    self.name = name
    self.attributes = attributes
    self.hasMethods = hasMethods
  }
}

/// A collection type of a user: VARRAY or TABLE OF.
public struct CollectionType: Sendable, Hashable, Codable {
  /// The owner, in the dictionary's spelling.
  public var owner: String
  /// The name, in the dictionary's spelling.
  public var name: String
  /// What it holds.
  public var element: OracleDataType
  /// The most elements of a VARRAY; nil for a nested table, whose elements have no order.
  public var limit: Int?

  /// Makes one from its parts.
  public init(owner: String, name: String, element: OracleDataType, limit: Int? = nil) {
    self.owner = owner
    self.name = name
    self.element = element
    self.limit = limit
  }
}

/// A domain of PostgreSQL over arrays.
public struct CollectionDomain: Sendable, Hashable, Codable {
  /// The domain's own name.
  public var name: QualifiedName
  /// What the arrays hold.
  public var element: PostgresType
  /// The most elements.
  public var limit: Int?

  /// Makes one from its parts.
  public init(name: QualifiedName, element: PostgresType, limit: Int? = nil) {
    self.name = name
    self.element = element
    self.limit = limit
  }
}

/// A composite type of PostgreSQL.
public struct CompositeType: Sendable, Hashable, Codable {
  /// One field.
  public struct Field: Sendable, Hashable, Codable {
    /// The name, unquoted.
    public var name: String
    /// The field's type.
    public var type: PostgresType

    /// Makes one from its parts.
    public init(name: String, type: PostgresType) {
      self.name = name
      self.type = type
    }
  }

  /// The type's own name.
  public var name: QualifiedName
  /// In their order.
  public var fields: [Field]

  /// Makes one from its parts.
  public init(name: QualifiedName, fields: [Field]) {
    self.name = name
    self.fields = fields
  }
}
