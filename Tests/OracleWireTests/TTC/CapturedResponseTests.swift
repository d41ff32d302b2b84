import Testing

@testable import OracleWire

/// Messages of real servers, decoded with nothing left over, whole, cut and cut short at every byte.
@Suite(.enabled(if: Captures.areThere, Captures.absence))
struct CapturedResponseTests {
  /// oracle-nio with a 23.5 server.
  static let nio = Dialect(fieldVersion: 24, endOfResponse: true)
  /// ojdbc11 with a 23.26 server: no end of response, raw texts, type 27 in the universal form.
  static let jdbc = Dialect(
    fieldVersion: 24, endOfResponse: false, convertsLength: false, signedByteIsUniversal: true)
  /// go-ora with a server of field version 11: neither 652 nor 663 listed, type 27 in the universal form.
  static let goOra = Dialect(
    fieldVersion: 11, endOfResponse: false, errorHas20cFields: false, describeHas23aiFields: false,
    signedByteIsUniversal: true)

  @Test func selectOneRow() throws {
    let bytes = try Captures.payload("oracle-nio/SelectOneFromDualMessage.hex")
    let contents = try expectSameHoweverCut(bytes) {
      ResponseDecoder(call: .execute(wantsRowCounts: false), dialect: Self.nio)
    }
    let column = try #require(contents.columns?.first)
    #expect(contents.columns?.count == 1)
    #expect(column.name == "'HELLO'")
    #expect(column.typeCode == .char)
    #expect(column.bufferSize == 5)
    #expect(column.maxCharacters == 5)
    #expect(!column.isNational)
    #expect(contents.rows == [[Array("hello".utf8)]])
    let end = try #require(contents.endOfCall)
    #expect(end.errorNumber == 1403)
    #expect(end.message == "ORA-01403: no data found")
    #expect(end.cursor == 1)
    #expect(end.rowCount == 1)
    #expect(end.sqlType == 3)
    #expect(contents.parameters?.numbers.count == 6)
    #expect(contents.parameters?.pairs.map(\.keyword) == [163])
    #expect(contents.parameters?.pairs.first?.binary?.count == 11)
  }

  @Test func selectMoreRowsToCome() throws {
    let bytes = try Captures.payload("oracle-nio/SelectManyFromDualMessage.hex")
    let contents = try expectSameHoweverCut(bytes) {
      ResponseDecoder(call: .execute(wantsRowCounts: false), dialect: Self.nio)
    }
    let column = try #require(contents.columns?.first)
    #expect(contents.columns?.count == 1)
    #expect(column.name == "ID")
    #expect(column.typeCode == .number)
    #expect((column.precision, column.scale) == (0, 0))
    #expect(contents.rows == [[OracleNumber(1).bytes], [OracleNumber(2).bytes]])
    #expect(contents.endOfCall?.errorNumber == 0)
    #expect(contents.endOfCall?.rowCount == 2)
    #expect(contents.endOfCall?.cursor == 1)
  }

  @Test func logoff() throws {
    let bytes = try Captures.payload("oracle-nio/CloseMessage.hex")
    let contents = try expectSameHoweverCut(bytes) { ResponseDecoder(call: .plain, dialect: Self.nio) }
    #expect(contents.status == StatusMessage(callStatus: 1, sequence: 0))
  }

