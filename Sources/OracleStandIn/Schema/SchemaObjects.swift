import OracleSQL
import OracleWire

/// A user: the owner of a schema.
final class User {
  let name: String
  let number: Int
  let created: OracleTimestamp
  var password: String?
  /// The password must be changed before anything else.
  var isExpired = false
  /// Who may log on as this user by a password of their own.
  var proxies: Set<String> = []
  /// Who may log on with which administrative privilege; SYS may with all.
  var privileges: Set<String> = []

  init(name: String, number: Int, created: OracleTimestamp, password: String?) {
    self.name = name
    self.number = number
    self.created = created
    self.password = password
  }
}

/// A view: its query's text and tree.
struct View {
  var name: QualifiedName
  var objectNumber: UInt32
  var text: String
  var query: Query
  var columnNames: [String]
  var isReadOnly: Bool
  var created: OracleTimestamp
  var comment: String?
  var columnComments: [String: String] = [:]
}

/// A synonym, perhaps PUBLIC.
struct Synonym {
  var name: QualifiedName
  var objectNumber: UInt32
  var target: QualifiedName
  var databaseLink: String?
  var created: OracleTimestamp
}

/// A stored PL/SQL unit: kept as text, never run; of an object type the attributes are known.
struct StoredUnit {
  var name: QualifiedName
  var objectNumber: UInt32
  var kind: PLSQLUnit.Kind
  var text: String
  var created: OracleTimestamp
  /// The table of a trigger.
  var table: QualifiedName?
  /// Whether a trigger would fire.
  var isEnabled = true
  /// What a trigger does, when it only fills a column from a sequence: such a one is run.
  var filling: SequenceFilling?
  /// What a type declares; nil for other units, and where the text is no declaration.
  var declaration: TypeDeclaration?
  /// The attributes of an object type; nil for other units, and for types that columns can't have here.
  var shape: ObjectShape?

  /// A trigger's events: INSERT, UPDATE, DELETE as far as they stand before ON.
  var events: Set<String> {
    let words = text.split { !($0.isLetter || $0 == "_") }.map { $0.uppercased() }
    return Set(words.prefix { $0 != "ON" }).intersection(["INSERT", "UPDATE", "DELETE"])
  }
}

/// A privilege on an object.
struct ObjectGrant: Hashable {
  var grantee: String
  var object: QualifiedName
  var grantor: String
  var privilege: String
  /// The column that it is limited to.
  var column: String?
  /// WITH GRANT OPTION.
  var isGrantable = false
}

/// A role that a user or another role has.
struct RoleGrant: Hashable {
  var role: String
  var grantee: String
  /// WITH ADMIN OPTION.
  var isAdministered: Bool
}
