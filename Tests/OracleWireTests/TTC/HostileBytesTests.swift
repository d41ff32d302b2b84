import Foundation
import NIOCore
import Testing

@testable import OracleWire

/// Bytes from outside may be anything: readers throw or ask for more, and never trap or take memory for what is not there.
@Suite struct HostileBytesTests {
  static let dialects = [
    Dialect(), Dialect(fieldVersion: 24, endOfResponse: false),
    Dialect(
      fieldVersion: 11, endOfResponse: false, convertsLength: false, errorHas20cFields: false,
      describeHas23aiFields: false, signedByteIsUniversal: true),
    Dialect(fieldVersion: 6, endOfResponse: false),
  ]

  static let calls: [ResponseDecoder.Call] = [
    .protocolNegotiation, .dataTypes, .fastAuthentication, .authentication, .execute(wantsRowCounts: true), .fetch,
    .plain,
  ]

  /// Whole responses of all kinds, to be mutated.
  static func seeds(_ dialect: Dialect) -> [[UInt8]] {
    var generator = SeededGenerator(11)
    let columns = RowDecoderTests.mixedColumns
    var rows = RowDecoderTests.rows(8, columns, &generator)
    for index in rows.indices {
      for column in columns.indices where (rows[index][column]?.count ?? 0) > 600 { rows[index][column] = [7] }
    }
    let described = written { DescribeMessage(columns: columns).write(to: &$0, dialect: dialect) }
    return [
      described + RowDecoderTests.response(rows, columns: columns, before: nil, dialect: dialect, &generator),
      written { writer in
        ExecuteParameters(
          numbers: [1, 2, 3], pairs: [KeywordPair(keyword: 168, text: "OT", binary: [1])], rowCounts: [1, 2]
        ).write(to: &writer, wantsRowCounts: true)
        ResponseRoundTripTests.finish(&writer, dialect, ResponseRoundTripTests.ends[3])
      },
      written { writer in
        ProtocolResponse(banner: "x", capabilities: .server(fieldVersion: dialect.fieldVersion)).write(to: &writer)
        DataTypesResponse(types: Array(DataTypeList.announced.prefix(20))).write(
          to: &writer, client: .client(fieldVersion: 24, endOfResponse: true))
        AuthenticationResponse(pairs: [AuthenticationPair("AUTH_SESSKEY", "00", flags: 1)]).write(to: &writer)
        ResponseRoundTripTests.finish(&writer, dialect)
      },
      [0x0B, 0x05, 0x01, 0x02, 0, 0x01, 0x01, 0, 0, 0, 0x20, 0x10, 0x07, 0x02, 0xC1, 0x2B, 0],
      [0x17, 5, 0, 0, 1, 1, 0, 1, 2, 2, 0x4F, 0x54, 0, 1, 168, 0, 0x0F, 1, 5, 1, 5, 0, 2, 0x41, 0x42],
    ]
  }

