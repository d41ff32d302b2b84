import SampleSchema

/// The values of a domain in a fixed order without repetition: the value of a number, and the number of a value.
struct UniqueForm: Sendable {
  private enum Kind: Sendable {
    case numbers(IntervalSet)
    case choices([GeneratedValue])
    case pattern(TextPattern)
    /// Letters or letters and digits, always as many.
    case letters(radix: Int, width: Int)
    /// Words and a number of so many digits at most behind them.
    case numbered(digits: Int)
    case identifier
    case bytes(Int)
    case networkAddress
  }

  let domain: ColumnDomain
  private let kind: Kind
  private let seed: UInt64

  /// Nil where the values cannot be told in an order, or are all NULL.
  init?(_ domain: ColumnDomain, seed: UInt64) {
    self.domain = domain
    self.seed = seed
    if domain.nullRate == 1 { return nil }
    if let choices = domain.choices {
      kind = .choices(choices)
      return
    }
    switch domain.type {
    case .number, .interval:
      let positive = domain.allowed.intersection(1...IntervalSet.limit)
      kind = .numbers(positive.isEmpty ? domain.allowed : positive)
    case .date, .timestamp, .time:
      let later = domain.allowed.intersection((domain.usual.lowest ?? 0)...IntervalSet.limit)
      kind = .numbers(later.isEmpty ? domain.allowed : later)
    case .text: kind = Self.textKind(domain)
    case .bytes: kind = .bytes(domain.longest)
    case .uuid: kind = .bytes(16)
    case .written(.networkAddress): kind = .networkAddress
    default: return nil
    }
  }

  private static func textKind(_ domain: ColumnDomain) -> Kind {
    if let pattern = domain.pattern { return .pattern(pattern) }
    let room = domain.longest - domain.prefix.utf8.count
    switch room {
    case ...3: return .letters(radix: 26, width: max(0, room))
    case 4...7: return .letters(radix: 36, width: room)
    default: break
    }
    if domain.meaning == .identifier || domain.meaning == .hash, domain.longest >= 36, domain.prefix.isEmpty {
      return .identifier
    }
    return .numbered(digits: min(12, room - 1))
  }

  /// How many values there are; never more than can be counted.
  var capacity: Int {
    switch kind {
    case .numbers(let set): set.count
    case .choices(let choices): choices.count
    case .pattern(let pattern): pattern.count
    case .letters(let radix, let width): (0..<width).reduce(1) { count, _ in count * radix }
    case .numbered(let digits): ColumnDomain.power(digits) - 1
    case .identifier: 1 << 48
    case .networkAddress: 1 << 24
    case .bytes(let length): length >= 7 ? 1 << 56 : 1 << (8 * max(0, length))
    }
  }

  /// Whether the last value used can be asked for by MAX.
  var isOrdered: Bool { if case .numbers = kind { true } else { false } }

  /// The value of a number below the capacity.
  func value(_ ordinal: Int) -> GeneratedValue {
    switch kind {
    case .numbers(let set): return domain.numberValue(set[ordinal])
    case .choices(let choices): return choices[ordinal]
    case .pattern(let pattern): return .text(pattern.text(ordinal: ordinal))
    case .letters(let radix, let width): return .text(domain.finished(Self.letters(ordinal, radix, width)))
    case .numbered(let digits): return .text(numbered(ordinal + 1, digits))
    case .identifier:
      var generator = generator(ordinal)
      let low = generator.next() << 48 | UInt64(truncatingIfNeeded: ordinal)
      return .text(domain.finished(TextMaking.identifier(generator.next(), low)))
    case .networkAddress: return .text("10.\(ordinal >> 16).\(ordinal >> 8 & 255).\(ordinal & 255)")
    case .bytes(let length):
      var generator = generator(ordinal)
      // The number stands at the end, behind bytes at random.
      var bytes = generator.bytes(max(0, length - 7))
      for place in (0..<min(7, length)).reversed() { bytes.append(UInt8(truncatingIfNeeded: ordinal >> (8 * place))) }
      return .bytes(bytes)
    }
  }

