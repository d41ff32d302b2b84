import ArgumentParser
import Catalog
import Conversion
import Foundation
import Model
import OracleClient
import Workspace

/// `oraferry schema explain`.
struct SchemaExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say why a column got its PostgreSQL type: which rule, which option, which foreign key.",
    discussion: """
      Reads DDL scripts as `schema convert` does; without a script, the dictionary of the workspace's Oracle database.

        oraferry schema explain ORDERS.CUSTOMER_ID --from-script tables.sql
      """)

  @Argument(help: ArgumentHelp("TABLE.COLUMN or OWNER.TABLE.COLUMN.", valueName: "column"))
  var column: String

  @OptionGroup var source: ScriptArguments
  @OptionGroup var target: SchemaTargetArguments
  @OptionGroup var conversion: ConversionArguments

  @Flag(help: "Print the explanation as one JSON object on standard output, and nothing else there.")
  var json = false

  func run() async throws {
    let console = Console()
    try await console.reportingErrors {
      let explanation = try await explain()
      if json {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        console.result(String(decoding: try encoder.encode(explanation), as: UTF8.self))
      } else {
        for line in Self.lines(explanation) { console.result(line) }
      }
    }
  }

  private func explain() async throws -> ColumnExplanation {
    guard source.scripts.isEmpty else {
      let read = try source.read()
      let options = try target.options(conversion, owner: read.schemas.first?.owner ?? "")
      return try SchemaConversion.explain(column, in: read.schemas, options: options)
    }
    let workspace = target.place ?? Workspace(URL(filePath: ".", directoryHint: .isDirectory))
    let configuration = conversion.added(to: try workspace.configuration())
    var options = try configuration.conversionOptions()
    if let schema = target.targetSchema { options.targetSchema = schema }
    if let version = target.postgresVersion { options.postgresMajorVersion = version }
    let connection = try await Connections.openOracle(configuration)
    let schema: Schema
    do {
      schema = try await OracleCatalog(connection: connection).schema(owner: configuration.oracle.schema)
    } catch {
      await connection.close()
      throw error
    }
    await connection.close()
    return try SchemaConversion.explain(column, in: [schema], options: options)
  }

  /// The explanation for people: what it was, each step, what it became, what there is to say about it.
  private static func lines(_ explanation: ColumnExplanation) -> [String] {
    let owner = explanation.owner.isEmpty ? "" : explanation.owner + "."
    var lines = ["\(owner)\(explanation.table).\(explanation.column)  \(explanation.oracleType)"]
    let width = explanation.steps.map(\.rule.count).max() ?? 0
    lines += explanation.steps.map { "  \(ProgressDisplay.padded($0.rule, width))  \($0.text)" }
    if let table = explanation.targetTable, let definition = explanation.definition {
      lines.append("\(table): \(definition)")
    }
    lines += explanation.findings.map(\.description)
    return lines.map(\.printable)
  }
}
