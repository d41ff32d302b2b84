import OracleSQL

/// The statements of scripts, each parsed or with the error that it gave, and those of the scripts that they include.
struct ParsedScript {
  /// What the script does at a place; boxed, as scripts have millions of them.
  indirect enum Step {
    case statement(Statement)
    case failure(SQLSyntaxError)
    /// CONNECT, the text behind it.
    case connect(String)
    /// `@file` that was not found or not read, and why.
    case notIncluded(String, reason: String)
    /// A statement with bytes that are not of the script's encoding; it follows as another step.
    case unreadable
  }

  /// A step with its text, and where it begins.
  struct PlacedStep {
    var step: Step
    var text: [UInt8]
    var place: ScriptPlace
  }

  /// Steps in order.
  private(set) var steps: [PlacedStep] = []
  /// Who is named as an object's owner.
  private(set) var owners: Set<String> = []

  private let library: ScriptLibrary
  private var variables = ScriptVariables()
  /// The script that is read, and those that include it.
  private var open: [ScriptSource] = []

  init(_ source: ScriptSource, library: ScriptLibrary) {
    self.library = library
    read(source)
  }

  private mutating func read(_ source: ScriptSource) {
    open.append(source)
    var splitter = ScriptSplitter(source.text, mode: .lenient)
    while let item = splitter.next() {
      switch item.kind {
      case .statement(let text):
        guard !add(text, item.line, unless: { splitter.border(inside: item.range) != nil }),
          let border = splitter.border(inside: item.range)
        else { continue }
        // Where a quote is missing, a literal holds the statements up to the next quote: they are read again.
        add(splitter.text(from: item.range.start, to: border), item.line)
        splitter.resume(at: border)
      case .plsql(let text): add(text, item.line)
      case .execute(let text): add("BEGIN " + text + "; END;", item.line)
      case .connect(let text): append(.connect(variables.substitutedWhereDefined(text)), at: item.line)
      case .include(let text, let isNested): include(text, isNested: isNested, item.line)
      case .command("DEFINE", let text): variables.define(variables.substitutedWhereDefined(text))
      case .command("UNDEFINE", let text): variables.undefine(text)
      case .command("SET", let text): variables.set(text)
      case .command("ACCEPT", let text): _ = variables.accept(variables.substitutedWhereDefined(text))
      case .runAgain, .exit, .command: break
      }
    }
    open.removeLast()
  }

  private mutating func append(_ step: Step, text: [UInt8] = [], at line: Int) {
    steps.append(
      PlacedStep(step: step, text: text, place: ScriptPlace(script: open.last?.name ?? "", line: line)))
  }

  /// Adds a statement, or the error that it gives.
  ///
  /// - Parameter isCut: asked for one that is not understood: whether it is left to be read otherwise.
  /// - Returns: whether it was added.
  @discardableResult private mutating func add(
    _ written: String, _ line: Int, unless isCut: () -> Bool = { false }
  ) -> Bool {
    if open.last?.isRepaired == true, written.unicodeScalars.contains("\u{FFFD}") {
      append(.unreadable, text: Array(written.utf8), at: line)
    }
    let text = variables.substitutedWhereDefined(written)
    let bytes = Array(text.utf8)
    do {
      let statement = try SQLParser.parse(text, options: .placeholders)
      if let owner = Self.objectName(statement)?.schema?.name { owners.insert(owner) }
      append(.statement(statement), text: bytes, at: line)
    } catch {
      if isCut() { return false }
      append(.failure(error), text: bytes, at: line)
    }
    return true
  }

  /// `@file argument ...`: reads the file's statements in this place, with the arguments as `&1`, `&2`.
  private mutating func include(_ written: String, isNested: Bool, _ line: Int) {
    let words = ScriptVariables.words(variables.substitutedWhereDefined(written))
    let path = (words.first ?? "").filter { $0 != "\"" && $0 != "'" }
    guard open.count < Self.depth else {
      return append(.notIncluded(path, reason: "scripts include each other more than \(Self.depth) deep"), at: line)
    }
    guard
      let source = library.script(path, isNested ? .beside(open.last?.name ?? "") : .anywhere(open.last?.name ?? ""))
    else {
      return append(.notIncluded(path, reason: "there is no such file, or it cannot be read"), at: line)
    }
    variables.setArguments(Array(words.dropFirst()))
    read(source)
  }

  private static let depth = 20

  /// What a statement makes or changes.
  private static func objectName(_ statement: Statement) -> ObjectName? {
    switch statement.kind {
    case .createTable(let table): table.name
    case .alterTable(let alteration): alteration.name
    case .createIndex(let index): index.table
    case .createSequence(let sequence): sequence.name
    case .createView(let view): view.name
    case .comment(let comment): comment.object
    default: nil
    }
  }
}
