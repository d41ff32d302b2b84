import Conversion
import Ledger
import Model
import PostgresClient
import Synchronization
import Transfer

/// The phases of a run: before the rows, the rows, and all that stands on them.
extension Migration {
  func copyAndComplete(
    _ plan: MigrationPlan, _ remainder: Remainder, ledger: Ledger, report: inout MigrationReport
  ) async throws {
    try await ledger.goOn(remainder.run)
    try await ledger.notePlan(tables: plan.tables.count { $0.copiesRows }, of: remainder.run)
    let (jobs, done) = try await copyJobs(plan, remainder, ledger: ledger)
    let steps = plan.completion.count { !remainder.steps.contains($0.id) }
    let (workers, shortage) = try await Workers.open(
      SessionPair(oracle: oracle, postgres: postgres), settings, jobs: max(jobs.count, steps))
    let maintenance = try await MaintenanceSettings.raise(on: workers.pairs.map(\.postgres))
    let estimates = jobs.map(\.rowEstimate)
    let copied = done.reduce(0) { $0 + $1.counts.rowsLoaded }
    let earlier = Dictionary(done.map { ($0.target, $0.counts.rowsLoaded) }, uniquingKeysWith: +)
    onEvent(
      .copying(
        rowEstimate: estimates.contains(nil) ? nil : estimates.reduce(copied) { $0 + ($1 ?? 0) },
        earlier: earlier))
    if let shortage { onEvent(.fewerWorkers(workers.pairs.count, reason: shortage)) }
    do {
      try await copyTables(plan, remainder, jobs, done: done, workers, ledger: ledger, report: &report)
      try await complete(plan, remainder, workers, ledger: ledger, report: &report)
    } catch {
      await workers.close()
      await maintenance.restore(on: postgres)
      throw error
    }
    await workers.close()
    await maintenance.restore(on: postgres)
  }

  func prepare(_ plan: MigrationPlan, _ remainder: Remainder, ledger: Ledger) async throws {
    for statement in plan.preparation where !remainder.steps.contains(statement.id) {
      // A schema that is there already is used; anything else in the way is an error of PostgreSQL's own words.
      let isThere = statement.object.kind == .schema && remainder.inventory.contains(statement.object)
      try await apply(statement, statements: isThere ? [] : [statement.sql], remainder.run, ledger: ledger)
    }
  }

  /// What is to be copied, the largest first, and chunks that are copied already.
  func copyJobs(
    _ plan: MigrationPlan, _ remainder: Remainder, ledger: Ledger
  ) async throws -> (jobs: [RowCopying.Job], done: [LedgerChunk]) {
    let missing = tablesToCopy(plan, remainder)
    let begun = Dictionary(grouping: remainder.chunks, by: \.target)
    let planner = ChunkPlanner(oracle: oracle, size: settings.chunkSize, connect: settings.connectOracle)
    let ranges = try await planner.ranges(of: missing.map(\.mapping).filter { begun[$0.target] == nil })
    var jobs: [RowCopying.Job] = []
    var done: [LedgerChunk] = []
    for table in missing {
      let target = table.mapping.target
      var chunks = begun[target]
      if chunks == nil, let ranges = ranges[target] {
        chunks = try await begin(table, ranges, remainder.run, ledger: ledger)
        // Nobody else can have begun it: this ledger is locked.
        guard chunks != nil else { throw LedgerError.recordMissing("the chunks of \(target)") }
      }
      guard let chunks else {
        jobs.append(.table(table))
        continue
      }
      let open = chunks.filter { $0.state != .copied }
      done += chunks.filter { $0.state == .copied }
      jobs += open.isEmpty ? [.finish(table)] : [.count(table)] + open.map { .chunk(table, $0) }
    }
    return (jobs.largestFirst, done)
  }

  private func begin(
    _ table: TablePlan, _ ranges: [RowRange], _ run: LedgerRun, ledger: Ledger
  ) async throws -> [LedgerChunk]? {
    let name = Migration.name(of: table.creation.object)
    do {
      let chunks = try await ledger.begin(
        table.mapping, ranges: ranges, createStatements: table.statements.map(\.sql), for: run)
      Failpoint.tableBegun.pass()
      return chunks
    } catch let error as PostgresError where !error.isConnectionLost {
      throw MigrationError.stepFailed(
        object: name, reason: error.description, sqlState: error.sqlState, rowsAreCopied: false)
    }
  }

