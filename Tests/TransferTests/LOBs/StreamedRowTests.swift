import Ledger
import Model
import OracleStandIn
import OracleWire
import PostgresClient
import Testing

@testable import OracleClient
@testable import Transfer

/// LOBs that are read while their row is written, from a real socket into a real PostgreSQL.
@Suite("Rows with LOBs in pieces") struct StreamedRowTests {
  /// Bytes of a BLOB that come at once from the stand-in: whole chunks in a MiB.
  private static let pieceBytes = (1 << 20) / 8132 * 8132

  private static let mapping = TableMapping(
    sourceOwner: "OT", sourceName: "PAPERS", target: QualifiedName(schema: "public", name: "papers"),
    columns: [
      ColumnMapping(
        sourceName: "ID", oracleType: .number(precision: 9, scale: 0), targetName: "id", postgresType: .integer,
        isNullable: false),
      ColumnMapping(
        sourceName: "BODY", oracleType: .clob, targetName: "body", postgresType: .text, isNullable: true),
      ColumnMapping(
        sourceName: "DOC", oracleType: .xml, targetName: "doc", postgresType: .xml, isNullable: true),
      ColumnMapping(
        sourceName: "NOTE", oracleType: .nclob, targetName: "note", postgresType: .text, isNullable: true),
      ColumnMapping(
        sourceName: "PICTURE", oracleType: .blob, targetName: "picture", postgresType: .bytea, isNullable: true),
      ColumnMapping(
        sourceName: "NAME", oracleType: .varchar2(length: 30), targetName: "name",
        postgresType: .varchar(length: 30), isNullable: true),
    ], primaryKey: ["id"])
  private static let create = """
    CREATE TABLE public.papers (id integer PRIMARY KEY, body text, doc xml, note text,
      picture bytea CHECK (octet_length(picture) <> 1500001), name varchar(30))
    """

  private struct Row {
    var id: Int
    var body: String?
    var note: String?
    var picture: [UInt8]?
    var doc: String?
  }

