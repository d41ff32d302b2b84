import Crypto
import Foundation
import Reporting
import Testing

@Suite struct HTMLPageTests {
  /// The page's policy names the hash of its one style sheet, and lets nothing else in.
  @Test func policy() throws {
    let html = try HTMLPage.render(title: "{{name}}", body: "<p>{{name}}</p>", ["name": "<b>"])
    let style = try #require(html.firstMatch(of: /<style>([\s\S]*?)<\/style>/)).1
    let hash = Data(SHA256.hash(data: Data(style.utf8))).base64EncodedString()
    #expect(
      html.contains(
        "content=\"default-src 'none'; style-src 'sha256-\(hash)'; base-uri 'none'; form-action 'none'\""))
    #expect(
      html.components(separatedBy: "<style").count == 2 && !html.contains("http://") && !html.contains("https://"))
    #expect(html.contains("<title>&lt;b&gt;</title>") && html.contains("<p>&lt;b&gt;</p>"))
    #expect(PageReading(html).elements["meta"] == 4)
  }

  /// The frame's own names are not a caller's.
  @Test func theStyleSheetIsNotReplaced() throws {
    let html = try HTMLPage.render(title: "t", body: "", ["pageStyle": "</style><script>"])
    #expect(!html.contains("<script>"))
  }
}
