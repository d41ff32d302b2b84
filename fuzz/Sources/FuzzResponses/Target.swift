import FuzzSupport
import NIOCore
@testable import OracleClient
@testable import OracleWire

private let calls: [ResponseDecoder.Call] = [
  .protocolNegotiation, .dataTypes, .fastAuthentication, .authentication, .execute(wantsRowCounts: false),
  .execute(wantsRowCounts: true), .fetch, .plain,
]

private func columns(_ types: [OracleTypeCode]) -> [ColumnDescription] {
  types.map { ColumnDescription(name: "C", typeCode: $0, bufferSize: 40, isNational: $0 == .char) }
}

/// Columns that were described before: none, plain ones, all that are carried, many, and none at all.
private let describedBefore: [[ColumnDescription]?] = [
  nil, columns([.number]), columns([.number, .varchar, .date]),
  columns([
    .varchar, .number, .long, .longRaw, .rowid, .urowid, .clob, .blob, .char, .raw, .binaryFloat, .binaryDouble,
    .timestamp, .timestampTZ, .timestampLTZ, .intervalYM, .intervalDS, .date,
  ]),
  columns([OracleTypeCode](repeating: .number, count: 300)), [],
]

/// How decoding ended, and what it gave.
private struct Ending: Equatable {
  var isDone = false
  /// Whether the server waits to be told to go on: what else is in its packet is passed over, and so depends on the cut.
  var asks = false
  var error: WireError?
  var rows: [[UInt8]?] = []
  var end: EndOfCallMessage?
  var status: StatusMessage?
  var columns: [ColumnDescription]?
  var parameters: ExecuteParameters?
}

private func decode(_ decoder: ResponseDecoder, _ parts: [ArraySlice<UInt8>]) -> Ending {
  var decoder = decoder
  var ending = Ending()
  do {
    for part in parts where !part.isEmpty && !ending.isDone && !ending.asks {
      decoder.append(part)
      ending.isDone = try decoder.decode()
      ending.asks = decoder.takeFlushRequest()
    }
  } catch {
    ending.error = error
  }
  // Places in messages that name bytes are counted from where the decoder stands, however they came.
  guard ending.isDone else { return ending }
  let response = decoder.response
  ending.end = response.endOfCall
  ending.status = response.status
  ending.columns = response.columns
  ending.parameters = response.parameters
  guard let batch = response.batch else { return ending }
  for row in 0..<batch.rowCount {
    for column in 0..<batch.columnCount {
      let value = batch.value(row: row, column: column)
      ending.rows.append(value.map(Array.init))
      if row < 4, let columns = response.columns, column < columns.count {
        _ = try? OracleValue(wireBytes: value, column: columns[column]).wireBytes
      }
    }
  }
  return ending
}

/// The answer of a server to any call, in any dialect, in one piece, cut in two and as packets.
@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var input = Input(start, count)
  let dialect = Dialect(version: input.byte(), bits: input.byte())
  let call = calls[input.choice(calls.count)]
  let before = describedBefore[input.choice(describedBefore.count)]
  let cut = Int(input.byte()) + Int(input.byte()) * 256
  let bytes = input.rest
  let announced = DataTypesRequest(capabilities: .client(fieldVersion: dialect.fieldVersion, endOfResponse: true))
  var carried: RowBatch?
  if let before, cut % 3 == 0 {
    carried = RowBatch(
      columnCount: before.count, rowCount: 1, bytes: [1, 2, 3],
      cells: before.indices.map { $0 % 2 == 0 ? .null : RowBatch.Cell(offset: 1, length: 2) })
  }
  let decoder = ResponseDecoder(
    call: call, dialect: dialect, columns: before, carried: carried, announced: announced, offersEndOfResponse: true)
  let whole = decode(decoder, [bytes])
  let middle = bytes.startIndex + cut % max(1, bytes.count)
  let halves = decode(decoder, [bytes[..<middle], bytes[middle...]])
  guard whole == halves else { fatalError("cut at \(middle): \(whole) and \(halves)") }

  let hasLongLength = cut & 4 == 0
  var machine = SessionStateMachine()
  machine.startSession(hasLongLength: hasLongLength)
  machine.begin(decoder)
  var stream = ByteBuffer()
  TNSPacket.writeData(ByteBuffer(bytes: bytes[..<middle]), dataUnit: 512, hasLongLength: hasLongLength, to: &stream)
  stream.writeBytes(bytes[middle...])
  machine.receive(&stream)
  while let action = machine.next() {
    switch action {
    case .answered(let response, _):
      if let columns = response.columns { _ = FetchSizing(columns: columns, fixed: nil) }
      _ = try? OracleExecutionResult(response.endOfCall)
      _ = response.error?.description
      return 0
    case .violated, .serverCloses: return 0
    case .packet, .reset, .goOn, .recovered: continue
    }
  }
  return 0
}

@_cdecl("LLVMFuzzerInitialize")
public func initialize(_ count: UnsafeMutableRawPointer?, _ arguments: UnsafeMutableRawPointer?) -> CInt {
  guard var seeds = Seeds() else { return 0 }
  let kind: (ResponseDecoder.Call) -> UInt8 = { call in UInt8(calls.firstIndex(of: call) ?? 0) }
  for (dialect, call, payload) in Conversations.replies() {
    for before: UInt8 in call == .fetch ? [1, 2, 3] : [0] {
      for cut: UInt8 in [9, 13] { seeds.add(dialect.choice + [kind(call), before, cut, 0] + payload) }
    }
  }
  let nio = Dialect()
  let jdbc = Dialect(endOfResponse: false, convertsLength: false, signedByteIsUniversal: true)
  let goOra = Dialect(
    fieldVersion: 11, endOfResponse: false, errorHas20cFields: false, describeHas23aiFields: false,
    signedByteIsUniversal: true)
  let execute = ResponseDecoder.Call.execute(wantsRowCounts: false)
  let recorded: [(String, Dialect, ResponseDecoder.Call, Int)] = [
    ("oracle-nio/SelectOneFromDualMessage.hex", nio, execute, 10),
    ("oracle-nio/SelectManyFromDualMessage.hex", nio, execute, 10), ("oracle-nio/CloseMessage.hex", nio, .plain, 10),
    ("oracle-nio/AuthenticationChallengeMessage.hex", nio, .fastAuthentication, 10),
    ("oracle-nio/AuthenticatedMessage.hex", nio, .authentication, 10),
    ("go-ora/urowid_select_response_ttc11.hex", goOra, execute, 10),
    ("oracle-23.26/protocol_reply.hex", jdbc, .protocolNegotiation, 0),
    ("oracle-23.26/datatypes_reply.hex", jdbc, .dataTypes, 0),
    ("oracle-23.26/auth_phase1_reply_tail.hex", jdbc, .authentication, 0),
    ("oracle-23.26/auth_phase2_reply.hex", jdbc, .authentication, 0),
    ("oracle-23.26/execute_reply_tail_1403.hex", jdbc, execute, 0),
    ("oracle-23.26/plsql_out_binds_in_number_out_number.hex", jdbc, execute, 0),
  ]
  for (path, dialect, call, head) in recorded {
    guard let bytes = Seeds.capture(path) else { continue }
    seeds.add(dialect.choice + [kind(call), 0, 30, 0] + bytes.dropFirst(head))
  }
  seeds.finish()
}
