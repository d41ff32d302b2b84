/// Whether and when Oracle enforces a constraint.
public struct ConstraintState: Sendable, Hashable, Codable {
  /// Whether Oracle checks new and changed rows.
  public var isEnabled: Bool
  /// VALIDATED: the rows that were there before keep to it as well.
  public var isValidated: Bool
  /// Whether a transaction may put the check off to its end.
  public var isDeferrable: Bool
  /// Whether it is put off unless the transaction says otherwise.
  public var isInitiallyDeferred: Bool
  /// The user gave no name, Oracle made one (SYS_C...).
  public var hasGeneratedName: Bool

  /// Makes one from its parts.
  public init(
    isEnabled: Bool = true, isValidated: Bool = true, isDeferrable: Bool = false, isInitiallyDeferred: Bool = false,
    hasGeneratedName: Bool = false
  ) {
    self.isEnabled = isEnabled
    self.isValidated = isValidated
    self.isDeferrable = isDeferrable
    self.isInitiallyDeferred = isInitiallyDeferred
    self.hasGeneratedName = hasGeneratedName
  }
}

/// A primary key or unique constraint.
public struct KeyConstraint: Sendable, Hashable, Codable {
  /// The name in the dictionary's spelling.
  public var name: String
  /// The column names, in key order.
  public var columns: [String]
  /// How Oracle enforces it.
  public var state: ConstraintState

  /// Makes one from its parts.
  public init(name: String, columns: [String], state: ConstraintState = ConstraintState()) {
    self.name = name
    self.columns = columns
    self.state = state
  }
}

/// A CHECK constraint; Oracle's own `"X" IS NOT NULL` ones show as nullability instead.
public struct CheckConstraint: Sendable, Hashable, Codable {
  /// The name in the dictionary's spelling.
  public var name: String
  /// SEARCH_CONDITION's text.
  public var condition: String
  /// How Oracle enforces it.
  public var state: ConstraintState

  /// Makes one from its parts.
  public init(name: String, condition: String, state: ConstraintState = ConstraintState()) {
    self.name = name
    self.condition = condition
    self.state = state
  }
}

/// A foreign key.
public struct ForeignKey: Sendable, Hashable, Codable {
  /// What happens to the referencing row when the key is deleted.
  public enum DeleteRule: String, Sendable, Hashable, Codable {
    case noAction
    case cascade
    case setNull
  }

  /// The name in the dictionary's spelling.
  public var name: String
  /// The column names, in key order.
  public var columns: [String]
  /// The owner of the referenced table.
  public var referencedOwner: String
  /// The referenced table's name.
  public var referencedTable: String
  /// The referenced key's columns, in the order of `columns`.
  public var referencedColumns: [String]
  /// What a deletion of the key does.
  public var deleteRule: DeleteRule
  /// How Oracle enforces it.
  public var state: ConstraintState

  /// Makes one from its parts.
  public init(
    name: String, columns: [String], referencedOwner: String, referencedTable: String, referencedColumns: [String],
    deleteRule: DeleteRule = .noAction, state: ConstraintState = ConstraintState()
  ) {
    self.name = name
    self.columns = columns
    self.referencedOwner = referencedOwner
    self.referencedTable = referencedTable
    self.referencedColumns = referencedColumns
    self.deleteRule = deleteRule
    self.state = state
  }
}
