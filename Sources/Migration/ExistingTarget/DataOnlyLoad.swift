import Catalog
import Conversion
import Ledger
import Model
import PostgresClient

/// One load into existing tables: what is looked at before the rows, and what comes behind them.
struct DataOnlyLoad: Sendable {
  let target: ExistingTargetPlanning.Plan
  let options: DataOnlyOptions
  let ledger: Ledger
  var holding: HoldingOff
  /// What a run that goes on lacks; nil for one that begins.
  var remainder: Migration.Remainder?

  private var session: PostgresSession { ledger.session }

  // MARK: before

  /// What the rows of now and the foreign keys that stay in force forbid.
  func problems() async throws -> [Finding] {
    var findings: [Finding] = []
    let open = newTables(target.plan.tables, remainder)
    var occupied: Set<QualifiedName> = []
    for table in open {
      let name = table.mapping.target
      guard target.tables.first(where: { $0.name == name })?.isWritable == true else { continue }
      let rows = try await session.execute("SELECT 1 FROM \(name.quoted) LIMIT 1")
      guard !rows.rows.isEmpty else { continue }
      occupied.insert(name)
      switch options.existingRows {
      case .refuse:
        findings.append(
          Self.finding(
            .blocking, "table.occupied", "table \(table.mapping.sourceName)",
            "\(name) holds rows that no run of oraferry has loaded",
            "empty it, or say what becomes of them: existing-rows = append or truncate in [data-only] (--existing-rows)"
          ))
      case .append:
        findings.append(
          Self.finding(
            .info, "table.appended", "table \(table.mapping.sourceName)",
            "\(name) holds rows, which stay: verify shows them as extra", "nothing needs to be done"))
      case .truncate: break
      }
    }
    if options.existingRows == .truncate { findings += truncationProblems(open.map(\.mapping.target), occupied) }
    let (_, circle) = holding.ordered(target.plan.tables) { $0.mapping.target }
    if !circle.isEmpty {
      findings.append(
        Self.finding(
          .blocking, "foreign-key.circle", "schema \(target.plan.schema) of PostgreSQL",
          "the user may not drop the foreign keys of \(circle.map(\.name).joined(separator: ", ")), which refer to each "
            + "other in a circle, so that no order of loading keeps them",
          "load as the tables' owner or as a superuser, or make the keys after the load"))
    }
    return findings
  }

  /// TRUNCATE takes no table that another one refers to, be that empty or not.
  private func truncationProblems(_ tables: [QualifiedName], _ occupied: Set<QualifiedName>) -> [Finding] {
    let dropped = Set(holding.holds.filter { $0.kind == .foreignKey }.map(\.description))
    return holding.guards.foreignKeys.compactMap { key in
      guard occupied.contains(key.referenced), !tables.contains(key.table), !dropped.contains(key.hold.description)
      else { return nil }
      return Self.finding(
        .blocking, "table.referred-to", "table \(key.referenced) of PostgreSQL",
        "foreign key \(key.name) of \(key.table), which is not emptied, refers to it, so that TRUNCATE is refused",
        "empty both by hand, or load with existing-rows = append")
    }
  }

  /// Tables of which this run has never loaded anything: what becomes of rows of before is settled for the others, also
  /// for those that are empty since, or were taken back to be read at another SCN.
  private func newTables(_ tables: [TablePlan], _ remainder: Migration.Remainder?) -> [TablePlan] {
    guard let remainder else { return tables }
    let known = Set(remainder.copied.map(\.target) + remainder.chunks.map(\.target))
    return tables.map { ($0, $0.mapping.target) }.filter { _, target in
      !known.contains(target) && !remainder.steps.contains(Ledger.settledStep(target))
    }.map(\.0)
  }

  /// Removes the rows of before, where that was asked for, once in a run.
  func empty(_ missing: [TablePlan], _ remainder: Migration.Remainder) async throws {
    guard options.existingRows == .truncate else { return }
    let new = newTables(missing, remainder).map(\.mapping.target)
    try await session.transaction { session in
      // An empty one need not be emptied, and TRUNCATE would refuse it where a table that stays refers to it; but it
      // wants all tables at once that refer to one with rows, be they empty.
      var emptied: Set<QualifiedName> = []
      for table in new where try await !session.execute("SELECT 1 FROM \(table.quoted) LIMIT 1").rows.isEmpty {
        emptied.insert(table)
      }
      var grew = !emptied.isEmpty
      while grew {
        let referring = holding.guards.foreignKeys.filter { emptied.contains($0.referenced) && new.contains($0.table) }
        grew = !emptied.isSuperset(of: referring.map(\.table))
        emptied.formUnion(referring.map(\.table))
      }
      for table in new { try await ledger.noteSettled(table, for: remainder.run, session) }
      let tables = emptied.sorted().map(\.quoted)
      guard !tables.isEmpty else { return }
      // Triggers of TRUNCATE are as unwanted as others.
      if holding.way == .replica { _ = try await session.execute("SET LOCAL session_replication_role TO replica") }
      _ = try await session.execute("TRUNCATE " + tables.joined(separator: ", "))
    }
  }

