/// The key stream of RC4.
///
/// Oracle's checksums by SHA-1 and MD5 are mixed with it, and its oldest ciphers are nothing else. It is here, by hand,
/// as the libraries that we use have left it out.
struct RC4: Sendable {
  private var state: [UInt8]
  private var first: UInt8 = 0
  private var second: UInt8 = 0

  /// - Parameter key: 1 to 256 bytes; an empty one counts as a zero byte.
  init(key: [UInt8]) {
    state = Array(0...255)
    let key = key.isEmpty ? [0] : key
    var swap: UInt8 = 0
    for place in 0..<256 {
      swap = swap &+ state[place] &+ key[place % key.count]
      state.swapAt(place, Int(swap))
    }
  }

  /// The next bytes of the stream.
  mutating func next(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in
      first = first &+ 1
      second = second &+ state[Int(first)]
      state.swapAt(Int(first), Int(second))
      return state[Int(state[Int(first)] &+ state[Int(second)])]
    }
  }

  /// Encrypts, or decrypts.
  mutating func apply(to bytes: [UInt8]) -> [UInt8] {
    zip(bytes, next(bytes.count)).map { $0 ^ $1 }
  }
}
