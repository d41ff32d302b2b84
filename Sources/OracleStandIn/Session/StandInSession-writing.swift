import OracleWire

extension StandInSession {
  /// Refuses what changes something in a session with a standby.
  ///
  /// - Throws: ORA-16000.
  func checkWritable() throws {
    if isReadOnly { throw OracleError.readOnly }
  }
}
