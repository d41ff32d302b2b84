import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// What a request comes with besides itself.
struct PageContext: InitializableFromSource {
  let channel: any Channel

  init(source: ApplicationRequestContextSource) {
    channel = source.channel
  }
}

/// The answers of the page's server.
struct PageResponses: Sendable {
  let gate: RequestGate
  let streams: EventStreams
  /// The newest state, as JSON.
  let state: @Sendable () throws -> Data
  /// Ends the migration; false when the page may not.
  let cancel: @Sendable () -> Bool

  func response(to request: Request, over context: PageContext) -> Response {
    let verdict = gate.verdict(
      method: request.head.method.rawValue, path: request.head.path ?? "", authority: request.head.authority,
      origin: request.headers[.origin], port: context.channel.localAddress?.port ?? 0)
    // Nothing here takes a body, and one without an end would hold its connection.
    let length = request.headers[.contentLength] ?? "0"
    guard length == "0", request.headers[.transferEncoding] == nil else {
      return refused(.contentTooLarge, "no request here has a body\n", over: context)
    }
    switch verdict {
    case .page: return text(PageDocument.html, "text/html; charset=utf-8")
    case .style: return text(PageDocument.style, "text/css; charset=utf-8")
    case .script: return text(PageDocument.script, "text/javascript; charset=utf-8")
    case .state:
      guard let json = try? state() else { return refused(.internalServerError, "", over: context) }
      return Response(
        status: .ok, headers: headers("application/json"), body: ResponseBody(byteBuffer: ByteBuffer(bytes: json)))
    case .events: return events(over: context)
    case .cancel:
      let isDone = cancel()
      return text(
        isDone ? "cancelling\n" : "nothing can be cancelled here\n", "text/plain; charset=utf-8",
        status: isDone ? .accepted : .conflict)
    case .unknown: return refused(.notFound, "", over: context)
    case .foreignOrigin: return refused(.forbidden, "", over: context)
    case .wrongMethod(let allowed):
      var response = refused(.methodNotAllowed, "", over: context)
      response.headers[.allow] = allowed
      return response
    }
  }

  private func events(over context: PageContext) -> Response {
    guard streams.count < EventStreams.limit else {
      return refused(.serviceUnavailable, "too many pages are open\n", over: context)
    }
    let (streams, channel) = (streams, context.channel)
    return Response(
      status: .ok, headers: headers("text/event-stream"),
      body: ResponseBody { writer in
        // A page that has lost its connection asks again after so many milliseconds.
        try await writer.write(ByteBuffer(string: "retry: 1000\n\n"))
        try await streams.listen(over: channel) { try await writer.write($0) }
        try await writer.finish(nil)
      })
  }

  private func text(_ text: String, _ type: String, status: HTTPResponse.Status = .ok) -> Response {
    Response(status: status, headers: headers(type), body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  /// An answer behind which the connection ends.
  private func refused(_ status: HTTPResponse.Status, _ text: String, over context: PageContext) -> Response {
    var response = self.text(text, "text/plain; charset=utf-8", status: status)
    response.headers[.connection] = "close"
    let channel = context.channel
    // Time for the answer to get there.
    channel.eventLoop.scheduleTask(in: .milliseconds(500)) { channel.close(mode: .all, promise: nil) }
    return response
  }

  private static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    + "frame-ancestors 'none'"

  private func headers(_ type: String) -> HTTPFields {
    var fields = HTTPFields()
    fields[.contentType] = type
    fields[.cacheControl] = "no-store"
    fields[.contentSecurityPolicy] = Self.policy
    fields[.xContentTypeOptions] = "nosniff"
    for (name, value) in [
      ("Referrer-Policy", "no-referrer"), ("X-Frame-Options", "DENY"),
      ("Cross-Origin-Resource-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
    ] {
      if let name = HTTPField.Name(name) { fields[name] = value }
    }
    return fields
  }
}
