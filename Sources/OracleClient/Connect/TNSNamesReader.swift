import OracleWire

/// A name of tnsnames.ora that could not be explained, with what to check.
public struct OracleNameError: Error, Sendable, Hashable, CustomStringConvertible {
  public var reason: String
  public var remedy: String

  public var description: String { "\(reason); \(remedy)" }
}

/// Explains names by tnsnames.ora and the files that it includes.
struct TNSNamesReader {
  private static let deepest = 8
  private static let mostFiles = 200

  /// The folder that is to be searched; nil for the one that the environment names.
  var folder: String?
  var environment: (String) -> String? = SmallFile.environment

  /// The folder: the one that was given, else TNS_ADMIN, else network/admin below ORACLE_HOME.
  var searchedFolder: String? {
    folder ?? environment("TNS_ADMIN") ?? environment("ORACLE_HOME").map { $0 + "/network/admin" }
  }

  /// The descriptions that a name stands for.
  func descriptions(of alias: String) throws -> ConnectDescriptionList {
    guard let folder = searchedFolder else {
      throw OracleNameError(
        reason: "\(alias) is neither host:port/service nor a descriptor, and no folder with a tnsnames.ora is known",
        remedy: "set tns_admin, or the environment variable TNS_ADMIN, or write host:port/service")
    }
    let file = folder + "/tnsnames.ora"
    var entries: [String: String] = [:]
    var files = 0
    try read(file, into: &entries, files: &files, depth: 0)
    guard let value = entries[alias] else {
      let names = entries.keys.sorted().prefix(10).joined(separator: ", ")
      throw OracleNameError(
        reason: "\(file) has no entry \(alias)",
        remedy: entries.isEmpty ? "it has none at all" : "it has \(names)" + (entries.count > 10 ? ", ..." : ""))
    }
    do {
      guard case .descriptions(let list) = try ConnectString(value) else {
        throw ConnectStringError("it stands for another name", "write host:port/service or a descriptor")
      }
      return list
    } catch let error as ConnectStringError {
      throw OracleNameError(reason: "\(file), entry \(alias): \(error.reason)", remedy: error.remedy)
    }
  }

  private func read(_ file: String, into entries: inout [String: String], files: inout Int, depth: Int) throws {
    guard depth <= TNSNamesReader.deepest, files < TNSNamesReader.mostFiles else {
      throw OracleNameError(
        reason: "\(file): IFILE leads deeper than \(TNSNamesReader.deepest) files, or in a circle",
        remedy: "remove an IFILE")
    }
    files += 1
    let bytes: [UInt8]
    do {
      bytes = try SmallFile.read(file)
    } catch {
      throw OracleNameError(
        reason: "\(file) cannot be read: \(error.reason)", remedy: "check tns_admin, TNS_ADMIN and IFILE")
    }
    for item in TNSNames(parsing: String(decoding: bytes, as: UTF8.self)).items {
      switch item {
      case .entry(let names, let value):
        for name in names { entries[name] = value }
      case .include(let path):
        let parent = file.lastIndex(of: "/").map { file[..<$0] } ?? "."
        try read(path.hasPrefix("/") ? path : "\(parent)/\(path)", into: &entries, files: &files, depth: depth + 1)
      }
    }
  }
}
