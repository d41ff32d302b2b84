/// Which objects are carried over, by patterns.
///
/// A pattern with a kind speaks of objects of that kind only. Without patterns to include that speak of its kind an object
/// is carried; one that fits a pattern to exclude isn't, whatever includes it. Triggers go with their tables: of the
/// patterns to include only those of the kind TRIGGER speak of them.
public struct ObjectSelection: Sendable, Hashable {
  /// A pattern: `EMP*`, `HR.EMP*`, `TABLE.EMP*` or `TABLE.HR.EMP*`.
  public struct Pattern: Sendable, Hashable {
    /// As the user wrote it.
    public let text: String
    private let kind: String?
    private let owner: NamePattern?
    private let name: NamePattern

    /// The kinds of objects that a pattern can begin with.
    public static let kinds = [
      "TABLE", "VIEW", "MATERIALIZED VIEW", "SEQUENCE", "TRIGGER", "SYNONYM", "TYPE", "PROCEDURE", "FUNCTION",
      "PACKAGE",
    ]

    /// Reads a pattern.
    ///
    /// The first of several parts is a kind where it is the word for one, else an owner.
    ///
    /// - Throws: `OptionError` for text of another form.
    public init(_ text: String, origin: String? = nil) throws(OptionError) {
      var parts = NamePattern.parts(of: text.trimmingBlanks)
      var kind: String?
      if parts.count > 1, let first = parts.first, Self.kinds.contains(first.uppercased()) {
        kind = first.uppercased()
        parts.removeFirst()
      }
      let names = parts.compactMap { NamePattern($0) }
      guard names.count == parts.count, (1...2).contains(names.count), let name = names.last else {
        throw OptionError(
          text, origin: origin, "no pattern of objects",
          remedy: "write NAME, OWNER.NAME, KIND.NAME or KIND.OWNER.NAME, with * and ? in it; the kinds are "
            + Self.kinds.joined(separator: ", "))
      }
      self.text = text.trimmingBlanks
      self.kind = kind
      self.name = name
      owner = names.count == 2 ? names[0] : nil
    }

    /// Whether it says anything of objects of a kind.
    func speaks(of kind: String) -> Bool { self.kind.map { kind == $0 || kind == $0 + " BODY" } ?? true }

    func matches(kind: String, owner: String, name: String) -> Bool {
      speaks(of: kind) && (self.owner?.matches(owner) ?? true) && self.name.matches(name)
    }

    /// Whether it is no pattern of a kind.
    var isGeneral: Bool { kind == nil }
  }

  /// What is carried; empty is everything.
  public var included: [Pattern]
  /// What is left out.
  public var excluded: [Pattern]

  /// A selection.
  public init(included: [Pattern] = [], excluded: [Pattern] = []) {
    self.included = included
    self.excluded = excluded
  }

  /// Reads both lists, with commas between their patterns.
  ///
  /// - Throws: `OptionError` for text of another form.
  public static func patterns(_ text: String, origin: String? = nil) throws(OptionError) -> [Pattern] {
    var patterns: [Pattern] = []
    for part in TypeChoices.split(text) { patterns.append(try Pattern(part, origin: origin)) }
    return patterns
  }

  /// Why an object is left out; nil when it is carried.
  ///
  /// - Parameter kind: the dictionary's word, such as `PACKAGE BODY`.
  func reason(kind: String, owner: String, name: String) -> String? {
    if let pattern = excluded.first(where: { $0.matches(kind: kind, owner: owner, name: name) }) {
      return "the option exclude has \(pattern.text)"
    }
    let speaking = included.filter { $0.speaks(of: kind) && !(kind == "TRIGGER" && $0.isGeneral) }
    guard speaking.isEmpty || speaking.contains(where: { $0.matches(kind: kind, owner: owner, name: name) }) else {
      return "the option include has no pattern that fits"
    }
    return nil
  }
}
