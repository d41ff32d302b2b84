@testable import OracleClient
import OracleStandIn
import OracleWire

/// The stand-in's own conversations, from which seeds are made.
public enum Conversations {
  static let definitions = [
    "CREATE TABLE t (id NUMBER(9) PRIMARY KEY, name VARCHAR2(40), d DATE, ts TIMESTAMP(6) WITH TIME ZONE, r RAW(16), "
      + "bd BINARY_DOUBLE, n NVARCHAR2(20), c CLOB, b BLOB, ds INTERVAL DAY TO SECOND)",
    "CREATE SEQUENCE s", "COMMENT ON TABLE t IS 'x'", "ALTER SESSION SET NLS_DATE_FORMAT = 'YYYY'",
  ]
  static let queries = [
    "SELECT 1 FROM DUAL", "SELECT * FROM t ORDER BY id", "SELECT ROWID, id FROM t", "SELECT c, b FROM t",
    "SELECT COUNT(*) FROM t WHERE id > 1", "SELECT 1/0 FROM DUAL", "SELECT * FROM nowhere", "SELEC",
    "SELECT LEVEL FROM DUAL CONNECT BY LEVEL <= 9", "SELECT RPAD('x', 300, 'y'), s.NEXTVAL FROM DUAL",
  ]

  /// Every request of ours, its reply's payload, and what decodes it.
  static func all() throws -> [PlayedSession.Exchange] {
    var exchanges: [PlayedSession.Exchange] = []
    for profile in StandInProfile.allCases {
      let session = try PlayedSession(profile: profile, dataUnit: 8192)
      for sql in definitions { try session.execute(sql) }
      let rows: [[OracleValue]] = (1...6).map {
        [.number(OracleNumber($0)), $0 == 3 ? .null : .text("name"), .raw([1])]
      }
      try session.execute(
        "INSERT INTO t (id, name, d, ts, r, c, ds) VALUES (:1, :2, SYSDATE, SYSTIMESTAMP, :3, 'text', INTERVAL '1' DAY)",
        rows)
      try session.execute("INSERT INTO t (id) VALUES (:1)", [[.number(.zero)], [.number(.zero)]], collectsErrors: true)
      try session.execute("BEGIN NULL; END;")
      for sql in queries { try session.query(sql, fetchSize: 2) }
      try session.query("SELECT name FROM t WHERE id = :1", [.number(OracleNumber(1))])
      for function in [FunctionCode.commit, .rollback, .ping, .logoff] {
        try session.call("\(function)", .plain(function))
      }
      exchanges += session.exchanges
    }
    return exchanges
  }

  /// The replies' payloads, each with its dialect, its kind of call and whether columns were known before.
  ///
  /// Traps where the stand-in doesn't answer as the client expects: a fuzzer without seeds finds little, in silence.
  public static func replies() -> [(dialect: Dialect, call: ResponseDecoder.Call, payload: [UInt8])] {
    whole {
      try all().map { exchange in
        var stream = exchange.reply
        var payload: [UInt8] = []
        while let packet = try TNSPacket.next(in: &stream, hasLongLength: exchange.hasLongLength) {
          payload += packet.body.readableBytesView.dropFirst(2)
        }
        return (exchange.decoder.dialect, exchange.decoder.call, payload)
      }
    }
  }

  public static func requests() -> [(dialect: Dialect, payload: [UInt8])] {
    whole { try all().map { ($0.decoder.dialect, Array($0.request.readableBytesView)) } }
  }

  private static func whole<Result>(_ make: () throws -> Result) -> Result {
    do {
      return try make()
    } catch {
      fatalError("no conversation to make seeds of: \(error)")
    }
  }
}
