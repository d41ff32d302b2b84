import DataGeneration
import Foundation
import OracleStandIn
import OracleWire
import SampleSchema

/// A stand-in to be started: who may log on, what is loaded, how it is served.
struct StandInSetup {
  /// An encoding whose name is not known.
  struct UnknownEncoding: Error, CustomStringConvertible {
    let name: String
    var description: String {
      let known = ScriptEncoding.allCases.map(\.rawValue).joined(separator: ", ")
      return "the encoding \(name) is not known; it may be \(known)"
    }
  }

  var user: String
  var password: String
  var service: String
  var profile: StandInProfile
  var port: Int
  /// What is kept of passwords; a server of 11.2 has 11g for 12c.
  var verifier = VerifierKind.version12c
  var scripts: [String] = []
  var encoding = "utf-8"
  var continuesOnError = false
  var makesSchemaUsers = false
  /// Also load the sales schema at this scale.
  var sampleScale: Double?
  /// Tables of computed rows.
  var generated: [GeneratedTableArgument] = []
  /// Serve TCPS.
  var tls: StandInTLS?
  /// Native network encryption that clients may or must have.
  var nativeServices: NativeServicesOffer?
  /// The port is a standby's.
  var isReadOnly = false
  /// Reading what others own takes their grants.
  var asksReadRights = false
  /// What the database stores text in.
  var characterSet = StandInCharacterSet.al32utf8

  init(user: String, password: String, service: String, profile: StandInProfile, port: Int) {
    self.user = user
    self.password = password
    self.service = service
    self.profile = profile
    self.port = port
  }

  /// Loads everything and starts to serve.
  ///
  /// - Parameter onFault: told of statements that failed and were passed over.
  func start(onFault: (String) -> Void) async throws -> StandInServer {
    guard let encoding = ScriptEncoding(name: encoding) else { throw UnknownEncoding(name: encoding) }
    var configuration = StandInDatabase.Configuration()
    configuration.serviceName = service
    configuration.version = profile.version.map(String.init).joined(separator: ".")
    configuration.databaseID = databaseID()
    configuration.asksReadRights = asksReadRights
    configuration.characterSet = characterSet
    let database = StandInDatabase(configuration: configuration)
    let owner = dictionaryName
    database.createUser(owner, password: password)
    if let sampleScale { try StandInSetup.loadSample(into: database, owner: owner, scale: sampleScale) }
    let loader = ScriptLoader(
      user: owner, onError: continuesOnError ? .continue : .stop, encoding: encoding, schemaUsers: makesSchemaUsers)
    for script in scripts {
      let report = try loader.load(file: script, into: database)
      for error in report.errors + report.notes { onFault("\(error)") }
    }
    for table in generated {
      try database.generate(owner: owner, table: table.name, profile: table.profile, rows: table.rows)
    }
    var options = StandInServer.Options(
      profile: profile, port: port, verifier: verifier, tls: tls, nativeServices: nativeServices)
    options.isReadOnly = isReadOnly
    return try await StandInServer.start(database: database, options: options)
  }

  /// Starts to serve the sales schema without rows.
  func startEmptySample() async throws -> StandInServer {
    var configuration = StandInDatabase.Configuration()
    configuration.serviceName = service
    let database = StandInDatabase(configuration: configuration)
    database.createUser(dictionaryName, password: password)
    let script = SampleSchema.ddl.map { $0 + ";\n" }.joined()
    _ = try ScriptLoader(user: dictionaryName).load(text: script, name: "sales schema", into: database)
    return try await StandInServer.start(
      database: database, options: StandInServer.Options(profile: profile, port: port))
  }

  private var dictionaryName: String {
    guard user.count > 2, user.hasPrefix("\""), user.hasSuffix("\"") else { return user.uppercased() }
    return String(user.dropFirst().dropLast())
  }

  /// A real database has an identity for life; a stand-in that loads the same again is the same database again.
  private func databaseID() -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    func mix(_ bytes: some Sequence<UInt8>) {
      for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    }
    mix(service.uppercased().utf8)
    for script in scripts { mix(FileManager.default.contents(atPath: script) ?? Data()) }
    if let sampleScale { mix("sample \(sampleScale)".utf8) }
    for table in generated { mix("generated \(table)".utf8) }
    return hash
  }

  /// Makes the sales schema and fills it past the SQL parser, as many rows would take long in INSERTs.
  private static func loadSample(into database: StandInDatabase, owner: String, scale: Double) throws {
    let script = SampleSchema.ddl.map { $0 + ";\n" }.joined()
    _ = try ScriptLoader(user: owner).load(text: script, name: "sales schema", into: database)
    for table in SampleSchema.tables {
      let kinds = table.columns.map(\.kind)
      let rows = table.rows(scale: scale).lazy.map { row in
        zip(row, kinds).map { StandInDatum(OracleValue(sample: $0, kind: $1)) }
      }
      try database.load(owner: owner, table: table.name, columns: table.columns.map(\.name), rows: rows)
    }
  }
}
