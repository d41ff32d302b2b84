import Foundation
import Testing

@testable import Workspace

/// Entries that are added to config.ini, with all else as it was.
@Suite struct ConfigurationEditTests {
  private static let entries = [
    ConfigurationEdit.Entry(key: "ORDERS.ID", value: "bigint"),
    ConfigurationEdit.Entry(key: "\"Odd\".\"a*b\"", value: "numeric(11,2)"),
  ]

  private func added(_ text: String) throws -> String {
    let edit = try ConfigurationEdit(
      Array(text.utf8), adding: Self.entries, to: "types", comment: "found", file: "config.ini")
    return String(decoding: edit.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    (
      "[oracle]\nuser = a\n\n[types]\n# mine\nNUMBER(1) = boolean\n# last\n\n[rejects]\n; x\n",
      "[oracle]\nuser = a\n\n[types]\n# mine\nNUMBER(1) = boolean\n# last\n# found\nORDERS.ID = bigint\n"
        + "\"Odd\".\"a*b\" = numeric(11,2)\n\n[rejects]\n; x\n"
    ),
    (
      "[types]\r\na.b = text\r\n\r\n",
      "[types]\r\na.b = text\r\n# found\r\nORDERS.ID = bigint\r\n\"Odd\".\"a*b\" = numeric(11,2)\r\n\r\n"
    ),
    (
      "[oracle]\nuser = a",
      "[oracle]\nuser = a\n\n[types]\n# found\nORDERS.ID = bigint\n\"Odd\".\"a*b\" = numeric(11,2)\n"
    ),
    ("[types]", "[types]\n# found\nORDERS.ID = bigint\n\"Odd\".\"a*b\" = numeric(11,2)\n"),
    ("", "\n[types]\n# found\nORDERS.ID = bigint\n\"Odd\".\"a*b\" = numeric(11,2)\n"),
  ])
  func allElseStaysByteForByte(before: String, after: String) throws {
    #expect(try added(before) == after)
  }

  @Test func anEntryThatIsThereIsKept() throws {
    let text = "[types]\n# x\norders.id = numeric\n[where]\nA = 1=1\n"
    let edit = try ConfigurationEdit(
      Array(text.utf8), adding: Self.entries, to: "types", comment: "found", file: "config.ini")
    #expect(edit.outcomes == [.kept(line: 3), .added(line: 5)])
    #expect(
      String(decoding: edit.bytes, as: UTF8.self)
        == "[types]\n# x\norders.id = numeric\n# found\n\"Odd\".\"a*b\" = numeric(11,2)\n[where]\nA = 1=1\n")
    let again = try ConfigurationEdit(
      edit.bytes, adding: Self.entries, to: "types", comment: "found", file: "config.ini")
    #expect(again.bytes == edit.bytes && again.outcomes == [.kept(line: 3), .kept(line: 5)])
  }

  @Test(arguments: [("a\nb", "text"), ("#a", "text"), ("a", "te\nxt"), ("a=b", "text")])
  func whatWouldNotBeReadBackIsRefused(key: String, value: String) {
    #expect(throws: ConfigurationError.self) {
      try ConfigurationEdit(
        [], adding: [ConfigurationEdit.Entry(key: key, value: value)], to: "types", comment: "found", file: "config.ini"
      )
    }
  }

  @Test(arguments: [0o600, 0o400, 0o700], [false, true])
  func theModeStaysAndALinkIsFollowed(mode: Int, isLink: Bool) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "oraferry-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let workspace = Workspace(folder)
    let place = workspace.configurationFile
    try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    let file = isLink ? folder.appending(path: "elsewhere.ini") : place
    try Data("[types]\n".utf8).write(to: file)
    if isLink { try FileManager.default.createSymbolicLink(at: place, withDestinationURL: file) }
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
    let outcomes = try workspace.add(Self.entries, to: "types", comment: "found")
    #expect(outcomes == [.added(line: 3), .added(line: 4)])
    let facts = try FileManager.default.attributesOfItem(atPath: file.path)
    #expect(facts[.posixPermissions] as? Int == mode)
    #expect(
      try String(contentsOf: file, encoding: .utf8).hasSuffix("ORDERS.ID = bigint\n\"Odd\".\"a*b\" = numeric(11,2)\n"))
    let type = try FileManager.default.attributesOfItem(atPath: place.path)[.type] as? FileAttributeType
    #expect(type == (isLink ? .typeSymbolicLink : .typeRegular))
    let names = try FileManager.default.contentsOfDirectory(atPath: place.deletingLastPathComponent().path)
    #expect(names == ["config.ini"])
  }
}
