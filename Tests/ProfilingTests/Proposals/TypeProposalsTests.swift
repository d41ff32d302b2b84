import Conversion
import Model
import Testing

@testable import Profiling

/// Proposals for whole schemas, read from a server.
@Suite struct TypeProposalsTests {
  private static let script = [
    "CREATE TABLE customers (id NUMBER CONSTRAINT customers_pk PRIMARY KEY, active NUMBER(1), born DATE)",
    "CREATE TABLE orders (id NUMBER CONSTRAINT orders_pk PRIMARY KEY, customer NUMBER CONSTRAINT orders_fk REFERENCES customers)",
    "CREATE TABLE \"Odd.Name\" (\"a*b\" NUMBER, \"c=d\" NUMBER)",
    "INSERT INTO customers SELECT level, MOD(level, 2), DATE '2020-01-01' + level FROM dual CONNECT BY level <= 50",
    "INSERT INTO customers VALUES (12345678, NULL, NULL)",
    "INSERT INTO orders SELECT level, level FROM dual CONNECT BY level <= 50",
    "INSERT INTO \"Odd.Name\" SELECT level, level FROM dual CONNECT BY level <= 50",
  ]

  private func entries(_ profile: SchemaProfile) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: profile.proposals.flatMap { proposal in
        proposal.columns.map { ($0.entryName, proposal.type) }
      })
  }

  /// The order's column alone would be an integer: the key that it refers to is larger.
  @Test func bothEndsOfAForeignKeyGetTheWidestType() async throws {
    try await ProfiledServer.with(Self.script) { server in
      let profile = try await server.profile()
      #expect(
        entries(profile) == [
          "CUSTOMERS.ID": "bigint", "ORDERS.CUSTOMER": "bigint", "ORDERS.ID": "integer", "CUSTOMERS.ACTIVE": "boolean",
          "CUSTOMERS.BORN": "date", "\"Odd.Name\".\"a*b\"": "integer",
        ])
      let tied = try #require(profile.proposals.first { $0.columns.count == 2 })
      #expect(tied.evidence == "101 values, all whole, at most 8 digits", "\(tied.evidence)")
      #expect(profile.notes.contains { $0.column == "c=d" && $0.text.contains("no entry of config.ini can name it") })
      // The conversion takes them all.
      var options = ConversionOptions()
      for (name, type) in entries(profile) { options.types.entries.append(try TypeChoice("\(name)=\(type)")) }
      let taken = try await server.mappings(options).flatMap { table in table.columns.map { $0.postgresType.sql } }
      #expect(taken.sorted() == ["bigint", "bigint", "boolean", "date", "integer", "integer", "numeric"])
    }
  }

  @Test(arguments: ["ORDERS.CUSTOMER=numeric", "*.CUST*=numeric", "NUMBER(*)=numeric"])
  func aChoiceThatIsThereIsKept(entry: String) async throws {
    try await ProfiledServer.with(Self.script) { server in
      var options = ConversionOptions()
      options.types = try TypeChoices(entry, origin: "config/config.ini:9")
      let profile = try await server.profile(options)
      #expect(entries(profile)["CUSTOMERS.ID"] == nil && entries(profile)["ORDERS.CUSTOMER"] == nil)
      #expect(entries(profile)["CUSTOMERS.ACTIVE"] == "boolean")
      let note = try #require(profile.notes.first { $0.text.contains("has chosen numeric already") })
      #expect(note.table == "CUSTOMERS" && note.text.contains("`\(entry)` (config/config.ini:9)"))
    }
  }

  @Test func aKeyWhoseOtherEndWasNotReadIsLeftAlone() async throws {
    try await ProfiledServer.with(Self.script) { server in
      let orders = try await server.mappings().filter { $0.sourceName == "ORDERS" }
      let profiles = try await SchemaProfiler(orders, scn: nil).run(
        over: server.connection, sessions: 1, connect: server.connect)
      let profile = try SchemaProfile(profiles, of: try await server.schema(), options: ConversionOptions(), scn: nil)
      #expect(entries(profile) == ["ORDERS.ID": "integer"])
      #expect(profile.notes.contains { $0.text.contains("CUSTOMERS.ID, which foreign keys tie to it, was not read") })
    }
  }

  /// A default that boolean cannot have is told with the proposal.
  @Test func whatTheConversionWouldSayIsTold() async throws {
    try await ProfiledServer.with([
      "CREATE TABLE flags (is_on NUMBER(1) DEFAULT 7)",
      "INSERT INTO flags SELECT MOD(level, 2) FROM dual CONNECT BY level <= 20",
    ]) { server in
      let profile = try await server.profile()
      #expect(entries(profile) == ["FLAGS.IS_ON": "boolean"])
      #expect(profile.consequences.map(\.rule) == ["default.not-converted"], "\(profile.consequences)")
    }
  }

  @Test func valuesThatCannotBeCarriedAreWarnedOf() async throws {
    try await ProfiledServer.with([
      "CREATE TABLE texts (word VARCHAR2(400), flag CHAR(1), fine TIMESTAMP(9), never DATE)",
      "INSERT INTO texts SELECT 'w' || level, DECODE(MOD(level, 2), 0, 'Y', 'N'), TIMESTAMP '2020-01-01 00:00:00', NULL "
        + "FROM dual CONNECT BY level <= 20",
      "INSERT INTO texts VALUES ('a' || CHR(0), 'Y', TIMESTAMP '2020-01-01 00:00:00.0000001', NULL)",
      "INSERT INTO texts VALUES (TO_CHAR(UNISTR('\\FFFD')), 'Y', NULL, NULL)",
    ]) { server in
      let profile = try await server.profile()
      #expect(
        profile.warnings.map { "\($0.column ?? ""): \($0.count ?? 0)" } == ["WORD: 1", "WORD: 1", "FINE: 1"],
        "\(profile.warnings)")
      #expect(profile.warnings[0].remedy.contains("[rejects] TEXTS.WORD = strip"))
      #expect(profile.warnings[1].remedy.contains("[character-sets] TEXTS.WORD"))
      let remarks = profile.notes.filter { $0.severity == .remark }.map { "\($0.column ?? ""): \($0.text)" }
      #expect(
        remarks == [
          "WORD: the longest of 22 values has 3 of 400 characters that are allowed",
          "FLAG: only N and Y: a flag, which stays text", "NEVER: it is NULL in every row that was read",
        ], "\(remarks)")
    }
  }
}
