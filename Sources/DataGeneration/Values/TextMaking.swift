import SampleSchema

/// Text that fits a meaning and a limit.
enum TextMaking {
  /// A text of at least one and at most so many bytes.
  static func text(_ meaning: ColumnMeaning, limit: Int, _ generator: inout SplitMix64) -> String {
    fitted(draft(meaning, limit: limit, &generator), limit: limit)
  }

  /// The words in front of a number that makes a text unique; without digits.
  static func stem(_ meaning: ColumnMeaning, _ generator: inout SplitMix64) -> String {
    switch meaning {
    case .firstName, .lastName, .fullName, .company, .city, .state, .country, .title, .note, .userName:
      draft(meaning, limit: 24, &generator).filter { !$0.isNumber }
    case .code, .identifier, .hash, .zip, .countryCode, .currency, .version: "K"
    default: generator.pick(Vocabulary.topics)
    }
  }

  private static func draft(_ meaning: ColumnMeaning, limit: Int, _ generator: inout SplitMix64) -> String {
    switch meaning {
    case .firstName: return generator.pick(Vocabulary.firstNames)
    case .lastName: return generator.pick(Vocabulary.lastNames)
    case .fullName: return generator.pick(Vocabulary.firstNames) + " " + generator.pick(Vocabulary.lastNames)
    case .userName: return generator.pick(Vocabulary.plainNames)
    case .company: return generator.pick(Vocabulary.companies) + " " + generator.pick(Vocabulary.companyForms)
    case .email: return generator.pick(Vocabulary.plainNames) + String(generator.below(1000)) + "@example.com"
    case .phone: return "+1-555-" + digits(7, &generator)
    case .street: return String(1 + generator.below(199)) + " " + generator.pick(Vocabulary.streets)
    case .city: return generator.pick(Vocabulary.cities)
    case .state: return generator.pick(Vocabulary.states)
    case .country: return generator.pick(Vocabulary.countries)
    case .countryCode: return generator.pick(Vocabulary.countryCodes)
    case .zip: return digits(min(5, limit), &generator)
    case .url: return "https://www.example.com/" + generator.pick(Vocabulary.topics)
    case .host: return generator.pick(Vocabulary.topics) + ".example.com"
    case .ipAddress: return "192.0.2." + String(1 + generator.below(254))
    case .file: return "/data/" + generator.pick(Vocabulary.topics) + ".txt"
    case .mimeType: return generator.pick(Vocabulary.mimeTypes)
    case .identifier: return identifier(generator.next(), generator.next())
    case .hash: return hexadecimal(generator.next(), 16) + hexadecimal(generator.next(), 16)
    case .currency: return generator.pick(Vocabulary.currencies)
    case .language: return generator.pick(Vocabulary.languages)
    case .status: return generator.pick(Vocabulary.statuses)
    case .flag: return generator.isOne(in: 2) ? "Y" : "N"
    case .gender: return generator.isOne(in: 2) ? "F" : "M"
    case .color: return generator.pick(Vocabulary.colors)
    case .unit: return generator.pick(Vocabulary.units)
    case .json where limit < 40: return "{}"
    case .json:
      return "{\"topic\": \"\(generator.pick(Vocabulary.topics))\", \"weight\": \(generator.below(100))}"
    case .code: return "K" + digits(max(1, min(6, limit - 1)), &generator)
    case .version: return "\(1 + generator.below(5)).\(generator.below(10))"
    case .title: return generator.pick(Vocabulary.topics).capitalized + " " + generator.pick(Vocabulary.topics)
    case .note:
      let sentence = generator.pick(Vocabulary.sentences)
      return limit >= 120 && generator.isOne(in: 3) ? sentence + " " + generator.pick(Vocabulary.sentences) : sentence
    default: return generator.pick(Vocabulary.topics)
    }
  }

  /// The beginning that fits, without a blank at its end and never empty.
  static func fitted(_ text: String, limit: Int) -> String {
    guard text.utf8.count > limit else { return text }
    var result = String.UnicodeScalarView()
    var used = 0
    for scalar in text.unicodeScalars {
      used += UTF8.width(scalar)
      guard used <= limit else { break }
      result.append(scalar)
    }
    while result.last == " " { result.removeLast() }
    return result.isEmpty ? String("xxxx".prefix(max(1, min(limit, 4)))) : String(result)
  }

  static func digits(_ count: Int, _ generator: inout SplitMix64) -> String {
    var text = ""
    for _ in 0..<max(1, count) { text.unicodeScalars.append(Unicode.Scalar(UInt8(0x30 + generator.below(10)))) }
    return text
  }

  static func hexadecimal(_ number: UInt64, _ width: Int) -> String {
    let text = String(number, radix: 16)
    let padded = text.utf8.count >= width ? text : String(repeating: "0", count: width - text.utf8.count) + text
    return String(padded.suffix(width))
  }

  /// `0f8fad5b-d9cb-469f-a165-000000000001`: the last twelve digits are the second number's.
  static func identifier(_ first: UInt64, _ second: UInt64) -> String {
    let head = hexadecimal(first, 16)
    let tail = hexadecimal(second, 16)
    let parts = [
      head.prefix(8), head.dropFirst(8).prefix(4), "4" + head.suffix(3), "a" + tail.prefix(3), tail.suffix(12),
    ]
    return parts.joined(separator: "-")
  }
}
