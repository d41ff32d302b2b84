import SampleSchema

/// Text of a fixed course of characters, each out of a set: what regular expressions such as `^[A-Z]{2}[0-9]+$` ask for.
public struct TextPattern: Sendable, Hashable {
  /// One place: its characters, and how often they stand there.
  struct Part: Sendable, Hashable {
    var letters: [UInt8]
    var least: Int
    var most: Int
  }

  var parts: [Part]

  /// Reads a regular expression that is anchored at both ends; nil for one with anything but characters, sets of ASCII
  /// letters, `\d`, `\w`, and `{n}`, `{n,m}`, `?`, `+`, `*`.
  init?(regularExpression text: String) {
    var rest = Array(text.utf8)[...]
    guard rest.first == UInt8(ascii: "^"), rest.last == UInt8(ascii: "$") else { return nil }
    rest = rest.dropFirst().dropLast()
    parts = []
    while let byte = rest.popFirst() {
      var letters: [UInt8]
      switch byte {
      case UInt8(ascii: "["):
        guard let set = Self.bracket(&rest) else { return nil }
        letters = set
      case UInt8(ascii: "\\"):
        guard let escaped = rest.popFirst(), let set = Self.escape(escaped) else { return nil }
        letters = set
      case UInt8(ascii: "."): letters = Array(UInt8(ascii: "a")...UInt8(ascii: "z"))
      case let byte where "^$*+?(){}|]".utf8.contains(byte) || byte >= 0x80 || byte < 0x20: return nil
      default: letters = [byte]
      }
      guard let range = Self.repetition(&rest), !letters.isEmpty else { return nil }
      parts.append(Part(letters: letters, least: range.lowerBound, most: range.upperBound))
    }
    guard parts.count <= 100 else { return nil }
  }

  private static func escape(_ byte: UInt8) -> [UInt8]? {
    switch byte {
    case UInt8(ascii: "d"): Array(0x30...0x39)
    case UInt8(ascii: "w"): Array(0x61...0x7A) + Array(0x30...0x39)
    case let byte where ".+*?()[]{}|^$\\/-@".utf8.contains(byte): [byte]
    default: nil
    }
  }

  private static func bracket(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
    guard rest.first != UInt8(ascii: "^"), let end = rest.firstIndex(of: UInt8(ascii: "]")) else { return nil }
    var inner = rest[..<end]
    rest = rest[(end + 1)...]
    var letters: [UInt8] = []
    let named: [(String, [UInt8])] = [
      ("[:digit:", Array(0x30...0x39)), ("[:upper:", Array(0x41...0x5A)), ("[:lower:", Array(0x61...0x7A)),
      ("[:alpha:", Array(0x61...0x7A)), ("[:alnum:", Array(0x61...0x7A) + Array(0x30...0x39)),
    ]
    if let (_, set) = named.first(where: { $0.0 == String(decoding: inner, as: UTF8.self) }) {
      guard rest.first == UInt8(ascii: "]") else { return nil }
      rest = rest.dropFirst()
      return set
    }
    while let low = inner.popFirst() {
      guard low >= 0x20, low < 0x7F, low != UInt8(ascii: "[") else { return nil }
      if low == UInt8(ascii: "\\") {
        guard let escaped = inner.popFirst(), let set = escape(escaped) else { return nil }
        letters += set
      } else if inner.first == UInt8(ascii: "-"), inner.count > 1 {
        inner = inner.dropFirst()
        guard let high = inner.popFirst(), high >= low, high < 0x7F else { return nil }
        letters += Array(low...high)
      } else {
        letters.append(low)
      }
    }
    return Set(letters).sorted()
  }

  private static func repetition(_ rest: inout ArraySlice<UInt8>) -> ClosedRange<Int>? {
    switch rest.first {
    case UInt8(ascii: "?"):
      rest = rest.dropFirst()
      return 0...1
    case UInt8(ascii: "+"):
      rest = rest.dropFirst()
      return 1...8
    case UInt8(ascii: "*"):
      rest = rest.dropFirst()
      return 0...8
    case UInt8(ascii: "{"):
      guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else { return nil }
      let inner = String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)
      let bounds = inner.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
      rest = rest[(end + 1)...]
      guard let low = bounds.first.flatMap({ $0 }), (0...4000).contains(low), bounds.count <= 2 else { return nil }
      let high = bounds.count == 1 ? low : bounds[1] ?? low + 8
      return high >= low && high <= 4000 ? low...high : nil
    default: return 1...1
    }
  }

  /// The fewest characters that a text of that form has.
  var shortest: Int { parts.reduce(0) { $0 + $1.least } }

  /// Whether a text has that form, by the most that each part can take.
  func matches(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    for part in parts {
      var taken = 0
      while taken < part.most, let byte = rest.first, part.letters.contains(byte) {
        rest = rest.dropFirst()
        taken += 1
      }
      if taken < part.least { return false }
    }
    return rest.isEmpty
  }

  /// A text of that form of at most so many characters, by a generator.
  func text(_ generator: inout SplitMix64, atMost limit: Int) -> String {
    var bytes: [UInt8] = []
    var spare = limit - shortest
    for part in parts {
      let count = part.least + (spare > 0 ? generator.number(in: 0...min(part.most - part.least, spare)) : 0)
      spare -= count - part.least
      for _ in 0..<count { bytes.append(generator.pick(part.letters)) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// How many texts there are when each part stands as often as it least must, and as once when it need not at all.
  var count: Int {
    parts.reduce(1) { sum, part in
      (0..<max(part.least, min(1, part.most))).reduce(sum) { count, _ in
        count > IntervalSet.limit / 128 ? IntervalSet.limit : count * part.letters.count
      }
    }
  }

  /// The text of a number below `count`.
  func text(ordinal: Int) -> String {
    var rest = ordinal
    var bytes: [UInt8] = []
    for part in parts.reversed() {
      for _ in 0..<max(part.least, min(1, part.most)) {
        bytes.append(part.letters[rest % part.letters.count])
        rest /= part.letters.count
      }
    }
    return String(decoding: bytes.reversed(), as: UTF8.self)
  }

  /// The number whose text this is; nil for a text of another length or form.
  func ordinal(of text: String) -> Int? {
    var rest = Array(text.utf8)[...]
    var number = 0
    for part in parts {
      for _ in 0..<max(part.least, min(1, part.most)) {
        guard let byte = rest.popFirst(), let place = part.letters.firstIndex(of: byte) else { return nil }
        let (product, overflow) = number.multipliedReportingOverflow(by: part.letters.count)
        guard !overflow, product < IntervalSet.limit else { return nil }
        number = product + place
      }
    }
    return rest.isEmpty ? number : nil
  }
}
