/// Prints JSON values, always in strict syntax.
struct JSONSerializer: Sendable {
  /// Whether lines are broken and indented, as `PRETTY` has it.
  var isPretty = false
  /// Whether characters outside ASCII are escaped, as `ASCII` has it.
  var isASCII = false

  func text(_ value: JSONValue) -> [UInt8] {
    var output: [UInt8] = []
    // What is still to be printed, the next last; nesting isn't kept on the stack, which may be small.
    var pending: [Piece] = [.value(value, depth: 0)]
    while let piece = pending.popLast() {
      switch piece {
      case .byte(let byte): output.append(byte)
      case .line(let depth): newLine(depth, to: &output)
      case .name(let name, let isBeforeContainer):
        string(name, to: &output)
        output.append(contentsOf: isPretty ? isBeforeContainer ? " :".utf8 : " : ".utf8 : ":".utf8)
      case .value(.array(let elements), let depth):
        output.append(UInt8(ascii: "["))
        pending.append(.byte(UInt8(ascii: "]")))
        pending.append(.line(depth))
        for (index, element) in elements.enumerated().reversed() {
          pending.append(.value(element, depth: depth + 1))
          pending.append(.line(depth + 1))
          if index > 0 { pending.append(.byte(UInt8(ascii: ","))) }
        }
      case .value(.object(let members), let depth):
        output.append(UInt8(ascii: "{"))
        pending.append(.byte(UInt8(ascii: "}")))
        pending.append(.line(depth))
        for (index, member) in members.enumerated().reversed() {
          pending.append(.value(member.value, depth: depth + 1))
          if !member.value.isScalar { pending.append(.line(depth + 1)) }
          pending.append(.name(member.name, isBeforeContainer: !member.value.isScalar))
          pending.append(.line(depth + 1))
          if index > 0 { pending.append(.byte(UInt8(ascii: ","))) }
        }
      case .value(let scalar, _): self.scalar(scalar, to: &output)
      }
    }
    return output
  }

  private enum Piece {
    case value(JSONValue, depth: Int)
    case name(String, isBeforeContainer: Bool)
    case byte(UInt8)
    case line(Int)
  }

  private func newLine(_ depth: Int, to output: inout [UInt8]) {
    guard isPretty else { return }
    output.append(0x0A)
    output.append(contentsOf: repeatElement(0x20, count: depth * 2))
  }

  private func scalar(_ value: JSONValue, to output: inout [UInt8]) {
    switch value {
    case .null: output.append(contentsOf: "null".utf8)
    case .boolean(let flag): output.append(contentsOf: flag ? "true".utf8 : "false".utf8)
    case .number(let numeral): output.append(contentsOf: Self.standard(numeral))
    case .string(let text): string(text, to: &output)
    case .array, .object: break
    }
  }

  /// A numeral without what only lax syntax allows; a standard one stays as it is.
  private static func standard(_ numeral: String) -> [UInt8] {
    var rest = Array(numeral.utf8)[...]
    var output: [UInt8] = []
    if rest.first == UInt8(ascii: "-") { output.append(UInt8(ascii: "-")) }
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    let whole = rest.prefix { (48...57).contains($0) }
    rest = rest.dropFirst(whole.count)
    let significant = whole.drop { $0 == 48 }
    output.append(contentsOf: significant.isEmpty ? [48] : significant)
    if rest.first == UInt8(ascii: "."), let digit = rest.dropFirst().first, (48...57).contains(digit) {
      output.append(UInt8(ascii: "."))
    }
    output.append(contentsOf: rest.first == UInt8(ascii: ".") ? rest.dropFirst() : rest)
    return output
  }

  private func string(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C: output.append(contentsOf: [0x5C, UInt8(truncatingIfNeeded: scalar.value)])
      case 0x08: output.append(contentsOf: "\\b".utf8)
      case 0x09: output.append(contentsOf: "\\t".utf8)
      case 0x0A: output.append(contentsOf: "\\n".utf8)
      case 0x0C: output.append(contentsOf: "\\f".utf8)
      case 0x0D: output.append(contentsOf: "\\r".utf8)
      case 0..<0x20: Self.escape(UInt16(truncatingIfNeeded: scalar.value), to: &output)
      case 0x80... where isASCII: for unit in UTF16.encode(scalar) ?? .init() { Self.escape(unit, to: &output) }
      default: output.append(contentsOf: UTF8.encode(scalar) ?? .init())
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  private static func escape(_ unit: UInt16, to output: inout [UInt8]) {
    let digits = String(unit, radix: 16, uppercase: true)
    output.append(contentsOf: "\\u".utf8)
    output.append(contentsOf: repeatElement(48, count: 4 - digits.utf8.count))
    output.append(contentsOf: digits.utf8)
  }
}
