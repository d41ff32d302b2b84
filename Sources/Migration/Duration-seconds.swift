extension Duration {
  /// In seconds, as a report tells it.
  var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
