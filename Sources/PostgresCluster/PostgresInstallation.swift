import Foundation

/// A PostgreSQL server's programs on this machine.
public struct PostgresInstallation: Sendable, Hashable {
  /// The folder that holds `postgres`, `initdb` and `psql`.
  public var binaries: URL
  /// The server's version, such as 15.18.
  public var version: String

  /// Finds PostgreSQL: `pg_config --bindir`, then the versioned folders of Debian and Homebrew (newest first), then PATH.
  ///
  /// - Throws: `ClusterError` that lists where it was looked for.
  public static func find() throws -> PostgresInstallation {
    let folders = candidates()
    for folder in folders {
      if let found = PostgresInstallation(in: folder) { return found }
    }
    let places = folders.map(\.path).joined(separator: ", ")
    throw ClusterError(
      "no PostgreSQL server (postgres, initdb and psql) was found\(places.isEmpty ? "" : " in \(places)")",
      remedy: "install it (Debian: apt install postgresql; macOS: brew install postgresql), or run scripts/bootstrap")
  }

  /// The installation in a folder; nil when one of its programs is missing or doesn't run.
  public init?(in folder: URL) {
    let names = ["postgres", "initdb", "psql"]
    guard names.allSatisfy({ FileManager.default.isExecutableFile(atPath: folder.appending(path: $0).path) }),
      let run = try? ToolRun([folder.appending(path: "postgres").path, "--version"]), run.status == 0,
      let version = Self.version(in: run.output)
    else { return nil }
    self.binaries = folder
    self.version = version
  }

  /// `postgres (PostgreSQL) 15.18 (Debian ...)` -> `15.18`.
  static func version(in text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard let word = words.first(where: { $0.first?.isNumber ?? false }) else { return nil }
    guard word.allSatisfy({ $0.isASCII && ($0.isNumber || $0.isLetter || $0 == ".") }) else { return nil }
    return String(word)
  }

  func path(_ program: String) -> String { binaries.appending(path: program).path }

  static func candidates() -> [URL] {
    var folders: [URL] = []
    let searched = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map {
      URL(fileURLWithPath: String($0), isDirectory: true)
    }
    let configs = searched.map { $0.appending(path: "pg_config").path }
    if let config = configs.first(where: { FileManager.default.isExecutableFile(atPath: $0) }),
      let run = try? ToolRun([config, "--bindir"]), run.status == 0
    {
      let path = run.output.trimmingCharacters(in: .whitespacesAndNewlines)
      if !path.isEmpty { folders.append(URL(fileURLWithPath: path, isDirectory: true)) }
    }
    folders += versioned("/usr/lib/postgresql", prefix: "")
    folders += versioned("/opt/homebrew/opt", prefix: "postgresql") + versioned("/usr/local/opt", prefix: "postgresql")
    folders += searched
    var seen: Set<String> = []
    return folders.filter { seen.insert($0.path).inserted && FileManager.default.fileExists(atPath: $0.path) }
  }

  /// The `bin` folders of versioned folders, the highest version first.
  private static func versioned(_ parent: String, prefix: String) -> [URL] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    func number(_ name: String) -> Double { Double(name.drop { !$0.isNumber }) ?? 0 }
    return names.filter { $0.hasPrefix(prefix) && (number($0) > 0 || !prefix.isEmpty) }
      .sorted { number($0) > number($1) }
      .map { URL(fileURLWithPath: "\(parent)/\($0)/bin", isDirectory: true) }
  }
}
