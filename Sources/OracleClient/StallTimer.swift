import NIOCore

/// When a server that is silent in a call has to be asked whether it is there, and when it is given up.
struct StallTimer {
  /// How often it is asked without an answer before it is given up: a busy machine may miss one.
  private static let mostProbes = 3

  let seconds: Int
  let probe: ListenerProbe
  var timer: Scheduled<Void>?
  private var lastLife = NIODeadline.now()
  private var isRunning = false
  private var missed = 0

  /// - Parameter limit: in seconds; 0 never asks.
  init(limit: Int, probe: ListenerProbe) {
    seconds = max(0, limit)
    self.probe = probe
  }

  var limit: TimeAmount { .seconds(Int64(seconds)) }

  /// Between two questions, so that one short trouble of this machine or its network is not three.
  var pause: TimeAmount { .milliseconds(min(5_000, Int64(seconds) * 250)) }

  /// What is left of the time that the server may be silent.
  var rest: TimeAmount { (lastLife + limit) - .now() }

  /// A call begins; whether a timer has to be started.
  mutating func begin() -> Bool {
    noteLife()
    guard seconds > 0, !isRunning else { return false }
    isRunning = true
    return true
  }

  /// No call is under way.
  mutating func end() {
    isRunning = false
    timer = nil
  }

  /// Bytes came.
  mutating func noteLife() {
    lastLife = .now()
    missed = 0
  }

  /// Takes a probe's outcome; whether the server is given up.
  mutating func isOver(isAnswered: Bool) -> Bool {
    // Something came in the meantime.
    if rest > .zero { return false }
    guard !isAnswered else {
      noteLife()
      return false
    }
    missed += 1
    return missed >= Self.mostProbes
  }
}
