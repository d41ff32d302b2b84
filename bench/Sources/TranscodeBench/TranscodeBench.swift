import Transfer

/// The transcoder by itself, on rows in memory.
///
///     TranscodeBench                  nanoseconds a column for each kind
///     TranscodeBench --kinds          the kinds' names
///     TranscodeBench KIND ROUNDS      so many rounds of 8,000 values of a kind: for instruction counts, see instructions.py
@main
struct TranscodeBench {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.first == "--kinds" {
      for kind in TranscoderBenchmark.kinds { print(kind) }
    } else if arguments.count == 2, let kind = arguments.first, let rounds = arguments.last.flatMap({ Int($0) }) {
      _ = try TranscoderBenchmark.run(values: rounds * 8_000, of: kind)
    } else {
      for result in try TranscoderBenchmark.run() {
        print("\(result.name): \(result.nanosecondsPerColumn) ns a column, \(result.megabytesPerSecond) MB/s")
      }
    }
  }
}
