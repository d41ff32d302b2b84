import NIOCore
import OracleWire

/// Connections that are kept open and lent out, one borrower at a time.
///
/// A connection that comes back is rolled back: what its borrower did not commit is undone. One that broke, or that is
/// too old, is closed, and the next borrower gets a new one.
public actor OraclePool {
  public struct Limits: Sendable, Hashable {
    /// Connections that may be open at once.
    public var connections = 4
    /// How long a connection is used, counted from its logon; nil for ever.
    public var lifetime: Duration?
    /// A connection that nobody used for so long is asked for a sign of life before it is lent out.
    public var untestedIdleTime = Duration.seconds(60)

    public init(connections: Int = 4, lifetime: Duration? = nil, untestedIdleTime: Duration = .seconds(60)) {
      self.connections = connections
      self.lifetime = lifetime
      self.untestedIdleTime = untestedIdleTime
    }
  }

  /// A connection, since when it is there, and since when it is idle.
  struct Member: Sendable {
    let connection: OracleConnection
    let opened: ContinuousClock.Instant
    var returned: ContinuousClock.Instant
  }

  /// What a borrower that waits is given: a connection, or leave to open one.
  private enum Turn: Sendable {
    case member(Member)
    case mayOpen
  }

  private struct Waiter {
    let number: Int
    let continuation: CheckedContinuation<Turn, any Error>
  }

  /// Seconds that a server may take for a sign of life or a rollback.
  private static let patience: Int64 = 10

  public nonisolated let limits: Limits
  private let open: @Sendable () async throws -> OracleConnection
  private let clock = ContinuousClock()
  /// The one that came back last is lent out first.
  private var idle: [Member] = []
  private var waiters: [Waiter] = []
  private var nextWaiter = 0
  /// Connections that are open, being opened, or being given back.
  private(set) var count = 0
  private(set) var isClosed = false

  /// A pool that opens its connections when they are needed.
  ///
  /// - Throws: `OraclePoolError.invalid` for limits or a configuration that no pool can work with.
  public init(_ configuration: OracleConnection.Configuration, limits: Limits = Limits()) throws(OraclePoolError) {
    guard limits.connections > 0 else { throw .invalid("it may have \(limits.connections) connections") }
    // The second logon would use the old password, and lock the account in the end.
    guard configuration.newPassword == nil else { throw .invalid("its logons would change the password again") }
    self.limits = limits
    open = { try await OracleConnection.connect(configuration) }
  }

  /// Lends a connection out for as long as the body runs.
  ///
  /// - Parameter patience: how long to wait for one; nil for ever. Opening one has its own limit, the configuration's
  ///   connectTimeout.
  /// - Throws: `OraclePoolError`, what opening a connection throws, or what the body throws.
  @discardableResult
  public func withConnection<Result: Sendable>(
    waitingAtMost patience: Duration? = nil, _ body: @Sendable (OracleConnection) async throws -> Result
  ) async throws -> Result {
    let member = try await borrow(waitingAtMost: patience)
    do {
      let result = try await body(member.connection)
      await giveBack(member)
      return result
    } catch {
      await giveBack(member)
      throw error
    }
  }

  /// Closes what is idle, and what is lent out as soon as it comes back; who waits gets an error.
  public func close() async {
    isClosed = true
    let members = idle
    idle = []
    let waiting = waiters
    waiters = []
    for waiter in waiting { waiter.continuation.resume(throwing: OraclePoolError.closed) }
    for member in members {
      await member.connection.close()
      count -= 1
    }
  }

  // MARK: lending

  private func borrow(waitingAtMost patience: Duration?) async throws -> Member {
    let deadline = patience.map { clock.now + $0 }
    while true {
      guard !isClosed else { throw OraclePoolError.closed }
      try Task.checkCancellation()
      if let member = idle.popLast() {
        if await isFit(member) { return member }
        await discard(member)
      } else if count < limits.connections {
        count += 1
        return try await opened()
      } else {
        switch try await turn(until: deadline, patience) {
        case .member(let member):
          if await isFit(member) { return member }
          await discard(member)
        case .mayOpen: return try await opened()
        }
      }
    }
  }

  /// Opens a connection, which is counted already.
  private func opened() async throws -> Member {
    do {
      let connection = try await open()
      return Member(connection: connection, opened: clock.now, returned: clock.now)
    } catch {
      release()
      throw error
    }
  }

  private func isFit(_ member: Member) async -> Bool {
    let connection = member.connection
    guard await connection.isOpen, !isTooOld(member) else { return false }
    guard clock.now - member.returned >= limits.untestedIdleTime else { return true }
    return (try? await connection.withinSeconds(OraclePool.patience) { try await connection.ping() }) != nil
  }

  private func isTooOld(_ member: Member) -> Bool {
    limits.lifetime.map { clock.now - member.opened >= $0 } ?? false
  }

  private func giveBack(_ member: Member) async {
    let connection = member.connection
    // In a task of its own: also a borrower that was cancelled leaves the connection as others want to find it.
    let isClean = await Task {
      guard await connection.hasOpenTransaction else { return true }
      return (try? await connection.withinSeconds(OraclePool.patience) { try await connection.rollback() }) != nil
    }.value
    guard isClean, await connection.isOpen, !isClosed, !isTooOld(member) else { return await discard(member) }
    var member = member
    member.returned = clock.now
    if waiters.isEmpty {
      idle.append(member)
    } else {
      waiters.removeFirst().continuation.resume(returning: .member(member))
    }
  }

  private func discard(_ member: Member) async {
    let connection = member.connection
    await Task { await connection.close() }.value
    release()
  }

  /// A place for a connection is free: it goes to who waits first, or is counted no more.
  private func release() {
    if waiters.isEmpty {
      count -= 1
    } else {
      waiters.removeFirst().continuation.resume(returning: .mayOpen)
    }
  }

  // MARK: waiting

  private func turn(until deadline: ContinuousClock.Instant?, _ patience: Duration?) async throws -> Turn {
    let number = nextWaiter
    nextWaiter += 1
    let timer = deadline.map { deadline in
      Task {
        try await Task.sleep(until: deadline, clock: clock)
        giveUp(number, OraclePoolError.exhausted(connections: limits.connections, seconds: patience?.inSeconds ?? 0))
      }
    }
    defer { timer?.cancel() }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        if Task.isCancelled {
          continuation.resume(throwing: CancellationError())
        } else {
          waiters.append(Waiter(number: number, continuation: continuation))
        }
      }
    } onCancel: {
      Task { await giveUp(number, CancellationError()) }
    }
  }

  /// Ends a wait; nothing when its turn has come meanwhile.
  private func giveUp(_ number: Int, _ error: any Error) {
    guard let place = waiters.firstIndex(where: { $0.number == number }) else { return }
    waiters.remove(at: place).continuation.resume(throwing: error)
  }
}

/// Why a pool lends no connection.
public enum OraclePoolError: Error, Sendable, Hashable, CustomStringConvertible {
  case closed
  /// Why it can't be one.
  case invalid(String)
  /// All of them were lent out for as long as the borrower waited.
  case exhausted(connections: Int, seconds: Double)

  public var description: String {
    switch self {
    case .closed: "the pool of connections is closed"
    case .invalid(let why): "no pool of connections can be made: \(why)"
    case .exhausted(let connections, let seconds):
      "none of the pool's \(connections) connections came back within \(seconds) seconds; "
        + "allow more of them, or wait longer"
    }
  }
}
