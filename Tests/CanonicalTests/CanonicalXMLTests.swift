import Testing

@testable import Canonical

/// XML of both sides as text.
@Suite struct CanonicalXMLTests {
  @Test(arguments: ["<a/>", "", "text", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>Zoë</a>", "<?xml", "<?xml ?>"])
  func textIsItsBytes(text: String) throws {
    let value = Array(text.utf8)
    #expect(try canonical(oracle: value, as: .xml) == canonical(postgres: value, as: .text))
    #expect(try canonical(postgres: value, as: .xml) == canonical(postgres: value, as: .text))
  }

  @Test(arguments: [
    ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>", "<?xml version=\"1.0\"?><a/>"),
    ("<?xml version='1.0'\n encoding = 'x' standalone='no'?>", "<?xml version='1.0' standalone='no'?>"),
  ])
  func encodingsAreLeftOut(oracle: String, postgres: String) throws {
    #expect(
      try canonical(oracle: Array(oracle.utf8), as: .xml) == canonical(postgres: Array(postgres.utf8), as: .xml))
  }

  @Test(arguments: [
    ("<a/>", "<a></a>"), ("<a> </a>", "<a></a>"), ("<?xml version=\"1.0\"?><a/>", "<a/>"),
    ("<a encoding='x'/>", "<a/>"), ("<a>ä</a>", "<a>a</a>"),
  ])
  func everythingElseIsADifference(oracle: String, postgres: String) throws {
    #expect(
      try canonical(oracle: Array(oracle.utf8), as: .xml) != canonical(postgres: Array(postgres.utf8), as: .xml))
  }
}
