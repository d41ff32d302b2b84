import ArgumentParser
import Conversion
import Foundation
import SchemaScript
import Workspace

/// The target of `oraferry schema`, which asks no PostgreSQL.
struct SchemaTargetArguments: ParsableArguments {
  @Option(
    name: .customLong("target-schema"),
    help: "The PostgreSQL schema of that user's objects (default: the user's name, or public).")
  var targetSchema: String?

  @Option(name: .customLong("postgres-version"), help: "The major version of the target, 13 to 18 (default: 15).")
  var postgresVersion: Int?

  @Option(
    help: ArgumentHelp("A workspace whose [conversion] and [types] are taken, too.", valueName: "dir"))
  var workspace: String?

  func validate() throws {
    let versions = ConversionOptions.postgresMajorVersions
    if let postgresVersion, !versions.contains(postgresVersion) {
      throw ValidationError("--postgres-version must be \(versions.lowerBound) to \(versions.upperBound)")
    }
  }

  /// The folder, when one is named.
  var place: Workspace? { workspace.map { Workspace(URL(filePath: $0, directoryHint: .isDirectory)) } }

  /// The options: of the workspace, then of the command line.
  ///
  /// - Parameter owner: who owns what the scripts name without an owner; nobody's objects go to `public`.
  func options(_ conversion: ConversionArguments, owner: String) throws -> ConversionOptions {
    var settings = try place?.conversionSettings() ?? ConversionSettings()
    settings.settings += conversion.settings
    var options = try settings.options()
    options.targetSchema = targetSchema ?? (owner.isEmpty ? "public" : nil)
    if let postgresVersion { options.postgresMajorVersion = postgresVersion }
    return options
  }
}
