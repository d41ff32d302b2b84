import SampleSchema

/// A domain as rows draw from it: what does not change from row to row is worked out once.
struct ValueDrawing: Sendable {
  let domain: ColumnDomain
  private let drawn: IntervalSet
  private let count: Int

  init(_ domain: ColumnDomain) {
    self.domain = domain
    drawn = domain.drawn
    count = drawn.count
  }

  /// A value, or NULL at the domain's rate.
  func value(_ generator: inout SplitMix64) -> GeneratedValue {
    if domain.nullRate > 0, generator.isOne(in: domain.nullRate) { return .null }
    if let choices = domain.choices { return choices.isEmpty ? .null : generator.pick(choices) }
    switch domain.type {
    case .number, .date, .timestamp, .time, .interval:
      return count == 0 ? .null : domain.numberValue(drawn[generator.below(count)])
    case .double: return .double(Double(generator.below(1_000_000)) / 100)
    case .text: return .text(text(&generator))
    case .bytes: return .bytes(generator.bytes(domain.longest))
    case .uuid: return .bytes(generator.bytes(16))
    case .json: return .text(TextMaking.text(.json, limit: 200, &generator))
    case .xml: return .text("<entry>\(generator.pick(Vocabulary.topics))</entry>")
    case .written(.networkAddress): return .text("192.0.2.\(1 + generator.below(254))")
    case .written(.hardwareAddress):
      return .text("02:00:00:00:00:" + TextMaking.hexadecimal(UInt64(generator.below(256)), 2))
    case .written: return .text(generator.pick(Vocabulary.topics))
    case .boolean, .choices, .unsupported: return .null
    }
  }

  private func text(_ generator: inout SplitMix64) -> String {
    if let pattern = domain.pattern { return pattern.text(&generator, atMost: domain.longest) }
    let room = domain.longest - domain.prefix.utf8.count
    let text = TextMaking.text(domain.meaning, limit: max(1, room), &generator)
    return domain.finished(text)
  }
}

extension ColumnDomain {
  /// A text with the prefix, the letters and the length that are asked for.
  func finished(_ text: String) -> String {
    var text = isASCII ? Vocabulary.ascii(text) : text
    switch letters {
    case .any: break
    case .upper: text = text.uppercased()
    case .lower: text = text.lowercased()
    }
    text = prefix + text
    if text.utf8.count > longest { text = TextMaking.fitted(text, limit: longest) }
    let length = text.unicodeScalars.count
    if length < shortest { text += String(repeating: letters == .upper ? "X" : "x", count: shortest - length) }
    return text
  }
}
