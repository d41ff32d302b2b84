/// The text of an XML document or content to xml.
///
/// It is UTF-8, whatever encoding its declaration names; PostgreSQL would believe the declaration and convert the text
/// (xml_recv in src/backend/utils/adt/xml.c). A declared encoding other than UTF-8 is left out therefore.
enum XMLWriter {
  /// Bytes in which the XML declaration is looked for.
  private static let longestDeclaration = 256

  /// What a document with replacement characters adds to a column's losses; one whose declared encoding is left out
  /// adds 1.
  static let replacedDocument = 1 << 32

  /// - Parameter losses: grows by 1 when a declared encoding was left out, and by `replacedDocument` when the text holds
  ///   U+FFFD.
  static func write(
    _ wire: RawSpan, to out: UnsafeMutableRawPointer, losses: inout Int
  ) throws(RejectReason) -> Int {
    var replaced = 0
    defer { if replaced > 0 { losses += replacedDocument } }
    guard let encoding = foreignEncoding(wire) else { return try copy(wire, to: out, &replaced) }
    losses += 1
    let written = try copy(wire.extracting(0..<encoding.lowerBound), to: out, &replaced)
    let rest = wire.extracting(encoding.upperBound..<wire.byteCount)
    return written + (try copy(rest, to: out + written, &replaced))
  }

  private static func copy(
    _ text: RawSpan, to out: UnsafeMutableRawPointer, _ replaced: inout Int
  ) throws(RejectReason) -> Int {
    try TextWriter.write(text, to: out, maximum: .max, ignoresTrailingBlanks: false, replaced: &replaced)
  }

  /// Where `encoding="..."` of the declaration stands, with the blanks before it; nil without one, and for UTF-8.
  private static func foreignEncoding(_ wire: RawSpan) -> Range<Int>? {
    let head = wire.withUnsafeBytes { Array($0.prefix(longestDeclaration)) }
    guard head.starts(with: "<?xml".utf8), head.count > 6, isBlank(head[5]) else { return nil }
    var place = 5
    // Pseudo-attributes: blanks, a name, =, a value in quotes.
    while place < head.count, isBlank(head[place]) {
      let start = place
      skipBlanks(head, &place)
      let name = head[place...].prefix { $0 != 0x3d && !isBlank($0) && $0 != 0x3f }
      place += name.count
      skipBlanks(head, &place)
      guard place < head.count, head[place] == 0x3d else { return nil }
      place += 1
      skipBlanks(head, &place)
      guard place < head.count, head[place] == 0x22 || head[place] == 0x27 else { return nil }
      guard let end = head[(place + 1)...].firstIndex(of: head[place]) else { return nil }
      if name.elementsEqual("encoding".utf8) {
        let value = String(decoding: head[(place + 1)..<end], as: UTF8.self)
        return value.uppercased() == "UTF-8" ? nil : start..<(end + 1)
      }
      place = end + 1
    }
    return nil
  }

  private static func skipBlanks(_ bytes: [UInt8], _ place: inout Int) {
    while place < bytes.count, isBlank(bytes[place]) { place += 1 }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0a, 0x0d].contains(byte) }
}