  private static func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 9) }
  }

  /// The pairs of the ships lie across the borders of pieces, as one letter is before them.
  private static let ships = "a" + String(repeating: "\u{1F6A2}", count: 600_000)
  private static let mixed = String(repeating: "\u{E9}\u{20AC}x\u{1F6A2}", count: 260_000)

  private func with(
    _ rows: [Row], _ body: (OracleConnection, TableCopyTests.Target, UInt64) async throws -> Void
  ) async throws {
    let database = StandInDatabase()
    database.createUser("OT", password: "secret")
    let server = try await StandInServer.start(database: database)
    let connection = try await OracleConnection.connect(
      .init(
        host: "127.0.0.1", port: server.port, service: .serviceName("STANDIN"), user: "OT", password: "secret",
        connectTimeout: 300))
    do {
      _ = try await connection.execute(
        "CREATE TABLE papers (id NUMBER(9) PRIMARY KEY, body CLOB, doc XMLTYPE, note NCLOB, picture BLOB, "
          + "name VARCHAR2(30 CHAR))")
      for row in rows {
        let body = try await lob(.clob, row.body.map { Array($0.utf8) }, connection)
        let note = try await lob(.nclob, row.note.map { Array($0.utf8) }, connection)
        let picture = try await lob(.blob, row.picture, connection)
        _ = try await connection.execute(
          "INSERT INTO papers VALUES (:1, :2, \(row.doc.map { "XMLTYPE('\($0)')" } ?? "NULL"), :3, :4, 'row ' || :5)",
          binds: [.number(OracleNumber(row.id)), body, note, picture, .number(OracleNumber(row.id))])
      }
      try await connection.commit()
      let scn = try await connection.rows("SELECT current_scn FROM v$database").first?.first
      guard case .number(let number)? = scn else { throw LOBLengthError() }
      try await body(connection, TableCopyTests.Target(), UInt64(number.intValue ?? 0))
    } catch {
      await server.stop()
      throw error
    }
    await connection.close()
    await server.stop()
  }

  private func lob(_ kind: LOBKind, _ bytes: [UInt8]?, _ connection: OracleConnection) async throws -> OracleValue {
    guard let bytes else { return .null }
    let lob = try await connection.temporaryLOB(kind)
    try await lob.write(bytes)
    return lob.value
  }

  private func options(_ policy: BadValuePolicy = .abort, budget: Int = 1_000_000) -> TableCopy.Options {
    var options = TableCopy.Options()
    options.largeLOB = 1_000
    options.streamedLOBs = budget
    options.badValues = BadValueHandling(usual: policy)
    return options
  }

  private func expect(_ rows: [Row], in session: PostgresSession) async throws {
    let found = try await session.execute(
      "SELECT id, body, note, encode(picture, 'hex'), doc::text, name FROM public.papers ORDER BY id")
    #expect(found.rows.map { $0[0] } == rows.map { String($0.id) })
    let digits = Array("0123456789abcdef".utf8)
    for (row, found) in zip(rows, found.rows) {
      // Not as arguments of #expect: it would print megabytes.
      let isEqual = [
        found[1] == row.body, found[2] == row.note,
        found[3]
          == row.picture.map { bytes in
            String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
          },
        found[4] == row.doc, found[5] == "row \(row.id)",
      ]
      #expect(isEqual == [true, true, true, true, true], "row \(row.id)")
    }
  }

  private static let rows = [
    Row(id: 1, body: ships, note: mixed, picture: bytes(1_500_000), doc: "<a>\u{E9}</a>"),
    Row(id: 2, picture: bytes(2 * pieceBytes)),
    Row(id: 3, body: "", note: "short", picture: bytes(2 * pieceBytes + 1)),
    Row(id: 4, body: "x", note: "", picture: []),
    Row(id: 5),
    // Large, but within the budget.
    Row(id: 6, body: String(repeating: "x", count: 3_000), note: nil, picture: bytes(2_000), doc: "<b/>"),
    Row(id: 7, body: nil, note: mixed, picture: [], doc: nil),
  ]

  @Test("every value arrives, from every lane", arguments: [1 << 16, 384 << 10], [true, false])
  func copied(flushThreshold: Int, atSCN: Bool) async throws {
    try await with(Self.rows) { connection, target, scn in
      var options = options()
      options.flushThreshold = flushThreshold
      let copy = try TableCopy(
        Self.mapping, scn: atSCN ? scn : nil, createStatements: [Self.create], options: options)
      let outcome = try await copy.run(from: connection, to: target.session, for: target.run)
      guard case .copied(let counts, let findings) = outcome else {
        Issue.record("\(outcome)")
        return
      }
      #expect(counts.rowsRead == 7 && counts.rowsLoaded == 7 && findings.isEmpty)
      try await expect(Self.rows, in: target.session)
    }
  }

  @Test("streamed rows are of the lane whose LOBs are above the budget") func lanes() async throws {
    try await with(Self.rows) { connection, _, scn in
      let plan = try CopyPlan(mapping: Self.mapping, scn: scn)
      let lanes = try await LOBLanes(plan: plan, limit: 1_000, budget: 1_000_000).open(on: connection, fetchSize: nil)
      var found: [Int: Int] = [:]
      for try await batch in lanes {
        for row in 0..<batch.rows.rowCount {
          let id = try OracleNumber(wireBytes: #require(batch.rows.value(row: row, column: 0))).intValue ?? 0
          found[id] = batch.lobs.count
        }
      }
      #expect(found == [1: 4, 2: 1, 3: 3, 4: 0, 5: 0, 6: 0, 7: 2])
    }
  }

  private static let faulty = [
    Row(id: 1, body: ships, picture: bytes(10)),
    // In the second piece.
    Row(id: 2, body: String(repeating: "x", count: 1_100_000) + "\0y"),
    Row(id: 3, body: "b", note: "n\0" + mixed + "\0"),
    Row(id: 4, body: String(repeating: "\u{E9}\0", count: 3), picture: bytes(1_500_001)),
    Row(id: 5, body: "small"),
    Row(id: 6, body: "not\0small", picture: bytes(1_200_000), doc: "<a/>"),
  ]

  @Test("rows that cannot be carried are left out or repaired", arguments: BadValuePolicy.allCases)
  func policies(_ policy: BadValuePolicy) async throws {
    try await with(Self.faulty) { connection, target, scn in
      let copy = try TableCopy(Self.mapping, scn: scn, createStatements: [Self.create], options: options(policy))
      guard policy != .abort else {
        let error = await #expect(throws: TransferError.self) {
          try await copy.run(from: connection, to: target.session, for: target.run)
        }
        #expect(error?.description.contains("NUL") == true, "\(String(describing: error))")
        #expect(try await target.session.execute("SELECT to_regclass('public.papers')").firstValue == nil)
        return
      }
      let outcome = try await copy.run(from: connection, to: target.session, for: target.run)
      guard case .copied(let counts, let findings) = outcome else {
        Issue.record("\(outcome)")
        return
      }
      let rejects = try await Ledger.openRejects(of: target.run, on: target.session)
      let places = Dictionary(
        uniqueKeysWithValues: rejects.map { ($0.key["ID"] ?? "", "\($0.column ?? "") \($0.reason)") })
      #expect(rejects.allSatisfy { $0.address != nil && $0.detail.contains("too many to be kept") })
      let repairs = Dictionary(uniqueKeysWithValues: findings.map { ("\($0.rule) \($0.object)", $0.count) })
      switch policy {
      case .reject:
        #expect(places == ["2": "BODY text-nul", "3": "NOTE text-nul", "4": "BODY text-nul", "6": "BODY text-nul"])
        #expect(counts.rowsRead == 6 && counts.rowsLoaded == 2 && counts.rowsRejected == 4)
        #expect(findings.isEmpty)
        try await expect([Self.faulty[0], Self.faulty[4]], in: target.session)
      default:
        // Of the row that the server refused nothing is counted.
        #expect(places == ["4": " refused-by-server"])
        #expect(counts.rowsRead == 6 && counts.rowsLoaded == 5 && counts.rowsRejected == 1)
        #expect(
          repairs == ["text.repaired column OT.PAPERS.BODY": 2, "text.repaired column OT.PAPERS.NOTE": 2])
        let mark = policy == .strip ? "" : "\u{FFFD}"
        let repaired = [0, 1, 2, 4, 5].map { place in
          var row = Self.faulty[place]
          row.body = row.body.map { $0.replacing("\0", with: mark) }
          row.note = row.note.map { $0.replacing("\0", with: mark) }
          return row
        }
        try await expect(repaired, in: target.session)
      }
    }
  }

  @Test("a row that was left out is loaded later, in pieces as well") func retried() async throws {
    let row = Row(id: 1, body: String(repeating: "\u{E9}", count: 5_000_000) + "\0")
    try await with([row]) { connection, target, scn in
      let copy = try TableCopy(Self.mapping, scn: scn, createStatements: [Self.create], options: options(.reject))
      _ = try await copy.run(from: connection, to: target.session, for: target.run)
      let reject = try #require(try await Ledger.openRejects(of: target.run, on: target.session).first)
      func retry(_ policy: BadValuePolicy) async throws -> RowRetry.Outcome {
        try await RowRetry(
          mapping: Self.mapping, reject: reject, run: target.run, handling: BadValueHandling(usual: policy)
        ).run(scn: scn, from: connection, to: target.session)
      }
      guard case .leftOut(let again) = try await retry(.reject) else {
        Issue.record("not left out")
        return
      }
      #expect(again.reason == "text-nul" && again.column == "BODY")
      guard case .loaded(let findings) = try await retry(.strip) else {
        Issue.record("not loaded")
        return
      }
      #expect(findings.map(\.rule) == ["text.repaired"])
      let lengths = "SELECT length(body), octet_length(body) FROM public.papers"
      #expect(try await target.session.execute(lengths).rows == [["5000000", "10000000"]])
    }
  }

  // MARK: LOBs that are not what they seem

  /// A row of a number, NULLs and a BLOB or CLOB whose locator says what it likes.
  private func batch(
    _ lengths: [(kind: LOBKind, column: Int, length: UInt32)], _ connection: OracleConnection, identifier: UInt8 = 0xFF
  ) throws -> SourceBatch {
    var batch = SourceBatch(RowBatch(rows: [[OracleNumber(1).bytes, nil, nil, nil, nil, nil]]))
    for (kind, column, length) in lengths {
      var locator = [UInt8](repeating: 0, count: 40)
      locator[1] = 38
      locator[4] = kind == .blob ? 1 : 2
      locator[5] = 8
      locator[6] = kind == .blob ? 0 : 0x80
      locator[27] = identifier
      let size = (0..<4).map { UInt8(truncatingIfNeeded: length >> (24 - 8 * UInt32($0))) }
      var description = ColumnDescription(name: "X", typeCode: kind.typeCode, isNational: kind.isNational)
      description.locatorPrefetch = 0
      let value = try LOBColumnValue(
        wireBytes: ([1, 40, 4] + size + [2, 0x1F, 0xC4, 40] + locator)[...], column: description)
      batch.lobs.append(
        SourceBatch.LOBCell(
          row: 0, column: column, lob: try OracleLOB(kind: kind, value: value, connection: connection)))
    }
    return batch
  }

  private func described() -> [ColumnDescription] {
    [
      ColumnDescription(name: "ID", typeCode: .number, precision: 9, scale: 0, bufferSize: 22),
      ColumnDescription(name: "BODY", typeCode: .clob, bufferSize: 4000),
      ColumnDescription(name: "DOC", typeCode: .clob, bufferSize: 4000),
      ColumnDescription(name: "NOTE", typeCode: .clob, bufferSize: 4000, isNational: true),
      ColumnDescription(name: "PICTURE", typeCode: .blob, bufferSize: 4000),
      ColumnDescription(name: "NAME", typeCode: .varchar, bufferSize: 120, maxCharacters: 30),
    ]
  }

  @Test("what PostgreSQL's limits forbid is known before anything is read") func tooLarge() async throws {
    try await with([]) { connection, target, _ in
      let plan = try CopyPlan(mapping: Self.mapping, scn: nil)
      for (lengths, column) in [
        ([(.blob, 4, 1 << 30)], "PICTURE"), ([(.clob, 1, 1 << 30)], "BODY"), ([(.nclob, 3, 1 << 31)], "NOTE"),
        // Each would fit, but PostgreSQL puts the row together in one piece of memory.
        ([(.clob, 1, 600_000_000), (.blob, 4, 600_000_000)], "PICTURE"),
      ] as [([(kind: LOBKind, column: Int, length: UInt32)], String)] {
        var transcoder = try plan.transcoder(for: described(), serverVersion: 150_000)
        let batch = try batch(lengths, connection)
        let error = await #expect(throws: RejectError.self) {
          _ = try await transcoder.stream(batch, row: 0, rateLimit: nil)
        }
        #expect(error?.reason == .valueTooLarge && error?.column == column && error?.row == 1)
        #expect(transcoder.rowCount == 0)
      }
      _ = target
    }
  }

  @Test("a LOB that fails in the middle of its row fails the copy and leaves nothing")
  func failsInTheMiddle() async throws {
    let rows = [Row(id: 1, picture: Self.bytes(3_000_000)), Row(id: 2, body: "a\0", picture: Self.bytes(1_600_000))]
    try await with(rows) { connection, target, scn in
      let copy = try TableCopy(Self.mapping, scn: scn, createStatements: [Self.create], options: options(.reject))
      let gone = try batch([(.blob, 4, 3_000_000)], connection)
      let described = described()
      let lanes = AsyncStream<SourceBatch> { stream in
        stream.yield(SourceBatch(RowBatch(rows: [[OracleNumber(7).bytes, nil, nil, nil, nil, nil]])))
        stream.yield(gone)
        stream.finish()
      }
      let error = await #expect(throws: TransferError.self) {
        try await copy.run(to: target.session, for: target.run, lanes: { (described, lanes) }, onProgress: { _ in })
      }
      #expect(error?.oracleError?.code == 22275, "\(String(describing: error))")
      #expect(try await target.session.execute("SELECT to_regclass('public.papers')").firstValue == nil)
      #expect(await target.session.isInTransaction == false)
      // Both sessions are sound.
      let outcome = try await copy.run(from: connection, to: target.session, for: target.run)
      guard case .copied(let counts, _) = outcome else {
        Issue.record("\(outcome)")
        return
      }
      #expect(counts.rowsLoaded == 1 && counts.rowsRejected == 1)
      try await expect([rows[0]], in: target.session)
    }
  }
}
