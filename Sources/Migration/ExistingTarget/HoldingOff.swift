import Catalog
import Ledger
import Model
import PostgresClient

/// Keeps triggers and foreign keys off while rows are loaded, as far as the user's rights go, and puts them back.
///
/// A user who may set session_replication_role changes nothing but the loading sessions. An owner's triggers are disabled
/// and foreign keys are dropped and made again; the ledger knows of each before it is off. Who may neither loads tables in
/// the order of their foreign keys.
struct HoldingOff: Sendable {
  /// What the user's rights allow.
  enum Way: Sendable, Hashable {
    /// session_replication_role = replica in the loading sessions.
    case replica
    /// ALTER TABLE.
    case alteration
  }

  let ledger: Ledger
  let way: Way
  /// What watches over the tables, but for what is off already.
  let guards: TableGuards

  /// Finds out what the user may do.
  static func survey(
    _ tables: [ExistingTable], ledger: Ledger
  ) async throws -> HoldingOff {
    let guards = try await PostgresCatalog(session: ledger.session).guards(of: tables.map(\.oid))
    return HoldingOff(
      ledger: ledger, way: try await mayReplicate(ledger.session) ? .replica : .alteration, guards: guards)
  }

  /// Whether the user may set the role of sessions: superusers, and from PostgreSQL 15 on whom they allow it.
  private static func mayReplicate(_ session: PostgresSession) async throws -> Bool {
    do {
      _ = try await session.execute(replicaRole)
      _ = try await session.execute(plainRole)
      return true
    } catch let error as PostgresError where error.sqlState == "42501" {
      return false
    }
  }

  static let replicaRole = "SET session_replication_role TO replica"
  static let plainRole = "SET session_replication_role TO origin"

  /// Foreign keys that refer from the loaded tables, or from partitions of them.
  ///
  /// Those of other tables to the loaded ones never hinder rows that come.
  var referring: [TableGuards.ForeignKey] { guards.foreignKeys.filter(\.isReferring) }

  // MARK: off

  /// What is taken off by ALTER TABLE.
  var holds: [LedgerHold] {
    let triggers = guards.triggers.filter { $0.isOwned && (way == .alteration || $0.firesForReplica) }
      .map { LedgerHold(kind: .trigger, table: $0.table, name: $0.name, definition: $0.firing) }
    guard way == .alteration else { return triggers }
    return triggers
      + referring.filter(\.canBeMade).map {
        LedgerHold(kind: .foreignKey, table: $0.table, name: $0.name, definition: $0.definition, remark: $0.remark)
      }
  }

  /// Foreign keys that stay in force: tables are loaded in their order.
  var remaining: [TableGuards.ForeignKey] { way == .replica ? [] : referring.filter { !$0.canBeMade } }

  /// Triggers that fire while rows come.
  var firing: [TableGuards.Trigger] {
    guards.triggers.filter { !$0.isOwned && $0.isOnInsert && (way == .alteration || $0.firesForReplica) }
  }

  /// Takes off what can be taken off.
  func hold() async throws {
    for hold in holds { try await ledger.hold(hold) }
    // A key that a run before has put back unchecked hinders the rest of the rows as well.
    let off = Set(holds.map(\.description))
    for hold in try await ledger.holds() where hold.state == .unvalidated && !off.contains(hold.description) {
      try await ledger.hold(hold)
    }
  }

  /// What there is to say of what stays in force.
  var findings: [Finding] {
    let triggers = firing.map { trigger in
      Finding(
        severity: .warning, rule: "trigger.fired", object: "trigger \(trigger.name) of \(trigger.table)",
        reason: "the user may not disable it: it fires for every row that is loaded, and may change it",
        remedy: "load as the table's owner or as a superuser; verify shows what it changed")
    }
    guard !remaining.isEmpty else { return triggers }
    return triggers + [
      Finding(
        severity: .info, rule: "foreign-key.in-force", object: "schema \(ledger.targetSchema) of PostgreSQL",
        reason:
          "\(remaining.count) foreign keys that the user may not drop are checked while rows come: tables are loaded "
          + "one after the other in their order",
        remedy: "nothing, or load as the tables' owner, which is faster")
    ]
  }

