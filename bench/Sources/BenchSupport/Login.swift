import Foundation
import OracleClient

/// The login that a benchmark is started with: CONNECT_STRING and USER, and the password in FETCH_BENCH_PASSWORD.
public enum Login {
  /// Connects, or ends the process with the usage.
  public static func connect(arguments: Int, usage: String) async throws -> OracleConnection {
    let given = CommandLine.arguments
    guard given.count == arguments + 1, let password = ProcessInfo.processInfo.environment["FETCH_BENCH_PASSWORD"]
    else {
      FileHandle.standardError.write(Data("usage: \(usage), with FETCH_BENCH_PASSWORD\n".utf8))
      exit(64)
    }
    return try await OracleConnection.connect(
      OracleConnection.Configuration(connectString: given[1], user: given[2], password: password))
  }
}
