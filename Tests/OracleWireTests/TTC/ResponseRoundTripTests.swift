import Testing

@testable import OracleWire

/// Every response that the stand-in writes is read back equal, in every dialect.
@Suite struct ResponseRoundTripTests {
  static let columns: [ColumnDescription] = [
    ColumnDescription(name: "ID", typeCode: .number, precision: 10, scale: 0, bufferSize: 22, isNullable: false),
    ColumnDescription(name: "ANY_NUMBER", typeCode: .number, precision: 0, scale: -127, bufferSize: 22),
    ColumnDescription(name: "A_FLOAT", typeCode: .number, precision: 126, scale: -127, bufferSize: 22),
    ColumnDescription(name: "HUNDREDS", typeCode: .number, precision: 38, scale: -84, bufferSize: 22),
    ColumnDescription(name: "FRACTION", typeCode: .number, precision: 1, scale: 127, bufferSize: 22),
    ColumnDescription(name: "zażółć \"quoted\"", typeCode: .varchar, bufferSize: 4000, maxCharacters: 1000),
    ColumnDescription(name: "N", typeCode: .char, bufferSize: 20, maxCharacters: 10, isNational: true),
    ColumnDescription(name: "D", typeCode: .date, bufferSize: 7),
    ColumnDescription(name: "T", typeCode: .timestamp, scale: 6, bufferSize: 11),
    ColumnDescription(name: "TZ", typeCode: .timestampTZ, scale: 9, bufferSize: 13),
    ColumnDescription(name: "R", typeCode: .raw, bufferSize: 2000),
    ColumnDescription(name: String(repeating: "L", count: 128), typeCode: .clob, bufferSize: 4000),
    ColumnDescription(name: "NOTHING", typeCode: .varchar, bufferSize: 0),
  ]

  /// Ends a response as the dialect wants it.
  static func finish(_ writer: inout TTCWriter, _ dialect: Dialect, _ end: EndOfCallMessage = EndOfCallMessage()) {
    end.write(to: &writer, dialect: dialect)
    if dialect.endOfResponse { writer.u8(MessageType.endOfResponse.rawValue) }
  }

  @Test(arguments: Dialect.fieldVersions)
  func describe(_ fieldVersion: UInt8) throws {
    for dialect in Dialect.all(fieldVersion: fieldVersion) {
      for columns in [Self.columns, [], Array(Self.columns.prefix(1))] {
        let message = DescribeMessage(columns: columns, serverDate: [0x78, 0x7E, 11, 22, 1, 1, 1])
        let bytes = written { message.write(to: &$0, dialect: dialect) }
        var reader = TTCReader(bytes)
        try FastAuthentication.expect(.describe, in: &reader)
        #expect(try DescribeMessage(from: &reader, dialect: dialect) == message)
        #expect(reader.remaining == 0)
      }
    }
  }

  static let ends: [EndOfCallMessage] = {
    var success = EndOfCallMessage()
    success.callStatus = 0x10005
    success.sequence = 40_000
    success.row = 70_000
    success.cursor = 300
    success.sqlType = 44
    success.rowAddress = RowAddress(object: 76402, partition: 15, block: 733, slot: 9)
    success.callNumber = 255
    success.rowCount = 5_000_000_000
    var failure = EndOfCallMessage()
    failure.errorNumber = 942
    failure.errorPosition = 14
    failure.message = "ORA-00942: table or view does not exist"
    failure.warningFlags = 0x20
    var batch = EndOfCallMessage()
    batch.errorNumber = 24381
    batch.message = "ORA-24381: error(s) in array DML"
    batch.batchErrors = [0, 3, 70_000].map { row in
      .init(error: OracleError(code: 1, message: "ORA-00001: unique constraint (OT.PK) violated"), row: row)
    }
    var many = batch
    many.batchErrors = (0..<600).map { .init(error: OracleError(code: 1400 + $0, message: "no \($0)"), row: $0 * 2) }
    var long = failure
    long.errorNumber = 70_000
    long.message = String(repeating: "long ", count: 10_000) + "end"
    return [EndOfCallMessage(), success, failure, batch, many, long]
  }()

