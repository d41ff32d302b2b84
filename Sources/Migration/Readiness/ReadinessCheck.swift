import Catalog
import Conversion
import Model
import OracleClient
import OracleWire
import PostgresClient

/// Looks at both sides, by SELECT only, for what would go wrong in a migration.
public struct ReadinessCheck: Sendable {
  /// Bytes a second that a copy moves at least, for the estimate of its time.
  private static let bytesPerSecond = 20_000_000

  private let oracle: OracleConnection
  private let postgres: PostgresSession
  private let planning: SchemaPlanning
  private let user: String
  private let probeTime: Duration
  private let connect: @Sendable () async throws -> OracleConnection

  /// Prepares a check over two sessions.
  ///
  /// - Parameters:
  ///   - user: whom Oracle knows this session as, for the GRANT statements.
  ///   - probeTime: how long it may look into the tables themselves.
  ///   - connect: opens another session of the same user, which is cut when that time is up.
  public init(
    oracle: OracleConnection, postgres: PostgresSession, planning: SchemaPlanning, user: String,
    probeTime: Duration = .seconds(40), connect: @escaping @Sendable () async throws -> OracleConnection
  ) {
    self.oracle = oracle
    self.postgres = postgres
    self.planning = planning
    self.user = user
    self.probeTime = probeTime
    self.connect = connect
  }

  /// Looks at everything.
  ///
  /// - Throws: errors of the connections; what one look cannot find out is an item of its own.
  public func run() async throws -> ReadinessReport {
    var items = try await source()
    items += try await privileges()
    items += try await target()
    items += try await schema()
    items += try await time()
    return ReadinessReport(items: items)
  }

  // MARK: Oracle

  private func source() async throws -> [ReadinessItem] {
    var items = [ReadinessItem("oracle: version", .ok, oracle.serverVersion)]
    items += oracle.warnings.map { ReadinessItem("oracle: log-on", .warning, $0) }
    let parameters = try await OracleCatalog(connection: oracle).databaseParameters()
    let sets = [parameters.characterSet, parameters.nationalCharacterSet].map { $0 ?? "unknown" }
    items.append(ReadinessItem("oracle: character sets", .ok, "\(sets[0]), national \(sets[1])"))
    if sets[1] != "AL16UTF16" {
      items.append(
        ReadinessItem(
          "oracle: national character set", .warning,
          "\(sets[1]) is not supported: tables with NVARCHAR2, NCHAR or NCLOB fail",
          remedy: "leave these tables out with --tables"))
    }
    do {
      let row = try await oracle.rows("SELECT DATABASE_ROLE, OPEN_MODE FROM V$DATABASE").first ?? []
      let texts = row.map { value in if case .text(let text) = value { text } else { "unknown" } }
      items.append(ReadinessItem("oracle: database role", .ok, texts.joined(separator: ", ")))
    } catch let error as OracleError where Self.isOutOfReach(error) {
      items.append(
        ReadinessItem(
          "oracle: database role", .unknown, "V$DATABASE may not be read (\(error.message))",
          remedy: "nothing, unless this should be a standby"))
    }
    return items
  }

  private static func isOutOfReach(_ error: OracleError) -> Bool { [904, 942, 1031, 6564].contains(error.code) }

  /// The rights that the steps of a migration take.
  private func privileges() async throws -> [ReadinessItem] {
    var items: [ReadinessItem] = []
    do {
      let scn = try await OracleCatalog(connection: oracle).currentSCN()
      items.append(ReadinessItem("oracle: right to read the SCN", .ok, "now \(scn)"))
    } catch let error as CatalogError {
      items.append(
        ReadinessItem(
          "oracle: right to read the SCN", .blocking, "\(error)", remedy: "run the GRANT below",
          grant: "GRANT SELECT ON SYS.V_$DATABASE TO \(user)"))
    }
    let owner = planning.owner
    let own =
      try await oracle.rows("SELECT SYS_CONTEXT('USERENV', 'SESSION_USER') FROM DUAL").first?.first == .text(owner)
    if own {
      items.append(ReadinessItem("oracle: right to read the tables", .ok, "\(owner) is the user's own schema"))
      return items
    }
    let held = try await oracle.rows("SELECT PRIVILEGE FROM SESSION_PRIVS").compactMap { row -> String? in
      if case .text(let name)? = row.first { name } else { nil }
    }
    for privilege in ["SELECT ANY TABLE", "FLASHBACK ANY TABLE", "SELECT ANY SEQUENCE"] where !held.contains(privilege)
    {
      items.append(
        ReadinessItem(
          "oracle: \(privilege)", .warning, "the user has it not; it needs the same right on each object of \(owner)",
          remedy: "grant it, or the right on each table and sequence", grant: "GRANT \(privilege) TO \(user)"))
    }
    return items
  }

