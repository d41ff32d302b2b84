import OracleWire
import Testing

@testable import OracleStandIn

@Suite("Negotiation of native services") struct StandInNativeServicesTests {
  private static let beginning: [UInt8] = [0xDE, 0xAD, 0xBE, 0xEF, 0, 1]
  private static let other: [UInt8] = [1, 6, 0]

  @Test("bytes that begin like a negotiation are data once a session has begun", arguments: [true, false])
  func dataBehindOtherData(_ hasOffer: Bool) throws {
    var services = StandInNativeServices(offer: hasOffer ? NativeServicesOffer() : nil, release: 0)
    let first = try services.takes(Self.beginning)
    #expect(first && !services.isDone)
    let second = try services.takes(Self.other)
    #expect(!second && services.isDone)
    let third = try services.takes(Self.beginning)
    #expect(!third)
  }

  @Test("and once the negotiation is over") func dataBehindTheNegotiation() throws {
    var services = StandInNativeServices(offer: nil, release: 0)
    let request = NativeServices.request(NativeServicesOffer(), identifier: [UInt8](repeating: 1, count: 8))
    let first = try services.takes(Self.beginning)
    let (answer, protection) = try services.receive(request)
    #expect(first && answer != nil && protection == nil)
    let second = try services.takes(Self.beginning)
    #expect(!second)
  }

  @Test("a client that has agreed to a cipher does not go on in the clear") func clearDuringTheExchange() throws {
    let offer = NativeServicesOffer()
    var services = StandInNativeServices(offer: offer, release: 0)
    let request = NativeServices.request(offer, identifier: [UInt8](repeating: 1, count: 8))
    _ = try services.receive(request)
    #expect(throws: WireError.self) { try services.takes(Self.other) }
    let isTaken = try services.takes(Self.beginning)
    #expect(isTaken && !services.isDone)
  }
}
