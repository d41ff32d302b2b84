import Canonical
import Testing

@testable import Verification

/// When Oracle's text and PostgreSQL's mean one value.
@Suite struct RenderedMeaningTests {
  private func isSame(_ meaning: RenderedMeaning, _ source: String?, _ target: String?) -> Bool {
    meaning.isSame([source], [target])
  }

  @Test(arguments: [
    (".5", "0.50"), ("-.5", "-0.5"), ("0", "0.000"), ("100", "1E+2"),
    ("1.0E+125", "1" + String(repeating: "0", count: 125)),
    ("1.0E-130", "0." + String(repeating: "0", count: 129) + "1"), ("~", "Infinity"), ("-~", "-Infinity"), ("0", "-0"),
  ]) func sameDecimals(oracle: String, postgres: String) {
    #expect(isSame(.decimal, oracle, postgres))
  }

  @Test(arguments: [
    (".5", "0.51"), ("5", "-5"), ("1", "10"), ("~", "-Infinity"), ("~", "NaN"), ("", "0"), ("1.2.3", "1.23"),
    ("1E99999", "1"),
    ("x", "x"),
  ]) func otherDecimals(oracle: String, postgres: String) {
    #expect(!isSame(.decimal, oracle, postgres))
  }

  @Test(arguments: [RenderedMeaning.decimal, .double, .flag, .text, .bytes, .moment(.round), .letters])
  func nullIsNullAlone(meaning: RenderedMeaning) {
    #expect(isSame(meaning, nil, nil))
    #expect(!isSame(meaning, nil, "0") && !isSame(meaning, "0", nil) && !isSame(meaning, nil, ""))
  }

  @Test(arguments: [
    ("1.0000005", "1.000001", true), ("1.0000005", "1", false), ("-1.0000005", "-1.000001", true),
    ("1.00000049", "1.000000", true), ("59.9999996", "60", true), (".0000004", "0", true),
    (".0000005", "0.000001", true),
    ("9.9999999", "10.000000", true), ("-.0000005", "0.000001", false),
  ]) func secondsAreRoundedToMicroseconds(oracle: String, postgres: String, isSame: Bool) {
    #expect(self.isSame(.seconds(.round), oracle, postgres) == isSame)
  }

  @Test func secondsAreCutByTheOtherRule() {
    #expect(isSame(.seconds(.truncate), "1.0000009", "1") && !isSame(.seconds(.truncate), "1.000001", "1"))
  }

  @Test(arguments: [
    (" 2024-02-28 23:59:59.999999500", "2024-02-29 00:00:00.000000 AD", true),
    (" 2024-02-28 23:59:59.999999499", "2024-02-28 23:59:59.999999 AD", true),
    (" 1900-02-28 23:59:59.999999900", "1900-03-01 00:00:00.000000 AD", true),
    ("-0001-12-31 23:59:59.999999900", "0001-01-01 00:00:00.000000 AD", true),
    ("-0044-03-15 00:00:00", "0044-03-15 00:00:00.000000 BC", true),
    (" 0044-03-15 00:00:00", "0044-03-15 00:00:00.000000 BC", false),
    (" 9999-12-31 23:59:59.999999999", "10000-01-01 00:00:00.000000 AD", true),
    (" 2024-01-01 00:00:00", "infinity", false), (" 2024-01-01 00:00:00", "2024-01-01 00:00:00.000001 AD", false),
    ("0", "0", false),
  ]) func momentsAreRounded(oracle: String, postgres: String, isSame: Bool) {
    #expect(self.isSame(.moment(.round), oracle, postgres) == isSame)
  }

  @Test func momentsForALookUpAreWhatPostgreSQLReads() throws {
    let moment = try #require(MomentText(oracle: "-0044-03-15 01:02:03.123456789")?.rounded(.round))
    #expect(moment.postgres(zone: "+00") == "0044-03-15 01:02:03.123457000+00 BC")
  }

  @Test func binaryNumbersAreComparedByValue() {
    #expect(isSame(.double, "1.0000000000000001E-001", "0.1") && isSame(.double, "Nan", "NaN"))
    #expect(isSame(.double, "-Inf", "-Infinity") && isSame(.float, "1,00000001E-001", "0.1"))
    #expect(!isSame(.double, "1.00000000000001E-001", "0.1") && !isSame(.double, "Inf", "-Infinity"))
  }

  @Test func flagsAreTruthValues() {
    #expect(isSame(.flag, "1", "true") && isSame(.flag, "0", "false"))
    #expect(!isSame(.flag, "1", "false") && !isSame(.flag, "2", "true"))
  }

  @Test func bytesAreComparedByLengthAndEnds() {
    #expect(RenderedMeaning.bytes.isSame(["2", "00FF"], ["2", "00ff"]))
    #expect(!RenderedMeaning.bytes.isSame(["2", "00FF"], ["2", "00fe"]))
    #expect(!RenderedMeaning.bytes.isSame(["3", "00FF", "FF"], ["2", "00ff", "ff"]))
    #expect(
      !RenderedMeaning.bytes.isSame(["0", nil], ["1", "00"]) && RenderedMeaning.bytes.isSame(["0", nil], ["0", ""]))
  }

  @Test func textIsComparedInASCII() {
    func isSame(_ source: [String?], _ target: String) -> Bool {
      RenderedMeaning.text.isSame(
        source,
        [
          "\(target.unicodeScalars.count)", "\(target.utf16.count)", String(target.unicodeScalars.prefix(400)),
          String(String.UnicodeScalarView(target.unicodeScalars.suffix(400))),
        ])
    }
    #expect(isSame(["3", #"\00E4\005Cb"#], "ä\\b") && !isSame(["3", #"\00E4\005Cb"#], "a\\b"))
    // Oracle counts a character beyond the first plane as one or as two.
    #expect(isSame(["1", #"\D83D\DE00"#], "😀") && isSame(["2", #"\D83D\DE00"#], "😀"))
    #expect(!isSame(["3", #"\D83D\DE00"#], "😀") && !isSame(["1", "a "], "a"))
    let long = String(repeating: "x", count: 399) + "😀" + String(repeating: "y", count: 400)
    // A cut through a pair of units.
    let start = String(repeating: "x", count: 399) + #"\D83D"#
    let end = String(repeating: "y", count: 400)
    #expect(isSame(["801", start, end], long) && isSame(["800", start, end], long))
    #expect(!isSame(["801", start, end], long.replacing("😀", with: "ab")))
    #expect(!isSame(["801", start, end], String(long.dropLast()) + "z"))
    // Where Oracle says nothing of a long text's ends, nothing is proved.
    #expect(!isSame(["801", nil, nil], long))
    #expect(RenderedText.text(#"\00E4\005Cb \D83D\DE00 \zz"#) == #"ä\b 😀 \zz"#)
  }
}
