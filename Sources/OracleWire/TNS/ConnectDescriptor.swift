/// A connect descriptor's parentheses: `(NAME=value)` or `(NAME=(...)(...))`.
///
/// Names are case-insensitive and come out in upper case. Values may stand in double or single quotes, which are no part
/// of them. What a `#` begins, where no value stands, is a comment to the line's end.
public struct ConnectDescriptor: Sendable, Hashable {
  public var name: String
  public var value: String
  public var children: [ConnectDescriptor]
  /// Whether the value stood in quotes, and is sent in quotes again.
  var isQuoted = false

  /// The longest text in bytes that is read.
  public static let longest = 32_768
  private static let deepest = 16

  /// An item with a value.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
    children = []
  }

  /// An item that holds others.
  public init(_ name: String, children: [ConnectDescriptor]) {
    self.name = name
    value = ""
    self.children = children
  }

  /// Parses one descriptor, with a limit on its depth.
  ///
  /// - Throws: `ConnectStringError` when parentheses or names are missing.
  public init(parsing text: String) throws(ConnectStringError) {
    guard text.utf8.count <= ConnectDescriptor.longest else {
      throw ConnectStringError("the descriptor is over \(ConnectDescriptor.longest) bytes long", "shorten it")
    }
    var rest = Array(text.utf8)[...]
    ConnectDescriptor.skipBlanks(&rest)
    self = try ConnectDescriptor.parse(&rest, depth: 0)
    ConnectDescriptor.skipBlanks(&rest)
    guard rest.isEmpty else { throw ConnectStringError("text after the last parenthesis", "remove it") }
  }

  private static func skipBlanks(_ text: inout ArraySlice<UInt8>) {
    text = text.drop { $0 <= 0x20 }
    while text.first == UInt8(ascii: "#") {
      text = text.drop { $0 != 0x0A && $0 != 0x0D }
      text = text.drop { $0 <= 0x20 }
    }
  }

  private static func parse(
    _ text: inout ArraySlice<UInt8>, depth: Int
  ) throws(ConnectStringError) -> ConnectDescriptor {
    guard depth < deepest else {
      throw ConnectStringError("parentheses nested deeper than \(deepest)", "see the description")
    }
    guard text.popFirst() == UInt8(ascii: "(") else {
      throw ConnectStringError("a parenthesis is missing", "see the description")
    }
    skipBlanks(&text)
    let nameBytes = text.prefix(while: isOfName)
    text = text[nameBytes.endIndex...]
    skipBlanks(&text)
    guard !nameBytes.isEmpty, text.popFirst() == UInt8(ascii: "=") else {
      throw ConnectStringError("no NAME= after a parenthesis", "write (NAME=value)")
    }
    let name = String(decoding: nameBytes, as: UTF8.self).uppercased()
    skipBlanks(&text)
    var result = ConnectDescriptor(name, "")
    if text.first == UInt8(ascii: "(") {
      while text.first == UInt8(ascii: "(") {
        result.children.append(try parse(&text, depth: depth + 1))
        skipBlanks(&text)
      }
    } else {
      try result.readValue(&text)
      skipBlanks(&text)
    }
    guard text.popFirst() == UInt8(ascii: ")") else {
      throw ConnectStringError("no closing parenthesis after \(name)", "see the description")
    }
    return result
  }

  private mutating func readValue(_ text: inout ArraySlice<UInt8>) throws(ConnectStringError) {
    var bytes: ArraySlice<UInt8>
    if let quote = text.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      text.removeFirst()
      bytes = text.prefix { $0 != quote }
      text = text[bytes.endIndex...]
      guard text.popFirst() == quote else {
        throw ConnectStringError("the value of \(name) has no closing quote", "close it")
      }
      isQuoted = true
    } else {
      bytes = text.prefix { $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: ")") }
      text = text[bytes.endIndex...]
      guard text.first != UInt8(ascii: "(") else {
        throw ConnectStringError("a parenthesis in the value of \(name)", "put the value into double quotes")
      }
      while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    }
    guard !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
      throw ConnectStringError("a line break or control character in the value of \(name)", "remove it")
    }
    value = String(decoding: bytes, as: UTF8.self)
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "$"):
      true
    default: false
    }
  }
}

extension ConnectDescriptor {
  /// The text that a listener is sent: no blanks, and quotes only where they stood or must stand.
  public var text: String {
    var result = ""
    write(to: &result)
    return result
  }

  private func write(to text: inout String) {
    text += "(\(name)="
    if children.isEmpty {
      let plain = value.filter { $0 != "\"" }
      let isReserved = plain.contains { "()'#".contains($0) } || plain.first == " " || plain.last == " "
      text += isQuoted || isReserved ? "\"\(plain)\"" : plain
    } else {
      for child in children { child.write(to: &text) }
    }
    text += ")"
  }

  /// The value of the first item of that name at any depth.
  public func firstValue(_ name: String) -> String? {
    if self.name == name, children.isEmpty { return value }
    for child in children {
      if let found = child.firstValue(name) { return found }
    }
    return nil
  }

  /// The first of the items below this one that has the name.
  public func child(_ name: String) -> ConnectDescriptor? {
    children.first { $0.name == name }
  }

  /// All items of a name below this one, at any depth.
  public func all(_ name: String) -> [ConnectDescriptor] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
  }
}
