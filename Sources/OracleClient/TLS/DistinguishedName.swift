/// A distinguished name: attributes with their values, whatever their order.
///
/// Written texts put the parts in either order, so the order says nothing.
struct DistinguishedName: Hashable {
  /// `TYPE=value`, sorted; the type in upper case, or an object identifier in hexadecimal digits.
  private let parts: [String]

  /// Reads `CN=sales,OU="Sales, Inc",C=US`; nil when that is no name.
  init?(_ text: String) {
    var parts: [String] = []
    var rest = text[...]
    while !rest.isEmpty {
      guard let equals = rest.firstIndex(of: "=") else { return nil }
      let type = DistinguishedName.trimmed(rest[..<equals]).uppercased()
      rest = rest[rest.index(after: equals)...]
      guard !type.isEmpty else { return nil }
      let value = DistinguishedName.value(&rest)
      parts.append("\(DistinguishedName.synonyms[type] ?? type)=\(value)")
    }
    guard !parts.isEmpty else { return nil }
    self.parts = parts.sorted()
  }

  /// The subject of a certificate in DER; nil when the bytes are no certificate.
  init?(subjectOf certificate: [UInt8]) {
    var outer = DERReader(certificate[...])
    guard let whole = outer.next(DERReader.sequence) else { return nil }
    var reader = DERReader(whole)
    guard let body = reader.next(DERReader.sequence) else { return nil }
    var fields = DERReader(body)
    guard var field = fields.next() else { return nil }
    if field.tag == DERReader.version {
      guard let serial = fields.next() else { return nil }
      field = serial
    }
    // Serial number, signature algorithm, issuer, validity, and then the subject.
    guard field.tag == DERReader.integer, fields.next(DERReader.sequence) != nil,
      fields.next(DERReader.sequence) != nil, fields.next(DERReader.sequence) != nil,
      let subject = fields.next(DERReader.sequence)
    else { return nil }
    var parts: [String] = []
    var names = DERReader(subject)
    while let set = names.next() {
      guard set.tag == DERReader.set else { return nil }
      var pairs = DERReader(set.content)
      while let pair = pairs.next() {
        var reader = DERReader(pair.content)
        guard let type = reader.next(DERReader.objectIdentifier), let value = reader.next(),
          let text = DistinguishedName.text(value)
        else { return nil }
        parts.append("\(DistinguishedName.types[Array(type)] ?? DistinguishedName.hexadecimal(type))=\(text)")
      }
    }
    self.parts = parts.sorted()
  }

  // MARK: written names

  private static let synonyms = ["S": "ST", "E": "EMAILADDRESS", "EMAIL": "EMAILADDRESS", "USERID": "UID"]

  /// A value up to the next comma, with quotes and backslashes taken off.
  private static func value(_ rest: inout Substring) -> String {
    rest = rest.drop { $0 == " " }
    var value = ""
    // What stands behind the last character that counts is dropped; a blank that was escaped counts.
    var end = value.endIndex
    var isQuoted = false
    while let character = rest.popFirst() {
      if character == "\\", let next = rest.popFirst() {
        value.append(next)
        end = value.endIndex
      } else if character == "\"" {
        isQuoted.toggle()
        end = value.endIndex
      } else if !isQuoted, character == "," || character == ";" || character == "+" {
        break
      } else {
        value.append(character)
        if character != " " || isQuoted { end = value.endIndex }
      }
    }
    return String(value[..<end])
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return text
  }

  // MARK: certificates

  /// Object identifiers in DER, by RFC 4519 and PKCS #9.
  private static let types: [[UInt8]: String] = [
    [0x55, 4, 3]: "CN", [0x55, 4, 4]: "SN", [0x55, 4, 5]: "SERIALNUMBER", [0x55, 4, 6]: "C", [0x55, 4, 7]: "L",
    [0x55, 4, 8]: "ST", [0x55, 4, 9]: "STREET", [0x55, 4, 10]: "O", [0x55, 4, 11]: "OU", [0x55, 4, 12]: "T",
    [0x55, 4, 42]: "GN", [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, 1]: "EMAILADDRESS",
    [0x09, 0x92, 0x26, 0x89, 0x93, 0xF2, 0x2C, 0x64, 1, 25]: "DC",
    [0x09, 0x92, 0x26, 0x89, 0x93, 0xF2, 0x2C, 0x64, 1, 1]: "UID",
  ]

  private static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func text(_ item: DERReader.Item) -> String? {
    switch item.tag {
    case 0x0C, 0x13, 0x16, 0x12: return String(validating: item.content, as: UTF8.self)
    case 0x14: return String(String.UnicodeScalarView(item.content.map { Unicode.Scalar($0) }))
    case 0x1E:
      guard item.content.count.isMultiple(of: 2) else { return nil }
      let start = item.content.startIndex
      let units = stride(from: start, to: item.content.endIndex, by: 2).map {
        UInt16(item.content[$0]) << 8 | UInt16(item.content[$0 + 1])
      }
      return String(validating: units, as: UTF16.self)
    default: return nil
    }
  }
}
