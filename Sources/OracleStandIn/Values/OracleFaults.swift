import OracleWire

/// Oracle's texts for the faults that the engine raises in more than one place.
extension OracleError {
  static func unsupported(_ what: String, at position: Int? = nil) -> OracleError {
    OracleError(
      code: 3001, message: "unimplemented feature: the oraferry stand-in does not support \(what)", position: position)
  }

  static func noSuchTable(at position: Int? = nil) -> OracleError {
    OracleError(code: 942, message: "table or view does not exist", position: position)
  }

  static func invalidIdentifier(_ name: String, at position: Int? = nil) -> OracleError {
    OracleError(code: 904, message: "\(name): invalid identifier", position: position)
  }

  static func ambiguousColumn(at position: Int? = nil) -> OracleError {
    OracleError(code: 918, message: "column ambiguously defined", position: position)
  }

  static func inconsistentTypes(expected: String, got: String, at position: Int? = nil) -> OracleError {
    OracleError(code: 932, message: "inconsistent datatypes: expected \(expected) got \(got)", position: position)
  }

  static func invalidArgumentCount(tooFew: Bool, at position: Int? = nil) -> OracleError {
    tooFew
      ? OracleError(code: 938, message: "not enough arguments for function", position: position)
      : OracleError(code: 939, message: "too many arguments for function", position: position)
  }

  /// LONG in a comparison, in GROUP BY, ORDER BY, DISTINCT, a set operation, or where its values would be copied.
  static func illegalLong(at position: Int? = nil) -> OracleError {
    OracleError(code: 997, message: "illegal use of LONG datatype", position: position)
  }

  static let invalidNumber = OracleError(code: 1722, message: "invalid number")
  static let numericOverflow = OracleError(code: 1426, message: "numeric overflow")
  static let divisorIsZero = OracleError(code: 1476, message: "divisor is equal to zero")
  static let rowLocked = OracleError(
    code: 54, message: "resource busy and acquire with NOWAIT specified or timeout expired")
  static let definitionChanged = OracleError(
    code: 1466, message: "unable to read data - table definition has changed")
  static let readOnly = OracleError(
    code: 16000, message: "database or pluggable database open for read-only access")
  static let snapshotTooOld = OracleError(
    code: 1555, message: "snapshot too old: rollback segment number 1 with name \"STANDIN\" too small")
  static let sessionKilled = OracleError(code: 28, message: "your session has been killed")
  static let badRowID = OracleError(code: 1410, message: "invalid ROWID")
  static let badHex = OracleError(code: 1465, message: "invalid hex number")
}
