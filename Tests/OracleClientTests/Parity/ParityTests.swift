import ChildProcess
import Foundation
@testable import OracleClient
@testable import OracleStandIn
import OracleWire
import Testing

/// What our client sends, compared with what python-oracledb sends for the same work to the same server.
///
/// python-oracledb works with real servers of all releases: a difference is either mended or has its reason here, and
/// the reason must hold for a real server.
@Suite("Parity with python-oracledb", .serialized) struct ParityTests {
  // MARK: differences with a reason

  /// A difference that is meant: the fields whose names begin so, in messages of this name.
  struct Known: Sendable, Hashable {
    var message: String
    var field: String
    var reason: String
  }

  static let known: [Known] = [
    Known(message: "CONNECT", field: "SDU", reason: "larger packets for bulk reads; the server's ACCEPT decides"),
    Known(message: "CONNECT", field: "TDU", reason: "as the SDU"),
    Known(message: "CONNECT", field: "options", reason: "no urgent TCP data, so that breaks work through every proxy"),
    Known(message: "CONNECT", field: "connect flags 2", reason: "no urgent TCP data: nothing to check"),
    Known(message: "data types", field: "compile capability 9", reason: "no advanced queuing"),
    Known(message: "data types", field: "compile capability 31", reason: "no resident connection pool"),
    Known(message: "data types", field: "compile capability 35", reason: "no call synchronisation"),
    Known(
      message: "data types", field: "compile capability 40", reason: "no in-band notifications, no request boundaries"),
    Known(message: "data types", field: "compile capability 44", reason: "no pipelining, vectors or sessionless calls"),
    Known(message: "data types", field: "compile capability 45", reason: "features that go with those of 44"),
    Known(
      message: "data types", field: "compile capability 5",
      reason: "5, 52 and 54: no implicit pools, vectors or session state"),
    Known(
      message: "protocol", field: "client name", reason: "the client's own name; servers keep it for their session list"
    ),
    Known(message: "call 118", field: "AUTH_", reason: "terminal, program, machine, process and user of the client"),
    Known(message: "call 115", field: "AUTH_SESSKEY", reason: "random"),
    Known(message: "call 115", field: "AUTH_PASSWORD", reason: "encrypted with a random key"),
    Known(message: "call 115", field: "AUTH_PBKDF2_SPEEDY_KEY", reason: "encrypted with a random key"),
    Known(message: "call 115", field: "SESSION_CLIENT_DRIVER_NAME", reason: "the client's own name"),
    Known(message: "call 115", field: "SESSION_CLIENT_VERSION", reason: "the client's own version"),
    Known(message: "call 115", field: "AUTH_ALTER_SESSION", reason: "our sessions are in UTC, with a point in numbers"),
    Known(message: "call 115", field: "AUTH_CONNECT_STRING", reason: "the descriptor names the client's program"),
    Known(
      message: "call 94", field: "bind 0 size",
      reason: "the bytes of the longest value, as other clients have it; python-oracledb reckons four a character"),
    Known(message: "call 94", field: "bind 1 size", reason: "as bind 0"),
    Known(
      message: "call 94", field: "prefetch rows",
      reason: "rows of a first round trip: by their width here, two in python-oracledb"),
    Known(
      message: "call 5", field: "rows",
      reason: "rows of a further round trip: by their width here, 100 in python-oracledb"
    ),
    Known(message: "", field: "sequence", reason: "counts the calls of a connection; a fetch more or less shifts it"),
  ]

  /// Messages that only one of the clients sends, or sends another number of times.
  ///
  /// - python-oracledb keeps twenty statements open; ours closes each when it is done (piggyback 105), as a migration
  ///   runs each once.
  /// - How many rows come with a round trip, each client chooses: further fetches count as one. For the rows of a cursor
  ///   that a block opened, those behind its first fetch (call 94 without a text), python-oracledb makes the same call
  ///   again, and ours call 5, as go-ora does.
  private static func comparable(_ messages: [ClientMessage]) -> [ClientMessage] {
    var kept: [ClientMessage] = []
    for message in messages where message.name != "piggyback 105" {
      let isFetchOfCursor = fetchesCursor(message)
      if isFetchOfCursor || message.name == "call 5", let last = kept.last,
        last.name == "call 5" && !isFetchOfCursor || fetchesCursor(last)
      {
        continue
      }
      kept.append(message)
    }
    return kept
  }

