/// A statement with one clause marked: `{clause}` is there or not, `{clause|other}` is there or another stands for it.
struct ClauseCase: Sendable, CustomStringConvertible {
  /// What the clause has to become.
  enum Fate: Sendable {
    /// The SQL or the findings say so.
    case carried
    /// Nothing in PostgreSQL: an info finding names it by this word.
    case named(String)
    /// Nothing, as it means nothing for the result, for this reason: SQL and findings are the same without it.
    case meaningless(String)
  }

  var fate: Fate
  /// Statements in front, that the marked one needs.
  var before: String
  var marked: String

  /// A clause that means nothing for the result.
  init(_ marked: String, after before: String = "", meansNothing reason: String) {
    fate = .meaningless(reason)
    self.before = before
    self.marked = marked
  }

  init(_ marked: String, after before: String = "", named word: String? = nil) {
    fate = word.map { .named($0) } ?? .carried
    self.before = before
    self.marked = marked
  }

  var description: String { marked }

  /// The marked statement with the clause.
  var written: String { choice(0) }
  /// The marked statement without it, or with what stands for it.
  var unwritten: String { choice(1) }

  private func choice(_ place: Int) -> String {
    guard let open = marked.firstIndex(of: "{"), let close = marked.lastIndex(of: "}") else { return marked }
    let parts = marked[marked.index(after: open)..<close].split(separator: "|", omittingEmptySubsequences: false)
    let chosen = place < parts.count ? String(parts[place]) : ""
    return marked[..<open] + chosen + marked[marked.index(after: close)...]
  }
}
