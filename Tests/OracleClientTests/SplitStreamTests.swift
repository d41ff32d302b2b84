import NIOCore
import OracleStandIn
import OracleWire
import Testing

@testable import OracleClient

/// What the stand-in answers, given to the client's decoder cut at every byte: how a stream is cut changes nothing.
struct SplitStreamTests {
  static let definitions = [
    "CREATE TABLE t (id NUMBER(9) PRIMARY KEY, name VARCHAR2(40 CHAR), code CHAR(3), amount NUMBER(12,2), d DATE, "
      + "ts TIMESTAMP(6), tz TIMESTAMP(3) WITH TIME ZONE, r RAW(16), bd BINARY_DOUBLE, bf BINARY_FLOAT, "
      + "n NVARCHAR2(20), c CLOB, b BLOB, ym INTERVAL YEAR TO MONTH, ds INTERVAL DAY TO SECOND)",
    "CREATE TABLE kept (id NUMBER, note LONG)",
    "CREATE SEQUENCE s START WITH 5",
    "CREATE INDEX i ON t (name)",
    "COMMENT ON TABLE t IS 'Grüße'",
    "CREATE VIEW v AS SELECT id, name FROM t",
    "ALTER TABLE t ADD extra NUMBER DEFAULT 7",
    "ALTER SESSION SET NLS_DATE_FORMAT = 'YYYY-MM-DD'",
  ]

  static let queries = [
    "SELECT 1 FROM DUAL", "SELECT NULL FROM DUAL", "SELECT '' AS e, 'x' AS f FROM DUAL", "SELECT * FROM t WHERE 1 = 0",
    "SELECT id, name, code, amount FROM t ORDER BY id", "SELECT d, ts, tz FROM t ORDER BY id",
    "SELECT r, bd, bf, n FROM t ORDER BY id", "SELECT id, c, b FROM t ORDER BY id", "SELECT ym, ds FROM t ORDER BY id",
    "SELECT ROWID, id FROM t WHERE id < 4", "SELECT note, id FROM kept", "SELECT COUNT(*), SUM(amount) FROM t",
    "SELECT s.NEXTVAL FROM DUAL", "SELECT name FROM v ORDER BY 1 DESC", "SELECT SYSDATE - SYSDATE FROM DUAL",
    "SELECT RPAD('ž', 300, 'ž') FROM DUAL", "SELECT RPAD('x', 2000, 'y') AS a, 1 AS b FROM DUAL",
    "SELECT LEVEL FROM DUAL CONNECT BY LEVEL <= 30", "SELECT 1e125, -1e-130, 0, 1/3 FROM DUAL",
    "SELECT table_name, num_rows FROM user_tables ORDER BY 1", "SELECT 1/0 FROM DUAL", "SELECT * FROM nowhere",
    "SELECT 10 / (5 - LEVEL) FROM DUAL CONNECT BY LEVEL < 9", "SELEC 1", "SELECT TO_NUMBER('x') FROM DUAL",
    "SELECT USER, SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') FROM DUAL",
    "SELECT ROWNUM, t.* FROM t WHERE id = 1", "SELECT 'quo''te', q'[it's]', N'Ł' FROM DUAL",
  ]

  private static func row(_ number: Int, _ moment: OracleTimestamp) -> [OracleValue] {
    let name = number % 3 == 0 ? "same" : "name \(number) žř"
    let code: OracleValue = number == 4 ? .null : .text("abc")
    let raw = [UInt8](repeating: UInt8(number), count: number)
    let long = String(repeating: "ů", count: number * 20)
    return [
      .number(OracleNumber(number)), .text(name), code, .number(OracleNumber(number * -37)), .timestamp(moment),
      .raw(raw), .binaryDouble(Double(number) / 3), .text(long),
    ]
  }

