import CLibPQ

/// The fields of an error or notice message, by the letters of the protocol (PostgreSQL documentation, 55.8).
enum DiagnosticField: Unicode.Scalar {
  case severity = "V"
  case sqlState = "C"
  case message = "M"
  case detail = "D"
  case hint = "H"
  case position = "P"
  case context = "W"
  case schema = "s"
  case table = "t"
  case column = "c"
  case dataType = "d"
  case constraint = "n"

  func text(in result: OpaquePointer) -> String? {
    guard let value = PQresultErrorField(result, Int32(rawValue.value)) else { return nil }
    return String(cString: value)
  }
}
