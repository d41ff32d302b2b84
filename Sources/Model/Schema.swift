/// What one Oracle user owns, as its dictionary tells it.
///
/// Names are in the dictionary's spelling; expressions are Oracle's text.
public struct Schema: Sendable, Hashable, Codable {
  /// The Oracle user, in the dictionary's spelling.
  public var owner: String
  /// The tables, ordered by name.
  public var tables: [Table]
  /// The sequences, ordered by name.
  public var sequences: [SequenceDefinition]
  /// The views, ordered by name, as far as their text is known.
  public var views: [ViewDefinition]
  /// The triggers, ordered by name, as far as their text is known.
  public var triggers: [TriggerDefinition]
  /// The synonyms, ordered by name, as far as it is known what they stand for.
  public var synonyms: [SynonymDefinition]
  /// Object and collection types that are made even where no column has them.
  public var types: [OracleDataType]
  /// Rights on the owner's objects.
  public var grants: [ObjectGrant]
  /// Roles that go with the schema.
  public var roles: [String]
  /// Who has those roles.
  public var roleGrants: [RoleGrant]
  /// Everything else the owner has, code above all; carried over by nobody yet, so each becomes a finding.
  public var otherObjects: [OtherObject]
  /// What the dictionary shows to be hidden, masked or left behind, whatever becomes of the tables.
  public var findings: [Finding]

  /// Makes one from its parts.
  public init(
    owner: String, tables: [Table] = [], sequences: [SequenceDefinition] = [], views: [ViewDefinition] = [],
    triggers: [TriggerDefinition] = [], synonyms: [SynonymDefinition] = [], types: [OracleDataType] = [],
    grants: [ObjectGrant] = [],
    roles: [String] = [], roleGrants: [RoleGrant] = [], otherObjects: [OtherObject] = [], findings: [Finding] = []
  ) {
    self.owner = owner
    self.tables = tables
    self.sequences = sequences
    self.views = views
    self.triggers = triggers
    self.synonyms = synonyms
    self.types = types
    self.grants = grants
    self.roles = roles
    self.roleGrants = roleGrants
    self.otherObjects = otherObjects
    self.findings = findings
  }
}

/// A sequence that the user made (sequences behind identity columns belong to their column).
public struct SequenceDefinition: Sendable, Hashable, Codable {
  /// The name in the dictionary's spelling.
  public var name: String
  /// How it counts.
  public var options: SequenceOptions

  /// Makes one from its parts.
  public init(name: String, options: SequenceOptions) {
    self.name = name
    self.options = options
  }
}

/// The counting rules of a sequence.
///
/// Limits are exact decimal integers, since Oracle's default MAXVALUE has 28 digits.
public struct SequenceOptions: Sendable, Hashable, Codable {
  /// MIN_VALUE.
  public var minimum: String
  /// MAX_VALUE.
  public var maximum: String
  /// INCREMENT_BY, never zero.
  public var increment: String
  /// CYCLE_FLAG: whether it starts again at its other end.
  public var cycles: Bool
  /// ORDER_FLAG: whether a cluster hands out values in order.
  public var isOrdered: Bool
  /// Values kept in memory; 0 is NOCACHE.
  public var cacheSize: Int
  /// LAST_NUMBER: the first value that Oracle has not handed out to its cache yet.
  public var lastNumber: String

  /// Makes one from its parts.
  public init(
    minimum: String = "1", maximum: String = "9999999999999999999999999999", increment: String = "1",
    cycles: Bool = false, isOrdered: Bool = false, cacheSize: Int = 20, lastNumber: String = "1"
  ) {
    self.minimum = minimum
    self.maximum = maximum
    self.increment = increment
    self.cycles = cycles
    self.isOrdered = isOrdered
    self.cacheSize = cacheSize
    self.lastNumber = lastNumber
  }
}

/// An object that is neither a carried table nor a sequence.
public struct OtherObject: Sendable, Hashable, Codable {
  /// The dictionary's kind, such as `VIEW` or `PACKAGE BODY`.
  public var kind: String
  /// The name in the dictionary's spelling.
  public var name: String
  /// The table that it belongs to, where it is a trigger or a policy.
  public var table: String?
  /// The whole text from CREATE on, where it is known.
  public var text: String?
  /// Lines of its source, where it is code and known.
  public var lines: Int?

  /// Makes one from its parts; lines are counted in a text.
  public init(kind: String, name: String, table: String? = nil, text: String? = nil, lines: Int? = nil) {
    self.kind = kind
    self.name = name
    self.table = table
    self.text = text
    self.lines = lines ?? text.map { $0.utf8.count { $0 == 0x0A } + 1 }
  }
}
