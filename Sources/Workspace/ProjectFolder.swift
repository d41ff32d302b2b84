import Foundation

/// A user's project: the files of a new workspace, for an editor and for version control.
public struct ProjectFolder: Sendable {
  /// What became of a file.
  public struct Outcome: Sendable, Hashable {
    /// The path below the folder.
    public var path: String
    /// False when the file was there already, and was left alone.
    public var isNew: Bool
  }

  private struct File {
    var path: String
    var contents: String
    var isPrivate = false
  }

  /// The folder.
  public let workspace: Workspace

  /// A project in a folder, which need not exist yet.
  public init(_ workspace: Workspace) {
    self.workspace = workspace
  }

  /// Writes every file that isn't there yet; never one that is.
  ///
  /// - Throws: `ConfigurationError` when a file or a folder cannot be made.
  public func create() throws(ConfigurationError) -> [Outcome] {
    var outcomes: [Outcome] = []
    for file in Self.files { outcomes.append(Outcome(path: file.path, isNew: try write(file))) }
    return outcomes
  }

  /// The same with a configuration that is filled in; one that is there already is an error.
  public func create(configuration: FilledTemplate) throws(ConfigurationError) -> [Outcome] {
    let path = workspace.configurationFile.path
    guard !FileManager.default.fileExists(atPath: path) else {
      throw ConfigurationError(
        "the file is already there, and is not overwritten", remedy: "remove it, or choose another folder", file: path)
    }
    _ = try write(File(path: Self.configurationPath, contents: configuration.text, isPrivate: true))
    return try create().map {
      $0.path == Self.configurationPath ? Outcome(path: $0.path, isNew: true) : $0
    }
  }

  private static let configurationPath = "config/config.ini"

  private func write(_ file: File) throws(ConfigurationError) -> Bool {
    let place = workspace.folder.appending(path: file.path, directoryHint: .notDirectory)
    if FileManager.default.fileExists(atPath: place.path) { return false }
    do {
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      if !file.isPrivate {
        try Data(file.contents.utf8).write(to: place, options: .withoutOverwriting)
        return true
      }
    } catch {
      throw ConfigurationError(
        "cannot be written: \(error.localizedDescription)", remedy: "choose a writable folder", file: place.path)
    }
    try PrivateFile.create(place.path, contents: file.contents)
    return true
  }

  private static let files = [
    File(path: "config/config.ini", contents: ProjectTemplates.configuration, isPrivate: true),
    File(path: ".env.example", contents: ProjectTemplates.dotEnvExample),
    File(path: BigJoin.path, contents: BigJoin.sql),
    File(path: "output/csv/.gitkeep", contents: ""),
    File(path: "output/logs/.gitkeep", contents: ""),
    File(path: ".vscode/tasks.json", contents: ProjectTemplates.tasks),
    File(path: ".vscode/extensions.json", contents: ProjectTemplates.extensions),
    File(path: ".gitignore", contents: ProjectTemplates.ignored),
    File(path: "README.md", contents: ProjectTemplates.readme),
  ]
}
