import SampleSchema
import Testing

@testable import DataGeneration

@Suite struct TextPatternTests {
  @Test(arguments: [
    ("^[A-Z]{3}[0-9]{5}$", "ABC12345", "abc12345"), ("^\\d+$", "123", ""), ("^K-[[:digit:]]{2,3}$", "K-12", "K-1"),
    ("^[a-c_]?x*$", "_xx", "d"), ("^\\+49[0-9]{4}$", "+491234", "491234"),
  ])
  func textsHaveTheForm(_ expression: String, _ good: String, _ bad: String) throws {
    let pattern = try #require(TextPattern(regularExpression: expression))
    #expect(pattern.matches(good) && !pattern.matches(bad))
    var generator = SplitMix64(seed: 5)
    for _ in 0..<50 { #expect(pattern.matches(pattern.text(&generator, atMost: 40))) }
  }

  @Test func numbersAndTextsAreOneToOne() throws {
    let pattern = try #require(TextPattern(regularExpression: "^[A-C]{2}[0-9]$"))
    #expect(pattern.count == 90)
    let texts = (0..<90).map { pattern.text(ordinal: $0) }
    #expect(Set(texts).count == 90)
    #expect(texts.map { pattern.ordinal(of: $0) } == Array(0..<90))
    #expect(pattern.ordinal(of: "ZZ1") == nil && pattern.ordinal(of: "AA12") == nil)
  }

  @Test(arguments: ["[A-Z]", "^(a|b)$", "^[^a]$", "^a{9999999}$", "^a{3,1}$", "^[$", "^\\", "^a$b$", "^[z-a]$"])
  func otherFormsAreNotRead(_ expression: String) {
    #expect(TextPattern(regularExpression: expression) == nil)
  }
}
