import ArgumentParser

/// `--tables A,B`.
struct TableList: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only these tables, separated by commas; Oracle's names, in upper case unless quoted.", valueName: "a,b"))
  var tables: String?

  var names: [String]? {
    get throws {
      guard let tables else { return nil }
      let names = tables.split(separator: ",").map { $0.trimmingPrefix(while: \.isWhitespace) }
        .map { String($0.reversed().trimmingPrefix(while: \.isWhitespace).reversed()) }
        .filter { !$0.isEmpty }
      guard !names.isEmpty else { throw ValidationError("--tables names no table") }
      return names
    }
  }
}
