import NIOCore
import OracleWire

extension ServiceReach {
  /// Agrees with a server that has accepted on encryption and integrity; everything after it is protected.
  ///
  /// - Throws: `OracleConnectionError` when the server has nothing in common with us, or does not encrypt where that is
  ///   required.
  func protect(_ connection: ListenerConnection, _ accept: AcceptPacket) async throws {
    let isRequired = configuration.nativeEncryption == .required
    var offer = configuration.nativeAlgorithms
    offer.allowsPlain = !isRequired
    var agreement = NativeServices.Agreement()
    var keys: NativeServices.KeyOffer?
    if accept.networkFlags.contains(.wanted), !accept.networkFlags.contains(.disabled) {
      // Eight bytes that tell clients apart; nothing depends on them.
      let request = NativeServices.request(offer, identifier: (0..<8).map { _ in UInt8.random(in: 0...255) })
      send(request, on: connection, accept)
      let answer = try await negotiation(from: connection)
      if let code = NativeServices.refusal(in: answer) { throw connection.describe(.refused(code: code)) }
      (agreement, keys) = try NativeServices.agreement(in: answer, offer: offer)
    }
    guard agreement.encryption != nil || !isRequired else {
      throw connection.describe(.notEncrypted("the server does not encrypt, and native_encryption = required"))
    }
    guard let keys else { return }
    let exchange = try DiffieHellman(generator: keys.generator, prime: keys.prime, length: keys.prime.count)
    let protection = try NetworkProtection(
      encryption: agreement.encryption, integrity: agreement.integrity,
      sharedKey: exchange.sharedKey(with: keys.publicKey), vector: keys.vector, isServer: false)
    send(NativeServices.keyMessage(exchange.publicKey), on: connection, accept)
    connection.protect(with: protection)
  }

  private func send(_ message: NativeNegotiation, on connection: ListenerConnection, _ accept: AcceptPacket) {
    var writer = TTCWriter()
    message.write(to: &writer)
    var bytes = ByteBuffer()
    TNSPacket.writeData(
      writer.buffer, dataUnit: Int(accept.sessionDataUnit), hasLongLength: accept.hasLongLength, to: &bytes)
    connection.send(bytes)
  }

  /// A message of the server's, which may come in several packets.
  private func negotiation(from connection: ListenerConnection) async throws -> NativeNegotiation {
    var bytes: [UInt8] = []
    for _ in 0..<16 {
      let packet = try await connection.nextPacket()
      guard packet.type == .data, packet.body.readableBytes >= 2 else {
        throw WireError.malformed("a packet of type \(packet.type) in the negotiation of native network services")
      }
      bytes += packet.body.readableBytesView.dropFirst(2)
      var reader = TTCReader(bytes)
      do {
        return try NativeNegotiation(from: &reader)
      } catch WireError.needsMoreBytes {}
    }
    throw WireError.malformed("a negotiation of native network services without end")
  }
}
