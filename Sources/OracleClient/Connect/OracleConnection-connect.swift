import NIOCore
import NIOPosix
import OracleWire

extension OracleConnection {
  /// Connects and logs on.
  ///
  /// The addresses of a connect string are tried in their order until a service accepts. A logon that fails is not tried
  /// elsewhere: a wrong password would lock the account.
  ///
  /// - Throws: `OracleConnectionError`, which names every address that was tried and says what to check;
  ///   `ConnectStringError` and `OracleNameError` when the connect string leads nowhere.
  public static func connect(
    _ configuration: Configuration, on group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton
  ) async throws -> OracleConnection {
    var random = SystemRandomNumberGenerator()
    var failures: [OracleConnectionError] = []
    for description in try configuration.descriptions().order(using: &random) {
      let reach = ServiceReach(configuration: configuration, description: description, group: group)
      for round in 0...description.retryCount {
        if round > 0 { try await Task.sleep(for: description.retryDelay) }
        var mayPass = false
        for address in description.route.order(using: &random) {
          try Task.checkCancellation()
          let reached: ServiceReach.Reached
          do {
            reached = try await reach.ask(at: address)
          } catch let error as OracleConnectionError {
            failures.append(error)
            mayPass = mayPass || error.reason.mayPass
            continue
          }
          return try await logOn(reached, description: description, configuration: configuration)
        }
        // A wallet that can't be read is not there in the next round either.
        guard mayPass else { break }
      }
    }
    throw combined(failures, configuration)
  }

  /// The last failure, with what happened before it.
  private static func combined(
    _ failures: [OracleConnectionError], _ configuration: Configuration
  ) -> OracleConnectionError {
    guard var last = failures.last else {
      return OracleConnectionError(
        reason: .unreachable("there is no address"), host: configuration.host, port: configuration.port,
        service: configuration.service.name)
    }
    last.earlier = failures.dropLast().map { OracleConnectionError.Attempt(address: $0.address, reason: $0.reason) }
    return last
  }
}