  private func play(_ profile: StandInProfile, dataUnit: UInt32) throws -> [PlayedSession.Exchange] {
    let session = try PlayedSession(profile: profile, dataUnit: dataUnit)
    for sql in Self.definitions { #expect(try session.execute(sql).error == nil, "\(sql)") }
    let moment = OracleTimestamp(year: 2024, month: 2, day: 29, hour: 23, minute: 59, second: 1, nanosecond: 1000)
    let rows = (1...10).map { Self.row($0, moment) }
    let inserted = try session.execute(
      """
      INSERT INTO t (id, name, code, amount, d, ts, r, bd, n, c, b, ym, ds)
      VALUES (:1, :2, :3, :4, SYSDATE, :5, :6, :7, 'Łódź', :8, HEXTORAW('00FF00'), INTERVAL '2-3' YEAR TO MONTH,
        INTERVAL '-1 02:03:04.5' DAY TO SECOND)
      """, rows)
    #expect(inserted.endOfCall?.rowCount == 10)
    try session.execute("INSERT INTO kept VALUES (1, :1)", [[.text(String(repeating: "long ", count: 100))], [.null]])
    let failed = try session.execute(
      "INSERT INTO t (id) VALUES (:1)", [1, 100, 2, 3].map { [OracleValue.number(OracleNumber($0))] },
      collectsErrors: true)
    // Before 12.1 the end of a call names none of them.
    #expect(failed.endOfCall?.batchErrors.count == (profile == .release11dot2 ? 0 : 3))
    try session.execute("INSERT INTO t (id) VALUES (1)")
    try session.execute("UPDATE t SET amount = amount + 1 WHERE id > :1", [[.number(OracleNumber(5))]])
    try session.execute("MERGE INTO t USING DUAL ON (id = 1) WHEN MATCHED THEN UPDATE SET code = 'm'")
    try session.execute("BEGIN NULL; END;")
    try session.execute("DELETE FROM t WHERE id = 100")
    try session.call("commit", .plain(.commit))
    for sql in Self.queries { try session.query(sql) }
    try session.query("SELECT id FROM t WHERE name = :x OR id = :y", [.text("same"), .number(OracleNumber(1))])
    try session.execute("DROP TABLE kept")
    for function in [FunctionCode.rollback, .ping, .logoff] { try session.call("\(function)", .plain(function)) }
    return session.exchanges
  }

  /// What a response says, comparable.
  private struct Contents: Hashable {
    var negotiated: ProtocolResponse?
    var types: DataTypesResponse?
    var authentication: AuthenticationResponse?
    var parameters: ExecuteParameters?
    var columns: [ColumnDescription]?
    var cells: [[UInt8]?]
    var rowCount: Int?
    var end: EndOfCallMessage?
    var status: StatusMessage?
    var pairs: [KeywordPair]
    var warnings: [WarningMessage]

    init(_ response: Response) {
      negotiated = response.protocolResponse
      types = response.dataTypes
      authentication = response.authentication
      parameters = response.parameters
      columns = response.columns
      rowCount = response.batch?.rowCount
      cells = []
      if let batch = response.batch {
        for row in 0..<batch.rowCount {
          cells += (0..<batch.columnCount).map { batch.value(row: row, column: $0).map(Array.init) }
        }
      }
      end = response.endOfCall
      status = response.status
      pairs = response.sessionPairs
      warnings = response.warnings
    }
  }

  private func feed(_ exchange: PlayedSession.Exchange, cuts: [Int]) -> (contents: Contents, early: Bool)? {
    var machine = SessionStateMachine()
    machine.startSession(hasLongLength: exchange.hasLongLength)
    machine.begin(exchange.decoder)
    var rest = exchange.reply
    for cut in cuts {
      guard var part = rest.readSlice(length: cut - rest.readerIndex) else { return nil }
      machine.receive(&part)
      if let action = machine.next() {
        guard case .answered(let response, _) = action else { return nil }
        return (Contents(response), true)
      }
    }
    machine.receive(&rest)
    guard case .answered(let response, _)? = machine.next() else { return nil }
    return (Contents(response), false)
  }

  @Test(arguments: StandInProfile.allCases, [512 as UInt32, 8192])
  func everyReplyIsTheSameHoweverItsBytesArrive(_ profile: StandInProfile, _ dataUnit: UInt32) throws {
    let exchanges = try play(profile, dataUnit: dataUnit)
    #expect(exchanges.count > 60)
    #expect(exchanges.compactMap { $0.response.error?.code } == [24381, 1, 1476, 942, 1476, 900, 1722])
    var borders = 0
    for exchange in exchanges {
      let whole = Contents(exchange.response)
      let end = exchange.reply.writerIndex
      for cut in 1..<end {
        borders += 1
        let outcome = feed(exchange, cuts: [cut])
        try #require(outcome?.early == false, "\(exchange.name) ends early or never, cut at \(cut) of \(end)")
        try #require(outcome?.contents == whole, "\(exchange.name), cut at \(cut) of \(end)")
      }
      let outcome = feed(exchange, cuts: Array(1..<end))
      #expect(outcome?.early == false && outcome?.contents == whole, "\(exchange.name), byte by byte")
    }
    #expect(borders > 10_000)
  }
}