  func copyTables(
    _ plan: MigrationPlan, _ remainder: Remainder, _ jobs: [RowCopying.Job], done: [LedgerChunk], _ workers: Workers,
    ledger: Ledger, report: inout MigrationReport
  ) async throws {
    for table in plan.tables where !table.copiesRows && !remainder.steps.contains(table.creation.id) {
      try await apply(table.creation, statements: table.statements.map(\.sql), remainder.run, ledger: ledger)
    }
    onEvent(.outlook(outlook(plan, remainder, jobs, done: done), workers: workers.pairs.count))
    let budget = RejectBudget(
      limit: settings.badValues.limit, used: try await ledger.openRejectCount(of: remainder.run))
    let copying = RowCopying(
      run: remainder.run, snapshots: remainder.snapshots, badValues: settings.badValues, budget: budget,
      rateLimit: settings.rateLimit,
      witness: settings.sumsRows
        ? SummingWitness.maker(hashKey: try await ledger.hashKey(of: remainder.run)) : nil, onEvent: onEvent)
    let copied = try await copying.run(jobs, done: done, over: workers.pairs)
    let before = Dictionary(remainder.copied.map { ($0.target, $0) }) { first, _ in first }
    for table in plan.tables {
      let target = table.mapping.target
      if let result = copied[target] {
        add(
          result.counts, result.findings, of: target, scn: remainder.scn(of: target), isNew: true, to: &report)
      } else if let earlier = before[target] {
        add(
          earlier.counts, earlier.findings, of: target, scn: remainder.scn(of: target), isNew: false, to: &report)
      }
    }
  }

  /// Phases whose statements stand each for itself, so that several are made at a time.
  private static func isParallel(_ phase: PlanPhase) -> Bool { phase == .index || phase == .statistics }

  /// Keys and checks of one table would wait for each other's lock: they are made by one worker, table by table.
  private static func isKey(_ phase: PlanPhase) -> Bool { [.primaryKey, .unique, .check].contains(phase) }

  /// So would the validations of one table's foreign keys; those of two tables that refer to each other do not.
  private static func isByTable(_ phase: PlanPhase) -> Bool { isKey(phase) || phase == .validation }

  private func complete(
    _ plan: MigrationPlan, _ remainder: Remainder, _ workers: Workers, ledger: Ledger, report: inout MigrationReport
  ) async throws {
    let missing = plan.completion.filter { !remainder.steps.contains($0.id) }
    let outcome = CompletionOutcome()
    var rest = missing[...]
    while let first = rest.first {
      let statements = Array(
        rest.prefix { Migration.isKey(first.phase) ? Migration.isKey($0.phase) : $0.phase == first.phase })
      rest = rest.dropFirst(statements.count)
      var works: [[DDLStatement]] = [statements]
      if Migration.isParallel(first.phase) {
        works = statements.map { [$0] }
      } else if Migration.isByTable(first.phase) {
        let tables = Dictionary(grouping: statements) { $0.object.table ?? $0.object.name }
        // In the plan's order, in which the largest tables come first.
        var seen: Set<String> = []
        works = statements.map { $0.object.table ?? $0.object.name }.filter { seen.insert($0).inserted }
          .compactMap { tables[$0] }
      }
      let run = remainder.run
      try await workers.each(works) { statements, session in
        for statement in statements { try await complete(statement, run, ledger, session, outcome) }
      }
    }
    outcome.add(to: &report)
  }

