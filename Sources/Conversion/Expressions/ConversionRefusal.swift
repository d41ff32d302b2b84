/// Why an expression is not converted: its meaning in PostgreSQL could differ, or nobody knows it.
struct ConversionRefusal: Error, Hashable {
  var reason: String

  init(_ reason: String) {
    self.reason = reason
  }
}