  // MARK: PostgreSQL

  private func target() async throws -> [ReadinessItem] {
    let row =
      try await postgres.execute(
        """
        SELECT current_setting('server_version'), pg_encoding_to_char(encoding), datcollate,
          (SELECT reset_val FROM pg_settings WHERE name = 'TimeZone'),
          has_database_privilege(current_database(), 'CREATE'), current_database()
        FROM pg_database WHERE datname = current_database()
        """
      ).rows.first ?? []
    func text(_ index: Int) -> String { row.indices.contains(index) ? row[index] ?? "" : "" }
    var items = [ReadinessItem("postgres: version", .ok, text(0))]
    items.append(
      text(1) == "UTF8"
        ? ReadinessItem("postgres: encoding", .ok, "UTF8")
        : ReadinessItem(
          "postgres: encoding", .blocking, "\(text(1)) cannot hold every character",
          remedy: "make a database with ENCODING 'UTF8' TEMPLATE template0"))
    let isBinary = ["C", "POSIX", "C.UTF-8", "C.utf8"].contains(text(2))
    items.append(
      ReadinessItem(
        "postgres: collation", isBinary ? .ok : .note,
        text(2) + (isBinary ? "" : ": text is sorted otherwise than by Oracle's default, which is binary")))
    items.append(ReadinessItem("postgres: time zone", .ok, "\(text(3)); sessions of oraferry use UTC"))
    items.append(
      text(4) == "t"
        ? ReadinessItem("postgres: right to make schemas", .ok, "in database \(text(5))")
        : ReadinessItem(
          "postgres: right to make schemas", .warning, "the user may not make schemas in \(text(5))",
          remedy: "GRANT CREATE ON DATABASE, or make the schemas oraferry and the target's for the user"))
    return items
  }

  // MARK: the schema

  /// What a migration would report, told before it begins.
  private func schema() async throws -> [ReadinessItem] {
    let plan: MigrationPlan
    let schema: Schema
    do {
      (schema, plan, _) = try await planning.survey(oracle: oracle, postgres: postgres)
    } catch let error as CatalogError {
      return [ReadinessItem("schema", .blocking, "\(error)", remedy: "see [oracle] schema and the user's rights")]
    } catch let error as ConversionError {
      return [ReadinessItem("schema", .blocking, "\(error)", remedy: "see --tables")]
    } catch let error as MigrationError {
      return [ReadinessItem("schema", .blocking, "\(error)")]
    }
    let columns = plan.tables.flatMap(\.mapping.columns)
    var items = [ReadinessItem("schema: tables", .ok, "\(plan.tables.count) tables, \(columns.count) columns")]
    items += longs(plan)
    let probe = TableProbe(owner: planning.owner, time: probeTime, connect: connect)
    items += try await lobs(plan, probe)
    let uncarried = Self.uncarriedColumns(schema)
    if let item = try await constraints() { items.append(item) }
    for finding in plan.findings {
      let verdict: ReadinessItem.Verdict =
        switch finding.severity {
        case .info: .note
        case .warning: .warning
        case .blocking: .blocking
        }
      items.append(
        ReadinessItem(
          finding.object, verdict, finding.reason + (await valuesLeft(finding, uncarried, probe)),
          remedy: finding.remedy))
    }
    await probe.close()
    return items
  }

  /// LONG and LONG RAW columns, whose values nothing in Oracle's SQL can measure.
  private func longs(_ plan: MigrationPlan) -> [ReadinessItem] {
    let names = plan.tables.flatMap { table in
      table.mapping.columns.filter { [.long, .longRaw].contains($0.oracleType) }
        .map { "\(table.mapping.sourceName).\($0.sourceName)" }
    }
    guard !names.isEmpty else { return [] }
    return [
      ReadinessItem(
        "schema: LONG columns", .unknown,
        "\(names.count) not measured, Oracle has no function for that: \(TableProbe.list(names))",
        remedy: "PostgreSQL takes 1 GiB a value: the copy would stop at a longer one")
    ]
  }

