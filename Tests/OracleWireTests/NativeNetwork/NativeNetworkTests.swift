import Foundation
import NIOCore
import Testing

@testable import OracleWire

/// Expected bytes are computed by a program of its own over Python's `cryptography` and `hashlib`, and by `pow`.
@Suite("Native network services") struct NativeNetworkTests {
  private static let shared = (0..<128).map { UInt8(truncatingIfNeeded: $0 * 7 + 3) }
  private static let vector = (16..<48).map { UInt8($0) }

  private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  @Test(
    "packets as another implementation makes them",
    arguments: [
      (
        NetworkEncryption.aes256, NetworkIntegrity.sha256,
        "7e049aa68e2288a3b023465f08b34a463fdab50eae07ebf2ea88c323eb5b936871dc2fef4aaf68dada84966b773f4b670500",
        "12ccb7ebc9ff7bf9fc294140e645723005802956ca15b726f98bdcf8ac14f1b1794c2a6efce5d0c4fb7cb192767b4f451823e295a20b1c4"
          + "54ee0350333b4d9d20600"
      ),
      (
        .aes128, .sha1, "5686dcdd459548de3fed123b74952d9527868c515992ac44ca6874f606c2a47f0100",
        "4bb405d1a8919380abaa434273717aef1a89344c3c286adca3bd759a112c2e891b68b5fd1d15baae1e4b51aed3c025430200"
      ),
      (
        .aes192, .sha512,
        "f020419e0ef5b5172afcd75edfdcd9e41d88a7181a245e51c37cb63e5c98a0d3ccebbdda05e73a0a3faae78c51fa05cd079971cb2b3bbf5"
          + "86c38aa5ca09ee9c61dc1b1bf8408261200830fb458fdf85c0500",
        "22a03b72093b1de5f9fc6d8983dbec308570d4793723a73974d8ed11380ac213dc08fc9538e412d271d388239727ba9aef730df14951713"
          + "7ec89680466bd8649bdceeb75a98a8990d303a8f1b01dc4cb3113c50ea91717123864d260289e5be00600"
      ),
      (
        .aes256, .sha384,
        "30f9d1548ecdd98edb0ca04c90cc1434c06d826f5dcbd0110be96ec54531fea76ead23de4275a4e594844a029fe0e9f8cd011e582c960ed"
          + "f87bd17ead499f74c0500",
        "12ccb7ebc9ff7bf9fc294140e64572309a4b7569b9d80757ada7a2b9be537d8609d6ed0c1d0b2db7541923ff939e7ec603caf1ea80ef2b5"
          + "1ca281cf2928f42b5502d7aea233c24f9bbbc3ac1b15fb1ed0600"
      ),
      (
        .rc4of128, .md5, "604ef9c74809972d5cbdbede8d05b665e49c467c4c2bbfc289ea34c70000",
        "1d5d62ec7c736b85dd85d96f0983175c967458f80ccc889070a73447a88bbeee22b42d8bf5af1e2b18a2650000"
      ),
      (
        .rc4of40, .sha1, "9ab55dc89182927c2583f9a56cc617626ed3e82a013fd47601d9333cf58d866f0000",
        "31d3253f4c8ab6f0d23b371ac7d426d4f21a2dce232b0c046e73d3e76c9ee5abe5ebfeae5fbc838a96add5b944327b0000"
      ),
      (
        .rc4of256, .md5, "d384b1d54820ee4fffa1cacda409d48ca250c3621abcbdabf9065f680000",
        "833e15d5fdd2a8d6d1a1b65253ade247cffc29e5458abf1cc1bc25616c02431806a472b60efb2530141b100000"
      ),
    ])
  func packets(cipher: NetworkEncryption, checksum: NetworkIntegrity, first: String, second: String) throws {
    func side(isServer: Bool) throws -> NetworkProtection {
      try NetworkProtection(
        encryption: cipher, integrity: checksum, sharedKey: Self.shared, vector: Self.vector, isServer: isServer)
    }
    var client = try side(isServer: false)
    var server = try side(isServer: true)
    for (text, expected) in [("first packet", first), ("second packet of the stream", second)] {
      let sent = try client.protect(Array(text.utf8))
      #expect(hex(sent) == expected)
      #expect(try server.unprotect(sent) == Array(text.utf8))
    }
    // The other direction has a stream of its own.
    let answer = try server.protect(Array("first packet".utf8))
    #expect(hex(answer) != first)
    #expect(try client.unprotect(answer) == Array("first packet".utf8))
  }

