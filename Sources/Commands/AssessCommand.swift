import ArgumentParser
import Assessment
import Catalog
import Conversion
import Foundation
import Model
import OracleClient
import SchemaScript
import Workspace

/// `oraferry assess`.
struct AssessCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess",
    abstract: "Say what there is, what converts exactly, lossily and not at all, and what it will take.",
    discussion: """
      Reads a live database (the schema of the workspace's config.ini; only its dictionary) or DDL scripts, converts \
      them in memory, and prints the inventory with an estimate of the hours that are left for people. With --output it \
      also writes DIR/assessment.html, one page for a browser, and DIR/assessment.json. Nothing is changed anywhere, and \
      no PostgreSQL is needed.

        oraferry assess --workspace DIR --output report
        oraferry assess --from-script ddl/ --output report

      Exit status: 0 assessed, whatever the findings are; 1 failed.
      """)

  @OptionGroup var input: ScriptArguments

  @Option(help: ArgumentHelp("Write assessment.html and assessment.json into this folder.", valueName: "dir"))
  var output: String?

  @Option(name: .customLong("postgres-version"), help: "The major version of the target, 13 to 18.")
  var postgresVersion = 15

  @Flag(help: "Print the assessment as one JSON object on standard output, and nothing else there.")
  var json = false

  @OptionGroup var conversion: ConversionArguments
  @OptionGroup var place: WorkspaceOption
  @OptionGroup var log: LogOptions

  func validate() throws {
    let versions = ConversionOptions.postgresMajorVersions
    if !versions.contains(postgresVersion) {
      throw ValidationError("--postgres-version must be \(versions.lowerBound) to \(versions.upperBound)")
    }
  }

  func run() async throws {
    let console = Console()
    try await console.reportingErrors {
      if input.scripts.isEmpty {
        try await place.logged("assess", log, console) { configuration, console in
          try show(try await assess(configuration), console)
        }
      } else {
        try show(try assessScripts(), console)
      }
    }
  }

  private func assessScripts() throws -> Assessment {
    let read = try input.read()
    var options = try ConversionSettings(conversion.settings).options()
    options.postgresMajorVersion = postgresVersion
    try SchemaConversion.check(options, for: read.schemas)
    let plans = SchemaConversion.plans(for: read.schemas, options: options)
    return Assessment(
      source: input.scripts.joined(separator: ", "), postgresVersion: postgresVersion, schemas: read.schemas,
      findings: ScriptFindings.records(read, plans))
  }

  private func assess(_ configuration: WorkspaceConfiguration) async throws -> Assessment {
    let owner = configuration.oracle.schema
    let connection = try await OracleConnection.connect(credentials: configuration.oracle.credentials)
    let schema: Schema
    do {
      schema = try await OracleCatalog(connection: connection).schema(owner: owner)
    } catch {
      await connection.close()
      throw error
    }
    let oracle = connection.configuration
    await connection.close()
    var options = try conversion.added(to: configuration).conversionOptions()
    options.postgresMajorVersion = postgresVersion
    let plan = try SchemaConversion.plan(for: schema, options: options)
    return Assessment(
      source: "schema \(owner) of \(oracle.host):\(oracle.port)/\(oracle.service.name)",
      postgresVersion: postgresVersion,
      schemas: [schema], findings: plan.findings.map { FindingRecord($0) })
  }

  private func show(_ assessment: Assessment, _ console: Console) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = try encoder.encode(assessment)
    if let output {
      let folder = URL(filePath: output, directoryHint: .isDirectory)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try (data + Data("\n".utf8)).write(to: folder.appending(path: "assessment.json"), options: .atomic)
      let page = try AssessmentPage(assessment).html()
      try Data(page.utf8).write(to: folder.appending(path: "assessment.html"), options: .atomic)
    }
    if json { return console.result(String(decoding: data, as: UTF8.self)) }
    for line in assessment.lines() { console.result(line) }
    if let output { console.result("wrote \(output)/assessment.html and \(output)/assessment.json".printable) }
  }
}
