import ArgumentParser

/// Bytes a second on the command line: a number with a unit, such as `50MB`.
///
/// kB, MB and GB are powers of 1,000, KiB, MiB and GiB of 1,024; `/s` may follow.
struct ByteRate: ExpressibleByArgument, Hashable {
  var bytesPerSecond: Int

  private static let units: [String: Double] = [
    "": 1, "b": 1, "kb": 1e3, "mb": 1e6, "gb": 1e9, "kib": 1024, "mib": 1_048_576, "gib": 1_073_741_824,
  ]

  init?(argument: String) {
    var text = argument.lowercased()
    if text.hasSuffix("/s") { text.removeLast(2) }
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }
    guard let number = Double(digits), let factor = Self.units[String(unit)] else { return nil }
    let rate = (number * factor).rounded()
    guard rate >= 1, rate <= 1e15 else { return nil }
    bytesPerSecond = Int(rate)
  }

  init(bytesPerSecond: Int) {
    self.bytesPerSecond = bytesPerSecond
  }

  /// `50 MB/s`, `1.5 MB/s`, `800 B/s`.
  var text: String {
    for (unit, factor) in [("GB", 1e9), ("MB", 1e6), ("kB", 1e3)] where Double(bytesPerSecond) >= factor {
      let tenths = (Double(bytesPerSecond) / factor * 10).rounded() / 10
      return (tenths == tenths.rounded() ? String(Int(tenths)) : String(tenths)) + " \(unit)/s"
    }
    return "\(bytesPerSecond) B/s"
  }
}