  static func mutated(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      guard !bytes.isEmpty else { break }
      let place = Int.random(in: bytes.indices, using: &generator)
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: bytes[place] = [0, 1, 4, 8, 0x7F, 0x80, 0x84, 253, 254, 255].randomElement(using: &generator) ?? 0
      case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      case 2: bytes.remove(at: place)
      case 3: bytes.insert(.random(in: .min ... .max, using: &generator), at: place)
      case 4: bytes.replaceSubrange(place..<min(place + 5, bytes.count), with: [4, 0xFF, 0xFF, 0xFF, 0xFF])
      default: bytes.removeSubrange(place...)
      }
    }
    return bytes
  }

  private func decode(_ bytes: [UInt8], _ call: ResponseDecoder.Call, _ dialect: Dialect, isDescribed: Bool) {
    let announced = DataTypesRequest(capabilities: .client(fieldVersion: 24, endOfResponse: true))
    var decoder = ResponseDecoder(
      call: call, dialect: dialect, columns: isDescribed ? RowDecoderTests.mixedColumns : nil, announced: announced)
    let middle = bytes.count / 2
    decoder.append(bytes[..<middle])
    guard (try? decoder.decode()) == false else { return }
    decoder.append(bytes[middle...])
    guard (try? decoder.decode()) == true else { return }
    // What was taken must be whole: every cell lies in the batch.
    if let batch = decoder.response.batch { _ = batch.rows.count }
  }

  @Test(arguments: dialects)
  func mutatedResponses(_ dialect: Dialect) {
    var generator = SeededGenerator(21)
    for seed in Self.seeds(dialect) {
      for round in 0..<2000 {
        let bytes = Self.mutated(seed, &generator)
        decode(bytes, Self.calls[round % Self.calls.count], dialect, isDescribed: round % 2 == 0)
      }
    }
  }

  @Test(arguments: dialects)
  func randomResponses(_ dialect: Dialect) {
    var generator = SeededGenerator(22)
    for type in UInt8(0)...40 {
      for round in 0..<700 {
        // Small bytes reach deeper: they are plausible lengths.
        let isSmall = round % 2 == 0
        let bytes = (0..<Int.random(in: 0...120, using: &generator)).map { _ in
          isSmall ? UInt8.random(in: 0...8, using: &generator) : UInt8.random(in: .min ... .max, using: &generator)
        }
        decode([type] + bytes, Self.calls[round % Self.calls.count], dialect, isDescribed: round % 3 == 0)
      }
    }
  }

  private func readRequest(_ bytes: [UInt8], _ dialect: Dialect) {
    func attempt(_ read: (inout TTCReader) throws -> Void) {
      var reader = TTCReader(bytes)
      try? read(&reader)
      #expect(reader.position <= bytes.count)
    }
    attempt { _ = try ExecuteRequest(from: &$0, dialect: dialect) }
    attempt { _ = try AuthenticationRequest(from: &$0, dialect: dialect) }
    attempt { _ = try DataTypesRequest(from: &$0) }
    attempt { _ = try ProtocolRequest(from: &$0) }
    attempt { _ = try FastAuthentication.readHead(from: &$0) }
    attempt { _ = try FetchRequest(from: &$0) }
    attempt { _ = try ReexecuteRequest(from: &$0) }
    attempt { _ = try CloseCursorsPiggyback(from: &$0) }
    attempt { _ = try EndToEndPiggyback(from: &$0, dialect: dialect) }
    attempt { _ = try AttributePiggyback.readSchema(from: &$0, dialect: dialect) }
    attempt { try ConnectionCookie.skip(from: &$0) }
    attempt { try AttributePiggyback.readClientFeatures(from: &$0) }
    attempt { _ = try LOBRequest(from: &$0) }
    attempt { _ = try RequestHeader(from: &$0, dialect: dialect) }
    attempt { reader in
      _ = try BindRow.read(from: &reader, metadata: RequestRoundTripTests.metadata, isPLSQL: false, skipped: [1])
    }
  }

  @Test(arguments: dialects)
  func hostileRequests(_ dialect: Dialect) {
    var generator = SeededGenerator(23)
    let types = DataTypesRequest(capabilities: .client(fieldVersion: 24, endOfResponse: true))
    let seeds: [[UInt8]] =
      RequestRoundTripTests.requests.filter { $0.sql?.utf8.count ?? 0 < 1000 }.map { request in
        Array(written { request.write(sequence: 1, to: &$0, dialect: dialect) }.dropFirst(dialect.hasToken ? 4 : 3))
      } + [
        Array(written { types.write(to: &$0) }.dropFirst()),
        Array(
          written { writer in
            AuthenticationRequest(user: "OT", mode: .logon, pairs: [AuthenticationPair("K", "V")])
              .write(.authenticationOne, sequence: 1, to: &writer, dialect: dialect)
          }.dropFirst(dialect.hasToken ? 4 : 3)),
      ]
    for seed in seeds {
      for _ in 0..<600 { readRequest(Self.mutated(seed, &generator), dialect) }
    }
    for round in 0..<4000 {
      let bytes = (0..<Int.random(in: 0...100, using: &generator)).map { _ in
        round % 2 == 0 ? UInt8.random(in: 0...8, using: &generator) : UInt8.random(in: .min ... .max, using: &generator)
      }
      readRequest(bytes, dialect)
    }
  }

  @Test func hostilePackets() {
    var generator = SeededGenerator(24)
    var seeds: [ByteBuffer] = []
    var stream = ByteBuffer()
    ConnectPacket(connectData: "(DESCRIPTION=(CONNECT_DATA=(SID=x)))", sessionDataUnit: 8192).write(to: &stream)
    seeds.append(stream)
    stream = ByteBuffer()
    AcceptPacket(version: 319, sessionDataUnit: 8192, flags: [.endOfResponse]).write(to: &stream)
    seeds.append(stream)
    stream = ByteBuffer()
    RefusePacket(errorCode: 12514).write(to: &stream)
    seeds.append(stream)
    for seed in seeds {
      for round in 0..<10_000 {
        let bytes = Self.mutated(Array(seed.readableBytesView), &generator)
        var stream = ByteBuffer(bytes: bytes)
        _ = try? TNSPacket.next(in: &stream, hasLongLength: round % 2 == 0)
        let body = ByteBuffer(bytes: bytes.dropFirst(8))
        _ = try? AcceptPacket(body: body)
        _ = try? ConnectPacket(body: body)
        _ = try? RefusePacket(body: body).errorCode
        if let text = try? ConnectPacket(body: body).connectData { _ = try? ConnectDescriptor(parsing: text) }
      }
    }
  }

  /// Claims of great lengths and counts, of which next to nothing follows.
  @Test func greatClaimsTakeNoMemory() throws {
    let count: [UInt8] = [4, 0x00, 0x0F, 0xFF, 0xFF]
    let claims: [(ResponseDecoder.Call, [UInt8])] = [
      (.fetch, [0x10, 0] + [0] + [2, 0x0F, 0xFF]),  // 4095 columns
      (.fetch, [7, 254, 4, 0x3F, 0xFF, 0xFF, 0xFF]),  // a value of 1 GiB
      (.fetch, [6, 0x22, 0, 0, 0, 0] + [4, 0x3F, 0xFF, 0xFF, 0xFF]),  // as many bits
      (.execute(wantsRowCounts: true), [8, 2, 0xFF, 0xFF]),  // 65,535 numbers
      (.execute(wantsRowCounts: true), [8, 0, 0, 0, 0] + count),  // a million row counts
      (.authentication, [8, 2, 0xFF, 0xFF]),
      (.authentication, [8, 1, 1, 4, 0x3F, 0xFF, 0xFF, 0xFF, 254, 4, 0x3F, 0xFF, 0xFF, 0xFF]),
      (.plain, [4] + [UInt8](repeating: 0, count: 26) + [2, 0xFF, 0xFF]),  // batch errors
      (.plain, [0x0B, 0, 2, 0xFF, 0xFF, 0, 0, 0, 0, 0]),  // directions
      (.protocolNegotiation, [1, 6, 0, 0, 0, 0, 0, 0xFF, 0xFF]),
      (.dataTypes, [2]),
    ]
    let before = Self.residentBytes
    var kept: [ResponseDecoder] = []
    for (call, bytes) in claims {
      for _ in 0..<Self.claimsOfEach {
        var decoder = ResponseDecoder(call: call, dialect: Dialect(), columns: RowDecoderTests.plainColumns)
        decoder.append(bytes)
        if let isDone = try? decoder.decode() { #expect(!isDone) }
        kept.append(decoder)
      }
    }
    #expect(kept.count == claims.count * Self.claimsOfEach)
    // A claim that is believed takes half a MiB at least, and all of one kind 1.2 GiB. Other tests of this process come
    // and go meanwhile, with less.
    if let before, let after = Self.residentBytes { #expect(after - before < 1 << 30) }
  }

  private static let claimsOfEach = 2500

  /// This process's resident memory, on Linux.
  private static var residentBytes: Int? {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
    let fields = text.split(separator: " ")
    return fields.count > 1 ? Int(fields[1]).map { $0 * 4096 } : nil
  }
}