  @Test(arguments: Dialect.fieldVersions)
  func endOfCall(_ fieldVersion: UInt8) throws {
    for (index, dialect) in Dialect.all(fieldVersion: fieldVersion).enumerated() {
      // The long ones with no flag and with all.
      for end in Self.ends.prefix([0, 31].contains(index) ? Self.ends.count : 4) {
        var decoder = ResponseDecoder(call: .execute(wantsRowCounts: false), dialect: dialect)
        decoder.append(written { Self.finish(&$0, dialect, end) })
        #expect(try decoder.decode())
        #expect(decoder.remaining == 0)
        let end = Self.carried(end, dialect)
        #expect(decoder.response.endOfCall == end)
        #expect(decoder.response.error?.code == (end.errorNumber == 0 ? nil : Int(end.errorNumber)))
        #expect(decoder.response.error?.position == (end.errorPosition > 0 ? Int(end.errorPosition) : nil))
      }
    }
  }

  @Test func endOfCallCutAtEveryByte() throws {
    for dialect in [
      Dialect(), Dialect(fieldVersion: 6, endOfResponse: false, errorHas20cFields: false, signedByteIsUniversal: true),
    ] {
      for end in Self.ends.prefix(4) {
        let contents = try expectSameHoweverCut(written { Self.finish(&$0, dialect, end) }) {
          ResponseDecoder(call: .execute(wantsRowCounts: false), dialect: dialect)
        }
        #expect(contents.endOfCall == Self.carried(end, dialect))
      }
    }
  }

  /// What of an end of call reaches the other side: before 12.1 one count of rows, and no list of errors.
  private static func carried(_ end: EndOfCallMessage, _ dialect: Dialect) -> EndOfCallMessage {
    guard dialect.fieldVersion < 7 else { return end }
    var carried = end
    carried.batchErrors = []
    carried.errorNumber = end.errorNumber & 0xFFFF
    carried.row = UInt32(truncatingIfNeeded: end.rowCount)
    carried.rowCount = UInt64(carried.row)
    carried.hasTotal = false
    return carried
  }

  @Test(arguments: [false, true], [false, true])
  func parametersAndStatus(_ wantsRowCounts: Bool, _ endOfResponse: Bool) throws {
    let dialect = Dialect(endOfResponse: endOfResponse)
    let parameters = ExecuteParameters(
      numbers: [0xFFFF_FFFF, 3, 0, 0, 0, 0],
      pairs: [
        KeywordPair(keyword: KeywordPair.currentSchema, text: "OT", binary: nil),
        KeywordPair(keyword: 163, text: nil, binary: [0x80, 0, 0, 0, 0x3E, 0x3C, 0x3C, 0x80, 0, 0, 0]),
      ],
      rowCounts: wantsRowCounts ? [0, 1, 70_000, 5_000_000_000] : [])
    let status = StatusMessage(callStatus: 0x10001, sequence: 65_535)
    let contents = try expectSameHoweverCut(
      written { writer in
        parameters.write(to: &writer, wantsRowCounts: wantsRowCounts)
        status.write(to: &writer)
        if endOfResponse { writer.u8(MessageType.endOfResponse.rawValue) }
      }
    ) { ResponseDecoder(call: .execute(wantsRowCounts: wantsRowCounts), dialect: dialect) }
    #expect(contents.parameters == parameters)
    #expect(contents.status == status)
  }

  @Test(arguments: Dialect.fieldVersions)
  func fastAuthentication(_ fieldVersion: UInt8) throws {
    let announced = DataTypesRequest(capabilities: .client(fieldVersion: 24, endOfResponse: true))
    let server = ProtocolResponse(banner: "oraferry/stand-in", capabilities: .server(fieldVersion: fieldVersion))
    let pairs = [
      AuthenticationPair("AUTH_SESSKEY", "00FF"), AuthenticationPair("AUTH_VFR_DATA", "AA", flags: 0x1B25),
    ]
    let dialect = announced.dialect(server: .server(fieldVersion: fieldVersion), offersEndOfResponse: true)
    #expect(dialect.fieldVersion == fieldVersion)
    let contents = try expectSameHoweverCut(
      written { writer in
        server.write(to: &writer)
        DataTypesResponse().write(to: &writer, client: announced.capabilities)
        AuthenticationResponse(pairs: pairs).write(to: &writer)
        Self.finish(&writer, dialect)
      }, every: 2
    ) {
      ResponseDecoder(
        call: .fastAuthentication, dialect: Dialect(fieldVersion: Dialect.fastAuthenticationFieldVersion),
        announced: announced, offersEndOfResponse: true)
    }
    #expect(contents.protocolResponse == server)
    #expect(contents.dataTypes == DataTypesResponse())
    #expect(contents.authentication?.pairs == pairs)
  }

