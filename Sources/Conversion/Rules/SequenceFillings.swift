import Model
import OracleSQL

/// The triggers of a schema that do nothing but fill a column from a sequence.
struct SequenceFillings {
  /// A trigger's name with what it fills.
  struct Entry {
    var trigger: String
    var key: ColumnKey
    var filling: SequenceFilling
  }

  /// In the order of the triggers; each column once.
  private(set) var entries: [Entry] = []
  /// The columns that can become an identity: NOT NULL, and filled from a sequence that nothing else of the schema names.
  private(set) var columns: Set<ColumnKey> = []

  init(_ schema: Schema) {
    let tables = Dictionary(schema.tables.map { ($0.name, $0) }) { first, _ in first }
    let sequences = Set(schema.sequences.map(\.name))
    var filled: Set<ColumnKey> = []
    for trigger in schema.triggers where trigger.isEnabled {
      guard let name = trigger.table, let table = tables[name],
        let unit = try? SQLParser.parseUnit(trigger.text, options: .placeholders),
        unit.uncommon.isEmpty, unit.conditionals.isEmpty, case .trigger(let definition) = unit.kind,
        let filling = SequenceFilling(definition),
        filling.owner == nil || filling.owner == schema.owner, let column = table.column(filling.column),
        sequences.contains(filling.sequence), column.identity == nil, column.defaultExpression == nil
      else { continue }
      let key = ColumnKey(table: name, column: filling.column)
      if filled.insert(key).inserted {
        entries.append(Entry(trigger: trigger.name, key: key, filling: filling))
      }
    }
    guard !entries.isEmpty else { return }
    let mentions = Self.mentions(of: Set(entries.map(\.filling.sequence)), in: schema)
    for entry in entries {
      guard let table = tables[entry.key.table], let column = table.column(entry.key.column) else { continue }
      let isKey = table.primaryKey?.columns.contains(column.name) == true
      // Its own trigger names it, too.
      if !column.isNullable || isKey, mentions[entry.filling.sequence.uppercased(), default: 0] <= 1 {
        columns.insert(entry.key)
      }
    }
  }

  /// How many texts of a schema have a sequence's name as a word of their own, in any case of letters, as far as texts are
  /// known; by the name in upper case.
  private static func mentions(of sequences: Set<String>, in schema: Schema) -> [String: Int] {
    let names = Set(sequences.map { $0.uppercased() })
    let texts =
      schema.triggers.map(\.text) + schema.views.map(\.query)
      + schema.tables.flatMap { $0.columns.compactMap(\.defaultExpression) } + schema.synonyms.map(\.targetName)
      + schema.otherObjects.compactMap(\.text)
    var counts: [String: Int] = [:]
    for text in texts {
      let words = text.uppercased().split { !($0.isLetter || $0.isNumber || "_$#".contains($0)) }
      for name in Set(words.map(String.init)).intersection(names) { counts[name, default: 0] += 1 }
    }
    return counts
  }
}
