import Foundation

/// The steps from options to a server that takes connections; they block.
struct ClusterLaunch {
  let options: PostgresCluster.Options
  let installation: PostgresInstallation
  let account: ServerAccount
  let folder: ClusterFolder

  /// How long a server may take to start.
  private static let patience: TimeInterval = 60

  init(_ options: PostgresCluster.Options) throws {
    if let port = options.port, !(1...65535).contains(port) {
      throw ClusterError("\(port) is not a port", remedy: "give one from 1 to 65535")
    }
    self.options = options
    installation = try options.installation ?? PostgresInstallation.find()
    account = try ServerAccount.choose()
    folder = try ClusterFolder(in: options.parentFolder, for: account)
  }

  /// Starts a server; a free port that another program took in the meantime is replaced, with all the rest.
  static func start(_ options: PostgresCluster.Options) throws -> PostgresCluster {
    var attempts = options.port == nil ? 5 : 1
    while true {
      attempts -= 1
      let launch = try ClusterLaunch(options)
      do { return try launch.start() } catch let taken as PortTaken {
        launch.folder.remove()
        guard attempts > 0 else { throw taken.error }
      } catch {
        launch.folder.remove()
        throw error
      }
    }
  }

  private struct PortTaken: Error {
    let error: ClusterError
  }

  private func start() throws -> PostgresCluster {
    try ClusterTemplate(installation: installation, account: account).fill(folder)
    let port = try options.port ?? freeLoopbackPort()
    let keeper = try ServerKeeper(command(port: port), folder: folder)
    try waitUntilReady()
    let password = Self.randomPassword()
    // Letters and digits only: no escapes needed.
    try PostgresCluster.run(
      "ALTER ROLE \(PostgresCluster.superuser) PASSWORD '\(password)';", installation: installation,
      socket: folder.url.path, port: port)
    return PostgresCluster(self, keeper: keeper, port: port, password: password)
  }

  private func command(port: Int) -> [String] {
    var settings = options.settings
    settings["listen_addresses"] = "127.0.0.1"
    settings["port"] = String(port)
    settings["unix_socket_directories"] = folder.url.path
    return account.prefix + [installation.path("postgres"), "-D", folder.data.path]
      + settings.sorted { $0.key < $1.key }.flatMap { ["-c", "\($0.key)=\($0.value)"] }
  }

  /// Waits for the word `ready` in postmaster.pid, as pg_ctl does.
  private func waitUntilReady() throws {
    let deadline = Date.now.addingTimeInterval(Self.patience)
    let lockFile = folder.data.appending(path: "postmaster.pid")
    while Date.now < deadline {
      if let text = try? String(contentsOf: lockFile, encoding: .utf8) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.count >= 8, lines[7].hasPrefix("ready") { return }
      }
      if FileManager.default.fileExists(atPath: folder.exitStatus.path) {
        let log = folder.logTail()
        let error = ClusterError("the private PostgreSQL did not start; its log ends:\n\(log)")
        if log.contains("Address already in use") { throw PortTaken(error: error) }
        throw error
      }
      usleep(5000)
    }
    throw ClusterError(
      "the private PostgreSQL did not start in \(Int(Self.patience)) s; its log ends:\n\(folder.logTail())")
  }

  private static func randomPassword() -> String {
    let alphabet = Array("abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789")
    var random = SystemRandomNumberGenerator()
    return String((0..<24).compactMap { _ in alphabet.randomElement(using: &random) })
  }
}
