/// `ALTER TABLE name action ...`; the actions are in the order written.
public struct AlterTable: Sendable {
  /// The table.
  public var name: ObjectName
  /// At least one.
  public var actions: [Action]

  /// One change.
  public enum Action: Sendable {
    /// ADD column, one element for each column of `ADD (a ..., b ...)`.
    indirect case addColumn(ColumnDefinition)
    /// ADD constraint.
    indirect case addConstraint(TableConstraint)
    /// MODIFY column; `type` is nil when only default or constraints change.
    indirect case modifyColumn(ColumnDefinition)
    /// MODIFY CONSTRAINT name state.
    indirect case modifyConstraint(ConstraintReference, ConstraintState)
    /// DROP COLUMN c or DROP (c, d).
    case dropColumns([Identifier], cascadeConstraints: Bool)
    /// SET UNUSED.
    case setUnused([Identifier], cascadeConstraints: Bool)
    /// DROP CONSTRAINT, PRIMARY KEY or UNIQUE.
    indirect case dropConstraint(ConstraintReference, cascade: Bool)
    /// ENABLE [VALIDATE | NOVALIDATE] constraint.
    indirect case enableConstraint(ConstraintReference, validate: Bool)
    /// DISABLE [VALIDATE | NOVALIDATE] constraint [CASCADE].
    indirect case disableConstraint(ConstraintReference, validate: Bool, cascade: Bool)
    /// RENAME TO name.
    case renameTable(Identifier)
    /// RENAME COLUMN a TO b.
    indirect case renameColumn(Identifier, to: Identifier)
    /// RENAME CONSTRAINT a TO b.
    indirect case renameConstraint(Identifier, to: Identifier)
    /// ENABLE or DISABLE ALL TRIGGERS.
    case allTriggers(enable: Bool)
    /// A change of partitions.
    indirect case partition(PartitionChange)
    /// What changes the table otherwise, such as MODIFY LOB or READ ONLY's kin: kept as text.
    case other(PhysicalClause)
    /// A clause about storage only.
    case physical(PhysicalClause)
  }
}

/// How ALTER TABLE points at a constraint.
public enum ConstraintReference: Sendable {
  /// CONSTRAINT name.
  case named(Identifier)
  /// PRIMARY KEY.
  case primaryKey
  /// UNIQUE (columns).
  case unique([Identifier])
}