  // MARK: behind

  /// - Returns: false when the step was applied before.
  @discardableResult
  private func apply(step: String, object: String, statements: [String], for run: LedgerRun) async throws -> Bool {
    let isNew = try await ledger.apply(step: step, object: object, statements: statements, for: run)
    Failpoint.stepCommitted.pass()
    return isNew
  }

  private func checkID(_ key: TableGuards.ForeignKey) -> String { "foreign key check:\(key.table.name).\(key.name)" }

  private func sequenceID(_ owned: SequenceAdvance.Owned) -> String {
    "sequence value:\(owned.sequence).\(owned.table.name).\(owned.column)"
  }

  private func statisticsID(_ table: TablePlan) -> String { "statistics:\(table.mapping.target.name)" }

  /// Whether nothing is left to be done behind the rows.
  func isComplete(_ remainder: Migration.Remainder) async throws -> Bool {
    guard try await ledger.holds().isEmpty else { return false }
    let keys = holding.way == .replica ? holding.referring.filter(\.isValidated).map(checkID) : []
    let wanted = keys + target.plan.tables.map(statisticsID)
    return wanted.allSatisfy(remainder.steps.contains)
  }

  /// Foreign keys that are there without being valid.
  func keysNotValid() async throws -> [Finding] {
    try await PostgresCatalog(session: session).guards(of: target.tables.map(\.oid)).foreignKeys
      .filter { $0.isReferring && !$0.isValidated }.map { HoldingOff.notValid($0.table, $0.name, "") }
  }

  /// Checks foreign keys that were not in force, sets sequences, and lets PostgreSQL look at the rows.
  func complete(
    _ remainder: Migration.Remainder, onEvent: @Sendable (MigrationEvent) -> Void, report: inout MigrationReport
  ) async throws {
    if holding.way == .replica { report.findings += try await checkKeys(remainder, onEvent) }
    let told = Set(report.findings.filter { $0.rule == "foreign-key.not-valid" }.map(\.object))
    report.findings += try await keysNotValid().filter { !told.contains($0.object) }
    for owned in try await SequenceAdvance.owned(by: target.tables.map(\.oid), on: session) {
      try await advance(owned, remainder, onEvent, &report)
    }
    for sequence in target.sequences { try await advance(sequence, remainder, onEvent, &report) }
    for table in target.plan.tables where !remainder.steps.contains(statisticsID(table)) {
      let name = table.mapping.target
      guard target.tables.first(where: { $0.name == name })?.isOwned == true else {
        report.findings.append(
          Self.finding(
            .info, "statistics.not-made", "table \(name) of PostgreSQL",
            "only its owner may ANALYZE it: autovacuum will", "nothing, or ANALYZE \(name.quoted) as its owner"))
        try await apply(step: statisticsID(table), object: "\(name)", statements: [], for: remainder.run)
        continue
      }
      onEvent(.step(TargetObject(kind: .statistics, table: name.name, name: name.name)))
      try await apply(
        step: statisticsID(table), object: "\(name)", statements: ["ANALYZE \(name.quoted)"], for: remainder.run)
    }
  }

