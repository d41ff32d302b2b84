import ArgumentParser

/// `oraferry schema`.
struct SchemaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Convert Oracle DDL scripts to a PostgreSQL schema, and run it.",
    subcommands: [SchemaConvertCommand.self, SchemaApplyCommand.self, SchemaExplainCommand.self])
}