  // By go-ora's rule that a reset makes new streams from the generator, computed by the same program.
  @Test(
    "a reset gives both directions new keys",
    arguments: [
      (
        NetworkEncryption.aes256, NetworkIntegrity.sha256,
        "0046f366e9ad0bf696853f89b8b9e4d356ce93426e5af5770ee1a2235637ec8e74dbbd88c57a440a27f8373e650c84220500",
        "92d08ed11359d6b83d2122b124ad30fbfc4a853971639f11d7082b758b5e7c1c81c78f97deb29be3b8021fdd259b15d50500"
      ),
      (
        .aes128, .sha1, "22e6404c563fb9aaa400d250cba1b7145a8d8cce8455d4096c9d6fc39437a5980100",
        "ffc02a30a60cae5f9c1c6c38b086638317edd83d782202a11b48ed16be53e11f0100"
      ),
      (
        .aes192, .sha512,
        "6bf89d5aaee4aa63ee382257da7defe83578fad7ec114aefffc6a986805daa5abaee948b8e0e5f0ad17277af0aa7f25c9508b2788500ff1"
          + "6ba6fa3f69b560b53ab9f8e6e16e588468a53e5b935c501310500",
        "dc1e7995c4a0e6f2d831a22a7e82fc3da8dc0b59571ef92f3f63dacd15df3b0ba99a2c0140721e65157364aa06b8e41dbad0292667756eb"
          + "5be38ab8ea4c3030bead2ea6c79892aea4da6f2142e9f37c80500"
      ),
      (
        .rc4of128, .md5, "a4c5546f369ac7b6ec81780cc4d4c5a8f3cd424bb6854da68695cffd0000",
        "8ef79d4aa30b1071287d6758f3dc6ed5570cbe334de5fdb0dcbdbbc00000"
      ),
      (
        .rc4of40, .sha1, "36c84704ada34d7bf527ea7890c5385a8fce0d4219696d766509d24e982c70880000",
        "132020a45b29c7096d294e72251bc58d8ee9bb9772ff06d3da1af37c23d324d90000"
      ),
    ])
  func resets(cipher: NetworkEncryption, checksum: NetworkIntegrity, first: String, second: String) throws {
    var client = try NetworkProtection(
      encryption: cipher, integrity: checksum, sharedKey: Self.shared, vector: Self.vector, isServer: false)
    var server = try NetworkProtection(
      encryption: cipher, integrity: checksum, sharedKey: Self.shared, vector: Self.vector, isServer: true)
    _ = try client.protect(Array("lost".utf8))
    for expected in [first, second] {
      try client.restart()
      try server.restart()
      let sent = try client.protect(Array("first packet".utf8))
      #expect(hex(sent) == expected)
      #expect(try server.unprotect(sent) == Array("first packet".utf8))
      let answer = try server.protect(Array("answer".utf8))
      #expect(try client.unprotect(answer) == Array("answer".utf8))
    }
  }

  @Test("a packet that was changed, repeated or cut is refused") func tampering() throws {
    func pair() throws -> (NetworkProtection, NetworkProtection) {
      let make = { isServer in
        try NetworkProtection(
          encryption: .aes256, integrity: .sha256, sharedKey: Self.shared, vector: Self.vector, isServer: isServer)
      }
      return (try make(false), try make(true))
    }
    let payload = Array("SELECT 1 FROM dual".utf8)
    for place in [0, 20, 40] {
      var (client, server) = try pair()
      var sent = try client.protect(payload)
      sent[place] ^= 1
      #expect(throws: WireError.self) { try server.unprotect(sent) }
    }
    var (client, server) = try pair()
    let sent = try client.protect(payload)
    #expect(try server.unprotect(sent) == payload)
    #expect(throws: WireError.self) { try server.unprotect(sent) }
    for count in [0, 1, 2, 17, sent.count - 1] {
      var (_, fresh) = try pair()
      #expect(throws: WireError.self) { try fresh.unprotect(Array(sent.prefix(count))) }
    }
  }

  @Test("the key exchange") func keys() throws {
    let a = (0..<64).map { [UInt8]([0x01, 0x23, 0x45, 0x67, 0x89, 0xAB, 0xCD, 0xEF])[$0 % 8] }
    let b = (0..<64).map { [UInt8]([0xFE, 0xDC, 0xBA, 0x98, 0x76, 0x54, 0x32, 0x10])[$0 % 8] }
    let prime = DiffieHellman.oakleyGroup2
    let first = try DiffieHellman(generator: [2], prime: prime, length: 128, randomKey: a)
    let second = try DiffieHellman(generator: [2], prime: prime, length: 128, randomKey: b)
    #expect(hex(Array(first.publicKey.prefix(19))) == "b0ffe37fcd2f26a1ee6f97f07c1806e9af8fe0")
    let key = try first.sharedKey(with: second.publicKey)
    #expect(try second.sharedKey(with: first.publicKey) == key)
    #expect(hex(Array(key.prefix(32))) == "7894236ed487178a02f1f4e7437c26b2c7c125742b34695b07dc90b840928aaf")
    #expect(hex(Array(key.suffix(16))) == "7500117af25115e78f8bb75c1ae8a70b")
    // Keys and groups that would give the secret away.
    for bad in [[0], [1], prime, prime.dropLast() + [prime[127] - 1], prime + [0]] as [[UInt8]] {
      #expect(throws: WireError.self) { try first.sharedKey(with: bad) }
    }
    #expect(throws: WireError.self) { try DiffieHellman(generator: [2], prime: [23], length: 1) }
    #expect(throws: WireError.self) { try DiffieHellman(generator: [1], prime: prime, length: 128) }
    #expect(throws: WireError.self) { try DiffieHellman(generator: [2], prime: prime, length: 64) }
  }

