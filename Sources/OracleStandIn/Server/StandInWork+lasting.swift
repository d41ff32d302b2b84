import OracleWire

/// A call that has been carried out and lasts on: a block that sleeps.
struct LastingCall {
  let pause: BlockPause
  /// Writes the answer when the time is over.
  let finish: (StandInWork, inout TTCWriter) -> Void
}

extension StandInWork {
  /// Answers the call whose time is over.
  func finishLasting(_ writer: inout TTCWriter) {
    guard let call = lasting else { return }
    lasting = nil
    call.finish(self, &writer)
  }

  /// Undoes the call that the client doesn't want to wait for.
  func breakOffLasting() {
    guard let call = lasting else { return }
    lasting = nil
    session.breakOff(call.pause)
    undoCall()
  }
}
