/// When each worker copied what, as the numbers of an SVG: a lane for each worker, a bar for each table or chunk.
struct TimelineChart {
  /// Of the drawing, in its own units.
  static let width = 1000.0
  static let laneHeight = 22.0
  /// The most bars that are drawn: a browser takes no pleasure in more.
  static let barLimit = 4000

  private let start: MigrationRecord.Start
  private let span: Double

  /// - Returns: nil where nothing was copied.
  init?(_ start: MigrationRecord.Start) {
    guard !start.pieces.isEmpty else { return nil }
    self.start = start
    span = max(start.seconds, start.pieces.map { $0.begun + $0.seconds }.max() ?? 0, 0.001)
  }

  /// The most lanes that are drawn.
  private static let laneLimit = 256

  private var workers: Int { min(max(start.pieces.map(\.worker).max() ?? 0, 0), Self.laneLimit - 1) + 1 }

  /// For the template.
  var values: [String: Any] {
    // Where there are too many, the longest tell the most.
    let shown = start.pieces.filter { (0..<workers).contains($0.worker) }.sorted { $0.seconds > $1.seconds }.prefix(
      Self.barLimit)
    let tables = Dictionary(
      Set(start.pieces.map(\.table)).sorted().enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let height = Double(workers) * Self.laneHeight
    return [
      "width": Self.number(Self.width), "height": Self.number(height + 18), "plotHeight": Self.number(height),
      "label": "\(Self.counted(start.pieceCount, "piece")) by \(Self.counted(workers, "worker")) in "
        + FigureText.time(span),
      "bars": shown.map { bar($0, colour: (tables[$0.table] ?? 0) % 8) },
      "ticks": Self.ticks(span).map { tick -> [String: Any] in
        [
          "x": Self.number(tick / span * Self.width), "y": Self.number(height + 13), "text": Self.tickText(tick),
          "height": Self.number(height),
        ]
      },
      "hidden": start.pieceCount > shown.count ? FigureText.grouped(start.pieceCount &- shown.count) : "",
      "hasHidden": start.pieceCount > shown.count,
    ]
  }

  private func bar(_ piece: MigrationRecord.Piece, colour: Int) -> [String: Any] {
    let place = piece.chunk.map { "\(piece.table), chunk \($0)" } ?? piece.table
    return [
      "x": Self.number(piece.begun / span * Self.width),
      "y": Self.number(Double(piece.worker) * Self.laneHeight + 3),
      "width": Self.number(max(piece.seconds / span * Self.width, 1)), "height": Self.number(Self.laneHeight - 6),
      "colour": String(colour),
      "title": "\(place): \(FigureText.grouped(piece.rows)) rows in \(FigureText.time(piece.seconds))".printable,
    ]
  }

  private static func counted(_ number: Int, _ what: String) -> String {
    "\(FigureText.grouped(number)) \(what)\(number == 1 ? "" : "s")"
  }

  /// Round moments, ten at the most.
  static func ticks(_ span: Double) -> [Double] {
    guard span > 0, span.isFinite else { return [] }
    var step = 0.001
    var factors = [2.0, 2.5, 2.0]
    while span / step > 10 {
      step *= factors[0]
      factors = Array(factors[1...]) + [factors[0]]
    }
    return (0...Int(span / step)).map { Double($0) * step }.filter { $0 < span * 0.97 }
  }

  static func tickText(_ seconds: Double) -> String {
    if seconds == 0 { return "0" }
    return seconds < 1
      ? "\(Int((seconds * 1000).rounded())) ms" : seconds < 10 ? "\(number(seconds)) s" : FigureText.time(seconds)
  }

  /// At most two digits behind the point, and no exponent.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let hundredths = Int((min(max(value, -1e7), 1e7) * 100).rounded())
    guard hundredths % 100 != 0 else { return String(hundredths / 100) }
    let sign = hundredths < 0 ? "-" : ""
    let (whole, part) = (abs(hundredths) / 100, abs(hundredths) % 100)
    return "\(sign)\(whole)." + (part % 10 == 0 ? String(part / 10) : (part < 10 ? "0" : "") + String(part))
  }
}