  @Test func fastAuthenticationChallenge() throws {
    let bytes = try Captures.payload("oracle-nio/AuthenticationChallengeMessage.hex")
    let announced = DataTypesRequest(capabilities: .client(fieldVersion: 24, endOfResponse: true))
    let contents = try expectSameHoweverCut(bytes) {
      ResponseDecoder(
        call: .fastAuthentication, dialect: Self.nio, announced: announced, offersEndOfResponse: true)
    }
    let server = try #require(contents.protocolResponse)
    #expect(server.banner == "x86_64/Linux 2.4.xx")
    #expect(server.characterSet == CharacterSet.utf8)
    #expect(server.nationalCharacterSet == CharacterSet.utf16)
    #expect(server.capabilities.fieldVersion == 24)
    #expect(server.capabilities.compileTime.count == 53)
    #expect(server.capabilities.runTime.count == 12)
    #expect(server.capabilities.wantsEndOfResponse)
    let types = try #require(contents.dataTypes?.types)
    #expect(types.filter { $0.converted != 0 }.count == 293)
    #expect(types.filter { $0.converted == 0 }.count == 96)
    let pairs = try #require(contents.authentication?.pairs)
    #expect(
      pairs.map(\.key) == [
        "AUTH_SESSKEY", "AUTH_VFR_DATA", "AUTH_PBKDF2_CSK_SALT", "AUTH_PBKDF2_VGEN_COUNT", "AUTH_PBKDF2_SDER_COUNT",
        "AUTH_GLOBALLY_UNIQUE_DBID",
      ])
    #expect(pairs[1].flags == VerifierKind.version12c.rawValue)
    #expect(contents.endOfCall?.errorNumber == 0)
    // The password is unknown: an answer can be made, but this server's proof would not fit.
    let logon = try ClientLogon(challenge: AuthenticationResponse(pairs: pairs), user: "", password: "guess")
    #expect(logon.pairs.count == 3)
  }

  @Test func authenticated() throws {
    let bytes = try Captures.payload("oracle-nio/AuthenticatedMessage.hex")
    let contents = try expectSameHoweverCut(bytes) {
      ResponseDecoder(call: .authentication, dialect: Self.nio)
    }
    let authentication = try #require(contents.authentication)
    #expect(authentication.pairs.count == 48)
    #expect(authentication["AUTH_VERSION_NO"] == "386204039")
    #expect(authentication["AUTH_SVR_RESPONSE"]?.count == 96)
    #expect(authentication["AUTH_SESSION_ID"] != nil)
    #expect(contents.endOfCall?.errorNumber == 0)
  }

  @Test func protocolOf23Dot26() throws {
    let bytes = try Captures.hex("oracle-23.26/protocol_reply.hex")
    let contents = try expectSameHoweverCut(bytes) {
      ResponseDecoder(call: .protocolNegotiation, dialect: Self.jdbc)
    }
    let server = try #require(contents.protocolResponse)
    #expect(server.serverVersion == 6)
    #expect(server.banner == "Linux390x/Linux-2.4.x")
    #expect(server.characterSet == 873)
    #expect(server.nationalCharacterSet == 2000)
    #expect(server.capabilities.compileTime.count == 54)
    #expect(server.capabilities.fieldVersion == 27)
    #expect(server.capabilities.runTime.count == 13)
    // A client speaks the lower of both field versions, and never more than is known here.
    let announced = DataTypesRequest(capabilities: .client(fieldVersion: 24, endOfResponse: true))
    let dialect = announced.dialect(server: .server(fieldVersion: 27), offersEndOfResponse: false)
    #expect(dialect == Dialect(fieldVersion: 24, endOfResponse: false))
  }

  @Test func dataTypesOf23Dot26() throws {
    let bytes = try Captures.hex("oracle-23.26/datatypes_reply.hex")
    let announced = DataTypesRequest(capabilities: .client(fieldVersion: 24, endOfResponse: true))
    let contents = try expectSameHoweverCut(bytes) {
      ResponseDecoder(call: .dataTypes, dialect: Self.jdbc, announced: announced)
    }
    let types = try #require(contents.dataTypes?.types)
    #expect(types.count == 393)
    #expect(types.filter { $0.converted == 0 }.count == 90)
    #expect(types.first { $0.type == 27 }?.representation == 1)
    #expect(types.contains { $0.type == 652 } && types.contains { $0.type == 663 })
    #expect(types.first == DataTypeList.Entry(type: 1, converted: 1, representation: 1))
  }

  @Test func endOfPhaseOneOf23Dot26() throws {
    let bytes = try Captures.hex("oracle-23.26/auth_phase1_reply_tail.hex")
    let contents = try expectSameHoweverCut(bytes) { ResponseDecoder(call: .authentication, dialect: Self.jdbc) }
    let end = try #require(contents.endOfCall)
    #expect(bytes.count == 36)
    #expect(end.callNumber == 1)
    #expect(end.sequence == 1247)
    #expect(end.errorNumber == 0)
  }

  @Test func phaseTwoOf23Dot26() throws {
    let bytes = try Captures.hex("oracle-23.26/auth_phase2_reply.hex")
    let contents = try expectSameHoweverCut(bytes) {
      ResponseDecoder(call: .authentication, dialect: Self.jdbc)
    }
    let authentication = try #require(contents.authentication)
    #expect(authentication.pairs.count == 50)
    #expect(authentication["AUTH_VERSION_NO"] == "387588096")
    #expect(contents.sessionPairs.count == 21)
    let charset = contents.sessionPairs.first { $0.keyword == 10 }
    #expect(charset?.binary.map { String(decoding: $0, as: UTF8.self) } == "AL32UTF8")
    #expect(contents.endOfCall?.callNumber == 2)
    #expect(contents.endOfCall?.sequence == 1249)
  }

  @Test func endOfAnExhaustedSelectOf23Dot26() throws {
    let bytes = try Captures.hex("oracle-23.26/execute_reply_tail_1403.hex")
    let columns = [ColumnDescription(name: "N", typeCode: .number, bufferSize: 22)]
    let contents = try expectSameHoweverCut(bytes) {
      ResponseDecoder(call: .execute(wantsRowCounts: false), dialect: Self.jdbc, columns: columns)
    }
    #expect(contents.parameters?.numbers.count == 6)
    #expect(contents.parameters?.numbers[2] == 1)
    #expect(contents.endOfCall?.errorNumber == 1403)
    #expect(contents.endOfCall?.cursor == 1)
    #expect(contents.endOfCall?.message == "ORA-01403: no data found")
    var decoder = ResponseDecoder(call: .execute(wantsRowCounts: false), dialect: Self.jdbc, columns: columns)
    decoder.append(bytes)
    #expect(try decoder.decode())
    #expect(decoder.response.isExhausted)
    #expect(decoder.response.error == nil)
    // The same end of a call that has no columns, such as a block's SELECT INTO, is an error.
    var block = ResponseDecoder(call: .execute(wantsRowCounts: false), dialect: Self.jdbc)
    block.append(bytes)
    #expect(try block.decode())
    #expect(block.response.error?.code == 1403)
    #expect(!block.response.isExhausted)
  }

  @Test func outBindsOf23Dot26() throws {
    let bytes = try Captures.hex("oracle-23.26/plsql_out_binds_in_number_out_number.hex")
    let end = try Captures.hex("oracle-23.26/auth_phase1_reply_tail.hex")
    let number = ColumnMetadata(typeCode: .number, bufferSize: 22)
    let contents = try expectSameHoweverCut(bytes + end) {
      ResponseDecoder(
        call: .execute(wantsRowCounts: false), dialect: Self.jdbc, outBinds: OutBinds(binds: [number, number]))
    }
    #expect(contents.ioVector?.directions == [32, 16])
    // Ours is written in the same bytes.
    var writer = TTCWriter()
    IOVectorMessage(directions: [32, 16]).write(to: &writer)
    #expect(Array(writer.buffer.readableBytesView) == Array(bytes.prefix(writer.buffer.readableBytes)))
    #expect(contents.outValues == [[], [.bytes(OracleNumber(42).bytes)]])
    #expect(contents.rows == nil)
  }

  @Test func outBindDirectionsOf23Dot26() throws {
    let bytes = try Captures.hex("oracle-23.26/plsql_out_binds_out_number_prefix.hex")
    #expect(bytes.first == MessageType.ioVector.rawValue && bytes.last == MessageType.rowData.rawValue)
    let vector = try expectWholeOnly(Array(bytes.dropFirst().dropLast())) { reader throws(WireError) in
      try IOVectorMessage(from: &reader)
    }
    #expect(vector.directions == [16])
  }

  @Test func universalRowidsWithBitVectors() throws {
    let bytes = try Captures.payload("go-ora/urowid_select_response_ttc11.hex")
    let contents = try expectSameHoweverCut(bytes) {
      ResponseDecoder(call: .execute(wantsRowCounts: false), dialect: Self.goOra)
    }
    let column = try #require(contents.columns?.first)
    #expect(contents.columns?.count == 1)
    #expect(column.name == "COL_UROWID")
    #expect(column.typeCode == .urowid)
    #expect(column.bufferSize == 4000)
    let rows = try #require(contents.rows?.map { $0[0].map { String(decoding: $0, as: UTF8.self) } })
    #expect(rows.count == 12)
    #expect(rows[0] == "AAAAB6AABAAAAABAAK")
    #expect(rows[1] == "AAAAB6AABAAAAABAAB")
    #expect(rows[2] == rows[1], "repeated by a bit vector without bits")
    #expect(rows[3] == nil)
    #expect(rows[4] == "AAAAB6AABAAAAABAAC")
    #expect(rows[5] == "AAAAB6AABAAAAABAAD")
    #expect(rows.filter { $0 == nil }.count == 1)
    #expect(contents.endOfCall?.errorNumber == 1403)
    #expect(contents.endOfCall?.rowCount == 12)
  }

  @Test func aWrongDialectDoesNotPassUnnoticed() throws {
    let bytes = try Captures.payload("go-ora/urowid_select_response_ttc11.hex")
    var decoder = ResponseDecoder(call: .execute(wantsRowCounts: false), dialect: Self.nio)
    decoder.append(bytes)
    let isClean = (try? decoder.decode()) == true && decoder.remaining == 0
    #expect(!isClean)
  }
}
