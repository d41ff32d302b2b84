import ArgumentParser
import Foundation
import OracleStandIn
import OracleWire

/// `oraferry standin`.
struct StandInCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "standin",
    abstract: "Serve an in-memory stand-in for an Oracle server on a loopback port.",
    discussion: """
      Loads scripts of CREATE, ALTER, INSERT and such in the given order, prints 'ready on 127.0.0.1:PORT/SERVICE' and \
      serves until SIGTERM. It speaks Oracle's wire protocol and enough of its SQL and dictionary for demos and tests; \
      it is no Oracle, and whatever it does not know gets an ORA error.

      With --tls-certificate and --tls-key the port is one of TCPS.

      The password is read from the environment variable that --password-env names, never from the command line.

        SALES_PASSWORD=secret oraferry standin --load schema.sql --load data.sql --port 1521 \\
          --user sales --password-env SALES_PASSWORD
      """)

  /// What happens when a statement of a script fails.
  enum OnError: String, ExpressibleByArgument, CaseIterable {
    case stop
    case `continue`
  }

  enum NativeOffer: String, ExpressibleByArgument, CaseIterable {
    case offered
    case required
  }

  /// What the server keeps of passwords.
  enum Verifier: String, ExpressibleByArgument, CaseIterable {
    case of10g = "10g"
    case of11g = "11g"
    case of12c = "12c"

    var kind: VerifierKind {
      switch self {
      case .of10g: .version10g
      case .of11g: .version11gAlternative
      case .of12c: .version12c
      }
    }
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

  @Option(help: "The release whose protocol is spoken: 11.2, 12.1, 19c or 23ai.")
  var profile = StandInProfile.release23ai

  @Option(
    help: ArgumentHelp(
      "The only verifier that is kept of passwords: 10g, 11g or 12c. By default 12c; 11g with --profile 11.2.",
      valueName: "release"))
  var verifier: Verifier?

  @Option(
    help: ArgumentHelp(
      "Serve TLS (TCPS): the server's certificate in PEM form, with its chain.", valueName: "file.pem"))
  var tlsCertificate: String?

  @Option(help: ArgumentHelp("The certificate's private key in PEM form, not encrypted.", valueName: "file.pem"))
  var tlsKey: String?

  @Option(
    name: .customLong("tls-client-ca"),
    help: ArgumentHelp(
      "With TLS: the authority that every client must have a certificate of.", valueName: "file.pem"))
  var tlsClientCA: String?

  @Option(
    help: ArgumentHelp(
      "Native network encryption and checksums, in place of TLS: offered or required.", valueName: "word"))
  var nativeEncryption: NativeOffer?

  @Option(
    help: ArgumentHelp(
      "With native encryption: the ciphers and checksums, best first, such as 'AES256,SHA256'; RC4 and MD5 only when "
        + "they are named.", valueName: "names"))
  var nativeAlgorithms: String?

  @Option(
    help: ArgumentHelp("The scripts' character encoding: utf-8, iso-8859-1 or windows-1252.", valueName: "name"))
  var encoding = "utf-8"

  @Option(
    help: ArgumentHelp(
      "The database's character set: AL32UTF8 or US7ASCII.",
      discussion: """
        For text that is of neither, as UTL_RAW.CAST_TO_VARCHAR2 stores it: with US7ASCII clients get U+FFFD for each of \
        its bytes above 127.
        """, valueName: "name"))
  var characterSet = StandInCharacterSet.al32utf8

  @Option(help: "What a failing statement of a script does: stop or continue.")
  var onError = OnError.stop

  @Flag(help: "Make a user for every schema that the scripts name.")
  var schemaUsers = false

  @Option(
    help: ArgumentHelp(
      "Also load the demo's sales schema, with about half a million rows times this scale.", valueName: "x"))
  var sampleSchema: Double?

  @Flag(
    help: ArgumentHelp(
      "Serve a standby that is open read-only: every change is refused with ORA-16000.",
      discussion: "Temporary LOBs and sequences, which some releases give on a standby, are refused as well."))
  var readOnly = false

  @Option(
    help: ArgumentHelp(
      "With --read-only: another port on 127.0.0.1 that leads to the primary, where the same data can be changed; 0 takes "
        + "a free one.", valueName: "n"))
  var primaryPort: Int?

  @Flag(help: "Ask for SELECT and FLASHBACK on what other users own; without it, rights are shown but not asked for.")
  var askReadRights = false
  @Option(
    help: ArgumentHelp(
      "Also make a table whose rows are computed and not stored, any number of them. Profiles: "
        + GeneratedProfile.allCases.map(\.rawValue).joined(separator: ", ") + ". May be given several times.",
      valueName: "name=profile:rows"))
  var generate: [GeneratedTableArgument] = []

  func validate() throws {
    if let primaryPort {
      guard readOnly else { throw ValidationError("--primary-port goes with --read-only") }
      guard (0...65535).contains(primaryPort) else {
        throw ValidationError("--primary-port must be between 0 and 65535")
      }
    }
    guard (0...65535).contains(port) else { throw ValidationError("--port must be between 0 and 65535") }
    guard verifier != .of12c || profile != .release11dot2 else {
      throw ValidationError("a server of 11.2 knows no 12c verifier: --verifier may be 10g or 11g")
    }
    guard (tlsCertificate == nil) == (tlsKey == nil), tlsClientCA == nil || tlsCertificate != nil else {
      throw ValidationError("--tls-certificate and --tls-key go together, and --tls-client-ca with them")
    }
    if let nativeAlgorithms {
      guard nativeEncryption != nil, NativeServicesOffer(names: nativeAlgorithms) != nil else {
        throw ValidationError(
          "--native-algorithms goes with --native-encryption, and takes "
            + NativeServicesOffer.names.joined(separator: ", "))
      }
    }
    guard nativeEncryption == nil || tlsCertificate == nil else {
      throw ValidationError("--native-encryption is for connections without TLS")
    }
    if let sampleSchema, !(sampleSchema > 0 && sampleSchema <= 100) {
      throw ValidationError("--sample-schema must be above 0 and at most 100")
    }
  }

  func run() async throws {
    let console = Console()
    try await console.reportingErrors {
      var setup = StandInSetup(user: user, password: try password(), service: service, profile: profile, port: port)
      if let verifier { setup.verifier = verifier.kind }
      setup.scripts = load
      setup.encoding = encoding
      setup.continuesOnError = onError == .continue
      setup.makesSchemaUsers = schemaUsers
      setup.sampleScale = sampleSchema
      setup.generated = generate
      if let tlsCertificate, let tlsKey {
        setup.tls = try StandInTLS(certificate: tlsCertificate, key: tlsKey, clientAuthority: tlsClientCA)
      }
      setup.nativeServices = nativeEncryption.map { word in
        var offer = nativeAlgorithms.flatMap { NativeServicesOffer(names: $0) } ?? NativeServicesOffer()
        offer.allowsPlain = word == .offered
        return offer
      }
      setup.isReadOnly = readOnly
      setup.asksReadRights = askReadRights
      setup.characterSet = characterSet
      let server = try await setup.start { console.note($0) }
      var primary: StandInServer?
      if let primaryPort {
        var options = server.options
        options.isReadOnly = false
        options.port = primaryPort
        primary = try await StandInServer.start(database: server.database, options: options)
      }
      let termination = TerminationSignal()
      console.result(
        "ready on 127.0.0.1:\(server.port)/\(service)"
          + (primary.map { ", primary on 127.0.0.1:\($0.port)/\(service)" } ?? ""))
      await termination.wait()
      await primary?.stop()
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

extension StandInCharacterSet: ExpressibleByArgument {}
