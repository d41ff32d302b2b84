/// A part of a table's rows by the leading columns of its primary key.
///
/// From the lower bound on, up to the upper one, which is not in it. A bound that is nil is open. Oracle compares, column by
/// column.
public struct KeyRange: Sendable, Hashable, Codable {
  /// As what a bound is bound, so that Oracle compares values of one type.
  public enum Kind: String, Sendable, Hashable, Codable {
    case number = "NUMBER"
    case text = "VARCHAR2"
    case date = "DATE"
    case timestamp = "TIMESTAMP"
    case raw = "RAW"

    /// Nil for a type whose values are not used as bounds.
    ///
    /// Not among them: national text and times with zones, whose order hangs on more than the value's own bytes, and
    /// floating point numbers.
    public init?(_ type: OracleDataType) {
      switch type {
      case .number, .float: self = .number
      case .varchar2, .char: self = .text
      case .date: self = .date
      case .timestamp: self = .timestamp
      case .raw: self = .raw
      default: return nil
      }
    }
  }

  /// A column of the key.
  public struct Column: Sendable, Hashable, Codable {
    /// Oracle's name.
    public var name: String
    public var kind: Kind

    public init(name: String, kind: Kind) {
      self.name = name
      self.kind = kind
    }
  }

  /// At least one, in key order.
  public var columns: [Column]
  /// Oracle's own bytes of each column's value, in hexadecimal digits: exact, whatever the value.
  public var low: [String]?
  public var high: [String]?

  public init(columns: [Column], low: [String]? = nil, high: [String]? = nil) {
    self.columns = columns
    self.low = low
    self.high = high
  }
}
