import Testing

@testable import OracleSQL

struct LexerTests {
  private func kinds(_ text: String) throws -> [Token.Kind] { try Lexer.tokens(of: text).map(\.kind) }

  private func pieces(_ text: String) throws -> [String] {
    try Lexer.tokens(of: text).map { $0.range.text(in: text) }
  }

  @Test(arguments: [
    ("a := b ** c", [Token.Kind.word, .assign, .word, .power, .word]),
    (
      "a<=b>=c<>d!=e^=f~=g",
      [
        .word, .lessOrEqual, .word, .greaterOrEqual, .word, .notEqual, .word, .notEqual, .word, .notEqual, .word,
        .notEqual, .word,
      ]
    ),
    ("x(+)", [.word, .leftParenthesis, .plus, .rightParenthesis]),
    (
      "a||b=>c..d@e%f",
      [
        .word, .concatenation, .word, .arrow, .word, .dotDot, .word, .at, .word, .percent, .word,
      ]
    ),
    ("'a''b' N'c' q'[d]' nq'{e}'", [.string, .nationalString, .alternativeString, .nationalAlternativeString]),
    (":1 :name :\"Na me\"", [.bind, .bind, .bind]),
    ("<<l>> ;", [.labelStart, .word, .labelEnd, .semicolon]),
  ])
  func kindsOfTokens(text: String, expected: [Token.Kind]) throws {
    #expect(try kinds(text) == expected)
  }

  @Test(arguments: [
    ("1 1.5 .5 1. 1e5 1E-5 1.5e+3", ["1", "1.5", ".5", "1.", "1e5", "1E-5", "1.5e+3"]),
    ("1f 2.5D 3day 1..2 5e x", ["1f", "2.5D", "3", "day", "1", "..", "2", "5", "e", "x"]),
    ("a$b#c_1 é \"A b\"", ["a$b#c_1", "é", "\"A b\""]),
    ("a--x\nb/*y*/c", ["a", "b", "c"]),
    ("q'!it's!' Q'<a>'", ["q'!it's!'", "Q'<a>'"]),
    ("SELECT/*+ hint */1", ["SELECT", "1"]),
  ])
  func textsOfTokens(text: String, expected: [String]) throws {
    #expect(try pieces(text) == expected)
  }

  @Test func offsetsCountBytes() throws {
    let tokens = try Lexer.tokens(of: "é x")
    #expect(tokens.map(\.range) == [SourceRange(start: 0, end: 2), SourceRange(start: 3, end: 4)])
  }

  @Test func everyKeywordIsFoundInAnyCase() throws {
    for keyword in Keyword.allCases where keyword != .other {
      let upper = keyword.spelling
      #expect(upper.utf8.count <= KeywordTable.longest, "\(upper)")
      #expect(try Lexer.tokens(of: upper).map(\.keyword) == [keyword], "\(upper)")
      #expect(try Lexer.tokens(of: upper.lowercased()).map(\.keyword) == [keyword], "\(upper)")
    }
    #expect(try Lexer.tokens(of: "selects \"SELECT\"").map(\.keyword) == [.other, .other])
    #expect(Keyword.binaryFloat.spelling == "BINARY_FLOAT")
  }

  @Test(arguments: [Keyword.select, .varchar2, .sysdate, .with, .access, .level])
  func reservedWords(word: Keyword) { #expect(word.isReserved) }

  @Test(arguments: [Keyword.other, .name, .value, .key, .type, .timestamp, .replace, .first])
  func wordsThatMayBeNames(word: Keyword) { #expect(!word.isReserved) }

  @Test(arguments: [
    ("x 'abc", 1756, 2), ("q'[abc]", 1756, 1), ("'it''", 1756, 0), ("a \"b", 1740, 2), ("a \"\"", 1741, 2),
    ("a /* b", 1742, 2), ("a & b", 911, 2), ("a ` b", 911, 2), ("_a", 911, 0), ("x : y", 1745, 2),
    ("a\u{A0}b", 911, 1), ("x\n= \u{20AC}", 911, 4),
  ])
  func errorsOfTokens(text: String, code: Int, offset: Int) {
    let error = #expect(throws: SQLSyntaxError.self) { try Lexer.tokens(of: text) }
    #expect(error?.code == code)
    #expect(error?.offset == offset)
  }

  @Test func errorsNameLineAndColumn() {
    let error = #expect(throws: SQLSyntaxError.self) { try Lexer.tokens(of: "SELECT\r\n  'x") }
    #expect(error?.location == SourceLocation(line: 2, column: 3))
    #expect(error?.description == "ORA-01756: quoted string not properly terminated (line 2, column 3)")
    #expect(error?.oracleMessage == "ORA-01756: quoted string not properly terminated")
  }
}
