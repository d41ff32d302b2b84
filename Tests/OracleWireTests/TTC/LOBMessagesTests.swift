import Testing

@testable import OracleWire

/// LOB operations and locators on the wire, in every dialect and cut at every byte.
struct LOBMessagesTests {
  static let locator = [UInt8](0..<40)

  static let requests: [LOBRequest] = [
    LOBRequest(LOBRequest.length, locator: locator, amount: 0),
    LOBRequest(LOBRequest.read, locator: locator, offset: 1 << 33, amount: 1 << 20),
    LOBRequest(LOBRequest.write, locator: locator, offset: 7, data: [UInt8](repeating: 5, count: 300)),
    LOBRequest(LOBRequest.trim, locator: locator, amount: 9),
    LOBRequest(LOBRequest.open, locator: locator, amount: LOBRequest.readWrite),
    LOBRequest(LOBRequest.isOpen, locator: locator), LOBRequest(LOBRequest.close, locator: locator),
    LOBRequest(temporary: .blob, characterSet: 873), LOBRequest(temporary: .clob, characterSet: 873),
    LOBRequest(temporary: .nclob, characterSet: 2000),
    LOBRequest(LOBRequest.freeTemporaryMany, locator: locator + locator),
  ]

  @Test(arguments: requests) func requestsAreReadBack(request: LOBRequest) throws {
    for fieldVersion in Dialect.fieldVersions {
      for isPiggyback in [false, true] {
        let dialect = Dialect(fieldVersion: fieldVersion)
        let bytes = written { request.write(sequence: 9, isPiggyback: isPiggyback, to: &$0, dialect: dialect) }
        let found = try expectWholeOnly(bytes) { reader throws(WireError) in
          try FastAuthentication.expect(isPiggyback ? .piggyback : .function, in: &reader)
          let header = try RequestHeader(from: &reader, dialect: dialect)
          guard header.function == FunctionCode.lobOperation.rawValue else { throw WireError.malformed("function") }
          return try LOBRequest(from: &reader)
        }
        #expect(found == request)
      }
    }
  }

  /// What a server answers, by the wire's description.
  private func reply(_ form: LOBReplyForm, data: [[UInt8]], _ dialect: Dialect) -> [UInt8] {
    written { writer in
      for piece in data {
        writer.u8(14)
        writer.clr(piece)
      }
      writer.u8(8)
      writer.raw(Self.locator.prefix(form.locatorLength))
      if form.hasCharacterSet { writer.ub2(873) }
      if form.hasAmount { writer.ub8(1 << 33) }
      if form.hasFlag { writer.signedByte(1, dialect) }
      EndOfCallMessage().write(to: &writer, dialect: dialect)
      if dialect.endOfResponse { writer.u8(29) }
    }
  }

  @Test func repliesHoweverCut() throws {
    for dialect in Dialect.all(fieldVersion: 24) + Dialect.all(fieldVersion: 6) {
      for request in Self.requests where request.locator.count == 40 {
        let isRead = request.operation == LOBRequest.read
        for length in isRead ? [0, 1, 252, 253, 600] : [0] {
          let data = [UInt8](repeating: 14, count: length)
          let bytes = reply(request.replyForm, data: isRead ? [data] : [], dialect)
          for cut in stride(from: 0, to: bytes.count, by: isRead ? 7 : 1) {
            var decoder = ResponseDecoder(call: .lob(request.replyForm), dialect: dialect)
            decoder.append(bytes[..<cut])
            #expect(try !decoder.decode(), "done after \(cut) of \(bytes.count) bytes")
            decoder.append(bytes[cut...])
            #expect(try decoder.decode() && decoder.remaining == 0)
            #expect(decoder.response.lobData == data)
            let found = try #require(decoder.response.lob)
            #expect(found.locator == Self.locator && found.flag == request.asksFlag)
            #expect(found.amount == (request.amount == nil ? 0 : 1 << 33))
          }
        }
      }
    }
  }

  @Test func piecesInChunksByteByByte() throws {
    let form = LOBRequest(LOBRequest.read, locator: Self.locator, offset: 1, amount: 70_000).replyForm
    let long = (0..<70_000).map { UInt8(truncatingIfNeeded: $0) }
    let bytes = reply(form, data: [[1, 2], long, []], Dialect())
    var decoder = ResponseDecoder(call: .lob(form), dialect: Dialect())
    for (index, byte) in bytes.enumerated() {
      decoder.append(CollectionOfOne(byte))
      let isDone = try decoder.decode()
      try #require(isDone == (index == bytes.count - 1), "byte \(index)")
    }
    #expect(decoder.response.lobData == [1, 2] + long)
  }

  @Test func moreThanWasAskedForIsRefused() throws {
    let form = LOBRequest(LOBRequest.read, locator: Self.locator, offset: 1, amount: 10).replyForm
    for data in [[[UInt8](repeating: 1, count: 41)], [[UInt8](repeating: 1, count: 40), [1]]] {
      var decoder = ResponseDecoder(call: .lob(form), dialect: Dialect())
      decoder.append(reply(form, data: data, Dialect()))
      #expect(throws: WireError.malformed("more of a LOB than was asked for")) { try decoder.decode() }
    }
    // And where none was asked for at all.
    let length = LOBRequest(LOBRequest.length, locator: Self.locator, amount: 0).replyForm
    for call in [ResponseDecoder.Call.lob(length), .plain, .fetch] {
      var decoder = ResponseDecoder(call: call, dialect: Dialect())
      decoder.append([14, 1, 65])
      #expect(throws: WireError.self) { try decoder.decode() }
    }
    let huge = LOBRequest(LOBRequest.read, locator: Self.locator, offset: 1, amount: .max).replyForm
    #expect(huge.dataLimit == .max)
  }

  // MARK: rows