  private static func fetchesCursor(_ message: ClientMessage) -> Bool {
    message.name == "call 94" && message.fields.contains(ClientMessage.Field(name: "SQL pointer", value: "0"))
      && message.fields.contains(ClientMessage.Field(name: "options", value: "\(0x8040)"))
  }

  // MARK: operations

  struct Operation: Sendable {
    var name: String
    /// Seconds that each of its calls may take.
    var callTimeout = 0
    var programName = "parity"
    var run: @Sendable (OracleConnection) async throws -> Void
  }

  private static func query(_ name: String, _ sql: String, _ binds: OracleValue...) -> Operation {
    Operation(name: name) { _ = try await $0.rows(sql, binds: binds) }
  }

  private static func statement(_ name: String, _ sql: String, _ binds: OracleValue...) -> Operation {
    Operation(name: name) { _ = try await $0.execute(sql, binds: binds) }
  }

  /// LOBs of the table of all types as locators.
  private static func locators(
    _ name: String, _ column: String, _ step: @escaping @Sendable (OracleLOB) async throws -> Void = { _ in }
  ) -> Operation {
    Operation(name: name) { connection in
      let rows = try await connection.query("SELECT \(column) FROM every_type", lobs: .locators())
      for try await batch in rows {
        for row in 0..<batch.rowCount {
          if let lob = try rows.lob(in: batch, row: row, column: 0) { try await step(lob) }
        }
      }
    }
  }

  /// A LOB of the session's own, which is freed with the call behind.
  private static func temporary(
    _ name: String, _ kind: LOBKind, _ step: @escaping @Sendable (OracleLOB) async throws -> Void
  ) -> Operation {
    Operation(name: name) { connection in
      try await step(try await connection.temporaryLOB(kind))
      try await connection.ping()
    }
  }

  /// A query's rows, and those of the cursors in them.
  private static func nested(_ name: String, _ sql: String) -> Operation {
    Operation(name: name) { try await read(try await $0.query(sql)) }
  }

  private static func read(_ rows: OracleRows) async throws {
    var cursors: [OracleCursor] = []
    for try await batch in rows {
      for column in rows.columns.indices where rows.columns[column].typeCode == .cursor {
        for row in 0..<batch.rowCount {
          cursors += [try rows.cursor(in: batch, row: row, column: column)].compactMap(\.self)
        }
      }
    }
    for cursor in cursors {
      // Ours would ask for few rows where each opens cursors of its own.
      let opensMore = cursor.columns.contains { $0.typeCode == .cursor }
      try await read(try await cursor.rows(fetchSize: opensMore ? 100 : nil))
    }
  }

  /// A bind that brings a LOB back, which is read, and freed with the call behind if it is a temporary one.
  private static func lobBack(
    _ name: String, _ sql: String, _ type: OracleOutType, given kind: LOBKind? = nil
  ) -> Operation {
    Operation(name: name) { connection in
      try await readLOBs(connection, sql, type, given: kind)
      try await connection.ping()
    }
  }

  private static func readLOBs(
    _ connection: OracleConnection, _ sql: String, _ type: OracleOutType, given kind: LOBKind?
  ) async throws {
    var bind = OracleBind.out(type)
    if let kind { bind = .inOut(try await connection.temporaryLOB(kind).value, type) }
    for output in try await connection.execute(sql, through: [bind]).values[0] {
      _ = try await output.lob?.read(count: 1)
    }
  }

