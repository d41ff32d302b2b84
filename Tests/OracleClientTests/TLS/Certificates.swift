import ChildProcess
import Foundation

/// Certificates of a test's own, made with the openssl program.
struct Certificates {
  struct Failed: Error {
    var output: String
  }

  let folder: URL

  func path(_ name: String) -> String { folder.appending(path: name).path }

  /// An authority, a server's certificate for localhost and 127.0.0.1, and a client's.
  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "oraferry-tls-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try openssl(
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj",
      "/CN=Test Authority", "-keyout", path("ca.key"), "-out", path("ca.pem"))
    try issue("server", subject: "/C=US/O=Example, Inc/CN=stand-in", names: "DNS:localhost,IP:127.0.0.1")
    try issue("client", subject: "/CN=client", names: "DNS:client.example")
  }

  /// A certificate of the authority's: NAME.key and NAME.pem.
  func issue(_ name: String, subject: String, names: String) throws {
    try Data("subjectAltName=\(names)".utf8).write(to: folder.appending(path: "names"))
    try openssl(
      "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-utf8", "-subj", subject, "-keyout",
      path("\(name).key"), "-out", path("\(name).csr"))
    try openssl(
      "x509", "-req", "-in", path("\(name).csr"), "-CA", path("ca.pem"), "-CAkey", path("ca.key"), "-CAcreateserial",
      "-days", "2", "-extfile", path("names"), "-out", path("\(name).pem"))
  }

  /// A wallet: a folder with an ewallet.pem of files put together.
  func wallet(_ name: String, of files: [String]) throws -> String {
    let wallet = folder.appending(path: name)
    try FileManager.default.createDirectory(at: wallet, withIntermediateDirectories: true)
    let parts = try files.map { try Data(contentsOf: folder.appending(path: $0)) }
    try parts.reduce(Data(), +).write(to: wallet.appending(path: "ewallet.pem"))
    return wallet.path
  }

  @discardableResult
  func openssl(_ arguments: String...) throws -> String {
    // Some milliseconds of work, on no descriptor but its own.
    let process = try ChildProcess(["/usr/bin/env", "openssl"] + arguments, output: .pipe, errors: .pipe)
    let text = [process.output, process.errors].map { handle in
      String(decoding: (try? handle?.readToEnd()) ?? Data(), as: UTF8.self)
    }.joined()
    guard process.waitForExit() == .exited(0) else { throw Failed(output: text) }
    return text
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}
