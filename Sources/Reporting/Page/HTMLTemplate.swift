import Mustache

/// Renders templates of HTML, with every value escaped by its Unicode scalars.
///
/// The library's own escaping goes by Characters: a `<` behind a letter that prepends (U+0D4E), or before a combining mark,
/// is part of another Character, which it lets pass.
public enum HTMLTemplate {
  private struct ScalarEscaping: MustacheContentType {
    func escapeText(_ text: String) -> String { HTMLTemplate.escaped(text) }
  }

  private static let contentType = "SCALARS"
  private static let registration: Void = MustacheContentTypes.register(ScalarEscaping(), named: contentType)

  /// The text for an element's content, or an attribute in quotes.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// - Throws: the template's own faults.
  public static func render(_ template: String, _ values: [String: Any]) throws -> String {
    _ = registration
    return try MustacheTemplate(string: "{{% CONTENT_TYPE:\(contentType)}}\n" + template).render(values)
  }
}