  /// In sessions of the role replica nothing is checked, and the keys stay "valid": here they are looked at as PostgreSQL
  /// looks when one is made, and one that does not hold is made anew, NOT VALID.
  private func checkKeys(
    _ remainder: Migration.Remainder, _ onEvent: @Sendable (MigrationEvent) -> Void
  ) async throws -> [Finding] {
    var findings: [Finding] = []
    for key in holding.referring where key.isValidated && !remainder.steps.contains(checkID(key)) {
      onEvent(.step(TargetObject(kind: .foreignKey, table: key.table.name, name: key.name)))
      let isKept = try await session.execute(key.orphanQuery).rows.isEmpty
      guard isKept || !key.isPartitioned else {
        // Not recorded as done: it is looked at, and told, by every start until the rows are mended.
        findings.append(
          Self.finding(
            .warning, "foreign-key.not-kept", key.hold.description,
            "rows do not keep it, and PostgreSQL has no NOT VALID for a partitioned table: it counts as valid",
            "mend the rows"))
        continue
      }
      if !isKept {
        findings.append(
          HoldingOff.notValid(key.table, key.name, "some refer to rows of \(key.referenced) that are not there"))
      }
      try await apply(
        step: checkID(key), object: key.hold.description,
        statements: isKept ? [] : [key.hold.holding] + key.hold.restoring(checking: false), for: remainder.run)
    }
    return findings
  }

  private func advance(
    _ owned: SequenceAdvance.Owned, _ remainder: Migration.Remainder,
    _ onEvent: @Sendable (MigrationEvent) -> Void, _ report: inout MigrationReport
  ) async throws {
    let object = "sequence \(owned.sequence) of PostgreSQL"
    guard owned.isUpdatable else {
      report.findings.append(
        Self.finding(
          .warning, "sequence.rights", object,
          "the user may not set it: its next values may be there in \(owned.table).\(owned.column) already",
          "GRANT SELECT, UPDATE ON SEQUENCE \(owned.sequence.quoted) TO the user, and migrate again"))
      return
    }
    if try await SequenceAdvance.isExhausted(owned, on: session) {
      report.findings.append(
        Self.finding(
          .warning, "sequence.limit", object,
          "\(owned.table).\(owned.column) has values at its end or beyond: it has no next one",
          "ALTER SEQUENCE ... MAXVALUE, then set it behind them"))
    }
    guard !remainder.steps.contains(sequenceID(owned)) else { return }
    onEvent(.step(TargetObject(kind: .sequenceValue, name: owned.sequence.name)))
    if try await apply(
      step: sequenceID(owned), object: "\(owned.sequence)", statements: [SequenceAdvance.statement(owned)],
      for: remainder.run)
    {
      report.objectsMade["sequence value", default: 0] += 1
    }
  }

  /// A sequence of the same name as one of Oracle's.
  private func advance(
    _ sequence: SequenceDefinition, _ remainder: Migration.Remainder,
    _ onEvent: @Sendable (MigrationEvent) -> Void, _ report: inout MigrationReport
  ) async throws {
    let folded = PostgresIdentifier.folded(oracleName: sequence.name)
    let result = try await session.execute(
      """
      SELECT s.relname, has_sequence_privilege(s.oid, 'UPDATE') AND has_sequence_privilege(s.oid, 'SELECT')
      FROM pg_catalog.pg_class s JOIN pg_catalog.pg_namespace n ON n.oid = s.relnamespace
      WHERE n.nspname = $1 AND s.relkind = 'S' AND s.relname IN ($2, $3) ORDER BY s.relname <> $2 LIMIT 1
      """, [target.plan.schema, folded, sequence.name])
    guard let row = result.rows.first, let found = row[0] else {
      report.findings.append(
        Self.finding(
          .info, "sequence.without-target", "sequence \(sequence.name)",
          "there is no sequence \(folded) in schema \(target.plan.schema) of PostgreSQL", "nothing, unless it is missed"
        ))
      return
    }
    let name = QualifiedName(schema: target.plan.schema, name: found)
    guard row[1] == "t" else {
      report.findings.append(
        Self.finding(
          .warning, "sequence.rights", "sequence \(name) of PostgreSQL",
          "the user may not set it to Oracle's next value",
          "GRANT SELECT, UPDATE ON SEQUENCE \(name.quoted) TO the user, and migrate again"))
      return
    }
    let id = "sequence value:\(name)"
    let options = sequence.options
    guard !remainder.steps.contains(id),
      let statement = SequenceAdvance.statement(name, next: options.lastNumber, increment: options.increment)
    else { return }
    onEvent(.step(TargetObject(kind: .sequenceValue, name: found)))
    if try await apply(step: id, object: "\(name)", statements: [statement], for: remainder.run) {
      report.objectsMade["sequence value", default: 0] += 1
    }
  }

  private static func finding(
    _ severity: Finding.Severity, _ rule: String, _ object: String, _ reason: String, _ remedy: String
  ) -> Finding {
    Finding(severity: severity, rule: rule, object: object, reason: reason, remedy: remedy)
  }
}
