/// The first byte of a TTC message.
public enum MessageType: UInt8, Sendable {
  case protocolNegotiation = 1
  case dataTypes = 2
  case function = 3
  case error = 4
  case rowHeader = 6
  case rowData = 7
  case parameters = 8
  case status = 9
  case ioVector = 11
  case lobData = 14
  case warning = 15
  case describe = 16
  case piggyback = 17
  case flushOutBinds = 19
  case bitVector = 21
  case serverPiggyback = 23
  case oneWay = 26
  case implicitResults = 27
  case renegotiate = 28
  case endOfResponse = 29
  case cookie = 30
  case token = 33
  case fastAuthentication = 34
}

/// What a function or piggyback message asks for.
public enum FunctionCode: UInt8, Sendable {
  case reexecute = 4
  case fetch = 5
  case logoff = 9
  case commit = 14
  case rollback = 15
  case version = 59
  case reexecuteAndFetch = 78
  case execute = 94
  case lobOperation = 96
  case closeCursors = 105
  case authenticationTwo = 115
  case authenticationOne = 118
  case cancelAll = 120
  case endToEnd = 135
  case ping = 147
  case setSchema = 152
  case sessionState = 176
  case clientFeatures = 191
}

/// Numbers of character sets.
public enum CharacterSet {
  /// AL32UTF8: what our client asks for and the stand-in's database has.
  public static let utf8: UInt16 = 873
  /// AL16UTF16: the usual national character set.
  public static let utf16: UInt16 = 2000
}