  /// The number whose value this is; nil for a value of another form, which no number's value can be equal to.
  func ordinal(of value: GeneratedValue) -> Int? {
    switch (kind, value) {
    case (.numbers(let set), .number(let units, let scale)):
      guard scale == domain.scale else { return nil }
      let count = set.countThrough(units)
      return count > 0 ? count - 1 : nil
    case (.numbers(let set), .moment(let moment)):
      let count = set.countThrough(moment / domain.step)
      return count > 0 ? count - 1 : nil
    case (.choices(let choices), _): return choices.firstIndex { $0.compared(to: value) == 0 }
    case (.pattern(let pattern), .text(let text)): return pattern.ordinal(of: text)
    case (.letters(let radix, let width), .text(let text)):
      let tail = text.utf8.dropFirst(domain.prefix.utf8.count)
      guard tail.count == width else { return nil }
      return Self.number(tail, radix)
    case (.numbered, .text(let text)):
      let digits = Self.lastDigits(text)
      guard digits.utf8.count <= 12, let number = Int(digits), number > 0 else { return nil }
      return number - 1
    case (.identifier, .text(let text)): return Int(text.suffix(12), radix: 16)
    case (.networkAddress, .text(let text)):
      let parts = text.split(separator: ".").compactMap { UInt8($0) }
      return parts.count == 4 && parts[0] == 10 ? parts.dropFirst().reduce(0) { $0 << 8 | Int($1) } : nil
    case (.bytes(let length), .bytes(let bytes)):
      guard bytes.count == length else { return nil }
      return bytes.suffix(7).reduce(0) { $0 << 8 | Int($1) }
    default: return nil
    }
  }

  private func generator(_ ordinal: Int) -> SplitMix64 {
    SplitMix64(seed: seed &+ UInt64(truncatingIfNeeded: ordinal) &* 0xD1B5_4A32_D192_ED03)
  }

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8)

  private static func letters(_ ordinal: Int, _ radix: Int, _ width: Int) -> String {
    var rest = ordinal
    var bytes: [UInt8] = []
    for _ in 0..<width {
      bytes.append(alphabet[rest % radix])
      rest /= radix
    }
    return String(decoding: bytes.reversed(), as: UTF8.self)
  }

  private static func number(_ text: some Sequence<UInt8>, _ radix: Int) -> Int? {
    var number = 0
    for byte in text {
      guard let digit = alphabet.firstIndex(of: byte & 0xDF) ?? alphabet.firstIndex(of: byte), digit < radix else {
        return nil
      }
      number = number * radix + digit
    }
    return number
  }

  private func numbered(_ number: Int, _ digits: Int) -> String {
    var generator = generator(number)
    var tail = String(number)
    let words: String
    switch domain.meaning {
    case .email: (words, tail) = (generator.pick(Vocabulary.plainNames), tail + "@example.com")
    case .phone: (words, tail) = ("+1-555-", String(repeating: "0", count: max(0, 7 - tail.utf8.count)) + tail)
    case .url: words = "https://www.example.com/"
    case .host: (words, tail) = (generator.pick(Vocabulary.topics), tail + ".example.com")
    case .code: words = "K"
    default: words = TextMaking.stem(domain.meaning, &generator) + (tail.utf8.count < 10 ? " " : "")
    }
    if tail.utf8.count > domain.longest - domain.prefix.utf8.count { tail = String(number) }
    let length = domain.prefix.unicodeScalars.count + words.unicodeScalars.count + tail.utf8.count
    if length < domain.shortest, tail.utf8.last.map({ (0x30...0x39).contains($0) }) == true {
      tail = String(repeating: "0", count: domain.shortest - length) + tail
    }
    let room = domain.longest - domain.prefix.utf8.count - tail.utf8.count
    var stem = domain.isASCII ? Vocabulary.ascii(words) : words
    if stem.utf8.count > room { stem = room <= 0 ? "" : TextMaking.fitted(stem, limit: room) }
    return domain.finished(stem + tail)
  }

  private static func lastDigits(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard let end = bytes.lastIndex(where: { (0x30...0x39).contains($0) }) else { return "" }
    var start = end
    while start > 0, (0x30...0x39).contains(bytes[start - 1]) { start -= 1 }
    return String(decoding: bytes[start...end], as: UTF8.self)
  }
}
