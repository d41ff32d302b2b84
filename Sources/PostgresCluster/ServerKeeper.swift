import ChildProcess
import Foundation
import Synchronization

/// A small shell that starts the server, and stops it and removes its folder when our end of a pipe is closed.
///
/// The kernel closes that end however this process ends: by return, exit, Ctrl-C or SIGKILL. Nothing else has to be
/// done on the way out.
final class ServerKeeper: Sendable {
  private struct State {
    var lifeline: FileHandle?
    var hasEnded = false
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let state: Mutex<State>

  /// The cluster is thrown away, so the server is stopped by SIGQUIT, at once and without a last checkpoint.
  private static let script = """
    trap '' HUP INT TERM
    folder=$1; shift
    exec 3<&0 </dev/null
    "$@" >>"$folder/server.log" 2>&1 3<&- &
    server=$!
    (
      cat <&3 >/dev/null
      read -r process <"$folder/data/postmaster.pid" || process=$server
      kill -QUIT "$process"
    ) 2>/dev/null &
    stopper=$!
    wait "$server"
    echo $? >"$folder/exited"
    kill -KILL "$stopper" 2>/dev/null
    cat <&3 >/dev/null
    rm -rf "$folder"
    """

  init(_ command: [String], folder: ClusterFolder) throws {
    let process: ChildProcess
    do {
      process = try ChildProcess(
        ["/bin/sh", "-c", Self.script, "sh", folder.url.path] + command, environment: ToolRun.environment,
        in: folder.url, input: .pipe)
    } catch {
      throw ClusterError("\(error)")
    }
    state = Mutex(State(lifeline: process.input))
    process.whenEnded { [weak self] _ in self?.ended() }
  }

  deinit {
    letGo()
  }

  /// Stops the server and waits until it is gone and its folder removed.
  ///
  /// May be called again.
  func stop() async {
    letGo()
    await withCheckedContinuation { continuation in
      let hasEnded = state.withLock { state in
        if !state.hasEnded { state.waiting.append(continuation) }
        return state.hasEnded
      }
      if hasEnded { continuation.resume() }
    }
  }

  private func letGo() {
    state.withLock { state in
      try? state.lifeline?.close()
      state.lifeline = nil
    }
  }

  private func ended() {
    let waiting = state.withLock { state in
      state.hasEnded = true
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in waiting { continuation.resume() }
  }
}