  private static func failing(_ name: String, _ sql: String) -> Operation {
    Operation(name: name) { connection in
      await #expect(throws: OracleError.self) {
        if sql.hasPrefix("SELECT") { _ = try await connection.rows(sql) } else { _ = try await connection.execute(sql) }
      }
    }
  }

  private static let moment = OracleTimestamp(year: 2024, month: 2, day: 29, hour: 13, minute: 14, second: 15)

  static let operations: [Operation] = [
    Operation(name: "connect") { _ in },
    Operation(name: "connect, long descriptor", programName: String(repeating: "p", count: 300)) { _ in },
    Operation(name: "ping") { try await $0.ping() },
    Operation(name: "commit") {
      _ = try await $0.execute("INSERT INTO p (id) VALUES (1)")
      try await $0.commit()
    },
    Operation(name: "rollback") {
      _ = try await $0.execute("INSERT INTO p (id) VALUES (1)")
      try await $0.rollback()
    },
    query("scalar query", "SELECT 1 FROM dual"), query("query without rows", "SELECT id FROM p WHERE 1 = 0"),
    query("query of many types", "SELECT * FROM every_type"),
    query(
      "query of 300 columns", "SELECT " + (0..<300).map { "\($0) c\($0)" }.joined(separator: ", ") + " FROM dual"),
    query("query of ROWIDs", "SELECT ROWID FROM every_type"),
    query("text bind", "SELECT :1 FROM dual", .text("text")),
    query("long text bind", "SELECT LENGTH(:1) FROM dual", .text(String(repeating: "x", count: 3000))),
    query("number bind", "SELECT :1 FROM dual", .number(OracleNumber(42))),
    Operation(name: "decimal bind") {
      _ = try await $0.rows("SELECT :1 FROM dual", binds: [.number(OracleNumber(decimal: "-123.456"))])
    },
    query("DATE bind", "SELECT :1 FROM dual", .date(moment)), query("raw bind", "SELECT :1 FROM dual", .raw([1, 2])),
    query("NULL bind", "SELECT :1 FROM dual", .null),
    query("two binds", "SELECT :1, :2 FROM dual", .number(OracleNumber(1)), .text("two")),
    query("named binds", "SELECT :a, :b FROM dual", .number(OracleNumber(1)), .text("two")),
    query("query over several fetches", "SELECT n FROM numbers ORDER BY n"),
    statement("CREATE TABLE", "CREATE TABLE made_here (id NUMBER)"), statement("DROP TABLE", "DROP TABLE made_here"),
    statement("ALTER SESSION", "ALTER SESSION SET NLS_SORT = 'BINARY'"),
    statement("INSERT", "INSERT INTO p (id) VALUES (1)"),
    statement(
      "INSERT with binds", "INSERT INTO p (id, name) VALUES (:1, :2)", .number(OracleNumber(1)), .text("one")),
    statement("UPDATE", "UPDATE p SET name = 'x'"),
    statement("UPDATE with a bind", "UPDATE p SET name = :1", .text("x")),
    statement("DELETE", "DELETE FROM p"),
    statement(
      "MERGE",
      "MERGE INTO p USING (SELECT 1 id FROM dual) s ON (p.id = s.id) WHEN MATCHED THEN UPDATE SET name = 'm'"),
    Operation(name: "array INSERT") {
      _ = try await $0.executeMany(
        "INSERT INTO p (id, name) VALUES (:1, :2)",
        rows: [
          [.number(OracleNumber(1)), .text("a")], [.number(OracleNumber(2)), .text("bb")],
          [.number(OracleNumber(3)), .null],
        ])
    },
    Operation(name: "array INSERT of one row") {
      _ = try await $0.executeMany("INSERT INTO p (id) VALUES (:1)", rows: [[.number(OracleNumber(1))]])
    },
    statement("block", "BEGIN NULL; END;"),
    statement("block of DML", "BEGIN INSERT INTO p (id) VALUES (1); COMMIT; END;"),
    query("CLOB", "SELECT c FROM every_type"), query("BLOB", "SELECT b FROM every_type"),
    query("NCLOB", "SELECT nc FROM every_type"), query("LOBs among others", "SELECT n, c, v, b FROM every_type"),
    Operation(name: "block with binds") {
      _ = try await $0.execute(
        "BEGIN :a := :b + 1; :c := :c || 'x'; END;",
        through: [.out(.number), .value(.number(OracleNumber(41))), .inOut(.text("y"), .text(bytes: 16000))])
    },
    Operation(name: "REF CURSOR") {
      let outputs = try await $0.execute(
        "BEGIN OPEN :c FOR SELECT n FROM numbers ORDER BY n; END;", through: [.out(.cursor)])
      for try await _ in try #require(await outputs.values[0].first?.cursor?.rows()) {}
    },
    Operation(name: "REF CURSOR of LOBs") {
      let outputs = try await $0.execute(
        "BEGIN OPEN :c FOR SELECT n, c FROM every_type; END;", through: [.out(.cursor)])
      for try await _ in try #require(await outputs.values[0].first?.cursor?.rows()) {}
    },
    Operation(name: "implicit results") {
      let outputs = try await $0.execute(
        "DECLARE c SYS_REFCURSOR; BEGIN OPEN c FOR SELECT id FROM p; DBMS_SQL.RETURN_RESULT(c); END;", through: [])
      for result in outputs.results { for try await _ in try await result.rows() {} }
    },
    nested("CURSOR expression", "SELECT 1, CURSOR(SELECT n FROM numbers ORDER BY n) FROM dual"),
    nested("CURSOR expression of LOBs", "SELECT CURSOR(SELECT n, c FROM every_type) FROM dual"),
    nested("CURSOR expression beside a LOB", "SELECT c, CURSOR(SELECT 1 FROM dual), n FROM every_type"),
    nested(
      "CURSOR expressions in each other",
      "SELECT CURSOR(SELECT CURSOR(SELECT d.dummy FROM dual) FROM dual) FROM dual d"),
    Operation(name: "RETURNING") {
      _ = try await $0.execute(
        "INSERT INTO p (id, name) VALUES (:1, :2) RETURNING id, name INTO :3, :4",
        through: [.value(.number(OracleNumber(7))), .value(.text("seven")), .out(.number), .out(.text(bytes: 16000))])
    },
    Operation(name: "RETURNING alone") {
      _ = try await $0.execute("DELETE FROM p RETURNING id INTO :1", through: [.out(.number)])
    },
    Operation(name: "batch errors") {
      let result = try await $0.executeMany(
        "INSERT INTO p (id) VALUES (:1)", rows: [[.number(OracleNumber(1))], [.null], [.number(OracleNumber(2))]],
        collectsErrors: true)
      #expect(result.batchErrors.count == 1)
    },
    // The same time is all that the query behind it has, however busy the machine is.
    Operation(name: "call timeout", callTimeout: 20) { connection in
      let error = await #expect(throws: OracleConnectionError.self) {
        _ = try await connection.execute("BEGIN DBMS_SESSION.SLEEP(600); END;")
      }
      #expect(error?.reason == .callTookTooLong(seconds: 20))
      _ = try await connection.rows("SELECT 1 FROM dual")
    },
    failing("syntax error", "SELECT FROM dual"), failing("unknown table", "SELECT * FROM nowhere"),
    failing("constraint violated", "INSERT INTO p (id) VALUES (NULL)"),
    query("text of 100 kB", "SELECT /* " + String(repeating: "x", count: 100_000) + " */ 1 FROM dual"),
    Operation(name: "query after an error") { connection in
      await #expect(throws: OracleError.self) { _ = try await connection.rows("SELECT FROM dual") }
      _ = try await connection.rows("SELECT 1 FROM dual")
    },
    locators("CLOB's locator", "c"), locators("NCLOB's locator", "nc"), locators("BLOB's locator", "b"),
    locators("locators' facts", "c") { lob in
      _ = try await lob.length()
      _ = try await lob.chunkSize()
      _ = try await lob.isOpen()
    },
    locators("reading a CLOB", "c") { _ = try await $0.read(offset: 2, count: 2) },
    locators("reading a BLOB", "b") { _ = try await $0.read(offset: 1, count: 1) },
    locators("writing a row that is not locked", "c") { lob in
      await #expect(throws: OracleError.self) { try await lob.write("x", at: 3) }
    },
    temporary("temporary CLOB", .clob) { try await $0.write("aä🚢") },
    temporary("temporary NCLOB", .nclob) { lob in
      try await lob.write("aä🚢", at: 5)
      _ = try await lob.read(count: 2)
    },
    temporary("temporary BLOB", .blob) { lob in
      try await lob.write(Array(repeatElement(Array("abc".utf8), count: 200).joined()))
    },
    temporary("temporary LOB's length", .clob) { _ = try await $0.length() },
    temporary("temporary LOB's chunk size", .blob) { _ = try await $0.chunkSize() },
    temporary("trimming", .clob) { lob in
      try await lob.write("abc")
      try await lob.trim(to: 1)
    },
    temporary("opening and closing", .clob) { lob in
      try await lob.open()
      _ = try await lob.isOpen()
      try await lob.close()
    },
    lobBack("CLOB of a block", "BEGIN :c := 'abc'; END;", .clob),
    lobBack("NCLOB of a block", "BEGIN :c := 'abc'; END;", .nclob),
    lobBack("BLOB of a block", "BEGIN SELECT b INTO :b FROM every_type; END;", .blob),
    lobBack("NULL of a block for a CLOB", "BEGIN :c := NULL; END;", .clob),
    lobBack("CLOB that a block changes", "BEGIN :c := :c || 'x'; END;", .clob, given: .clob),
    lobBack("RETURNING of a CLOB", "UPDATE every_type SET n = 2 RETURNING c INTO :1", .clob),
    lobBack("RETURNING of a BLOB", "UPDATE every_type SET n = 2 RETURNING b INTO :1", .blob),
    Operation(name: "LOB bind") { connection in
      let lob = try await connection.temporaryLOB(.clob)
      try await connection.execute("INSERT INTO every_type (c) VALUES (:1)", binds: [lob.value])
    },
    Operation(name: "three queries") { connection in
      for number in 1...3 { _ = try await connection.rows("SELECT \(number) FROM dual") }
    },
  ]

  // MARK: the test

  static func server(_ profile: StandInProfile, verifier: VerifierKind = .version12c) async throws -> StandInServer {
    let database = StandInDatabase()
    database.createUser("APP", password: "secret")
    let session = try database.openSession(user: "APP")
    for sql in [
      "CREATE TABLE p (id NUMBER NOT NULL, name VARCHAR2(20))", "CREATE TABLE numbers (n NUMBER)",
      "INSERT INTO numbers SELECT LEVEL FROM dual CONNECT BY LEVEL <= 350",
      "CREATE TABLE every_type (n NUMBER(10,2), v VARCHAR2(20), ch CHAR(3), nv NVARCHAR2(10), d DATE, t TIMESTAMP(3), "
        + "z TIMESTAMP WITH TIME ZONE, f BINARY_FLOAT, g BINARY_DOUBLE, r RAW(8), c CLOB, nc NCLOB, b BLOB)",
      "INSERT INTO every_type VALUES (1.5, 'v', 'ch', 'nv', DATE '2024-02-29', TIMESTAMP '2024-02-29 01:02:03.123', "
        + "TIMESTAMP '2024-02-29 01:02:03 +01:00', 1.5, 2.5, HEXTORAW('0102'), 'clob', 'nclob', HEXTORAW('03'))",
    ] {
      _ = try session.execute(session.prepare(sql))
    }
    try session.commit()
    let options = StandInServer.Options(profile: profile, verifier: verifier)
    return try await StandInServer.start(database: database, options: options)
  }

  /// The folder of the virtual environment that has python-oracledb.
  private static func python() async throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = try await run(root.appendingPathComponent("scripts/python-environment").path, [])
    return folder.trimmingCharacters(in: .whitespacesAndNewlines) + "/bin/python"
  }

  private struct ProgramFailed: Error {
    var program: String
  }

  /// Runs a program; the first time, it installs packages.
  private static func run(_ program: String, _ arguments: [String]) async throws -> String {
    let process = try ChildProcess([program] + arguments, output: .pipe)
    let output = process.output
    let text = await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(returning: String(decoding: (try? output?.readToEnd()) ?? Data(), as: UTF8.self))
      }
    }
    guard case .exited(0) = await process.exit() else { throw ProgramFailed(program: program) }
    return text
  }

  /// Every difference, as `operation: message: field: ours, theirs`.
  private static func differences(
    _ operation: String, _ ours: [ClientMessage], _ theirs: [ClientMessage], used: inout Set<Known>
  ) -> [String] {
    let names = (ours.map(\.name), theirs.map(\.name))
    guard names.0 == names.1 else {
      return ["\(operation): messages \(names.0), python-oracledb \(names.1)"]
    }
    var found: [String] = []
    for (mine, other) in zip(ours, theirs) {
      var seen: Set<String> = []
      let names = (mine.fields + other.fields).map(\.name).filter { seen.insert($0).inserted }
      for name in names {
        let a = mine.fields.filter { $0.name == name }.map(\.value)
        let b = other.fields.filter { $0.name == name }.map(\.value)
        if a == b { continue }
        let reason = known.first { mine.name.hasPrefix($0.message) && name.hasPrefix($0.field) }
        if let reason {
          used.insert(reason)
        } else {
          found.append("\(operation): \(mine.name): \(name): \(a.first ?? "-"), python-oracledb \(b.first ?? "-")")
        }
      }
    }
    return found
  }

  /// The differences of operations, and the reasons that were needed; both clients work through one proxy.
  private func compare(
    _ operations: [Operation], _ profile: StandInProfile, verifier: VerifierKind = .version12c
  ) async throws -> (found: [String], used: Set<Known>) {
    let server = try await Self.server(profile, verifier: verifier)
    let proxy = try await RecordingProxy.start(to: server.port)
    let names = operations.map(\.name)
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("operations.py")
      .path
    let python = try await Self.python()
    let port = "\(proxy.port)"
    _ = try await Self.run(python, [script, port, "STANDIN"] + names)
    let theirs = proxy.take()
    for operation in operations {
      let connection = try await OracleConnection.connect(
        .init(
          host: "127.0.0.1", port: proxy.port, service: .serviceName("STANDIN"), user: "app", password: "secret",
          connectTimeout: 300, callTimeout: operation.callTimeout, programName: operation.programName))
      try await operation.run(connection)
      // However busy the machine is: what a close leaves out for lack of time is no difference.
      await connection.close(within: 300)
    }
    let ours = proxy.take()
    await proxy.stop()
    await server.stop()
    try #require(ours.count == names.count && theirs.count == names.count)
    var found: [String] = []
    var used: Set<Known> = []
    for (index, name) in names.enumerated() {
      var mine = try ClientMessageReader.read(ours[index], fieldVersion: profile.fieldVersion)
      var other = try ClientMessageReader.read(theirs[index], fieldVersion: profile.fieldVersion)
      if !name.hasPrefix("connect") {
        mine = Array(mine.drop { $0.name != "call 115" }.dropFirst())
        other = Array(other.drop { $0.name != "call 115" }.dropFirst())
      }
      #expect(!other.isEmpty, "\(name)")
      found += Self.differences(name, Self.comparable(mine), Self.comparable(other), used: &used)
    }
    return (found, used)
  }

  @Test("no unexplained difference", arguments: [StandInProfile.release19c, .release23ai])
  func parity(profile: StandInProfile) async throws {
    let (found, used) = try await compare(Self.operations, profile)
    #expect(found.isEmpty, "\(found.count) differences:\n\(found.joined(separator: "\n"))")
    let unused = Self.known.filter { !used.contains($0) }.map { "\($0.message) \($0.field)" }
    #expect(unused.isEmpty, "reasons without a difference: \(unused)")
  }

  /// python-oracledb speaks with releases from 12.1 on, and knows no 10g verifier.
  @Test(
    "connecting by each verifier, at each release",
    arguments: [StandInProfile.release12dot1, .release19c, .release23ai],
    [VerifierKind.version11gAlternative, .version12c])
  func connecting(profile: StandInProfile, verifier: VerifierKind) async throws {
    let names = ["connect", "connect, long descriptor", "scalar query"]
    let (found, _) = try await compare(Self.operations.filter { names.contains($0.name) }, profile, verifier: verifier)
    #expect(found.isEmpty, "\(found.count) differences:\n\(found.joined(separator: "\n"))")
  }
}
