import OracleWire

/// Takes a column's values one after the other.
protocol ValueFigures {
  /// Takes a value, whose bytes are only lent.
  ///
  /// - Throws: `WireError.invalidValue` for bytes that are no value of the type.
  mutating func take(_ value: RawSpan) throws(WireError)
}

/// Values of which nothing more is told than how many differ, and the extremes.
struct PlainFigures: ValueFigures {
  @inline(__always)
  mutating func take(_ value: RawSpan) throws(WireError) {}
}
