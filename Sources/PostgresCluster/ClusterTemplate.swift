import Foundation

/// A freshly initialised data folder in the user's cache, which every new cluster is a copy of.
///
/// It is made beside its final place and renamed, so that of several processes that make it at once one wins and none
/// sees half a template.
struct ClusterTemplate {
  let installation: PostgresInstallation
  let account: ServerAccount

  /// Changes with what `initialise` does.
  private static let edition = 1

  /// Fills the cluster's data folder.
  func fill(_ folder: ClusterFolder) throws {
    guard let template = try? cached(near: folder) else { return try initialise(folder) }
    _ = try ToolRun.check(["/bin/cp", "-pR", template.path, folder.data.path], in: folder.url)
  }

  /// The template's folder; it is made when it isn't there.
  private func cached(near folder: ClusterFolder) throws -> URL {
    let cache = try Self.cacheFolder()
    let name = "postgres-\(installation.version)-\(account.userID)-\(Self.edition)"
    let template = cache.appending(path: name, directoryHint: .isDirectory)
    if isWhole(template) { return template }
    try FileManager.default.createDirectory(
      at: cache, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    // The server's user may not be able to enter the cache: initialised in the cluster's folder, and copied by us.
    try initialise(folder)
    defer { try? FileManager.default.removeItem(at: folder.data) }
    let draft = cache.appending(path: ".\(name).\(UUID().uuidString)", directoryHint: .isDirectory)
    defer { try? FileManager.default.removeItem(at: draft) }
    _ = try ToolRun.check(["/bin/cp", "-pR", folder.data.path, draft.path], in: folder.url)
    if rename(draft.path, template.path) != 0, !isWhole(template) {
      throw ClusterError("cannot make \(template.path): \(String(cString: strerror(errno)))")
    }
    return template
  }

  private func isWhole(_ template: URL) -> Bool {
    ["PG_VERSION", "global/pg_control"].allSatisfy {
      FileManager.default.fileExists(atPath: template.appending(path: $0).path)
    }
  }

  private static func cacheFolder() throws -> URL {
    let environment = ProcessInfo.processInfo.environment
    if let path = environment["XDG_CACHE_HOME"], path.hasPrefix("/") {
      return URL(fileURLWithPath: path, isDirectory: true).appending(path: "oraferry", directoryHint: .isDirectory)
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { throw ClusterError("HOME is not set") }
    #if os(macOS)
      let cache = "Library/Caches/oraferry"
    #else
      let cache = ".cache/oraferry"
    #endif
    return URL(fileURLWithPath: home, isDirectory: true).appending(path: cache, directoryHint: .isDirectory)
  }

  /// Runs initdb: superuser postgres, trusted on the Unix socket, by password on TCP.
  private func initialise(_ folder: ClusterFolder) throws {
    #if os(macOS)
      let locale = ["--locale=C", "--lc-ctype=UTF-8"]
    #else
      let locale = ["--locale=C.UTF-8"]
    #endif
    let command =
      account.prefix + [
        installation.path("initdb"), "--pgdata=\(folder.data.path)", "--username=\(PostgresCluster.superuser)",
        "--encoding=UTF8", "--auth-local=trust", "--auth-host=scram-sha-256", "--no-sync",
      ] + locale
    // initdb asks for no password with trust on the socket; it warns about it, and is right in general.
    _ = try ToolRun.check(command, in: folder.url)
  }
}