  @Test func aServersCapabilitiesAreLongEnoughForEveryClient() {
    for fieldVersion in Dialect.fieldVersions {
      let capabilities = Capabilities.server(fieldVersion: fieldVersion)
      #expect(capabilities.compileTime.count >= 41)
      #expect(capabilities.runTime.count >= 7)
      #expect(capabilities.fieldVersion == fieldVersion)
      // go-ora picks its key derivation by this bit, which servers before 12.1 don't have.
      #expect((capabilities.compileTime[4] & 0x20 != 0) == (fieldVersion >= 7))
    }
  }

  /// Messages that only servers of others write: in the form in which python-oracledb reads them.
  @Test func warningsTokensAndNewsOfTheSession() throws {
    let dialect = Dialect()
    let bytes = written { writer in
      writer.u8(MessageType.warning.rawValue)
      writer.ub2(28002)
      writer.ub2(10)
      writer.ub2(0)
      writer.clr(Array("ORA-28002: soon\n".utf8))
      writer.u8(MessageType.warning.rawValue)
      writer.zeros(3)
      writer.u8(MessageType.token.rawValue)
      writer.ub8(0)
      for operation in [1, 3] as [UInt8] { writer.raw([MessageType.serverPiggyback.rawValue, operation]) }
      writer.raw([MessageType.serverPiggyback.rawValue, 2, 1, 5, 3, 0x41, 0x42, 0x43])
      writer.raw([MessageType.serverPiggyback.rawValue, 4, 0, 0, 1, 1, 0, 1, 1, 1, 0x4B, 1, 1, 1, 0x56, 0])
      writer.raw([1, 4, 1, 9, 1, 7])
      writer.raw([MessageType.serverPiggyback.rawValue, 5, 0, 0, 1, 1, 0, 1, 2, 2, 0x4F, 0x54, 0, 1, 168, 0])
      writer.raw([MessageType.serverPiggyback.rawValue, 7, 1, 2, 2, 0x01, 0x02])
      writer.raw([MessageType.serverPiggyback.rawValue, 8, 0, 0, 0, 0, 0, 1, 1, 1, 0x58])
      writer.raw([MessageType.serverPiggyback.rawValue, 9, 0, 0])
      writer.raw([MessageType.serverPiggyback.rawValue, 10, 0, 0, 1, 1, 1, 2, 1, 3])
      Self.finish(&writer, dialect)
    }
    let contents = try expectSameHoweverCut(bytes) { ResponseDecoder(call: .plain, dialect: dialect) }
    #expect(contents.sessionPairs == [KeywordPair(keyword: KeywordPair.currentSchema, text: "OT", binary: nil)])
    var decoder = ResponseDecoder(call: .plain, dialect: dialect)
    decoder.append(bytes)
    _ = try decoder.decode()
    #expect(decoder.response.warnings.map(\.code) == [28002])
    #expect(decoder.response.warnings.first?.text == "ORA-28002: soon")
  }

  @Test func annotatedColumns() throws {
    // A describe of 23ai with a domain, annotations and a vector's shape, which are passed over.
    let dialect = Dialect()
    let bytes = written { writer in
      writer.clr([UInt8](repeating: 1, count: 23))
      writer.count(10)
      writer.count(1)
      writer.u8(0x82)
      writer.raw([OracleTypeCode.varchar.rawValue, 0x80, 0, 0])
      writer.count(10)
      writer.zeros(3)
      writer.zeros(1)
      writer.ub2(873)
      writer.u8(1)
      writer.count(10)
      writer.ub4(0)
      writer.raw([1, 4])
      writer.text("NAME")
      writer.text("")
      writer.text("")
      writer.ub2(1)
      writer.ub4(0)
      writer.text("OT")
      writer.text("EMAIL")
      writer.ub4(2)
      writer.u8(1)
      writer.ub4(2)
      writer.u8(1)
      for key in ["Display", "Empty"] {
        writer.text(key)
        writer.text(key == "Empty" ? "" : "Name")
        writer.ub4(0)
      }
      writer.ub4(0)
      writer.ub4(0)
      writer.zeros(2)
      writer.zeros(1)
      writer.zeros(5)
    }
    let describe = try expectWholeOnly(bytes) { reader throws(WireError) in
      try DescribeMessage(from: &reader, dialect: dialect)
    }
    #expect(
      describe.columns == [
        ColumnDescription(name: "NAME", typeCode: .varchar, bufferSize: 10, maxCharacters: 10)
      ])
  }
}
