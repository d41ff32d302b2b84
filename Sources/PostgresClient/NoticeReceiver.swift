import CLibPQ

/// Takes the notices that libpq hands over in the middle of its calls, on the session's queue.
final class NoticeReceiver {
  var handler: (@Sendable (PostgresNotice) -> Void)?

  init(_ handler: (@Sendable (PostgresNotice) -> Void)?) {
    self.handler = handler
  }

  /// The receiver must outlive the connection's handle.
  func listen(to handle: OpaquePointer) {
    let context = Unmanaged.passUnretained(self).toOpaque()
    _ = PQsetNoticeReceiver(
      handle,
      { context, result in
        guard let context, let result else { return }
        let receiver = Unmanaged<NoticeReceiver>.fromOpaque(context).takeUnretainedValue()
        guard let handler = receiver.handler else { return }
        handler(PostgresNotice(result))
      }, context)
  }
}

extension PostgresNotice {
  init(_ result: OpaquePointer) {
    severity = DiagnosticField.severity.text(in: result) ?? "NOTICE"
    sqlState = DiagnosticField.sqlState.text(in: result)
    message = DiagnosticField.message.text(in: result) ?? ""
    detail = DiagnosticField.detail.text(in: result)
    hint = DiagnosticField.hint.text(in: result)
  }
}
