import FuzzSupport
import NIOCore
@testable import OracleStandIn
import OracleWire

/// A database that several inputs share, made afresh now and then: what one of them drops, the others miss.
nonisolated(unsafe) private var shared: (database: StandInDatabase, uses: Int)?

private func database() -> StandInDatabase {
  if let known = shared, known.uses < 500 {
    shared?.uses += 1
    return known.database
  }
  let database = StandInDatabase()
  database.createUser("APP", password: "secret")
  if let session = try? database.openSession(user: "APP") {
    for sql in [
      "CREATE TABLE t (id NUMBER(9), name VARCHAR2(40), d DATE, ts TIMESTAMP(6) WITH TIME ZONE, r RAW(16), "
        + "bd BINARY_DOUBLE, n NVARCHAR2(20), c CLOB, b BLOB, ds INTERVAL DAY TO SECOND)",
      "INSERT INTO t (id, name, c) VALUES (1, 'x', 'y')",
    ] {
      if let statement = try? session.prepare(sql) { _ = try? session.execute(statement) }
    }
    try? session.commit()
    session.close()
  }
  shared = (database, 0)
  return database
}

/// The requests of a client that is connected: of one that has not logged on, or in a session, in any dialect.
@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var input = Input(start, count)
  let dialect = Dialect(version: input.byte(), bits: input.byte())
  let choice = input.byte()
  let profiles: [StandInProfile] = [.release19c, .release23ai, .release11dot2, .release12dot1]
  let options = StandInServer.Options(
    profile: profiles[Int(choice & 1 | choice >> 4 & 2)], verifier: .version11gAlternative)
  let database = database()
  let calls = StandInCalls(database: database, options: options, offersEndOfResponse: choice & 2 != 0)
  if choice & 4 == 0, let session = try? database.openSession(user: "APP") {
    calls.dialect = dialect
    calls.work = StandInWork(session: session, database: database, profile: options.profile)
  }
  let bytes = input.rest
  let middle = bytes.startIndex + (choice & 8 == 0 ? 0 : bytes.count / 2)
  _ = try? calls.receive(ByteBuffer(bytes: bytes[..<middle]), packetIsShort: false, moreFollows: false)
  _ = try? calls.receive(ByteBuffer(bytes: bytes[middle...]), packetIsShort: choice & 16 != 0, moreFollows: false)
  if calls.pause != nil, choice & 64 == 0 { _ = try? calls.resume() }
  calls.breakOff()
  _ = calls.cancelled()
  calls.end()
  return 0
}

@_cdecl("LLVMFuzzerInitialize")
public func initialize(_ count: UnsafeMutableRawPointer?, _ arguments: UnsafeMutableRawPointer?) -> CInt {
  guard var seeds = Seeds() else { return 0 }
  let requests = Conversations.requests()
  var joined: [UInt8] = []
  for (dialect, payload) in requests {
    seeds.add(dialect.choice + [1] + payload)
    seeds.add(dialect.choice + [13] + payload)
    for profile: UInt8 in [32, 33] { seeds.add(dialect.choice + [profile] + payload) }
    if dialect.fieldVersion == 24, payload.count < 200, payload.first == 3 { joined += payload }
  }
  seeds.add(Dialect().choice + [1] + joined)
  if let bytes = Seeds.capture("oracle-23.26/REQUEST_close_cursor_and_execute.hex") {
    seeds.add(Dialect(convertsLength: false, signedByteIsUniversal: true).choice + [1] + bytes)
  }
  seeds.finish()
}
