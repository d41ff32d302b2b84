import Testing

@testable import Workspace

@Suite struct INIFileTests {
  private func value(_ line: String) throws -> String? {
    try INIFile(Array("[s]\n\(line)\n".utf8), file: "f").sections["s"]?.entries["k"]?.value
  }

  @Test(arguments: [
    ("k=v", "v"), ("  k =  v  ", "v"), ("K = V", "V"), ("k = a # b ; c", "a # b ; c"), ("k = a=b", "a=b"), ("k =", ""),
    ("k = \" a \"", " a "), ("k = ' a '", " a "), ("k = \"a", "\"a"), ("k = \"\"a\"\"", "\"a\""), ("k = \"", "\""),
    ("k = ä€😀", "ä€😀"), ("k = v\r", "v"),
  ])
  func values(_ line: String, _ expected: String) throws {
    #expect(try value(line) == expected)
  }

  @Test(arguments: ["", " ", "a", "#", ";x", " a", "a ", "\"", "\"a\"", "'a'", "a'", "a # b", "x=y", "ä😀"])
  func aWrittenValueReadsBackTheSame(_ text: String) throws {
    #expect(try value("k = \(INIFile.quoted(text))") == text)
  }

  @Test func marksCommentsAndLines() throws {
    let text = "\u{FEFF}# c\r\n; c\r\n\r\n[ A ]\r\nx = 1\r\n  # indented\r\n[b]\r\ny = 2"
    let ini = try INIFile(Array(text.utf8), file: "f")
    #expect(ini.sections.keys.sorted() == ["a", "b"])
    #expect(ini.sections["a"]?.entries == ["x": .init(value: "1", written: "1", writtenKey: "x", line: 5)])
    #expect(ini.sections["b"]?.line == 7)
    #expect(ini.sections["b"]?.entries == ["y": .init(value: "2", written: "2", writtenKey: "y", line: 8)])
  }

  @Test(arguments: [
    ("k = 1", 1, nil, nil, "before the first section"), ("[s", 1, nil, nil, "not a section"),
    ("[]", 1, nil, nil, "not a section"), ("[s]\nsecret words", 2, "s", nil, "neither a comment nor"),
    ("[s]\n= v", 2, "s", nil, "neither a comment nor"), ("[s]\nk = 1\nK = 2", 3, "s", "k", "twice, first in line 2"),
    ("[s]\n[t]\n[S]", 3, "s", nil, "twice, first in line 1"), ("[s]\nk = a\u{0}b", 2, "s", nil, "control character"),
  ])
  func faultsAreNamed(_ text: String, _ line: Int, _ section: String?, _ key: String?, _ reason: String) throws {
    let error = try #require(throws: ConfigurationError.self) { try INIFile(Array(text.utf8), file: "f.ini") }
    #expect(error.file == "f.ini")
    #expect(error.line == line)
    #expect(error.section == section)
    #expect(error.key == key)
    #expect(error.reason.contains(reason))
    #expect(!error.description.contains("secret words"))
  }

  @Test func textMustBeUTF8() throws {
    let error = try #require(throws: ConfigurationError.self) {
      try INIFile([0x5B, 0x73, 0x5D, 0x0A, 0x6B, 0x3D, 0xE4], file: "f")
    }
    #expect(error.line == 2)
  }
}
