import BenchSupport
import Foundation
import OracleSQL

/// How fast scripts are read into syntax trees, and which of their statements are not understood.
///
/// ParseBench FILE.sql...
///
/// Each script is cut into statements and each statement parsed, PL/SQL in full; again and again for three seconds of
/// processor time, of which the best pass counts.
@main
struct ParseBench {
  static func main() throws {
    let paths = CommandLine.arguments.dropFirst()
    guard !paths.isEmpty else {
      print("ParseBench FILE.sql...")
      exit(64)
    }
    let scripts = try paths.map { path in
      (path: path, text: String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self))
    }
    var statements = 0
    var refused: [String] = []
    for script in scripts {
      for (text, isProgram, line) in items(script.text) {
        statements += 1
        if let error = parse(text, isProgram: isProgram) { refused.append("\(script.path):\(line): \(error)") }
      }
    }
    let bytes = scripts.reduce(0) { $0 + $1.text.utf8.count }
    var best = Double.infinity
    let begin = Measurement.cpuSeconds
    repeat {
      let start = Measurement.cpuSeconds
      for script in scripts { for item in items(script.text) { _ = parse(item.text, isProgram: item.isProgram) } }
      best = min(best, Measurement.cpuSeconds - start)
    } while Measurement.cpuSeconds - begin < 3
    for line in refused { print(line) }
    let share = 100 * Double(statements - refused.count) / Double(max(1, statements))
    print(
      String(
        format: "%d scripts, %.1f MB, %d statements, %d not understood (%.2f %% are); %.1f MB/s", scripts.count,
        Double(bytes) / 1e6, statements, refused.count, share, Double(bytes) / 1e6 / max(best, 1e-9)))
  }

  /// The statements of a script with their lines; SQL*Plus's own commands are none.
  private static func items(_ text: String) -> [(text: String, isProgram: Bool, line: Int)] {
    ScriptSplitter(text, mode: .lenient).compactMap { item in
      switch item.kind {
      case .statement(let statement): (statement, false, item.line)
      case .plsql(let unit): (unit, true, item.line)
      default: nil
      }
    }
  }

  /// Why a statement is not understood; nil when it is.
  private static func parse(_ text: String, isProgram: Bool) -> String? {
    do {
      if isProgram {
        _ = try SQLParser.parseUnit(text, options: .placeholders)
      } else {
        _ = try SQLParser.parse(text, options: .placeholders)
      }
      return nil
    } catch {
      return "\(error)"
    }
  }
}
