import OracleWire

/// A LOB's bytes, or the UTF-8 of its text, piece by piece.
///
/// While one piece is being worked on, the next is already asked for; never more than that one. Each piece of a CLOB
/// holds whole characters: one that the server's pieces cut in two goes with the second. Pieces as they stand on the wire
/// hold whole units of the text's form, and may end within a character.
public struct OracleLOBPieces: AsyncSequence, Sendable {
  public typealias Element = [UInt8]

  let lob: OracleLOB
  let offset: Int
  let count: Int?
  /// Whether text comes as it stands on the wire.
  let isRaw: Bool

  public func makeAsyncIterator() -> Iterator {
    Iterator(lob: lob, offset: offset, count: count, isRaw: isRaw)
  }

  /// Goes through the pieces; none of them is empty.
  public struct Iterator: AsyncIteratorProtocol {
    private let lob: OracleLOB
    private var offset: Int
    private var count: Int?
    /// The LOB's length when reading began.
    private var end: Int?
    private var decoder: LOBTextDecoder?
    private var asked = 0
    private var call: PendingCall?
    private let isRaw: Bool

    init(lob: OracleLOB, offset: Int, count: Int?, isRaw: Bool) {
      self.lob = lob
      self.offset = offset
      self.count = count
      self.isRaw = isRaw
      decoder = isRaw ? nil : lob.textForm.map { LOBTextDecoder(form: $0) }
    }

    /// The next piece, nil after the last.
    ///
    /// - Throws: `OracleError` or `OracleConnectionError`; `OracleLOBError` for an offset within a character.
    public mutating func next() async throws -> [UInt8]? {
      if end == nil, let start = try await begin() { return start }
      while let call {
        self.call = nil
        let piece = try await lob.finish(call).lobData
        let (read, asked, isUTF16) = (lob.count(of: piece), asked, lob.width == 2)
        try lob.connection.trusting { () throws(WireError) in
          guard read > 0, read <= asked else { throw .malformed("\(read) of \(asked) bytes or characters of a LOB") }
          guard !isUTF16 || piece.count % 2 == 0 else { throw .malformed("half a character of a LOB") }
        }
        offset += read
        ask()
        let result = try lob.decode(piece, &decoder)
        if !result.isEmpty { return result }
      }
      guard decoder?.isBetweenCharacters != false else { throw OracleLOBError.cutCharacter }
      return nil
    }

    /// Finds out how much there is, and gives what came with the row.
    private mutating func begin() async throws -> [UInt8]? {
      guard offset >= 1 else { throw OracleLOBError.offset(offset) }
      if let count, count < 1 { throw OracleLOBError.count(count) }
      let length = try await lob.length()
      end = length
      // What came with the row is decoded already.
      if offset == 1, count == nil, !isRaw, let start = lob.start, start.count > 0 {
        offset += start.count
        if offset <= length { count = try await lob.pieceCount() }
        ask()
        return start.bytes
      }
      if count == nil, offset <= length { count = try await lob.pieceCount() }
      ask()
      return nil
    }

    private mutating func ask() {
      guard let end, let count, offset <= end else { return }
      asked = Swift.min(count, end - offset + 1)
      call = lob.begin(lob.readRequest(at: offset, count: asked))
    }
  }
}