  // RFC 6229: the first sixteen bytes of the streams of two keys.
  @Test(
    "RC4's key stream",
    arguments: [
      ([0x01, 0x02, 0x03, 0x04, 0x05], "b2396305f03dc027ccc3524a0a1118a8"),
      (Array(1...16), "9ac7cc9a609d1ef7b2932899cde41b97"),
    ] as [([UInt8], String)])
  func keyStream(key: [UInt8], expected: String) {
    var cipher = RC4(key: key)
    #expect(hex(cipher.next(16)) == expected)
  }

  @Test("both sides agree on the server's first choice, or say that they can't") func choice() throws {
    let offer = NativeServicesOffer()
    let request = NativeServices.request(offer, identifier: [0, 0, 16, 28, 1, 2, 3, 4])
    var writer = TTCWriter()
    request.write(to: &writer)
    var reader = TTCReader(Array(writer.buffer.readableBytesView))
    let read = try NativeNegotiation(from: &reader)
    #expect(read == request && reader.remaining == 0)

    let demanding = NativeServicesOffer(encryption: [.aes192], integrity: [.sha384], allowsPlain: false)
    let chosen = NativeServices.choose(read, server: demanding)
    let agreed = try #require(chosen)
    #expect(agreed == NativeServices.Agreement(encryption: .aes192, integrity: .sha384))
    let key = NativeServices.KeyOffer(
      generator: [2], prime: DiffieHellman.oakleyGroup2, publicKey: Array(repeating: 7, count: 128),
      vector: Array(repeating: 1, count: 16))
    let answer = NativeServices.answer(agreed, key: key, release: 0x1300_0000)
    let (understood, exchange) = try NativeServices.agreement(in: answer, offer: offer)
    #expect(understood == agreed && exchange == key)
    #expect(try NativeServices.publicKey(in: NativeServices.keyMessage([1, 2, 3])) == [1, 2, 3])

    let weak = NativeServicesOffer(encryption: [.aes128], integrity: [], allowsPlain: true)
    let weakRequest = NativeServices.request(weak, identifier: [])
    #expect(NativeServices.choose(weakRequest, server: demanding) == nil)
    #expect(NativeServices.refusal(in: NativeServices.refusal(release: 0x1300_0000)) == 12650)
    #expect(NativeServices.refusal(in: answer) == nil)
    #expect(throws: WireError.self) { try NativeServices.agreement(in: answer, offer: weak) }
    // A cipher without the exchange of keys.
    #expect(throws: WireError.self) {
      try NativeServices.agreement(in: NativeServices.answer(agreed, key: nil, release: 0x1300_0000), offer: offer)
    }
    // Who insists, insists on both: a server that takes one away is not talked to.
    let insisting = NativeServicesOffer(allowsPlain: false)
    for half in [
      NativeServices.Agreement(encryption: .aes256), NativeServices.Agreement(integrity: .sha256),
      NativeServices.Agreement(),
    ] {
      let answer = NativeServices.answer(half, key: key, release: 0x1300_0000)
      #expect(throws: WireError.self) { try NativeServices.agreement(in: answer, offer: insisting) }
    }
    let long = Array(repeating: UInt8(1), count: 5000)
    #expect(throws: WireError.self) { try DiffieHellman(generator: [2], prime: long, length: 128) }
    let exchange128 = try DiffieHellman(generator: [2], prime: DiffieHellman.oakleyGroup2, length: 128)
    #expect(throws: WireError.self) { try exchange128.sharedKey(with: long) }

    let plain = NativeServices.answer(NativeServices.Agreement(), key: nil, release: 0x1300_0000)
    #expect(try NativeServices.agreement(in: plain, offer: offer).0.isPlain)
  }

  @Test(
    "both messages of a real 12.1 server and its client", .enabled(if: Captures.areThere, Captures.absence))
  func captured() throws {
    let packets = try Captures.text("ndpi/oracle12_payloads.hex").components(separatedBy: "# packet").dropFirst()
    var found: [NativeNegotiation] = []
    for packet in packets {
      let digits = packet.split(separator: "\n").dropFirst().joined(separator: " ")
      let bytes = digits.split(separator: " ").compactMap { UInt8($0, radix: 16) }
      guard bytes.count > 14, NativeNegotiation.begins(bytes[10...]) else { continue }
      var reader = TTCReader(Array(bytes[10...]))
      found.append(try NativeNegotiation(from: &reader))
      #expect(reader.remaining == 0)
      var writer = TTCWriter()
      found[found.count - 1].write(to: &writer)
      #expect(Array(writer.buffer.readableBytesView) == Array(bytes[10...]))
    }
    try #require(found.count == 2)
    #expect(found[0][.encryption] != nil && found[0][.supervisor]?.items.count == 3)
    let (agreement, key) = try NativeServices.agreement(in: found[1], offer: NativeServicesOffer())
    #expect(agreement.isPlain && key == nil)
  }
}
