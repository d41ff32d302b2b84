/// A connect descriptor's parentheses: `(NAME=value)` or `(NAME=(...)(...))`.
///
/// Names are case-insensitive and come out in upper case.
public struct ConnectDescriptor: Sendable, Hashable {
  public var name: String
  public var value: String
  public var children: [ConnectDescriptor]

  /// Parses one descriptor, with a limit on its depth.
  ///
  /// - Throws: `WireError.malformed` when parentheses or names are missing.
  public init(parsing text: String) throws(WireError) {
    var rest = Array(text.utf8)[...]
    ConnectDescriptor.skipBlanks(&rest)
    self = try ConnectDescriptor.parse(&rest, depth: 0)
    ConnectDescriptor.skipBlanks(&rest)
    guard rest.isEmpty else { throw .malformed("text after a connect descriptor") }
  }

  private init(name: String, value: String, children: [ConnectDescriptor]) {
    self.name = name
    self.value = value
    self.children = children
  }

  private static func skipBlanks(_ text: inout ArraySlice<UInt8>) {
    text = text.drop { $0 <= 0x20 }
  }

  private static func parse(_ text: inout ArraySlice<UInt8>, depth: Int) throws(WireError) -> ConnectDescriptor {
    guard depth < 16 else { throw .malformed("a connect descriptor that is nested too deeply") }
    guard text.first == UInt8(ascii: "(") else { throw .malformed("a connect descriptor without '('") }
    text.removeFirst()
    guard let equals = text.firstIndex(of: UInt8(ascii: "=")) else {
      throw .malformed("a connect descriptor without '='")
    }
    let name = String(decoding: text[..<equals].filter { $0 > 0x20 }, as: UTF8.self).uppercased()
    text = text[(equals + 1)...]
    skipBlanks(&text)
    var children: [ConnectDescriptor] = []
    var value = ""
    if text.first == UInt8(ascii: "(") {
      while text.first == UInt8(ascii: "(") {
        children.append(try parse(&text, depth: depth + 1))
        skipBlanks(&text)
      }
    } else {
      let bytes = text.prefix { $0 != UInt8(ascii: ")") }
      value = String(decoding: bytes, as: UTF8.self)
      text = text[bytes.endIndex...]
    }
    guard text.first == UInt8(ascii: ")") else { throw .malformed("a connect descriptor without ')'") }
    text.removeFirst()
    return ConnectDescriptor(name: name, value: value, children: children)
  }

  /// The value of the first item of that name at any depth.
  public func firstValue(_ name: String) -> String? {
    if self.name == name, children.isEmpty { return value }
    for child in children {
      if let found = child.firstValue(name) { return found }
    }
    return nil
  }
}