  private func lobs(_ plan: MigrationPlan, _ probe: TableProbe) async throws -> [ReadinessItem] {
    let columns = plan.tables.flatMap { table in
      table.mapping.columns.compactMap { column -> TableProbe.LOBColumn? in
        guard [.clob, .nclob, .blob].contains(column.oracleType) else { return nil }
        return TableProbe.LOBColumn(
          table: table.mapping.sourceName, column: column.sourceName, isText: column.oracleType != .blob)
      }
    }
    guard !columns.isEmpty else { return [] }
    let storage = try await OracleCatalog(connection: oracle).lobStorage(owner: planning.owner)
    return TableProbe.items(await probe.lobs(columns, storage: storage))
  }

  /// Table and column of every column whose type is not carried over, by the name that its finding has.
  private static func uncarriedColumns(_ schema: Schema) -> [String: (table: String, column: String)] {
    var places: [String: (table: String, column: String)] = [:]
    for table in schema.tables {
      for column in table.columns {
        if case .unsupported = column.type {
          places["column \(table.name).\(column.name)"] = (table.name, column.name)
        }
      }
    }
    return places
  }

  /// How many values a column holds whose type is not carried over.
  private func valuesLeft(
    _ finding: Finding, _ uncarried: [String: (table: String, column: String)], _ probe: TableProbe
  ) async -> String {
    guard finding.rule == "type.unsupported", let place = uncarried[finding.object] else { return "" }
    guard let count = await probe.values(table: place.table, column: place.column) else {
      return "; its values were not counted"
    }
    return count == 0 ? "; it holds no value" : "; it holds \(count) \(count == 1 ? "value" : "values")"
  }

  /// Constraints that the rows may not keep.
  private func constraints() async throws -> ReadinessItem? {
    let row =
      try await oracle.rows(
        "SELECT COUNT(CASE WHEN STATUS = 'DISABLED' THEN 1 END), "
          + "COUNT(CASE WHEN STATUS = 'ENABLED' AND VALIDATED = 'NOT VALIDATED' THEN 1 END) "
          + "FROM ALL_CONSTRAINTS WHERE OWNER = :1 AND CONSTRAINT_TYPE IN ('P', 'U', 'C', 'R')",
        binds: [.text(planning.owner)]
      ).first ?? []
    let counts = row.map { value in if case .number(let number) = value { number.intValue ?? 0 } else { 0 } }
    guard counts.count == 2, counts[0] + counts[1] > 0 else { return nil }
    return ReadinessItem(
      "schema: constraints", .warning, "\(counts[0]) disabled, \(counts[1]) enabled but never validated",
      remedy: "the rows may not keep them: validate them in Oracle, or see the findings of migrate")
  }

  // MARK: time and room

  /// The undo that Oracle keeps against the time that the copy takes, and the room that it needs.
  private func time() async throws -> [ReadinessItem] {
    let bytes = try await OracleCatalog(connection: oracle).segmentBytes(owner: planning.owner).values
      // What a server says can be any number.
      .reduce(0) { $0.addingReportingOverflow($1).overflow ? Int.max : $0 + $1 }
    guard bytes > 0 else {
      return [
        ReadinessItem(
          "size", .unknown, "the tables' sizes may not be read (DBA_SEGMENTS)",
          remedy: "estimate the copy's time by hand, and compare it with undo_retention")
      ]
    }
    let seconds = max(1, bytes / ReadinessCheck.bytesPerSecond)
    let size = "about \(max(1, bytes / 1_000_000)) MB of tables"
    var items = [
      ReadinessItem(
        "size", .note,
        "\(size); PostgreSQL needs about twice that with indexes, and its free space can't be asked by SQL",
        remedy: "see df on the server")
    ]
    do {
      let row = try await oracle.rows("SELECT VALUE FROM V$PARAMETER WHERE NAME = 'undo_retention'").first
      guard case .text(let text)? = row?.first, let retention = Int(text) else { return items }
      items.append(
        retention >= seconds
          ? ReadinessItem(
            "oracle: undo retention", .ok, "\(retention) s, the copy takes about \(seconds) s")
          : ReadinessItem(
            "oracle: undo retention", .warning,
            "\(retention) s, and the copy takes about \(seconds) s: its SCN may be gone before the end (ORA-01555)",
            remedy:
              "as a DBA run: ALTER SYSTEM SET UNDO_RETENTION = \(seconds.multipliedReportingOverflow(by: 2).partialValue)"
          ))
    } catch let error as OracleError where Self.isOutOfReach(error) {
      items.append(
        ReadinessItem(
          "oracle: undo retention", .unknown, "V$PARAMETER may not be read; the copy takes about \(seconds) s",
          remedy: "ask a DBA for undo_retention", grant: "GRANT SELECT ON SYS.V_$PARAMETER TO \(user)"))
    }
    return items
  }
}
