import CSpawn
import Foundation
import Synchronization

/// A program that runs beside this one, and inherits nothing of it but its three standard streams.
///
/// Foundation's Process lists the descriptors that are open and then forks: what other threads open in between stays open
/// in the child, and sockets of SwiftNIO are not closed by exec. A pipe or a connection of which such a child keeps an end
/// never comes to its own; and the end of a process is told there by such a pipe. Here the child closes everything itself,
/// behind the fork, and its end is waited for by the kernel's word (`waitpid`), on a thread of its own.
public final class ChildProcess: Sendable {
  /// What a standard stream is.
  public enum Stream: Sendable {
    /// Nothing comes, and what is written is lost.
    case null
    /// A pipe, whose other end is ours.
    case pipe
  }

  /// How a process has ended.
  public enum Exit: Sendable, Hashable {
    /// By itself, with a status.
    case exited(Int32)
    /// By a signal.
    case signalled(Int32)

    /// The status, or the signal's number.
    public var code: Int32 {
      switch self {
      case .exited(let status): status
      case .signalled(let signal): signal
      }
    }
  }

  /// Why a program could not be started.
  public struct StartError: Error, Hashable, CustomStringConvertible {
    /// The program's path.
    public var program: String
    /// The system's error number.
    public var code: Int32

    /// The error for people.
    public var description: String { "cannot run \(program): \(String(cString: strerror(code)))" }
  }

  private struct State {
    var exit: Exit?
    var waiting: [@Sendable (Exit) -> Void] = []
  }

  /// The process's number.
  public let identifier: Int32
  /// Our end of its standard input, where that is a pipe; to be closed by whoever writes to it.
  public let input: FileHandle?
  /// Our end of its standard output, where that is a pipe.
  public let output: FileHandle?
  /// Our end of its standard error, where that is a pipe.
  public let errors: FileHandle?
  private let state = Mutex(State())

  /// Starts a program, with no signal blocked, in a process group of its own.
  ///
  /// A child inherits its parent thread's mask, and dispatch blocks nearly all signals on its threads, SIGCHLD too, without
  /// which a shell waits for its children forever.
  ///
  /// - Parameters:
  ///   - command: the program's path and its arguments.
  ///   - environment: nil for this process's own.
  ///   - folder: the working directory; nil for this process's own.
  /// - Throws: `StartError`.
  public init(
    _ command: [String], environment: [String: String]? = nil, in folder: URL? = nil, input: Stream = .null,
    output: Stream = .null, errors: Stream = .null
  ) throws {
    guard let program = command.first else { throw StartError(program: "", code: ENOENT) }
    var ends = try [input, output, errors].map { try PipeEnds($0, program: program) }
    // Ours of the input is the one to write to, of the others the one to read from.
    ends[0].isReadByChild = true
    defer { for end in ends { end.closeChilds() } }
    do {
      identifier = try Spawn(
        command, environment: environment ?? ProcessInfo.processInfo.environment, folder: folder?.path,
        streams: ends.map(\.childs)
      ).run()
    } catch {
      for end in ends { end.closeOurs() }
      throw error
    }
    self.input = ends[0].handle
    self.output = ends[1].handle
    self.errors = ends[2].handle
    let thread = Thread { [self] in waitForEnd() }
    thread.name = "child \(identifier)"
    thread.start()
  }

  /// Whether it has not ended yet.
  public var isRunning: Bool { state.withLock { $0.exit == nil } }

  /// Sends a signal, unless the process has ended: its number may then be another one's.
  public func send(_ signal: Int32) {
    state.withLock { if $0.exit == nil { _ = kill(identifier, signal) } }
  }

  /// Calls when the process has ended, at once if it has; on no particular thread.
  public func whenEnded(_ body: @escaping @Sendable (Exit) -> Void) {
    let exit = state.withLock { state in
      if state.exit == nil { state.waiting.append(body) }
      return state.exit
    }
    if let exit { body(exit) }
  }

  /// Waits for the end.
  public func exit() async -> Exit {
    await withCheckedContinuation { continuation in whenEnded { continuation.resume(returning: $0) } }
  }

  /// Waits for the end; blocks, so never on one of Swift's cooperative threads.
  public func waitForExit() -> Exit {
    let ended = DispatchSemaphore(value: 0)
    let exit = Mutex(Exit.exited(0))
    whenEnded { found in
      exit.withLock { $0 = found }
      ended.signal()
    }
    ended.wait()
    return exit.withLock { $0 }
  }

  private func waitForEnd() {
    var information = siginfo_t()
    while waitid(P_PID, id_t(identifier), &information, WEXITED | WNOWAIT) != 0, errno == EINTR {}
    let (exit, waiting) = state.withLock { state in
      // Under the lock: the number stays the process's own until `send` knows of its end.
      var status: Int32 = 0
      while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
      let signal = status & 0x7f
      let exit: Exit = signal == 0 ? .exited(status >> 8 & 0xff) : .signalled(signal)
      state.exit = exit
      defer { state.waiting = [] }
      return (exit, state.waiting)
    }
    for body in waiting { body(exit) }
  }
}

/// The two ends of a standard stream.
private struct PipeEnds {
  /// -1 for what is /dev/null.
  private var ends: [Int32] = [-1, -1]
  var isReadByChild = false

  init(_ stream: ChildProcess.Stream, program: String) throws {
    guard case .pipe = stream else { return }
    guard cspawn_pipe(&ends) == 0 else { throw ChildProcess.StartError(program: program, code: errno) }
  }

  var childs: Int32 { isReadByChild ? ends[0] : ends[1] }
  private var ours: Int32 { isReadByChild ? ends[1] : ends[0] }

  /// Our end, which closes itself when nobody holds it any more.
  var handle: FileHandle? { ours < 0 ? nil : FileHandle(fileDescriptor: ours, closeOnDealloc: true) }

  func closeChilds() { if childs >= 0 { close(childs) } }
  func closeOurs() { if ours >= 0 { close(ours) } }
}
