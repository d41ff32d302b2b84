import Testing

@testable import Model

@Suite struct PostgresLiteralTests {
  @Test(arguments: [
    ("", "''"), ("a", "'a'"), ("it's", "'it''s'"), ("a\\b", "E'a\\\\b'"), ("\\'", "E'\\\\'''"), ("a\0", "'a\u{FFFD}'"),
    ("line\nline", "'line\nline'"),
  ])
  func quotesText(text: String, expected: String) {
    #expect(PostgresLiteral.quoted(text) == expected)
  }
}
