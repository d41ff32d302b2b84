/// A PostgreSQL object's name within its schema; both parts unquoted, as the catalogue holds them.
public struct QualifiedName: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
  /// The schema, unquoted.
  public var schema: String
  /// The object, unquoted.
  public var name: String

  /// Makes one from its parts.
  public init(schema: String, name: String) {
    self.schema = schema
    self.name = name
  }

  /// `"schema"."name"`, safe to place in SQL.
  public var quoted: String {
    PostgresIdentifier.quoted(schema) + "." + PostgresIdentifier.quoted(name)
  }

  /// `schema.name` for people; not for SQL.
  public var description: String { schema + "." + name }

  /// Orders by schema, then name.
  public static func < (left: QualifiedName, right: QualifiedName) -> Bool {
    (left.schema, left.name) < (right.schema, right.name)
  }
}
