import Foundation
import NIOSSL
import Testing

@testable import OracleClient

struct DistinguishedNameTests {
  @Test(arguments: [
    ("CN=sales,O=Example,C=US", "C=US, O=Example, CN=sales"), ("cn = sales , o = Example", "O=Example,CN=sales"),
    (#"O="Example, Inc",CN=a"#, #"O=Example\, Inc,CN=a"#), ("CN=a,OU=x,OU=y", "OU=y,OU=x,CN=a"),
    ("S=Bayern,CN=a", "ST=Bayern,CN=a"), ("CN=a b ", "CN=a b"), (#"CN=a\ "#, #"CN="a ""#),
  ])
  func sameNames(_ one: String, _ other: String) {
    #expect(DistinguishedName(one) != nil)
    #expect(DistinguishedName(one) == DistinguishedName(other))
  }

  @Test(arguments: [
    ("CN=sales", "CN=Sales"), ("CN=sales", "CN=sales,O=Example"), ("CN=a,OU=x", "CN=a,OU=x,OU=x"), ("CN=a", "O=a"),
  ])
  func differentNames(_ one: String, _ other: String) {
    #expect(DistinguishedName(one) != DistinguishedName(other))
  }

  @Test(arguments: ["", "CN", "=x", "CN=a,b"])
  func textThatIsNoName(_ text: String) {
    #expect(DistinguishedName(text) == nil)
  }

  /// openssl's own words for the subject are the expectation.
  @Test(arguments: [
    "/C=US/O=Example, Inc/OU=a/OU=b/CN=stand-in", "/DC=example/DC=com/UID=me/emailAddress=me@example.com",
    "/C=DE/ST=Bayern/L=Nürnberg/street=Am Weg 1/CN=Grüße \\+ co", "/serialNumber=7/SN=Doe/GN=J/title=T/CN=x\\/y",
  ])
  func theSubjectOfACertificate(_ subject: String) throws {
    let certificates = try Certificates()
    defer { certificates.remove() }
    try certificates.issue("one", subject: subject, names: "DNS:x")
    let der = try NIOSSLCertificate.fromPEMFile(certificates.path("one.pem")).first?.toDERBytes() ?? []
    let written = try certificates.openssl(
      "x509", "-in", certificates.path("one.pem"), "-noout", "-subject", "-nameopt", "RFC2253,-esc_msb,utf8")
    let text = written.replacing("subject=", with: "").trimmingCharacters(in: .whitespacesAndNewlines)
    let name = DistinguishedName(subjectOf: der)
    #expect(name != nil)
    #expect(name == DistinguishedName(text.replacing("title=", with: "T=")), "\(text)")
    // Whatever is cut off or changed gives a name or none, and never a trap.
    for end in der.indices { _ = DistinguishedName(subjectOf: Array(der[..<end])) }
    for place in der.indices {
      var changed = der
      changed[place] ^= 0xFF
      _ = DistinguishedName(subjectOf: changed)
    }
  }
}
