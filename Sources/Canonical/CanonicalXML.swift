/// XML documents and contents.
extension CanonicalBuffer {
  /// Appends the text, without the encoding that its declaration names: it says nothing of text that is UTF-8 already.
  ///
  /// `encoding="UTF-8"` stays, as it stays in PostgreSQL.
  mutating func append(xml text: RawSpan) {
    guard let declared = CanonicalBuffer.otherEncoding(text) else { return append(.text, contentsOf: text) }
    append(.text, littleEndian: UInt32(truncatingIfNeeded: text.byteCount - declared.count))
    append(contentsOf: text.extracting(first: declared.lowerBound))
    append(contentsOf: text.extracting(declared.upperBound..<text.byteCount))
  }

  /// The place of ` encoding='...'` in the XML declaration, when it names something else than UTF-8.
  private static func otherEncoding(_ text: RawSpan) -> Range<Int>? {
    let limit = min(text.byteCount, 256)
    let beginning = String(decoding: text.extracting(first: limit).withUnsafeBytes { Array($0) }, as: UTF8.self)
    // The declaration is ASCII, so that its places count bytes.
    guard let declaration = beginning.wholeDeclaration,
      let match = declaration.firstMatch(of: /\s+encoding\s*=\s*(?:"([^"]*)"|'([^']*)')/)
    else { return nil }
    let name = match.output.1 ?? match.output.2 ?? ""
    guard name.uppercased() != "UTF-8" else { return nil }
    let start = declaration.utf8.distance(from: declaration.startIndex, to: match.range.lowerBound)
    let end = declaration.utf8.distance(from: declaration.startIndex, to: match.range.upperBound)
    return start..<end
  }
}

extension String {
  /// `<?xml ... ?>` at the beginning, when it is there and all ASCII.
  fileprivate var wholeDeclaration: Substring? {
    guard let match = prefixMatch(of: /<\?xml\s[^?]*\?>/), match.output.utf8.allSatisfy({ $0 < 0x80 }) else {
      return nil
    }
    return match.output
  }
}
