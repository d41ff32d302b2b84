import ArgumentParser

/// The program's name and version, as the ledger and `--version` show them.
enum Tool {
  static let version = "0.1.0"
}

/// `oraferry`: carries an Oracle database across to PostgreSQL and proves that nothing was lost.
public struct OraferryCommand: AsyncParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "oraferry",
    abstract: "Carry an Oracle database across to PostgreSQL, and prove that nothing was lost.",
    discussion: """
      Speaks Oracle's own wire protocol: no Oracle client needs to be installed. See it work first:

        oraferry demo

      Then put the logins of both databases into DIR/config/config.ini (mode 0600) and run:

        oraferry migrate --workspace DIR
        oraferry verify --workspace DIR

      Exit status: 0 all is well; 1 failed, or could not be checked; 2 findings (migrate) or differences (verify); \
      130 interrupted by Ctrl-C or SIGTERM; 64 the command line cannot be understood.
      """,
    version: "oraferry \(Tool.version)",
    subcommands: [
      InitCommand.self, RunCommand.self, GenerateCommand.self, AssessCommand.self, CheckCommand.self,
      ProfileCommand.self, MigrateCommand.self, ServeCommand.self, StatusCommand.self, RejectsCommand.self,
      RefreshCommand.self,
      ResetCommand.self,
      VerifyCommand.self, QueryCommand.self,
      StatsCommand.self,
      SchemaCommand.self,
      StandInCommand.self,
      DemoCommand.self,
    ])

  public init() {}
}
