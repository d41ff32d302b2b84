/// A right on an object that its owner has granted.
public struct ObjectGrant: Sendable, Hashable, Codable {
  /// The object's name in the dictionary's spelling: a table, view, sequence or unit of code.
  public var object: String
  /// The right in upper case, such as `SELECT` or `ALL`.
  public var privilege: String
  /// The columns that it is limited to; empty for the whole object.
  public var columns: [String]
  /// Who has it: a role or user in the dictionary's spelling, or PUBLIC.
  public var grantee: String
  /// WITH GRANT OPTION.
  public var isGrantable: Bool

  /// Makes one from its parts.
  public init(object: String, privilege: String, columns: [String] = [], grantee: String, isGrantable: Bool = false) {
    self.object = object
    self.privilege = privilege
    self.columns = columns
    self.grantee = grantee
    self.isGrantable = isGrantable
  }
}

/// A role that another role or a user has.
public struct RoleGrant: Sendable, Hashable, Codable {
  /// The role in the dictionary's spelling.
  public var role: String
  /// Who has it.
  public var grantee: String
  /// WITH ADMIN OPTION.
  public var isAdministered: Bool

  /// Makes one from its parts.
  public init(role: String, grantee: String, isAdministered: Bool = false) {
    self.role = role
    self.grantee = grantee
    self.isAdministered = isAdministered
  }
}
