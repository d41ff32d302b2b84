import Testing

@testable import OracleWire

/// Every request that our client writes is read back equal, in every dialect.
@Suite struct RequestRoundTripTests {
  private func header(
    _ reader: inout TTCReader, _ dialect: Dialect, isPiggyback: Bool = false
  ) throws(WireError) -> RequestHeader {
    try FastAuthentication.expect(isPiggyback ? .piggyback : .function, in: &reader)
    return try RequestHeader(from: &reader, dialect: dialect)
  }

  static let metadata: [ColumnMetadata] = {
    var array = ColumnMetadata(typeCode: .number, bufferSize: 22)
    array.maximumElements = 1000
    var lob = ColumnMetadata(typeCode: .clob, bufferSize: 112)
    lob.prefetchesLOB = true
    lob.lobPrefetchLength = 4000
    return [
      ColumnMetadata(typeCode: .varchar, bufferSize: 4000),
      ColumnMetadata(typeCode: .varchar, bufferSize: 100, isNational: true), array, lob,
      ColumnMetadata(typeCode: .longRaw, bufferSize: 0x7FFF_FFFF),
    ]
  }()

  static let requests: [ExecuteRequest] = {
    var query = ExecuteRequest(
      options: [.parse, .execute, .fetch, .notPLSQL], sql: "SELECT 'zażółć' FROM dual", isQuery: true)
    query.prefetchRows = 1000
    var long = ExecuteRequest(
      options: [.parse, .execute, .bind, .notPLSQL], sql: String(repeating: "x", count: 40_000), isQuery: false)
    long.binds = metadata
    long.iterations = 1000
    long.wantsRowCounts = true
    long.flags = 0xC000
    var define = ExecuteRequest(options: [.define, .notPLSQL], cursor: 70_000, sql: nil, isQuery: true)
    define.defines = metadata
    define.iterations = 50
    define.fetchOrientation = 2
    return [query, long, define, ExecuteRequest(options: [.parse], sql: "", isQuery: false)]
  }()

  @Test(arguments: Dialect.fieldVersions)
  func execute(_ fieldVersion: UInt8) throws {
    for dialect in Dialect.all(fieldVersion: fieldVersion) {
      for var request in Self.requests {
        let bytes = written { request.write(sequence: 77, to: &$0, dialect: dialect) }
        var reader = TTCReader(bytes)
        let head = try header(&reader, dialect)
        #expect(try head == RequestHeader(.execute, sequence: 77))
        let found = try ExecuteRequest(from: &reader, dialect: dialect)
        // Row counts of each execution came with 12.1.
        if fieldVersion < 7 { request.wantsRowCounts = false }
        #expect(found == request)
        #expect(reader.remaining == 0)
      }
    }
  }

  @Test func executeCutAtEveryByte() throws {
    for dialect in [Dialect(), Dialect(fieldVersion: 6, convertsLength: false)] {
      for request in Self.requests where request.sql?.utf8.count ?? 0 < 1000 {
        let bytes = written { request.write(sequence: 1, to: &$0, dialect: dialect) }
        let found = try expectWholeOnly(bytes) { reader throws(WireError) in
          _ = try header(&reader, dialect)
          return try ExecuteRequest(from: &reader, dialect: dialect)
        }
        #expect(found == request)
      }
    }
  }

  @Test(arguments: Dialect.fieldVersions)
  func smallRequests(_ fieldVersion: UInt8) throws {
    for dialect in Dialect.all(fieldVersion: fieldVersion) {
      let fetch = FetchRequest(cursor: 65_600, rows: 5000)
      let foundFetch = try expectWholeOnly(written { fetch.write(sequence: 1, to: &$0, dialect: dialect) }) {
        reader throws(WireError) in
        _ = try header(&reader, dialect)
        return try FetchRequest(from: &reader)
      }
      #expect(foundFetch == fetch)
      let close = CloseCursorsPiggyback(cursors: [1, 300, 70_000])
      let foundClose = try expectWholeOnly(written { close.write(sequence: 1, to: &$0, dialect: dialect) }) {
        reader throws(WireError) in
        _ = try header(&reader, dialect, isPiggyback: true)
        return try CloseCursorsPiggyback(from: &reader)
      }
      #expect(foundClose == close)
      for function in [FunctionCode.commit, .rollback, .ping, .logoff] {
        let found = try expectWholeOnly(
          written { PlainRequest.write(function, sequence: 255, to: &$0, dialect: dialect) }
        ) { reader throws(WireError) in try header(&reader, dialect) }
        #expect(try found == RequestHeader(function, sequence: 255))
      }
    }
  }

