import Model
import OracleSQL

// CREATE TRIGGER: its text, what it stands on, and whether it fires.
extension SchemaReplay {
  mutating func createTrigger(_ key: Key) {
    let written = String(decoding: text, as: UTF8.self)
    triggers[key] = Model.TriggerDefinition(
      name: key.name, table: triggeredTable(), text: written, isEnabled: !Self.isDisabled(written))
  }

  /// Whether CREATE TRIGGER says DISABLE; ALTER TRIGGER may enable it later.
  private static func isDisabled(_ text: String) -> Bool {
    guard text.uppercased().contains("DISABLE"), let unit = try? SQLParser.parseUnit(text, options: .placeholders),
      case .trigger(let definition) = unit.kind
    else { return false }
    return definition.isEnabled == false
  }

  /// The table behind the ON of a trigger's head.
  private func triggeredTable() -> String? {
    var lexer = Lexer(text, options: .placeholders)
    var isBehindOn = false
    var name: String?
    for _ in 0..<200 {
      guard let token = try? lexer.next(), token.kind != .end else { break }
      if !isBehindOn {
        isBehindOn = token.keyword == .on
      } else if token.kind == .word || token.kind == .quotedIdentifier {
        guard name == nil || isDot(before: token) else { break }
        name = spelling(of: token)
      } else if token.kind != .dot {
        break
      }
    }
    return name
  }

  private func isDot(before token: Token) -> Bool {
    var place = token.range.start - 1
    while place >= 0, text[place] <= 0x20 { place -= 1 }
    return place >= 0 && text[place] == 0x2E
  }
}