  // MARK: order

  /// The tables in the order of the foreign keys that stay in force, those first that are referred to.
  ///
  /// - Returns: nil where they form a circle; the tables of it.
  func ordered<Item>(_ items: [Item], name: (Item) -> QualifiedName) -> (items: [Item], circle: [QualifiedName]) {
    var waiting = items
    var result: [Item] = []
    while !waiting.isEmpty {
      let names = Set(waiting.map(name))
      let blocked = Set(
        remaining.filter { $0.table != $0.referenced && names.contains($0.referenced) }.map(\.table))
      let free = waiting.filter { !blocked.contains(name($0)) }
      guard !free.isEmpty else { return (result + waiting, waiting.map(name)) }
      result += free
      waiting.removeAll { !blocked.contains(name($0)) }
    }
    return (result, [])
  }

  /// Tables that refer to themselves by a key that stays in force: all rows must come by one statement.
  var selfReferring: Set<QualifiedName> { Set(remaining.filter { $0.table == $0.referenced }.map(\.table)) }
}

extension HoldingOff {
  /// Puts everything back that the ledger knows to be off.
  ///
  /// - Parameter isComplete: whether all rows are there; else foreign keys come back NOT VALID, and the ledger remembers
  ///   that they are to be checked.
  /// - Returns: what could not be put back as it was.
  static func release(_ ledger: Ledger, isComplete: Bool) async throws -> [Finding] {
    var findings: [Finding] = []
    for hold in try await ledger.holds() {
      do {
        if let error = try await ledger.release(hold, isComplete: isComplete) {
          findings.append(notValid(hold.table, hold.name, "\(error)"))
        }
      } catch let error as PostgresError where !error.isConnectionLost {
        findings.append(
          Finding(
            severity: .warning, rule: "hold.not-restored", object: hold.description,
            reason: "it is still off: \(error)",
            remedy: "mend the cause, then run oraferry migrate --data-only again, or oraferry reset"))
      }
    }
    return findings
  }

  /// The finding of a foreign key that the rows do not keep.
  static func notValid(_ table: QualifiedName, _ name: String, _ reason: String) -> Finding {
    Finding(
      severity: .warning, rule: "foreign-key.not-valid", object: "foreign key \(name) of \(table)",
      reason: reason.isEmpty
        ? "it is NOT VALID: not all rows keep it, or nobody has checked them"
        : "rows do not keep it, and it is NOT VALID: \(reason)",
      remedy: "mend the rows, then ALTER TABLE \(table.quoted) VALIDATE CONSTRAINT \(PostgresIdentifier.quoted(name))")
  }
}

extension TableGuards.ForeignKey {
  /// A query that gives a row where the key does not hold, as PostgreSQL itself looks when a key is made.
  var orphanQuery: String {
    let pairs = zip(columns, referencedColumns).map { own, other in
      "r.\(PostgresIdentifier.quoted(other)) = t.\(PostgresIdentifier.quoted(own))"
    }
    let present = columns.map { "t.\(PostgresIdentifier.quoted($0)) IS NOT NULL" }
    let first = referencedColumns.first.map { PostgresIdentifier.quoted($0) } ?? "ctid"
    return """
      SELECT 1 FROM \(table.quoted) t LEFT JOIN \(referenced.quoted) r ON \(pairs.joined(separator: " AND "))
       WHERE r.\(first) IS NULL AND (\(present.joined(separator: isFull ? " OR " : " AND "))) LIMIT 1
      """
  }

  /// The same key as the ledger has such.
  var hold: LedgerHold {
    LedgerHold(kind: .foreignKey, table: table, name: name, definition: definition, remark: remark)
  }
}
