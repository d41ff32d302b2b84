import OracleWire

/// The answers to all questions about one owner, as they came.
struct DictionaryContents {
  var owner: String
  var tables: [DictionaryRow] = []
  var externalTables: [DictionaryRow] = []
  var columns: [DictionaryRow] = []
  var types: [DictionaryRow] = []
  var typeAttributes: [DictionaryRow] = []
  var collectionTypes: [DictionaryRow] = []
  var objectTables: [DictionaryRow] = []
  var identityColumns: [DictionaryRow] = []
  var constraints: [DictionaryRow] = []
  var constraintColumns: [DictionaryRow] = []
  var indexes: [DictionaryRow] = []
  var indexColumns: [DictionaryRow] = []
  var indexExpressions: [DictionaryRow] = []
  var sequences: [DictionaryRow] = []
  var tableComments: [DictionaryRow] = []
  var columnComments: [DictionaryRow] = []
  var objects: [DictionaryRow] = []
  var rowPolicies: [DictionaryRow] = []
  var partitionedTables: [DictionaryRow] = []
  var partitionKeys: [DictionaryRow] = []
  var subpartitionKeys: [DictionaryRow] = []
  var partitions: [DictionaryRow] = []
  var subpartitions: [DictionaryRow] = []
  var triggers: [DictionaryRow] = []
  var sources: [DictionaryRow] = []
  var sourceLines: [DictionaryRow] = []
  var views: [DictionaryRow] = []
  var viewRestrictions: [DictionaryRow] = []
  var materialisedViews: [DictionaryRow] = []
  var materialisedViewComments: [DictionaryRow] = []
  var refreshedByClock: [DictionaryRow] = []
  var synonyms: [DictionaryRow] = []
  var redactions: [DictionaryRow] = []
  var collations: [DictionaryRow] = []
  var grants: [DictionaryRow] = []
  var columnGrants: [DictionaryRow] = []
  /// Whether these are all rights, not only those that the session takes part in.
  var knowsAllGrants = true
  var roleGrants: [DictionaryRow] = []
  /// Whether the session may see who has a role.
  var knowsMembers = true
  /// Tables that the owner has, seen or not; nil where the session may not know.
  var allTableNames: [DictionaryRow]?
  /// Whether the session sees every table of the owner by right.
  var seesEverything = true
  var databaseParameters: DatabaseParameters?
  /// Keys of other owners that foreign keys of this owner refer to, by owner.
  var foreignOwners: [String: ReferencedKeys] = [:]

  /// Constraints of another owner, and their columns.
  struct ReferencedKeys {
    var constraints: [DictionaryRow]
    var columns: [DictionaryRow]
  }

  init(owner: String) {
    self.owner = owner
  }

  /// The other owners that foreign keys refer to, in order.
  func referencedOwners() throws(CatalogError) -> [String] {
    var owners: Set<String> = []
    for row in constraints where try row.text("CONSTRAINT_TYPE") == "R" {
      if let other = try row.optionalText("R_OWNER"), other != owner { owners.insert(other) }
    }
    return owners.sorted()
  }
}
