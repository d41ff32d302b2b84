import ArgumentParser
import Conversion
import Foundation
import Model
import SchemaScript

/// `oraferry schema convert`.
struct SchemaConvertCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Convert DDL scripts: DIR/schema.sql for psql, DIR/findings.json for what is not the same.",
    discussion: """
      Reads SQL*Plus scripts as Oracle would run them, one behind the other (CREATE, ALTER, RENAME, DROP and DDL inside \
      of EXECUTE IMMEDIATE), and writes what they leave behind as PostgreSQL's statements. Every object is in \
      schema.sql or has its finding in findings.json: info (the same in another form), lossy (there, but different), \
      not_converted (left out). Neither a workspace nor a database is needed.

        oraferry schema convert --from-script tables.sql --from-script keys.sql --output converted
        psql -d sales -f converted/schema.sql

      Exit status: 0 everything was converted exactly; 2 there are findings that are not only remarks; 1 failed.
      """)

  @OptionGroup var source: ScriptArguments

  @Option(help: ArgumentHelp("The folder to write into, which is made when it is missing.", valueName: "dir"))
  var output: String

  @OptionGroup var target: SchemaTargetArguments
  @OptionGroup var conversion: ConversionArguments

  @Flag(help: "Write DIR/split as well: schema.sql in one file for each kind of object.")
  var split = false

  @Flag(help: "Print the summary as one JSON object on standard output, and nothing else there.")
  var json = false

  func validate() throws {
    if source.scripts.isEmpty { throw ValidationError("name at least one script: --from-script FILE") }
  }

  func run() async throws {
    let console = Console()
    try await console.reportingErrors {
      let read = try source.read()
      let options = try target.options(conversion, owner: read.schemas.first?.owner ?? "")
      try SchemaConversion.check(options, for: read.schemas)
      let plans = SchemaConversion.plans(for: read.schemas, options: options)
      let records = ScriptFindings.records(read, plans)
      try write(plans, records, read, options)
      let summary = SchemaSummary(read, plans, records)
      if json { console.result(try summary.json()) } else { for line in summary.lines(output) { console.result(line) } }
      if records.contains(where: { $0.severity != .info }) { throw ExitCode(2) }
    }
  }

  /// Files of an earlier conversion that this one doesn't have would be run with its own, so they go.
  private func write(_ files: [(name: String, text: String)], to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.wholeMatch(of: #/[0-9]{2}-[a-z-]+\.sql/#) != nil {
      try FileManager.default.removeItem(at: folder.appending(path: name))
    }
    for file in files { try Data(file.text.utf8).write(to: folder.appending(path: file.name), options: .atomic) }
  }

  private func write(
    _ plans: [MigrationPlan], _ records: [FindingRecord], _ read: ScriptSchemas, _ options: ConversionOptions
  ) throws {
    let folder = URL(filePath: output, directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let head = [
      "PostgreSQL \(options.postgresMajorVersion) schema, made by oraferry \(Tool.version) from: \(source.scripts.joined(separator: ", "))",
      "What is not the same as in Oracle is named in findings.json.",
    ]
    let origins = StatementOrigins(read, plans)
    let sql = SchemaSQL(plans, head: head.map { $0.printable }) { statement, plan in
      origins.place(of: statement, in: plan)?.description
    }
    try Data(sql.text.utf8).write(to: folder.appending(path: "schema.sql"), options: .atomic)
    if split { try write(sql.files, to: folder.appending(path: "split", directoryHint: .isDirectory)) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try (try encoder.encode(records) + Data("\n".utf8))
      .write(to: folder.appending(path: "findings.json"), options: .atomic)
  }
}

/// Where the Oracle source of a plan's statements stands.
private struct StatementOrigins {
  private let read: ScriptSchemas
  /// Owners by target schema, and Oracle's names of tables by target schema and name.
  private var owners: [String: String] = [:]
  private var tables: [QualifiedName: String] = [:]

  init(_ read: ScriptSchemas, _ plans: [MigrationPlan]) {
    self.read = read
    for (schema, plan) in zip(read.schemas, plans) {
      owners[plan.schema] = schema.owner
      for table in plan.tables { tables[table.mapping.target] = table.mapping.sourceName }
    }
  }

  /// The object's own place where it is known by its name, else its table's.
  func place(of statement: DDLStatement, in plan: MigrationPlan) -> ScriptPlace? {
    let object = statement.object
    guard let owner = owners[plan.schema], object.kind != .schema else { return nil }
    let table = tables[QualifiedName(schema: plan.schema, name: object.table ?? object.name)]
    let name = object.name.uppercased()
    var candidates = ["\(object.kind.rawValue) \(name)"]
    if let table {
      candidates =
        ["\(object.kind.rawValue) \(table).\(name)"] + candidates + ["column \(table).\(name)", "table \(table)"]
    }
    for candidate in candidates {
      if let place = read.places[ScriptSchemas.ObjectKey(owner: owner, object: candidate)] { return place }
    }
    return nil
  }
}
