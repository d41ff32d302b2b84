import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What a page comes to for a browser: its elements, attributes and text.
///
/// One that is not well formed is an issue.
final class PageReading: NSObject, XMLParserDelegate {
  /// How many there are of each.
  private(set) var elements: [String: Int] = [:]
  private(set) var attributes: Set<String> = []
  private(set) var classes: [String: Int] = [:]
  private(set) var text = ""

  init(_ html: String) {
    super.init()
    let parser = XMLParser(data: Data(html.utf8))
    parser.delegate = self
    #expect(parser.parse(), "\(String(describing: parser.parserError)) in line \(parser.lineNumber)")
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    elements[name, default: 0] += 1
    self.attributes.formUnion(attributes.keys)
    if let value = attributes["class"] { classes[value, default: 0] += 1 }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}
