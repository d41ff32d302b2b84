import Foundation

/// SIGTERM and SIGINT, caught from the moment this value is made: none is lost between then and the waiting.
///
/// A handler that writes into a pipe is installed in one step; a Dispatch source would need the signal to be ignored
/// first, and what arrives in between would be gone.
final class TerminationSignal: Sendable {
  /// The end of the pipe that the handler writes to; set once, before the handler is installed.
  private nonisolated(unsafe) static var writeEnd: Int32 = -1

  private let readEnd: FileHandle

  init() {
    let pipe = Pipe()
    readEnd = pipe.fileHandleForReading
    TerminationSignal.writeEnd = dup(pipe.fileHandleForWriting.fileDescriptor)
    for number in [SIGTERM, SIGINT] {
      signal(number) { _ in
        let saved = errno
        var byte: UInt8 = 1
        _ = write(TerminationSignal.writeEnd, &byte, 1)
        errno = saved
      }
    }
  }

  /// Waits for the first signal.
  func wait() async {
    await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
      let readEnd = readEnd
      Thread.detachNewThread {
        var byte: UInt8 = 0
        // A read that a signal breaks off is begun again: the byte is in the pipe then.
        while read(readEnd.fileDescriptor, &byte, 1) < 0, errno == EINTR {}
        continuation.resume()
      }
    }
  }
}
