import Crypto
import Foundation

/// What every page has: a head that lets nothing in but the page's one style sheet, by that sheet's hash.
///
/// A page needs nothing else: no network, no script, no other file. It is well-formed XML, too.
public enum HTMLPage {
  private static let styleHash = Data(SHA256.hash(data: Data(style.utf8))).base64EncodedString()

  /// Renders a page; every value is escaped by `HTMLTemplate`.
  ///
  /// The names `pageStyle` and `pageStyleHash` are the frame's own.
  ///
  /// - Parameters:
  ///   - title: the template of the page's title.
  ///   - body: the template of what stands in the page, without an attribute `style`, which the policy forbids.
  /// - Throws: the templates' own faults.
  public static func render(title: String, body: String, _ values: [String: Any]) throws -> String {
    let template = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8"/>
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{{{pageStyleHash}}}'; base-uri 'none'; form-action 'none'"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="referrer" content="no-referrer"/>
      <title>\(title)</title>
      <style>{{{pageStyle}}}</style>
      </head>
      <body>
      \(body)
      </body>
      </html>

      """
    let frame: [String: Any] = ["pageStyle": style, "pageStyleHash": styleHash]
    return try HTMLTemplate.render(template, values.merging(frame) { _, own in own })
  }
}