  private static func column(_ kind: LOBKind, prefetch: Int) -> ColumnDescription {
    var column = ColumnDescription(
      name: "L", typeCode: kind.typeCode, bufferSize: 4000, isNational: kind.isNational)
    column.locatorPrefetch = prefetch
    return column
  }

  /// - Parameter set: of a CLOB's first bytes: the flag, and what follows it.
  private static func write(
    _ start: [UInt8]?, set: [UInt8], length: UInt64, locator: [UInt8], to writer: inout TTCWriter
  ) {
    writer.count(locator.count)
    writer.ub8(length)
    writer.ub4(8132)
    writer.raw(set)
    if let start { writer.clr(start) }
    writer.clr(locator)
  }

  @Test func columnsOfLocators() throws {
    let columns = [
      Self.column(.clob, prefetch: 0), Self.column(.clob, prefetch: 4000), Self.column(.blob, prefetch: 4000),
      ColumnDescription(name: "V", typeCode: .varchar, bufferSize: 10), Self.column(.nclob, prefetch: 10),
    ]
    let text: [UInt8] = [0, 0x41, 0xD8, 0x3D, 0xDE, 0xA2]
    let long = [UInt8](repeating: 3, count: 12_000)
    let locator = Self.locator
    let bytes = written { writer in
      for isNull in [false, true, false] {
        writer.u8(7)
        if isNull { writer.ub4(0) } else { Self.write(nil, set: [], length: 5, locator: locator, to: &writer) }
        if isNull {
          writer.ub4(0)
        } else {
          Self.write(text, set: [1, 2, 0x07, 0xD0, 1], length: 1 << 32, locator: locator, to: &writer)
        }
        if isNull { writer.ub4(0) } else { Self.write(long, set: [], length: 12_000, locator: locator, to: &writer) }
        writer.clr(Array("v".utf8))
        if isNull { writer.ub4(0) } else { Self.write([], set: [0, 2], length: 0, locator: locator, to: &writer) }
      }
      ResponseRoundTripTests.finish(&writer, Dialect())
    }
    let contents = try expectSameHoweverCut(bytes, every: 1009) {
      ResponseDecoder(call: .fetch, dialect: Dialect(), columns: columns)
    }
    let rows = try #require(contents.rows)
    #expect(rows[1] == [nil, nil, nil, Array("v".utf8), nil])
    for row in [rows[0], rows[2]] {
      let values = try zip(row, columns).map { bytes, column in
        try column.locatorPrefetch == nil ? nil : LOBColumnValue(wireBytes: #require(bytes)[...], column: column)
      }
      #expect(values.map { $0?.length } == [5, 1 << 32, 12_000, nil, 0])
      #expect(values.compactMap { $0?.locator.bytes } == [[UInt8]](repeating: locator, count: 4))
      #expect(values.map { $0?.start?.bytes } == [nil, text, long, nil, []])
      #expect(values.map { $0?.start?.form } == [nil, .utf16, nil, nil, .utf16])
      let value = try OracleValue(wireBytes: row[0].map { $0[...] }, column: columns[0])
      #expect(try value == .lob(LOBReference(kind: .clob, locator: LOBLocator(locator))))
      #expect(value.bindTypeCode == .clob && value.wireBytes == locator)
    }
  }

  /// First bytes in a character set that is not known here are passed over: they can be read by a call.
  @Test(arguments: [
    ([0, 1], false), ([1, 1, 31, 1], false), ([1, 2, 3, 0x69, 1], true), ([1, 2, 7, 0xD2, 1], true),
  ])
  func characterSetsOfFirstBytes(set: [UInt8], isKnown: Bool) throws {
    let bytes = written { Self.write([65, 0], set: set, length: 1, locator: Self.locator, to: &$0) }
    let value = try LOBColumnValue(wireBytes: bytes[...], column: Self.column(.clob, prefetch: 5))
    #expect((value.start != nil) == isKnown)
  }

  @Test func flagsOfLocators() throws {
    func locator(_ first: UInt8, _ third: UInt8, _ fourth: UInt8) throws -> LOBLocator {
      try LOBLocator([0, 38, 0, 0, first, 8, third, fourth] + [UInt8](repeating: 0, count: 32))
    }
    #expect(try locator(2, 0x80, 0).textForm(isNational: false) == .utf16)
    #expect(try locator(2, 0x80, 0x40).textForm(isNational: false) == .utf16LittleEndian)
    #expect(try locator(2, 0, 0x40).textForm(isNational: false) == .utf8)
    #expect(try locator(2, 0, 0x40).textForm(isNational: true) == .utf16)
    for (locator, isTemporary) in try [
      (locator(2, 0x80, 1), true), (locator(0x41, 0, 0), true), (locator(2, 0x80, 0), false),
    ] {
      #expect(locator.isTemporary == isTemporary)
      let cell = written { Self.write(nil, set: [], length: 1, locator: locator.bytes, to: &$0) }
      #expect(LOBColumnValue.mayBeTemporary(cell[...]) == isTemporary)
    }
    for length in [0, 7, 1 << 17] {
      #expect(throws: WireError.self) { try LOBLocator([UInt8](repeating: 0, count: length)) }
    }
  }

  @Test func cellsThatAreNoLocators() {
    let good = written { Self.write([65], set: [1, 2, 7, 0xD0, 1], length: 1, locator: Self.locator, to: &$0) }
    let column = Self.column(.clob, prefetch: 5)
    for count in 0..<good.count {
      #expect(throws: WireError.invalidValue("locator")) {
        try LOBColumnValue(wireBytes: good[..<count], column: column)
      }
    }
    #expect(throws: WireError.invalidValue("locator")) {
      try LOBColumnValue(wireBytes: (good + [0])[...], column: column)
    }
  }
}
