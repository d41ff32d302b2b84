/// One statement of a script file, and its named binds.
///
/// Strings, quoted names, comments, PostgreSQL's dollar quotes, Oracle's `q'[...]'` and casts by `::` are told apart, so
/// that only `:name` outside of them is a bind. The statement may end with `;`, or with `/` on a line of its own.
public struct QueryScript: Sendable, Hashable {
  /// What is wrong with a script.
  public struct Fault: Error, Sendable, Hashable, CustomStringConvertible {
    public var description: String
  }

  private enum Piece: Sendable, Hashable {
    case text(String)
    case bind(String)
  }

  private let pieces: [Piece]
  /// The binds' names in lower case, each once, in the order in which they first stand.
  public let bindNames: [String]

  /// Reads a script.
  ///
  /// - Throws: `Fault` when it holds no statement or more than one, or something that is not closed.
  public init(_ text: String) throws(Fault) {
    var scanner = ScriptScanner(text)
    try scanner.run()
    pieces = scanner.pieces.map { $0.isBind ? .bind($0.text) : .text($0.text) }
    var seen: Set<String> = []
    bindNames = scanner.pieces.filter(\.isBind).map(\.text).filter { seen.insert($0).inserted }
    guard scanner.hasStatement else { throw Fault(description: "the script holds no statement") }
  }

  /// The statement for Oracle, whose binds are `:name`.
  public var oracleText: String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .bind(let name): ":" + name
      }
    }.joined()
  }

  /// The statement for PostgreSQL: `$1` is the first of `bindNames`, and so on.
  public var postgresText: String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .bind(let name): "$\((bindNames.firstIndex(of: name) ?? 0) + 1)"
      }
    }.joined()
  }
}
