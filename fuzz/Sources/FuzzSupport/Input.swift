/// One input of libFuzzer: numbers that choose a case are taken off its front, the rest is the text under test.
public struct Input {
  public private(set) var rest: ArraySlice<UInt8>

  public init(_ start: UnsafePointer<UInt8>?, _ count: Int) {
    rest = Array(UnsafeBufferPointer(start: start, count: count))[...]
  }

  /// The next byte, 0 when there is none.
  public mutating func byte() -> UInt8 { rest.popFirst() ?? 0 }

  /// A choice among so many cases.
  public mutating func choice(_ count: Int) -> Int { Int(byte()) % count }

  public var bytes: [UInt8] { Array(rest) }
  public var text: String { String(decoding: rest, as: UTF8.self) }

  /// The rest in pieces, each behind a byte that is its length.
  public mutating func piece() -> [UInt8] {
    let length = Int(byte())
    defer { rest = rest.dropFirst(length) }
    return Array(rest.prefix(length))
  }
}
