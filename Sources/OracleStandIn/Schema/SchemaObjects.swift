import OracleSQL
import OracleWire

/// A user: the owner of a schema.
final class User {
  let name: String
  let number: Int
  let created: OracleTimestamp
  var password: String?

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

/// A stored PL/SQL unit: kept as text, never run.
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
}
