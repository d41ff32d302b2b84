import NIOConcurrencyHelpers
import NIOCore

/// The channels that are open, to be cut when the server stops.
final class StandInConnections: Sendable {
  private let channels = NIOLockedValueBox<[ObjectIdentifier: any Channel]>([:])

  func add(_ channel: any Channel) {
    let identifier = ObjectIdentifier(channel)
    channels.withLockedValue { $0[identifier] = channel }
    channel.closeFuture.whenComplete { [channels] _ in
      channels.withLockedValue { $0[identifier] = nil }
    }
  }

  func closeAll() {
    for channel in channels.withLockedValue({ Array($0.values) }) { channel.close(promise: nil) }
  }
}
