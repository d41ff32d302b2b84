import Foundation

/// A private PostgreSQL server with an empty database, for the demo and for tests.
///
/// It has a data folder of its own that is removed when the server stops: by `stop`, when the last reference goes, and
/// however this process ends. It listens on a Unix socket that only its owner can reach, and, by password, on a free
/// port of 127.0.0.1.
public final class PostgresCluster: Sendable {
  /// How a cluster is made.
  public struct Options: Sendable {
    /// Settings as in postgresql.conf: `["fsync": "off"]`.
    public var settings: [String: String]
    /// The port on 127.0.0.1; nil for any free one.
    public var port: Int?
    /// Where the cluster's folder is made; nil for TMPDIR or /tmp.
    ///
    /// The path must be short, for the Unix socket's sake.
    public var parentFolder: URL?
    /// The server's programs; nil to find them.
    public var installation: PostgresInstallation?

    /// The server's own defaults, but no WAL for replication, which nobody will read.
    public init(
      settings: [String: String] = ["wal_level": "minimal", "max_wal_senders": "0"], port: Int? = nil,
      parentFolder: URL? = nil, installation: PostgresInstallation? = nil
    ) {
      self.settings = settings
      self.port = port
      self.parentFolder = parentFolder
      self.installation = installation
    }

    /// For tests: as the default, and nothing is forced to the disk.
    public static let fast = Options(settings: [
      "max_connections": "400", "wal_level": "minimal", "max_wal_senders": "0", "fsync": "off",
      "synchronous_commit": "off",
      "full_page_writes": "off",
    ])
  }

  static let superuser = "postgres"

  /// The folder of the Unix socket.
  public let socketDirectory: String
  /// The port on 127.0.0.1, and the number in the Unix socket's name.
  public let port: Int
  /// The superuser's name.
  public let user = PostgresCluster.superuser
  /// The superuser's password, for TCP only; random.
  public let password: String
  /// The database that is there from the start.
  public let dbname = "postgres"
  /// The server's version, such as 15.18.
  public let version: String

  private let installation: PostgresInstallation
  private let keeper: ServerKeeper

  init(_ launch: ClusterLaunch, keeper: ServerKeeper, port: Int, password: String) {
    socketDirectory = launch.folder.url.path
    version = launch.installation.version
    installation = launch.installation
    self.port = port
    self.password = password
    self.keeper = keeper
  }

  /// Starts a server and waits until it takes connections.
  ///
  /// - Throws: `ClusterError` with the reason that the server or its tools gave.
  public static func start(_ options: Options = Options()) async throws -> PostgresCluster {
    try await blocking { try ClusterLaunch.start(options) }
  }

  /// libpq keywords for the Unix socket.
  public var connectionParameters: [String: String] {
    ["host": socketDirectory, "port": String(port), "user": user, "dbname": dbname]
  }

  /// libpq keywords for TCP, with the password.
  public var tcpConnectionParameters: [String: String] {
    ["host": "127.0.0.1", "port": String(port), "user": user, "dbname": dbname, "password": password]
  }

  /// Makes a database and returns the libpq keywords that lead to it.
  @discardableResult
  public func createDatabase(_ name: String) async throws -> [String: String] {
    guard !name.isEmpty, !name.utf8.contains(0) else { throw ClusterError("not a database name: \"\(name)\"") }
    let quoted = "\"" + name.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    let (socket, port, installation) = (socketDirectory, port, installation)
    try await Self.blocking {
      try Self.run("CREATE DATABASE \(quoted);", installation: installation, socket: socket, port: port)
    }
    return connectionParameters.merging(["dbname": name]) { $1 }
  }

  /// Stops the server and removes its folder; a second stop does nothing.
  public func stop() async {
    await keeper.stop()
  }

  /// Runs a statement as superuser, by psql.
  static func run(_ sql: String, installation: PostgresInstallation, socket: String, port: Int) throws {
    let command = [
      installation.path("psql"), "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--host=\(socket)",
      "--port=\(port)", "--username=\(superuser)", "--dbname=postgres",
    ]
    _ = try ToolRun.check(command, input: sql)
  }

  /// Keeps calls that wait for other processes off Swift's cooperative threads, and off those that dispatch shares with
  /// them.
  private static func blocking<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread { continuation.resume(with: Result(catching: work)) }
    }
  }
}