  @Test(arguments: Dialect.fieldVersions)
  func authentication(_ fieldVersion: UInt8) throws {
    let pairs = [
      AuthenticationPair("AUTH_SESSKEY", String(repeating: "A5", count: 32), flags: 1),
      AuthenticationPair("AUTH_EMPTY", ""), AuthenticationPair("AUTH_LONG", String(repeating: "ö", count: 500)),
    ]
    for dialect in Dialect.all(fieldVersion: fieldVersion) {
      for user in ["OT", "Jürgen 🚢", ""] {
        let request = AuthenticationRequest(user: user, mode: [.logon, .withPassword], pairs: pairs)
        let bytes = written { request.write(.authenticationTwo, sequence: 2, to: &$0, dialect: dialect) }
        var reader = TTCReader(bytes)
        let head = try header(&reader, dialect)
        #expect(try head == RequestHeader(.authenticationTwo, sequence: 2))
        #expect(try AuthenticationRequest(from: &reader, dialect: dialect) == request)
        #expect(reader.remaining == 0)
      }
    }
  }

  @Test func negotiation() throws {
    let request = ProtocolRequest(clientName: "oraferry")
    let bytes = written { request.write(to: &$0) }
    let found = try expectWholeOnly(bytes) { reader throws(WireError) in
      try FastAuthentication.expect(.protocolNegotiation, in: &reader)
      return try ProtocolRequest(from: &reader)
    }
    #expect(found == request)
  }

  /// Time zone and zone file version, and numbers of one byte, as older clients ask for them.
  @Test(arguments: [UInt8](arrayLiteral: 6, 13, 24), 0..<8)
  func dataTypes(_ fieldVersion: UInt8, _ bits: Int) throws {
    var capabilities = Capabilities.client(fieldVersion: fieldVersion, endOfResponse: bits & 1 != 0)
    if bits & 2 != 0 {
      capabilities.runTime[1] = 1
      capabilities.compileTime[37] |= fieldVersion > 6 ? 2 : 0
    }
    if bits & 4 != 0 { capabilities.compileTime[27] = 0 }
    var request = DataTypesRequest(capabilities: capabilities)
    request.types.append(.init(type: 99, converted: 0, representation: 0))
    let bytes = written { request.write(to: &$0) }
    var reader = TTCReader(bytes)
    try FastAuthentication.expect(.dataTypes, in: &reader)
    let found = try DataTypesRequest(from: &reader)
    #expect(reader.remaining == 0)
    if bits & 4 != 0 { request.types.removeAll { $0.type > 255 } }
    #expect(found == request)

    // The answer, in the form for this client.
    for types in [[], request.types] {
      let answer = DataTypesResponse(types: types)
      var decoder = ResponseDecoder(call: .dataTypes, dialect: Dialect(), announced: request)
      decoder.append(written { answer.write(to: &$0, client: capabilities) })
      #expect(try decoder.decode())
      #expect(decoder.remaining == 0)
      #expect(decoder.response.dataTypes == answer)
    }
  }

