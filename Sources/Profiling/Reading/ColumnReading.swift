import Model
import OracleWire

/// How a column is looked at: what is selected of it, and what its bytes are.
enum ColumnReading: Sendable, Hashable {
  case number
  case text
  /// UTF-16 of the national character set.
  case nationalText
  /// DATE and TIMESTAMP; of the ones with a time zone the fields, which are UTC's, without the zone.
  case moment
  case bytes
  /// BINARY_FLOAT, BINARY_DOUBLE, intervals, BOOLEAN and addresses.
  case plain
  /// The length that Oracle tells of a LOB, which is not read.
  case length
  /// Whether there is a value.
  case presence

  /// What a query asks of a column of a type.
  enum Selection: Hashable {
    case value
    case length
    case presence
    /// Not at all, and why.
    case nothing(String)

    init(_ type: OracleDataType) {
      switch type {
      case .clob, .nclob, .blob: self = .length
      case .json, .xml, .vector, .object, .collection, .unsupported: self = .presence
      // Neither a function nor a condition takes one (SQL Language Reference, "LONG Data Type").
      case .long, .longRaw: self = .nothing("a LONG can only be read whole, which would be the copy itself")
      default: self = .value
      }
    }

    /// The expression; nil where nothing is asked.
    ///
    /// - Parameter column: the column's name, quoted.
    func sql(of column: String) -> String? {
      switch self {
      case .value: column
      case .length: "DBMS_LOB.GETLENGTH(\(column))"
      case .presence: "CASE WHEN \(column) IS NULL THEN NULL ELSE 1 END"
      case .nothing: nil
      }
    }
  }

  /// How the described column's bytes are read; nil for a type that is not looked at.
  init?(_ wire: ColumnDescription, _ selection: Selection) {
    switch (selection, wire.typeCode) {
    case (.length, .number): self = .length
    case (.presence, .number): self = .presence
    case (.value, .number), (.value, .binaryInteger): self = .number
    case (.value, .varchar), (.value, .char): self = wire.isNational ? .nationalText : .text
    case (.value, .date), (.value, .timestamp), (.value, .timestampTZ), (.value, .timestampLTZ): self = .moment
    case (.value, .raw): self = .bytes
    case (.value, .binaryFloat), (.value, .binaryDouble), (.value, .intervalYM), (.value, .intervalDS),
      (.value, .boolean), (.value, .rowid), (.value, .urowid):
      self = .plain
    default: return nil
    }
  }
}
