import OracleStandIn
import OracleWire
import Testing

@testable import OracleClient

/// LOBs that go through in pieces.
@Suite struct LOBStreamTests {
  /// Text or bytes that can be made at any place, in chunks that are cut anywhere.
  struct Source: AsyncSequence, Sendable {
    typealias Element = [UInt8]

    let kind: LOBKind
    let count: Int
    let chunk: Int

    struct Iterator: AsyncIteratorProtocol {
      let source: Source
      let pattern: [UInt8]
      var place = 0

      mutating func next() async throws -> [UInt8]? {
        guard place < source.count else { return nil }
        let end = Swift.min(place + source.chunk, source.count)
        defer { place = end }
        return Source.bytes(place..<end, pattern)
      }
    }

    /// Ends with a whole character: the pattern's length divides it.
    init(kind: LOBKind, patterns: Int, chunk: Int) {
      self.kind = kind
      count = patterns * Source.pattern(kind).count
      self.chunk = chunk
    }

    static func pattern(_ kind: LOBKind) -> [UInt8] {
      kind.isText ? Array("All of it, from \u{1F6A2} to я€ä and back again; 🚢🚢.".utf8) : (0..<251).map { UInt8($0) }
    }

    static func bytes(_ range: Range<Int>, _ pattern: [UInt8]) -> [UInt8] {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(range.count + pattern.count)
      var place = range.lowerBound
      while place < range.upperBound {
        let start = place % pattern.count
        let part = pattern[start..<Swift.min(pattern.count, start + range.upperBound - place)]
        bytes += part
        place += part.count
      }
      return bytes
    }

    func makeAsyncIterator() -> Iterator { Iterator(source: self, pattern: Source.pattern(kind)) }
  }

  /// Compares what is read with the source, piece by piece.
  private func expectSame(_ lob: OracleLOB, _ source: Source, count: Int? = nil) async throws {
    let pattern = Source.pattern(source.kind)
    var place = 0
    for try await piece in lob.pieces(count: count) {
      guard piece == Source.bytes(place..<place + piece.count, pattern) else {
        Issue.record("other bytes from \(place) on")
        return
      }
      place += piece.count
    }
    #expect(place == source.count)
  }

  @Test(arguments: [LOBKind.clob, .blob]) func sixtyFourMiB(kind: LOBKind) async throws {
    try await OracleLOBTests.with(.release23ai) { connection in
      let source = Source(kind: kind, patterns: (64 << 20) / Source.pattern(kind).count, chunk: 1_000_003)
      let lob = try await connection.temporaryLOB(kind)
      let written = try await lob.append(contentsOf: source)
      #expect(try await lob.length() == written)
      if kind == .blob { #expect(written == source.count) }
      try await expectSame(lob, source)
    }
  }

  /// Four-byte characters lie over the borders of pieces, whatever the piece's size.
  @Test(arguments: StandInProfile.allCases, LOBKind.allCases)
  func piecesOfEverySize(profile: StandInProfile, kind: LOBKind) async throws {
    try await OracleLOBTests.with(profile, dataUnit: 8192) { connection in
      let source = Source(kind: kind, patterns: 40, chunk: 7)
      let lob = try await connection.temporaryLOB(kind)
      try await lob.append(contentsOf: source)
      for count in Array(1...9) + [31, 252, 253, 1000, 100_000] {
        try await expectSame(lob, source, count: count)
      }
      try await expectSame(lob, source)
      await #expect(throws: OracleLOBError.count(0)) { try await expectSame(lob, source, count: 0) }
    }
  }

  @Test(arguments: [1, 2, 3, 5, 64, 1 << 20] as [Int]) func chunksOfEverySize(chunk: Int) async throws {
    try await OracleLOBTests.with(.release19c) { connection in
      for kind in LOBKind.allCases {
        let source = Source(kind: kind, patterns: 20, chunk: chunk)
        let lob = try await connection.temporaryLOB(kind)
        try await lob.append(contentsOf: source)
        try await lob.append(contentsOf: source)
        try await expectSame(lob, Source(kind: kind, patterns: 40, chunk: 1))
      }
    }
  }

  @Test func aWriterGoesOnFromAnOffset() async throws {
    try await OracleLOBTests.with(.release23ai) { connection in
      let lob = try await connection.temporaryLOB(.clob)
      try await lob.write("0123456789")
      var writer = try await lob.writer(at: 4)
      try await writer.write([0xF0, 0x9F])
      try await writer.write([0x9A, 0xA2])
      try await writer.write("x")
      #expect(try await writer.finish() == 3)
      #expect(try await lob.text() == "012🚢x6789")
      var cut = try await lob.appender()
      try await cut.write([0xE2])
      await #expect(throws: OracleLOBError.endsWithinCharacter) { try await cut.finish() }
    }
  }

  /// Pieces of several calls of each more than one packet, both ways at once on two LOBs of one connection.
  @Test func twoStreamsShareAConnection() async throws {
    try await OracleLOBTests.with(.release11dot2) { connection in
      let sources = [LOBKind.clob, .blob].map { Source(kind: $0, patterns: 50_000, chunk: 99_991) }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for source in sources {
          group.addTask {
            let lob = try await connection.temporaryLOB(source.kind)
            try await lob.append(contentsOf: source)
            try await expectSame(lob, source)
          }
        }
        try await group.waitForAll()
      }
    }
  }
}
