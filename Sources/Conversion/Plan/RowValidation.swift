import Model

/// How a foreign key is checked against the rows that are there, apart from being made.
///
/// Made NOT VALID it checks no row and locks both tables for a moment only; VALIDATE CONSTRAINT reads the rows, and that of
/// several tables can run at the same time (PostgreSQL's documentation of ALTER TABLE, "Notes").
public struct RowValidation: Sendable, Hashable {
  /// `ALTER TABLE ... VALIDATE CONSTRAINT ...`.
  public var sql: String
  /// The table whose keys the rows refer to.
  public var referencedTable: QualifiedName

  /// Makes one from its parts.
  public init(sql: String, referencedTable: QualifiedName) {
    self.sql = sql
    self.referencedTable = referencedTable
  }
}

extension DDLStatement {
  /// The statement, or for a foreign key that can be validated apart the two that do so.
  fileprivate var steps: [DDLStatement] {
    guard phase == .foreignKey, let validation else { return [self] }
    var making = self
    making.sql += " NOT VALID"
    making.validation = nil
    var validating = self
    validating.phase = .validation
    validating.object.kind = .foreignKeyValidation
    validating.sql = validation.sql
    return [making, validating]
  }
}

extension MigrationPlan {
  /// The plan with foreign keys that are made first and validated behind all of them, as two steps each.
  ///
  /// Not for files of SQL, where one statement says the same.
  public var validatingApart: MigrationPlan {
    var plan = self
    plan.completion = completion.flatMap(\.steps).enumerated()
      .sorted { ($0.element.phase, $0.offset) < ($1.element.phase, $1.offset) }.map(\.element)
    return plan
  }
}
