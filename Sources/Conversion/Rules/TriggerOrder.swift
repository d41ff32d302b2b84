import Model
import OracleSQL

/// FOLLOWS: which triggers fire before another one.
///
/// PostgreSQL fires the triggers of one moment in the order of their names, byte by byte. Where these don't agree with
/// FOLLOWS, the later trigger is called after the earlier one.
struct TriggerOrder {
  /// PostgreSQL's names of the triggers that are made so far, by Oracle name; none where a default stands for the trigger.
  var made: [String: [String]] = [:]

  /// A trigger as a clause names it, in the dictionary's spelling.
  struct Name: CustomStringConvertible {
    /// Nil where the clause names none.
    var owner: String?
    var name: String

    var description: String { owner.map { "\($0).\(name)" } ?? name }

    func isOf(_ owner: String) -> Bool { self.owner == nil || self.owner == owner }
  }

  /// A clause's triggers.
  static func names(in clause: PhysicalClause, of text: String) -> [Name] {
    let text = clause.range.text(in: text)
    let bytes = Array(text.utf8)
    // Behind the clause's word.
    let tokens = ((try? Lexer.tokens(of: text)) ?? []).dropFirst()
    return tokens.split { $0.kind == .comma }.compactMap { tokens in
      let parts = tokens.compactMap { token -> String? in
        let written = token.range.text(in: bytes)
        switch token.kind {
        case .word: return written.uppercased()
        case .quotedIdentifier: return String(written.dropFirst().dropLast())
        default: return nil
        }
      }
      return parts.last.map { Name(owner: parts.count > 1 ? parts[parts.count - 2] : nil, name: $0) }
    }
  }

  /// Triggers of one owner in an order in which each comes behind those that it follows; else the order is as it was.
  static func sorted(_ triggers: [Model.TriggerDefinition], of owner: String) -> [Model.TriggerDefinition] {
    guard triggers.contains(where: { $0.text.uppercased().contains("FOLLOWS") }) else { return triggers }
    var waiting = triggers.map { (trigger: $0, after: Set(followed(by: $0, of: owner))) }
    var result: [Model.TriggerDefinition] = []
    while !waiting.isEmpty {
      let open = Set(waiting.map(\.trigger.name))
      let ready = waiting.filter { $0.after.isDisjoint(with: open.subtracting([$0.trigger.name])) }
      // In a circle, which Oracle refuses, any order will do.
      guard !ready.isEmpty else { return result + waiting.map(\.trigger) }
      result += ready.map(\.trigger)
      let done = Set(ready.map(\.trigger.name))
      waiting.removeAll { done.contains($0.trigger.name) }
    }
    return result
  }

  private static func followed(by trigger: Model.TriggerDefinition, of owner: String) -> [String] {
    guard trigger.text.uppercased().contains("FOLLOWS"), let unit = try? ProgramRefusal.parsed(trigger.text),
      case .trigger(let definition) = unit.kind
    else { return [] }
    return definition.clauses.filter { $0.keyword == "FOLLOWS" }.flatMap { names(in: $0, of: trigger.text) }
      .filter { $0.isOf(owner) }.map(\.name)
  }

  /// Whether PostgreSQL fires a trigger of one name before one of another.
  static func fires(_ name: String, before other: String) -> Bool {
    name.utf8.lexicographicallyPrecedes(other.utf8)
  }

  /// The name for a trigger that has to fire behind others: the wanted one where it does.
  ///
  /// - Parameter isOne: whether the trigger becomes one trigger, which can be called otherwise.
  static func name(_ wanted: String, behind earlier: [String], isOne: Bool) throws(ConversionRefusal) -> String {
    guard let last = earlier.max(by: { fires($0, before: $1) }), !fires(last, before: wanted) else { return wanted }
    let name = "\(last)_\(wanted)"
    guard isOne, name.utf8.count <= PostgresIdentifier.maximumBytes else {
      throw ConversionRefusal("FOLLOWS: PostgreSQL fires triggers by their names, and it can't be called after \(last)")
    }
    return name
  }
}
