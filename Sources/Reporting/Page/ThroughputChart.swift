/// Rows a second over time, as the numbers of an SVG: an area of steps between samples.
struct ThroughputChart {
  static let width = 1000.0
  static let height = 120.0
  /// Into how many steps the time is divided.
  static let steps = 100

  private let rates: [Double]
  private let span: Double

  /// - Returns: nil where there are too few samples for a curve.
  init?(_ start: MigrationRecord.Start) {
    let samples = start.samples.sorted { $0.seconds < $1.seconds }
    guard samples.count > 2, let last = samples.last, last.seconds > 0.05 else { return nil }
    span = max(start.seconds, last.seconds)
    let width = span / Double(Self.steps)
    rates = (0..<Self.steps).map { step in
      let (low, high) = (Double(step) * width, Double(step + 1) * width)
      return (Self.rows(at: high, samples) - Self.rows(at: low, samples)) / width
    }
  }

  /// Between samples in a straight line.
  private static func rows(at moment: Double, _ samples: [MigrationRecord.Sample]) -> Double {
    guard let after = samples.firstIndex(where: { $0.seconds >= moment }) else {
      return Double(samples.last?.rows ?? 0)
    }
    let next = samples[after]
    let before = after == 0 ? MigrationRecord.Sample(seconds: 0, rows: 0) : samples[after - 1]
    guard next.seconds > before.seconds else { return Double(next.rows) }
    let part = (moment - before.seconds) / (next.seconds - before.seconds)
    return Double(before.rows) + part * (Double(next.rows) - Double(before.rows))
  }

  /// For the template.
  var values: [String: Any] {
    let peak = max(rates.max() ?? 1, 1)
    let stepWidth = Self.width / Double(Self.steps)
    var path = "M0 \(TimelineChart.number(Self.height))"
    for (step, rate) in rates.enumerated() {
      let height = TimelineChart.number(Self.height - max(0, rate) / peak * (Self.height - 6))
      path += "L\(TimelineChart.number(Double(step) * stepWidth)) \(height)"
      path += "L\(TimelineChart.number(Double(step + 1) * stepWidth)) \(height)"
    }
    path += "L\(TimelineChart.number(Self.width)) \(TimelineChart.number(Self.height))Z"
    return [
      "width": TimelineChart.number(Self.width), "height": TimelineChart.number(Self.height + 18),
      "plotHeight": TimelineChart.number(Self.height), "path": path,
      "peak": FigureText.grouped(peak),
      "ticks": TimelineChart.ticks(span).map { tick -> [String: Any] in
        [
          "x": TimelineChart.number(tick / span * Self.width), "y": TimelineChart.number(Self.height + 13),
          "text": TimelineChart.tickText(tick), "height": TimelineChart.number(Self.height),
        ]
      },
    ]
  }
}
