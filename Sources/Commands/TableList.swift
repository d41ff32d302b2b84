import ArgumentParser
import Foundation

/// `--tables A,B`.
struct TableList: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only these tables, separated by commas; Oracle's names, in upper case unless quoted.", valueName: "a,b"))
  var tables: String?

  var names: [String]? {
    get throws {
      guard let tables else { return nil }
      let names = tables.split(separator: ",").map(TableList.name).filter { !$0.isEmpty }
      guard !names.isEmpty else { throw ValidationError("--tables names no table") }
      return names
    }
  }

  /// The name without blanks and quotes around it.
  private static func name(_ text: Substring) -> String {
    let name = text.trimmingCharacters(in: .whitespaces)
    guard name.count > 2, name.hasPrefix("\""), name.hasSuffix("\"") else { return name }
    return String(name.dropFirst().dropLast())
  }
}
