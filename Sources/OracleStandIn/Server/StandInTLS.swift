import NIOCore
import NIOSSL

/// TLS of the stand-in: the files that prove who it is, and whom it believes.
public struct StandInTLS: Sendable {
  /// Files that are no certificate, or no private key, or do not belong together.
  public struct Fault: Error, CustomStringConvertible {
    public let description: String
  }

  let context: NIOSSLContext

  /// Reads the files.
  ///
  /// - Parameters:
  ///   - certificate: the server's certificate in PEM form, and those of the authorities between it and the root.
  ///   - key: its private key in PEM form, not encrypted.
  ///   - clientAuthority: the authority's certificate that every client must have one of; nil when clients need none.
  public init(certificate: String, key: String, clientAuthority: String? = nil) throws {
    guard let chain = try? NIOSSLCertificate.fromPEMFile(certificate), !chain.isEmpty else {
      throw Fault(description: "\(certificate) holds no certificate in PEM form")
    }
    guard let privateKey = try? NIOSSLPrivateKey(file: key, format: .pem) else {
      throw Fault(description: "\(key) holds no private key in PEM form, or an encrypted one")
    }
    var settings = TLSConfiguration.makeServerConfiguration(
      certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(privateKey))
    settings.minimumTLSVersion = .tlsv12
    if let clientAuthority {
      guard let roots = try? NIOSSLCertificate.fromPEMFile(clientAuthority), !roots.isEmpty else {
        throw Fault(description: "\(clientAuthority) holds no certificate in PEM form")
      }
      settings.trustRoots = .certificates(roots)
      settings.certificateVerification = .noHostnameVerification
    }
    do {
      context = try NIOSSLContext(configuration: settings)
    } catch {
      throw Fault(description: "the key in \(key) does not belong to the certificate in \(certificate)")
    }
  }

  private static let handlerName = "TLS"

  /// Puts TLS before everything else on a connection.
  func add(to channel: any Channel) throws {
    try channel.pipeline.syncOperations.addHandler(
      NIOSSLServerHandler(context: context), name: StandInTLS.handlerName, position: .first)
  }

  /// Begins TLS anew, as the process does to which a listener hands a connection on.
  func renew(on channel: any Channel) {
    channel.pipeline.removeHandler(name: StandInTLS.handlerName).flatMapThrowing { try add(to: channel) }
      .whenFailure { _ in channel.close(promise: nil) }
  }
}
