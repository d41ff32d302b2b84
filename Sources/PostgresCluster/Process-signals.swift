import Foundation

extension Process {
  /// Starts the process with no signal blocked.
  ///
  /// A child inherits its parent thread's mask, and dispatch blocks nearly all signals on its threads, SIGCHLD too,
  /// without which a shell waits for its children forever.
  func runWithSignalsUnblocked() throws {
    var none = sigset_t()
    var former = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &former)
    defer { pthread_sigmask(SIG_SETMASK, &former, nil) }
    try run()
  }
}
