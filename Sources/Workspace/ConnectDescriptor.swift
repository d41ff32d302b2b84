/// A node of Oracle Net's nested parentheses: `(NAME=value)` or `(NAME=(...)(...))`.
struct ConnectDescriptor {
  /// In upper case: names don't depend on case.
  let name: String
  let text: String
  let children: [ConnectDescriptor]

  private static let deepest = 16

  /// Reads a whole text without blanks.
  init(_ text: String) throws(ConnectStringError) {
    var rest = text[...]
    self = try Self.node(&rest, depth: 0)
    guard rest.isEmpty else { throw ConnectStringError("text after the last parenthesis", "remove it") }
  }

  private init(name: Substring, text: Substring, children: [ConnectDescriptor]) {
    self.name = name.uppercased()
    self.text = String(text)
    self.children = children
  }

  private static func node(_ rest: inout Substring, depth: Int) throws(ConnectStringError) -> ConnectDescriptor {
    guard depth < deepest else { throw ConnectStringError("parentheses nested deeper than \(deepest)") }
    guard rest.popFirst() == "(" else { throw ConnectStringError("a parenthesis is missing", "see the description") }
    let name = rest.prefix { !"=()".contains($0) }
    rest = rest[name.endIndex...]
    guard !name.isEmpty, rest.popFirst() == "=" else {
      throw ConnectStringError("no NAME= after a parenthesis", "write (NAME=value)")
    }
    var children: [ConnectDescriptor] = []
    while rest.first == "(" { children.append(try node(&rest, depth: depth + 1)) }
    let text = children.isEmpty ? rest.prefix { !"()".contains($0) } : rest[..<rest.startIndex]
    rest = rest[text.endIndex...]
    guard rest.popFirst() == ")" else {
      throw ConnectStringError("no closing parenthesis after \(name)", "see the description")
    }
    return ConnectDescriptor(name: name, text: text, children: children)
  }

  /// All nodes of a name below this one, at any depth.
  func all(_ name: String) -> [ConnectDescriptor] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
  }

  /// The text of the child of that name.
  func value(_ name: String) -> String? {
    children.first { $0.name == name }?.text
  }
}
