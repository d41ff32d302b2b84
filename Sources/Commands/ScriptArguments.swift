import ArgumentParser
import Conversion
import Foundation
import Model
import OracleStandIn
import SchemaScript

/// `--from-script` and how scripts are read.
struct ScriptArguments: ParsableArguments {
  @Option(
    name: .customLong("from-script"),
    help: ArgumentHelp(
      "A script, or a folder of scripts, which are read in the order of their paths; may be given several times.",
      valueName: "file"))
  var scripts: [String] = []

  @Option(help: "The Oracle user who runs the scripts (default: the one owner that they name, if it is one).")
  var owner: String?

  @Option(name: .customLong("script-encoding"), help: "utf-8, iso-8859-1 or windows-1252.")
  var scriptEncoding = "utf-8"

  func validate() throws {
    if ScriptEncoding(name: scriptEncoding) == nil {
      throw ValidationError("--script-encoding must be utf-8, iso-8859-1 or windows-1252")
    }
  }

  /// What the scripts leave behind.
  ///
  /// - Throws: `ScriptArgumentError` for a script that cannot be read.
  func read() throws -> ScriptSchemas {
    let encoding = ScriptEncoding(name: scriptEncoding) ?? .utf8
    let source: @Sendable (String) -> ScriptSource? = { path in
      guard let data = FileManager.default.contents(atPath: path) else { return nil }
      let text = encoding.decode(Array(data))
      return ScriptSource(name: path, text: text.text, isRepaired: text.isRepaired)
    }
    let sources = try scripts.flatMap(files).map { path in
      guard let script = source(path) else { throw ScriptArgumentError.unreadable(path) }
      return script
    }
    return ScriptSchemas.read(sources, owner: owner.map(Self.folded), library: .files(source))
  }

  /// Endings of files that hold Oracle's statements.
  private static let endings: Set<String> = [
    "sql", "ddl", "tab", "con", "ind", "seq", "syn", "vw", "trg", "pks", "pkb", "pkg", "pls", "plsql", "prc", "fnc",
    "tps", "tpb", "typ",
  ]

  private func files(_ path: String) throws -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      return [path]
    }
    let names = try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
    let files = names.filter { name in
      let parts = name.split(separator: "/")
      return !parts.contains { $0.hasPrefix(".") }
        && Self.endings.contains(parts.last?.split(separator: ".").last?.lowercased() ?? "")
    }
    guard !files.isEmpty else { throw ScriptArgumentError.empty(path) }
    return files.map { path.hasSuffix("/") ? path + $0 : path + "/" + $0 }
  }

  /// A user's name as the dictionary spells it: in upper case unless it is in double quotes.
  private static func folded(_ name: String) -> String {
    name.count > 2 && name.hasPrefix("\"") && name.hasSuffix("\"")
      ? String(name.dropFirst().dropLast()) : name.uppercased()
  }
}

/// The findings of scripts and of their conversion, with their places.
enum ScriptFindings {
  static func records(_ read: ScriptSchemas, _ plans: [MigrationPlan]) -> [FindingRecord] {
    var records = read.findings.map { FindingRecord($0.finding, script: $0.place.script, line: $0.place.line) }
    for (schema, plan) in zip(read.schemas, plans) {
      let owner = schema.owner == read.schemas.first?.owner ? nil : schema.owner
      for finding in plan.findings {
        let place = place(of: finding.object, schema.owner, read)
        records.append(FindingRecord(finding, owner: owner, script: place?.script, line: place?.line))
      }
    }
    return records
  }

  /// Where an object is made, or the column or table that it belongs to.
  private static func place(of object: String, _ owner: String, _ read: ScriptSchemas) -> ScriptPlace? {
    let name = object.split(separator: " ").last.map(String.init) ?? object
    let table = name.split(separator: ".").first.map(String.init) ?? name
    for candidate in [object, "column \(name)", "table \(table)"] {
      if let place = read.places[ScriptSchemas.ObjectKey(owner: owner, object: candidate)] { return place }
    }
    return nil
  }
}

/// Why scripts could not be read at all.
enum ScriptArgumentError: Error, CustomStringConvertible {
  case unreadable(String)
  case empty(String)

  var description: String {
    switch self {
    case .unreadable(let path): "the script \(path.printable) cannot be read; see whether it is there, and readable"
    case .empty(let path):
      "the folder \(path.printable) has no script; scripts end in .sql, .pks, .pkb, .trg and the like"
    }
  }
}
