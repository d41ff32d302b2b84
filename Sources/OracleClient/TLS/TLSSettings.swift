import NIOCore
import NIOSSL
import OracleWire

/// How the connection to a listener is secured: what is trusted, and what the server must prove.
///
/// The server's chain is always verified. Its name is checked against the host, or against SSL_SERVER_CERT_DN, unless
/// SSL_SERVER_DN_MATCH is off.
struct TLSSettings: Sendable {
  private static let walletFile = "ewallet.pem"

  let context: NIOSSLContext
  let subject: DistinguishedName?

  /// - Throws: `TLSFailure` when the wallet cannot be read.
  init(_ security: ConnectDescription.Security, _ configuration: OracleConnection.Configuration) throws {
    var settings = TLSConfiguration.makeClientConfiguration()
    settings.minimumTLSVersion = security.versions.contains("1.2") || security.versions.isEmpty ? .tlsv12 : .tlsv13
    if !security.versions.isEmpty, !security.versions.contains("1.3") { settings.maximumTLSVersion = .tlsv12 }
    settings.certificateVerification =
      security.matchesName && security.subject == nil ? .fullVerification : .noHostnameVerification
    if let text = security.subject, security.matchesName {
      guard let name = DistinguishedName(text) else {
        throw TLSFailure("SSL_SERVER_CERT_DN is no distinguished name; write one such as CN=sales,O=Example,C=US")
      }
      subject = name
    } else {
      subject = nil
    }
    if let folder = security.walletLocation ?? configuration.walletLocation, folder.uppercased() != "SYSTEM" {
      try TLSSettings.open(folder, password: configuration.walletPassword, into: &settings)
    }
    do {
      context = try NIOSSLContext(configuration: settings)
    } catch {
      throw TLSFailure("the wallet's certificate and private key do not belong together")
    }
  }

  /// The certificates in a wallet are those that are trusted; with a private key, the first of them is the client's.
  private static func open(_ folder: String, password: String?, into settings: inout TLSConfiguration) throws {
    let path = folder.hasSuffix(".pem") ? folder : "\(folder)/\(walletFile)"
    let bytes: [UInt8]
    do throws(SmallFile.Failure) {
      bytes = try SmallFile.read(path)
    } catch {
      let isOnlyBinary = error.isMissing && SmallFile.exists("\(folder)/cwallet.sso")
      throw TLSFailure(
        "the wallet \(path) cannot be read: \(error.reason); "
          + (isOnlyBinary
            ? "cwallet.sso is not read: write the wallet as PEM (orapki, openssl pkcs12)" : "check wallet_location"))
    }
    guard let certificates = try? NIOSSLCertificate.fromPEMBytes(bytes), !certificates.isEmpty else {
      throw TLSFailure("the wallet \(path) holds no certificate in PEM form")
    }
    settings.trustRoots = .certificates(certificates)
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.contains("PRIVATE KEY-----") else { return }
    if text.contains("ENCRYPTED"), password == nil {
      throw TLSFailure("the private key in \(path) is encrypted; set wallet_password")
    }
    // The library takes the password's bytes for signed ones, and traps on what is beyond ASCII.
    guard password?.utf8.allSatisfy({ $0 < 0x80 }) != false else {
      throw TLSFailure("wallet_password may hold ASCII characters only; write the wallet anew with another password")
    }
    do {
      let key = try NIOSSLPrivateKey(bytes: bytes, format: .pem) { (setter: NIOSSLPassphraseSetter<[UInt8]>) in
        setter(Array((password ?? "").utf8))
      }
      settings.privateKey = .privateKey(key)
    } catch {
      throw TLSFailure("the private key in \(path) cannot be read; check wallet_password")
    }
    settings.certificateChain = certificates.map { .certificate($0) }
  }

  /// The handler for one connection.
  func handler(host: String) throws -> NIOSSLClientHandler {
    // An address is no name: the certificate is then checked against the address itself.
    let isAddress = (try? SocketAddress(ipAddress: host, port: 0)) != nil
    return try NIOSSLClientHandler(context: context, serverHostname: isAddress ? nil : host)
  }

  /// Checks the subject of the server's certificate, when one is asked for.
  func check(_ certificate: NIOSSLCertificate?) throws {
    guard let subject else { return }
    guard let bytes = try certificate?.toDERBytes(), let name = DistinguishedName(subjectOf: bytes) else {
      throw TLSFailure("the subject of the server's certificate cannot be read")
    }
    guard name == subject else {
      throw TLSFailure("the server's certificate has another subject than SSL_SERVER_CERT_DN says")
    }
  }
}
