import ArgumentParser
import Foundation
import OracleStandIn

/// `oraferry standin`.
struct StandInCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "standin",
    abstract: "Serve an in-memory stand-in for an Oracle server on a loopback port.",
    discussion: """
      Loads scripts of CREATE, ALTER, INSERT and such in the given order, prints 'ready on 127.0.0.1:PORT/SERVICE' and \
      serves until SIGTERM. It speaks Oracle's wire protocol and enough of its SQL and dictionary for demos and tests; \
      it is no Oracle, and whatever it does not know gets an ORA error.

      The password is read from the environment variable that --password-env names, never from the command line.

        SALES_PASSWORD=secret oraferry standin --load schema.sql --load data.sql --port 1521 \\
          --user sales --password-env SALES_PASSWORD
      """)

  /// What happens when a statement of a script fails.
  enum OnError: String, ExpressibleByArgument, CaseIterable {
    case stop
    case `continue`
  }

  @Option(
    help: ArgumentHelp("A script to load; may be given several times, or not at all.", valueName: "file.sql"))
  var load: [String] = []

  @Option(help: ArgumentHelp("The port on 127.0.0.1; 0 takes a free one.", valueName: "n"))
  var port = 1521

  @Option(help: ArgumentHelp("The user who owns what the scripts make, and may log on.", valueName: "name"))
  var user = "oraferry"

  @Option(help: ArgumentHelp("The environment variable that holds the user's password.", valueName: "var"))
  var passwordEnv: String?

  @Option(help: ArgumentHelp("The service name that clients ask for.", valueName: "name"))
  var service = "STANDIN"

  @Option(help: "The release whose protocol is spoken: 19c or 23ai.")
  var profile = StandInProfile.release23ai

  @Option(
    help: ArgumentHelp("The scripts' character encoding: utf-8, iso-8859-1 or windows-1252.", valueName: "name"))
  var encoding = "utf-8"

  @Option(help: "What a failing statement of a script does: stop or continue.")
  var onError = OnError.stop

  @Flag(help: "Make a user for every schema that the scripts name.")
  var schemaUsers = false

  @Option(
    help: ArgumentHelp(
      "Also load the demo's sales schema, with about half a million rows times this scale.", valueName: "x"))
  var sampleSchema: Double?

  func validate() throws {
    guard (0...65535).contains(port) else { throw ValidationError("--port must be between 0 and 65535") }
    if let sampleSchema, !(sampleSchema > 0 && sampleSchema <= 100) {
      throw ValidationError("--sample-schema must be above 0 and at most 100")
    }
  }

  func run() async throws {
    let console = Console()
    try await console.reportingErrors {
      var setup = StandInSetup(user: user, password: try password(), service: service, profile: profile, port: port)
      setup.scripts = load
      setup.encoding = encoding
      setup.continuesOnError = onError == .continue
      setup.makesSchemaUsers = schemaUsers
      setup.sampleScale = sampleSchema
      let server = try await setup.start { console.note($0) }
      let termination = TerminationSignal()
      console.result("ready on 127.0.0.1:\(server.port)/\(service)")
      await termination.wait()
      await server.stop()
    }
  }

  private func password() throws -> String {
    guard let passwordEnv else { return "oraferry" }
    guard let password = ProcessInfo.processInfo.environment[passwordEnv] else {
      throw ValidationError("the environment variable \(passwordEnv), which --password-env names, is not set")
    }
    return password
  }
}

extension StandInProfile: ExpressibleByArgument {}
