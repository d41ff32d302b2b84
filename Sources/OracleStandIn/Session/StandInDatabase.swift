import Foundation
import OracleWire

/// An in-memory database that behaves like Oracle where oraferry looks; a stand-in, and it says so.
///
/// Thread-safe: one lock guards everything, and is held for one call of a session at a time. Every member that isn't
/// public is only touched while the lock is held.
public final class StandInDatabase: @unchecked Sendable {
  /// Names and constants that clients can see.
  public struct Configuration: Sendable {
    /// The service that listeners register, such as `FREEPDB1`.
    public var serviceName = "STANDIN"
    /// The release that is imitated, such as `19.3.0.0.0`.
    public var version = "23.4.0.0.0"
    /// The SCN of the empty database: the same script always gets the same SCNs.
    public var startSCN: UInt64 = 2_000_000
    /// DBID of V$DATABASE, by which clients tell databases apart.
    public var databaseID: UInt32 = 1_530_417_271
    /// Whether reading another user's tables and views takes the rights that Oracle asks for.
    public var asksReadRights = false
    /// What text is stored in.
    public var characterSet = StandInCharacterSet.al32utf8

    public init() {}
  }

  public let configuration: Configuration

  private struct WeakSession {
    weak var session: StandInSession?
  }

  private let lock = NSLock()
  let catalog = SchemaCatalog()
  /// The SCN of the last commit.
  private(set) var lastSCN: UInt64
  private var nextTransaction: UInt32 = 0
  private var nextSession = 0
  private var uniqueCounter: UInt64 = 0
  private var sessions: [Int: WeakSession] = [:]
  /// What of the past can still be read.
  let undo = Undo()
  /// When each second's first commit came, for AS OF TIMESTAMP.
  private var commitTimes: [(second: Int, scn: UInt64)] = []
  /// Rows of dictionary views, as of a version of the catalog.
  var dictionaryRows: [String: (version: Int, rows: [[Value]])] = [:]
  /// The dictionary's views as the imitated release has them; of the newest for a version that can't be read.
  let dictionary: DictionaryViews
  /// The imitated release; the newest for a version that can't be read.
  let release: OracleRelease
  let started: OracleTimestamp

  /// Makes an empty database with the users SYS and SYSTEM.
  public init(configuration: Configuration = Configuration()) {
    self.configuration = configuration
    lastSCN = configuration.startSCN
    release = OracleRelease(configuration.version) ?? OracleRelease(number: 23, minor: 0)
    // The manifest begins with 12.1: an older release's dictionary has that one's columns.
    dictionary = DictionaryViews.of(max(release, OracleRelease(number: 12, minor: 1)))
    started = SystemClock.now()
    for name in ["SYS", "SYSTEM", "PUBLIC"] { catalog.addUser(name, password: nil, created: started) }
    commitTimes.append((SystemClock.second(started), lastSCN))
  }

  /// Runs the body while no other session does anything.
  func locked<Result>(_ body: () throws -> Result) rethrows -> Result {
    lock.lock()
    defer { lock.unlock() }
    return try body()
  }

  /// Makes a user, or changes the password of one that exists.
  ///
  /// - Parameters:
  ///   - name: in the dictionary's spelling, usually upper case.
  ///   - password: nil for a user who cannot log on, or whose password stays as it is.
  public func createUser(_ name: String, password: String?) {
    locked { catalog.addUser(name, password: password, created: SystemClock.now()) }
  }

  /// The password of a user, for the server's logon; nil when there is no such user or none was set.
  ///
  /// - Parameter name: exact, or in any case for a name that is upper case in the dictionary.
  public func password(ofUser name: String) -> String? {
    locked { catalog.user(name)?.password }
  }

  /// Opens a session without asking for a password: the server has done so.
  ///
  /// - Throws: `OracleError` 1017 when there is no such user.
  public func openSession(user: String) throws -> StandInSession {
    try openSession(user: user, proxy: nil, isAdministrator: false)
  }

  func openSession(
    user: String, proxy: String?, isAdministrator: Bool, isReadOnly: Bool = false
  ) throws -> StandInSession {
    try locked {
      guard let known = catalog.user(user) else {
        throw OracleError(code: 1017, message: "invalid username/password; logon denied")
      }
      nextSession += 1
      let session = StandInSession(
        database: self, user: known.name, userNumber: known.number, identifier: nextSession, isReadOnly: isReadOnly)
      sessions[nextSession] = WeakSession(session: session)
      session.attributes["PROXY_USER"] = proxy
      session.attributes["ISDBA"] = isAdministrator ? "TRUE" : nil
      return session
    }
  }

  func forget(_ session: StandInSession) {
    locked { sessions[session.identifier] = nil }
  }

  /// The SCN of the last commit.
  public var currentSCN: UInt64 { locked { lastSCN } }

  // MARK: Under the lock

  /// Takes the next SCN, for a commit or a DDL statement.
  func advanceSCN() -> UInt64 {
    lastSCN += 1
    let second = SystemClock.second(SystemClock.now())
    if commitTimes.last?.second != second { commitTimes.append((second, lastSCN)) }
    dropUndo(at: second)
    return lastSCN
  }

  /// The sessions that are logged on, in their order.
  var openSessions: [StandInSession] {
    sessions.sorted { $0.key < $1.key }.compactMap { $0.value.session }
  }

  /// Forgets the undo that is kept no longer.
  func dropUndo(at second: Int) {
    guard let retention = undo.retention else { return }
    undo.drop(until: retention == 0 ? lastSCN : scn(atSecond: second - retention) ?? 0)
  }

  func takeTransactionNumber() -> UInt32 {
    nextTransaction = nextTransaction &+ 2
    return nextTransaction
  }

  /// The SCN that was current at a moment in UTC; nil for one before the database began.
  func scn(at moment: OracleTimestamp) -> UInt64? { scn(atSecond: SystemClock.second(moment)) }

  private func scn(atSecond second: Int) -> UInt64? {
    guard let first = commitTimes.first, second >= first.second else { return nil }
    let index = commitTimes.lastIndex { $0.second <= second } ?? 0
    return index + 1 < commitTimes.count ? commitTimes[index + 1].scn - 1 : lastSCN
  }

  func takeUniqueIdentifier() -> [UInt8] {
    uniqueCounter += 1
    let counter = uniqueCounter
    return [0x53, 0x54, 0x41, 0x4E, 0x44, 0x49, 0x4E, 0x00]
      + (0..<8).map { UInt8(truncatingIfNeeded: counter >> (56 - 8 * UInt64($0))) }
  }

  func newStorage(columnCount: Int, dataObject: UInt32? = nil) -> TableStorage {
    TableStorage(
      dataObject: dataObject ?? catalog.takeObjectNumber(), columnCount: columnCount, readableFrom: lastSCN, undo: undo
    ) { [catalog] in catalog.takeBlockNumber() }
  }
}

/// The moment as Oracle's fields, in UTC.
enum SystemClock {
  static func now() -> OracleTimestamp {
    let time = Date().timeIntervalSince1970
    let seconds = Int(time.rounded(.down))
    let micros = Int((time - Double(seconds)) * 1_000_000)
    let epoch = 2_440_588
    let (year, month, day) = DayNumber.date(epoch + seconds / 86400)
    let rest = seconds % 86400
    return OracleTimestamp(
      year: year, month: month, day: day, hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60,
      nanosecond: min(999_999, max(0, micros)) * 1000)
  }

  /// Seconds on one scale, to compare moments.
  static func second(_ moment: OracleTimestamp) -> Int { moment.dayNumber * 86400 + moment.secondOfDay }
}