  private func complete(
    _ statement: DDLStatement, _ run: LedgerRun, _ ledger: Ledger, _ session: PostgresSession,
    _ outcome: CompletionOutcome
  ) async throws {
    // Where the foreign key could not be made there is nothing to validate: that is said already.
    if let key = statement.validatedKey, outcome.lacks(key) { return }
    onEvent(.step(statement.object))
    do {
      try await apply(statement, statements: [statement.sql], run, ledger: ledger, on: session)
      outcome.made(statement.object.kind.rawValue)
    } catch MigrationError.stepFailed(_, let reason, let sqlState, _)
      where statement.mayFail && Migration.isForGood(sqlState, of: statement)
    {
      outcome.notMade(Migration.notMade(statement, reason), statement)
    } catch let error as MigrationError {
      guard case .stepFailed(_, let reason, Migration.foreignKeyViolation, _) = error,
        try await mayStayNotValid(statement, run, session)
      else { throw error }
      outcome.notMade(Migration.notValidated(statement, reason), statement)
    }
  }

  /// A constraint that Oracle never validated and that the rows do not keep, an index that PostgreSQL can't make of the
  /// values, such as very long ones, or a view that it refuses.
  static func notMade(_ statement: DDLStatement, _ reason: String) -> Finding {
    let (rule, remedy) =
      switch statement.phase {
      case .index: ("index.not-made", "make an index that serves the same queries")
      case .view, .synonym: ("view.not-made", "write the view in PostgreSQL's words")
      case .trigger: ("trigger.not-made", "write the trigger in PL/pgSQL")
      case .grant: ("grant.not-made", "GRANT it in PostgreSQL once the role is there")
      case .comment: ("comment.not-made", "make the object that it stands on, then the comment")
      default: ("constraint.not-valid", "mend the rows, then make the constraint in PostgreSQL")
      }
    return Finding(
      severity: .warning, rule: rule, object: name(of: statement.object), reason: reason, remedy: remedy)
  }

  /// Whether a failure comes of the values or the definition, so that it would come again: another one, such as a full
  /// disk, a lock or an administrator's cancel, ends the run, which is started again.
  private static func isForGood(_ sqlState: String?, of statement: DDLStatement) -> Bool {
    guard let sqlState else { return false }
    // What a view or a trigger says is wrong whenever it is said; a right that is lacking can be granted.
    let isWords = [.view, .trigger, .synonym, .comment, .grant].contains(statement.phase)
    if isWords, sqlState.hasPrefix("42") { return sqlState != "42501" }
    // Data exceptions, violated constraints, program limits (index rows that are too long), features not supported.
    if ["22", "23", "54", "0A"].contains(sqlState.prefix(2)) { return true }
    // No operator class, no function, an invalid definition, no key that the foreign key could refer to.
    return ["42704", "42883", "42P17", "42830"].contains(sqlState)
  }

  private static func name(of object: TargetObject) -> String {
    let name = "\(object.kind.rawValue) \(object.name)"
    return object.table.map { "\(name) of \($0)" } ?? name
  }

  func apply(
    _ statement: DDLStatement, statements: [String], _ run: LedgerRun, ledger: Ledger,
    on session: PostgresSession? = nil
  ) async throws {
    let name = Migration.name(of: statement.object)
    do {
      try await ledger.apply(step: statement.id, object: name, statements: statements, for: run, on: session)
      Failpoint.stepCommitted.pass()
    } catch let error as PostgresError where !error.isConnectionLost {
      throw MigrationError.stepFailed(
        object: name, reason: error.description, sqlState: error.sqlState, rowsAreCopied: statement.phase > .table)
    }
  }
}

/// What the steps behind the rows came to, of several workers.
private final class CompletionOutcome: Sendable {
  private struct State {
    var made: [String: Int] = [:]
    var findings: [Finding] = []
    var lacking: Set<String> = []
  }

  private let state = Mutex(State())

  func made(_ kind: String) { state.withLock { $0.made[kind, default: 0] += 1 } }

  func notMade(_ finding: Finding, _ statement: DDLStatement) {
    state.withLock { state in
      state.findings.append(finding)
      state.lacking.insert(statement.id)
    }
  }

  func lacks(_ step: String) -> Bool { state.withLock { $0.lacking.contains(step) } }

  func add(to report: inout MigrationReport) {
    let state = state.withLock { $0 }
    report.objectsMade.merge(state.made) { $0 + $1 }
    report.findings += state.findings.sorted { $0.object < $1.object }
  }
}
