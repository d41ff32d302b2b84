import Conversion
import Foundation
import Model
import PostgresClient
import PostgresCluster
import SchemaScript
import Testing

/// Scripts of our own writing with the schema.sql and findings.json that they become.
///
/// A wanted change is recorded with ORAFERRY_RECORD_GOLDEN=1, which writes the files and fails the run: what was recorded
/// is to be read before it is believed.
@Suite("Golden corpus") struct GoldenCorpusTests {
  /// Folders of `Golden`, each with an oracle.sql.
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  static let names: [String] = {
    let found = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (found ?? []).filter {
      FileManager.default.fileExists(atPath: folder.appending(path: $0 + "/oracle.sql").path)
    }.sorted()
  }()

  private static let isRecording = ProcessInfo.processInfo.environment["ORAFERRY_RECORD_GOLDEN"] == "1"

  /// What a script becomes.
  private struct Conversion {
    var sql: String
    var findings: String
  }

  private func convert(_ name: String) throws -> Conversion {
    let text = try String(contentsOf: Self.folder.appending(path: name + "/oracle.sql"), encoding: .utf8)
    let read = ScriptSchemas.read([ScriptSource(name: "oracle.sql", text: text)])
    let isUnnamed = read.schemas.first?.owner.isEmpty == true
    let plans = SchemaConversion.plans(
      for: read.schemas, options: ConversionOptions(targetSchema: isUnnamed ? "public" : nil, postgresMajorVersion: 15))
    var records = read.findings.map { FindingRecord($0.finding, script: $0.place.script, line: $0.place.line) }
    for (schema, plan) in zip(read.schemas, plans) {
      let owner = schema.owner == read.schemas.first?.owner ? nil : schema.owner
      records += plan.findings.map { FindingRecord($0, owner: owner) }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let json = String(decoding: try encoder.encode(records), as: UTF8.self) + "\n"
    return Conversion(sql: SchemaSQL(plans, head: ["from oracle.sql"]).text, findings: json)
  }

  private func recorded(_ name: String, _ file: String) -> String? {
    try? String(contentsOf: Self.folder.appending(path: name + "/" + file), encoding: .utf8)
  }

  @Test func thereAreManyScripts() { #expect(Self.names.count >= 15) }

  @Test(arguments: names) func becomesWhatWasRecorded(_ name: String) throws {
    let made = try convert(name)
    for (file, text) in [("schema.sql", made.sql), ("findings.json", made.findings)] where text != recorded(name, file)
    {
      guard Self.isRecording else {
        Issue.record("\(name)/\(file): \(Self.difference(recorded(name, file) ?? "", text))")
        continue
      }
      try Data(text.utf8).write(to: Self.folder.appending(path: name + "/" + file), options: .atomic)
      Issue.record("\(name)/\(file): re-recorded, run again")
    }
  }

  /// The first line that differs, with the one in front of it.
  private static func difference(_ recorded: String, _ made: String) -> String {
    let (old, new) = (recorded.components(separatedBy: "\n"), made.components(separatedBy: "\n"))
    let place = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
    func line(_ lines: [String]) -> String { place < lines.count ? lines[place] : "(its end)" }
    return "line \(place + 1) was\n  \(line(old))\nand is\n  \(line(new))"
  }

  @Test(arguments: names) func runsOnPostgreSQL(_ name: String) async throws {
    let sql = try #require(recorded(name, "schema.sql"))
    let cluster = try await PostgresCluster.start(.fast)
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    for phase in SchemaFile(sql).phases {
      for statement in phase.statements {
        do {
          _ = try await session.execute(statement.sql)
        } catch {
          Issue.record("\(name)/schema.sql:\(statement.line): \(error)\n\(statement.sql)")
        }
      }
    }
    await session.close()
    await cluster.stop()
  }

  /// A finding says of what it speaks, why, and what can be done.
  @Test(arguments: names) func everyFindingHasItsWords(_ name: String) throws {
    struct Record: Decodable {
      var name: String
      var message: String
      var remedy: String
    }
    let json = try #require(recorded(name, "findings.json"))
    for record in try JSONDecoder().decode([Record].self, from: Data(json.utf8)) {
      #expect(!record.name.isEmpty && !record.message.isEmpty && !record.remedy.isEmpty, "\(record)")
    }
  }
}
