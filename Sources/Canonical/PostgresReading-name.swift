/// Names of readings, under which sums that are kept say how their rows are to be read; never to be changed.
extension PostgresReading {
  /// The reading's name.
  public var name: String {
    switch self {
    case .text: "text"
    case .paddedText: "padded text"
    case .bytes: "bytes"
    case .int2: "int2"
    case .int4: "int4"
    case .int8: "int8"
    case .numeric: "numeric"
    case .timestamp: "timestamp"
    case .instant: "instant"
    case .date: "date"
    case .double: "double"
    case .float: "float"
    case .boolean: "boolean"
    case .interval: "interval"
    case .xml: "xml"
    case .array(.integer): "array of int2"
    case .array(.float): "array of float"
    case .array(.double): "array of double"
    }
  }

  /// The reading of a name; nil for one that is not known here.
  public init?(name: String) {
    guard let reading = Self.all.first(where: { $0.name == name }) else { return nil }
    self = reading
  }

  private static let all: [PostgresReading] = [
    .text, .paddedText, .bytes, .int2, .int4, .int8, .numeric, .timestamp, .instant, .date, .double, .float, .boolean,
    .interval, .xml, .array(.integer), .array(.float), .array(.double),
  ]
}