  @Test func theDialectFollowsWhatAClientListed() {
    var request = DataTypesRequest(capabilities: .client(fieldVersion: 24, endOfResponse: true))
    #expect(request.dialect(server: .server(fieldVersion: 24), offersEndOfResponse: true) == Dialect())
    #expect(!request.dialect(server: .server(fieldVersion: 24), offersEndOfResponse: false).endOfResponse)
    #expect(request.dialect(server: .server(fieldVersion: 12), offersEndOfResponse: false).fieldVersion == 12)
    #expect(request.dialect(server: .server(fieldVersion: 27), offersEndOfResponse: false).fieldVersion == 24)
    request.types.removeAll { $0.type == 652 || $0.type == 663 }
    request.encodingFlags = 1
    for index in request.types.indices where request.types[index].type == 27 {
      request.types[index].representation = 1
    }
    let older = request.dialect(server: .server(fieldVersion: 24), offersEndOfResponse: true)
    #expect(!older.errorHas20cFields && !older.describeHas23aiFields && !older.convertsLength)
    #expect(older.signedByteIsUniversal)
    request.capabilities = .client(fieldVersion: 11, endOfResponse: false)
    #expect(!request.dialect(server: .server(fieldVersion: 24), offersEndOfResponse: true).endOfResponse)
    #expect(request.dialect(server: .server(fieldVersion: 24), offersEndOfResponse: true).fieldVersion == 11)
  }

  @Test func fastAuthentication() throws {
    let dialect = Dialect(fieldVersion: Dialect.fastAuthenticationFieldVersion)
    let types = DataTypesRequest(capabilities: .client(fieldVersion: 24, endOfResponse: true))
    let logon = AuthenticationRequest(user: "OT", mode: .logon, pairs: [AuthenticationPair("AUTH_PID", "1")])
    let bytes = written { writer in
      FastAuthentication.writeHead(ProtocolRequest(clientName: "oraferry"), to: &writer)
      types.write(to: &writer)
      logon.write(.authenticationOne, sequence: 1, to: &writer, dialect: dialect)
    }
    #expect(bytes.starts(with: [0x22, 0x01, 0x01, 0x00, 0x01, 0x06, 0x00]))
    var reader = TTCReader(bytes)
    try FastAuthentication.expect(.fastAuthentication, in: &reader)
    #expect(try FastAuthentication.readHead(from: &reader).clientName == "oraferry")
    try FastAuthentication.expect(.dataTypes, in: &reader)
    #expect(try DataTypesRequest(from: &reader) == types)
    #expect(try header(&reader, dialect).function == FunctionCode.authenticationOne.rawValue)
    #expect(try AuthenticationRequest(from: &reader, dialect: dialect) == logon)
    #expect(reader.remaining == 0)
    #expect(throws: WireError.self) {
      var wrong = TTCReader([3])
      try FastAuthentication.expect(.fastAuthentication, in: &wrong)
    }
  }

  @Test(arguments: [false, true])
  func bindRows(_ isPLSQL: Bool) throws {
    var generator = SeededGenerator(5)
    let metadata = [
      ColumnMetadata(typeCode: .long, bufferSize: 0x7FFF_FFFF), ColumnMetadata(typeCode: .number, bufferSize: 22),
      ColumnMetadata(typeCode: .varchar, bufferSize: 40_000), ColumnMetadata(typeCode: .raw, bufferSize: 2000),
      ColumnMetadata(typeCode: .date, bufferSize: 7),
    ]
    let rows: [[[UInt8]?]] = [
      [generator.bytes(100_000), OracleNumber(5).bytes, generator.bytes(35_000), generator.bytes(254), nil],
      [nil, nil, nil, nil, nil],
      [[1], [2], [3], [4], [5]],
    ]
    let bytes = written { writer in
      for row in rows { BindRow.write(row, metadata: metadata, isPLSQL: isPLSQL, to: &writer) }
    }
    var reader = TTCReader(bytes)
    for row in rows {
      try FastAuthentication.expect(.rowData, in: &reader)
      #expect(try BindRow.read(from: &reader, metadata: metadata, isPLSQL: isPLSQL) == row)
    }
    #expect(reader.remaining == 0)
    // Long values stand last, unless a block is called.
    #expect(bytes.suffix(2) == (isPLSQL ? [1, 5] : [1, 3]))
    reader = TTCReader(Array(bytes.suffix(9)))
    let short = try BindRow.read(from: &reader, metadata: Array(metadata[1...]), isPLSQL: true, skipped: [0])
    #expect(short.first == .some(nil))
  }
}

extension RequestHeader {
  fileprivate init(_ function: FunctionCode, sequence: UInt8) throws {
    var reader = TTCReader([function.rawValue, sequence])
    try self.init(from: &reader, dialect: Dialect(fieldVersion: 6))
  }
}
