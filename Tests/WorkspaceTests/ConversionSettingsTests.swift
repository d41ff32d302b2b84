import Foundation
import Testing

@testable import Workspace

/// [conversion] and [types] of config.ini.
@Suite struct ConversionSettingsTests {
  private static let logins = """
    [oracle]
    host = h
    service_name = S
    user = u
    password = p
    [postgres]
    host = h
    dbname = d
    user = u

    """

  private func load(_ text: String, _ environment: [String: String] = [:]) throws -> ConversionSettings {
    try WorkspaceConfiguration(Array((Self.logins + text).utf8), file: "config.ini", environment: environment)
      .conversion
  }

  private func shown(_ settings: ConversionSettings) -> [String] {
    settings.settings.map { "\($0.key) = \($0.value) (\($0.origin))" }
  }

  @Test func withoutSectionsThereAreNone() throws {
    #expect(try load("").settings.isEmpty)
    #expect(try load("[conversion]\n[types]\n").settings.isEmpty)
  }

  @Test func everyKeyIsRead() throws {
    let text = "[conversion]\n" + ConversionSettings.keys.map { "\($0) = x" }.joined(separator: "\n")
    #expect(try load(text).settings.map(\.key) == ConversionSettings.keys)
  }

  @Test func placesAreKept() throws {
    let settings = try load(
      """
      [types]
      *.IS_* = boolean
      "Mixed".Col = numeric(10,2)

      [conversion]
      keep-case = true
      types = NUMBER(1)=boolean, RAW(16)=uuid
      """)
    // The file's single list first, then its lines, which win where they say as much.
    #expect(
      shown(settings) == [
        "types = NUMBER(1)=boolean, RAW(16)=uuid (config.ini:16)", "keep-case = true (config.ini:15)",
        "types = *.IS_*=boolean (config.ini:11)", "types = \"Mixed\".Col=numeric(10,2) (config.ini:12)",
      ])
  }

  @Test func theEnvironmentWins() throws {
    let settings = try load("[conversion]\nkeep-case = true", ["ORAFERRY_CONVERSION_KEEP_CASE": "false"])
    #expect(shown(settings) == ["keep-case = false (environment variable ORAFERRY_CONVERSION_KEEP_CASE)"])
  }

  @Test(arguments: [
    ("[conversion]\nraw16 = uuid\nkeepcase = true", "config.ini:12: [conversion] keepcase: unknown key"),
    (
      "[conversion]\nkeep-case = true\nkeep-case = false",
      "config.ini:12: [conversion] keep-case: the key is there twice"
    ),
    ("[types]\nNUMBER(1) =", "config.ini:11: [types] NUMBER(1): no type"),
    ("[types]\nnothing", "config.ini:11: [types]: neither a comment"),
    ("[conversions]\n", "config.ini:10: [conversions]: unknown section"),
  ])
  func faultsHaveTheirLine(text: String, error: String) {
    #expect { _ = try load(text) } throws: { "\($0)".hasPrefix(error) }
  }

  @Test func anUnknownVariableIsAnError() {
    #expect { _ = try load("", ["ORAFERRY_CONVERSION_KEPCASE": "true"]) } throws: {
      "\($0)".contains("ORAFERRY_CONVERSION_KEPCASE")
    }
  }

  @Test func theyAreReadWithoutLogins() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "oraferry-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let workspace = Workspace(folder)
    try FileManager.default.createDirectory(at: folder.appending(path: "config"), withIntermediateDirectories: true)
    try PrivateFile.create(workspace.configurationFile.path, contents: "[conversion]\nidentity = serial\n")
    #expect(try workspace.conversionSettings(environment: [:]).settings.map(\.value) == ["serial"])
    #expect(throws: ConfigurationError.self) { _ = try workspace.configuration(environment: [:]) }
  }

  @Test func whatIsWrittenReadsBack() throws {
    var configuration = try WorkspaceConfiguration(
      Array((Self.logins + "[types]\nDATE = date\n[conversion]\nraw16 = uuid\ntypes = A.B=text").utf8),
      file: "config.ini", environment: [:])
    configuration.conversion.settings.append(.init(key: "include", value: "\"A\".\"b\"", origin: "--include"))
    let text = try configuration.text(file: "config.ini")
    let again = try WorkspaceConfiguration(Array(text.utf8), file: "config.ini", environment: [:]).conversion
    #expect(
      again.settings.map { "\($0.key)=\($0.value)" } == [
        "types=A.B=text, DATE=date", "raw16=uuid", "include=\"A\".\"b\"",
      ])
  }
}
