/// What the answer to a LOB operation holds: only what the request asked for.
public struct LOBReplyForm: Sendable, Hashable {
  /// Bytes that a character takes at most.
  static let widestCharacter: UInt64 = 4

  public var locatorLength: Int
  public var hasCharacterSet: Bool
  public var hasAmount: Bool
  public var hasFlag: Bool
  /// Bytes of the LOB that may come.
  public var dataLimit: Int
}

/// Message 8 in answer to a LOB operation.
public struct LOBReply: Sendable, Hashable {
  /// The LOB's locator from now on, as long as the one that was sent.
  public var locator: [UInt8]
  /// A length, a chunk size, or how much was read.
  public var amount: UInt64
  /// Whether the LOB is open.
  public var flag: Bool

  /// Reads the message after its type byte.
  init(from reader: inout TTCReader, form: LOBReplyForm, dialect: Dialect) throws(WireError) {
    locator = Array(try reader.raw(form.locatorLength))
    if form.hasCharacterSet { _ = try reader.ub2() }
    amount = form.hasAmount ? try reader.ub8() : 0
    flag = form.hasFlag ? try reader.signedByte(dialect) != 0 : false
  }
}

/// Takes message 14, a piece of a LOB, as its bytes come: read from its start with each packet, a long piece would be
/// read many times.
struct LOBDataDecoder: Sendable {
  private enum State: Sendable {
    case outside
    /// The message's type byte was read, its length byte not yet.
    case length
    case chunkLength
    case bytes(left: Int, isLast: Bool)
  }

  private var state = State.outside

  /// Takes what is there of the message.
  ///
  /// - Parameter limit: bytes that all pieces of an answer may have together.
  /// - Returns: false when another message is next.
  mutating func read(from reader: inout TTCReader, limit: Int, into data: inout [UInt8]) throws(WireError) -> Bool {
    if case .outside = state {
      guard try reader.peek() == MessageType.lobData.rawValue else { return false }
      try reader.skip(1)
      state = .length
    }
    while reader.remaining > 0 {
      switch state {
      case .outside:
        return true
      case .length:
        switch try reader.u8() {
        case 0, 255: state = .outside
        case 254: state = .chunkLength
        case let length: state = try begin(Int(length), isLast: true, limit: limit - data.count)
        }
      case .chunkLength:
        var next = reader.position
        guard let length = try reader.bytes.span.chunkLength(at: &next, isByte: reader.hasByteChunks) else {
          return true
        }
        reader.position = next
        state =
          length == 0 ? .outside : try begin(Int(clamping: length), isLast: false, limit: limit - data.count)
      case .bytes(let left, let isLast):
        let count = min(left, reader.remaining)
        data.append(contentsOf: try reader.raw(count))
        state = count < left ? .bytes(left: left - count, isLast: isLast) : isLast ? .outside : .chunkLength
      }
    }
    return true
  }

  private func begin(_ length: Int, isLast: Bool, limit: Int) throws(WireError) -> State {
    guard length <= limit else { throw .malformed("more of a LOB than was asked for") }
    return .bytes(left: length, isLast: isLast)
  }
}
