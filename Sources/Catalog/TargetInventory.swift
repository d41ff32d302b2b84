import Model

/// What a PostgreSQL schema holds already.
public struct TargetInventory: Sendable, Hashable {
  /// The schema, unquoted.
  public var schema: String
  /// Whether the schema is there at all.
  public var schemaExists: Bool
  /// The server's version as a number, such as 150006.
  public var serverVersion: Int
  /// The database's encoding, such as `UTF8`.
  public var encoding: String
  /// How the database sorts text, such as `C` or `en_US.UTF-8`.
  public var collation: String
  /// Tables with their columns in order, by name.
  public var tables: [String: [TargetTableColumn]]
  /// Keys, uniques, checks, foreign keys, indexes, and sequences that belong to no identity column.
  public var objects: Set<TargetObject>

  /// Makes one from its parts.
  public init(
    schema: String, schemaExists: Bool, serverVersion: Int, encoding: String, collation: String = "C",
    tables: [String: [TargetTableColumn]] = [:], objects: Set<TargetObject> = []
  ) {
    self.schema = schema
    self.schemaExists = schemaExists
    self.serverVersion = serverVersion
    self.encoding = encoding
    self.collation = collation
    self.tables = tables
    self.objects = objects
  }

  /// The server's major version, such as 15.
  public var majorVersion: Int { serverVersion / 10_000 }

  /// Whether an object that a plan makes is there already.
  ///
  /// Values of sequences, comments and statistics are no objects of their own: always false for them.
  public func contains(_ object: TargetObject) -> Bool {
    switch object.kind {
    case .schema: schemaExists
    case .table: tables[object.name] != nil
    default: objects.contains(object)
    }
  }
}

/// A column of a table that is there already.
public struct TargetTableColumn: Sendable, Hashable {
  /// The name, unquoted.
  public var name: String
  /// The type as PostgreSQL writes it, such as `character varying(20)`.
  public var type: String
  /// Whether NULL is refused.
  public var isNotNull: Bool

  /// Makes one from its parts.
  public init(name: String, type: String, isNotNull: Bool) {
    self.name = name
    self.type = type
    self.isNotNull = isNotNull
  }
}
