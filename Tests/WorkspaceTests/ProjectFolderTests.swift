import Foundation
import Testing

@testable import Workspace

/// What `oraferry init` writes.
@Suite struct ProjectFolderTests {
  @Test func everyFileIsWrittenOnceAndNeverAgain() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "oraferry-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let kept = folder.appending(path: "README.md")
    try Data("mine".utf8).write(to: kept)
    let project = ProjectFolder(Workspace(folder))
    let first = try project.create()
    #expect(first.filter { !$0.isNew }.map(\.path) == ["README.md"])
    #expect(try String(contentsOf: kept, encoding: .utf8) == "mine")
    let paths = Set(first.map(\.path))
    #expect(
      paths.isSuperset(of: [
        "config/config.ini", ".env.example", "sqls/big_sql_join.sql", "output/csv/.gitkeep", "output/logs/.gitkeep",
        ".vscode/tasks.json", ".gitignore",
      ]))
    let facts = try FileManager.default.attributesOfItem(
      atPath: folder.appending(path: "config/config.ini").path)
    #expect(facts[.posixPermissions] as? Int == 0o600)
    #expect(try project.create().allSatisfy { !$0.isNew })

    // The template is a configuration, and its tasks are JSON.
    let configuration = try Workspace(folder).configuration(environment: ["ORAFERRY_ORACLE_PASSWORD": "x"])
    #expect(configuration.oracle.schema == "SALES")
    #expect(configuration.postgres.sslmode == "prefer")
    for name in ["tasks.json", "extensions.json"] {
      let data = try Data(contentsOf: folder.appending(path: ".vscode/\(name)"))
      #expect(try JSONSerialization.jsonObject(with: data) is [String: Any])
    }
  }
}
