import NIOCore
import OracleStandIn
import OracleWire
import Testing

@testable import OracleClient

/// Numbers that the other side makes up.
struct HostileCountTests {
  @Test(arguments: [UInt64(Int.max), UInt64(Int.max) + 1, .max])
  func aCountOfRowsThatNoTableHas(_ count: UInt64) throws {
    var end = EndOfCallMessage()
    end.rowCount = count
    guard count > UInt64(Int.max) else {
      #expect(try OracleExecutionResult(end).rowCount == Int.max)
      return
    }
    #expect(throws: WireError.malformed("a count of \(count) rows")) { try OracleExecutionResult(end) }
  }

  /// Executions whose binds all come back cost a client no bytes each, and would cost the server a row each.
  @Test(arguments: [UInt32.max, 1 << 21])
  func executionsWithoutValues(_ iterations: UInt32) throws {
    let session = try PlayedSession(profile: .release23ai, dataUnit: 8192)
    try session.execute("CREATE TABLE t (id NUMBER)")
    let sql = "INSERT INTO t VALUES (1) RETURNING id INTO :1"
    var request = ExecuteRequest(options: [.parse, .execute, .bind, .notPLSQL], sql: sql, isQuery: false)
    request.binds = [ColumnMetadata(typeCode: .number, bufferSize: 22)]
    request.iterations = iterations
    #expect(throws: WireError.malformed("a call of \(iterations) executions")) {
      try session.call(sql, .execute(request, .none, isPLSQL: false, columns: nil))
    }
  }

  @Test(arguments: [0x5, 0x10])
  func breaksWithoutEnd(_ count: Int) {
    var machine = SessionStateMachine()
    machine.startSession()
    machine.begin(ResponseDecoder(call: .plain, dialect: Dialect()))
    var answered = 0
    for _ in 0..<count {
      for kind: UInt8 in [1, 2] {
        var bytes = ByteBuffer(bytes: Fault.marker(kind))
        machine.receive(&bytes)
        if case .reset? = machine.next() { answered += 1 }
      }
    }
    #expect(answered == count)
    var bytes = ByteBuffer(bytes: (0..<17).flatMap { _ in Fault.marker(1) + Fault.marker(2) })
    machine.receive(&bytes)
    var last: SessionStateMachine.Action?
    while let action = machine.next() {
      last = action
      if case .violated = action { break }
    }
    guard case .violated? = last else {
      Issue.record("breaks are answered without end")
      return
    }
  }
}
