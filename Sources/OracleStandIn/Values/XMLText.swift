import OracleWire

/// Whether a text is a well-formed XML document, as far as its tags go: one root, every element closed.
///
/// Attributes must be in quotes. Names, entities and document types are not looked at more closely.
struct XMLText {
  private let bytes: [UInt8]
  private var place = 0
  /// The names of the elements that are open.
  private var open: [ArraySlice<UInt8>] = []
  private var hasRoot = false

  /// The XMLTYPE of a document.
  ///
  /// - Throws: ORA-31011.
  static func document(_ text: [UInt8]) throws -> Value {
    var reader = XMLText(text)
    guard reader.isDocument() else {
      throw OracleError(code: 31011, message: "XML parsing failed (at byte \(reader.place))")
    }
    return Value(type: .xml, bytes: text)
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  private mutating func isDocument() -> Bool {
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<") else {
        if open.isEmpty, !isBlank(bytes[place]) { return false }
        place += 1
        continue
      }
      guard markup() else { return false }
    }
    return hasRoot && open.isEmpty
  }

  private mutating func markup() -> Bool {
    if skip("<!--") { return skip(to: "-->") }
    if skip("<![CDATA[") { return !open.isEmpty && skip(to: "]]>") }
    if skip("<?") { return skip(to: "?>") }
    if skip("<!DOCTYPE") { return !hasRoot && documentType() }
    if skip("</") {
      let name = self.name()
      skipBlanks()
      return open.popLast() == name && skip(">")
    }
    return skip("<") && startTag()
  }

  private mutating func startTag() -> Bool {
    let name = self.name()
    guard !name.isEmpty, !open.isEmpty || !hasRoot else { return false }
    hasRoot = true
    while place < bytes.count {
      let before = place
      skipBlanks()
      if skip("/>") { return true }
      if skip(">") {
        open.append(name)
        return true
      }
      guard place > before, !self.name().isEmpty else { return false }
      skipBlanks()
      guard skip("=") else { return false }
      skipBlanks()
      guard skip("\"") ? skip(to: "\"") : skip("'") && skip(to: "'") else { return false }
    }
    return false
  }

  /// Skips a document type, whose subset in brackets may hold further markup.
  private mutating func documentType() -> Bool {
    var depth = 0
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: "[") { depth += 1 }
      if byte == UInt8(ascii: "]") { depth -= 1 }
      if byte == UInt8(ascii: ">"), depth == 0 { return true }
    }
    return false
  }

  private mutating func name() -> ArraySlice<UInt8> {
    let start = place
    while place < bytes.count, !isBlank(bytes[place]), !"<>=/\"'&".utf8.contains(bytes[place]) { place += 1 }
    return bytes[start..<place]
  }

  private mutating func skip(_ text: String) -> Bool {
    guard bytes[place...].starts(with: text.utf8) else { return false }
    place += text.utf8.count
    return true
  }

  private mutating func skip(to end: String) -> Bool {
    while place < bytes.count {
      if skip(end) { return true }
      place += 1
    }
    return false
  }

  private mutating func skipBlanks() {
    while place < bytes.count, isBlank(bytes[place]) { place += 1 }
  }

  private func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
}
