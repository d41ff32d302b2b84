import OracleWire

/// TRIGGERS, SOURCE and PROCEDURES: units that are stored and never run.
enum ProgramViews {
  static func units(_ session: StandInSession) -> [StoredUnit] {
    let catalog = session.database.catalog
    return (catalog.units.values.flatMap { $0.values } + catalog.triggers.values).sorted {
      $0.objectNumber < $1.objectNumber
    }
  }

  private struct Line {
    var unit: StoredUnit
    var number: Int
    var text: String
  }

  private static func lines(_ session: StandInSession) -> [Line] {
    units(session).flatMap { unit -> [Line] in
      // Oracle keeps the text from the unit's kind on, without CREATE OR REPLACE.
      var text = unit.text[...]
      if let start = text.uppercased().range(of: unit.kind.rawValue.split(separator: " ")[0]) {
        let offset = text.uppercased().utf8.distance(from: text.uppercased().startIndex, to: start.lowerBound)
        text = text[text.utf8.index(text.startIndex, offsetBy: min(offset, text.utf8.count))...]
      }
      return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
        Line(unit: unit, number: $0 + 1, text: $1 + "\n")
      }
    }
  }

  private static let sourceColumns: [DictionaryColumn<Line>] = [
    DictionaryColumn("OWNER") { Value($0.unit.name.owner) },
    DictionaryColumn("NAME") { Value($0.unit.name.name) },
    DictionaryColumn("TYPE") { Value($0.unit.kind.rawValue) },
    DictionaryColumn("LINE") { Value($0.number) },
    DictionaryColumn("TEXT") { Value($0.text) },
    DictionaryColumn("ORIGIN_CON_ID") { _ in Value(1) },
  ]

  private static func words(_ unit: StoredUnit) -> [String] {
    unit.text.prefix(4000).uppercased().split { $0.isWhitespace || $0 == "(" || $0 == ";" }.map(String.init)
  }

  private static let triggerColumns: [DictionaryColumn<StoredUnit>] = [
    DictionaryColumn("OWNER") { Value($0.name.owner) },
    DictionaryColumn("TRIGGER_NAME") { Value($0.name.name) },
    DictionaryColumn("TRIGGER_TYPE") { unit in
      let words = words(unit)
      let time = words.contains("BEFORE") ? "BEFORE" : words.contains("INSTEAD") ? "INSTEAD OF" : "AFTER"
      guard time != "INSTEAD OF" else { return Value(time) }
      return Value(time + (words.contains("EACH") ? " EACH ROW" : " STATEMENT"))
    },
    DictionaryColumn("TRIGGERING_EVENT") { unit in
      let words = words(unit).prefix { $0 != "ON" }
      return Value(["INSERT", "UPDATE", "DELETE"].filter { words.contains($0) }.joined(separator: " OR "))
    },
    DictionaryColumn("TABLE_OWNER") { Value($0.table?.owner) },
    DictionaryColumn("BASE_OBJECT_TYPE", constant: "TABLE"),
    DictionaryColumn("TABLE_NAME") { Value($0.table?.name) },
    DictionaryColumn("REFERENCING_NAMES", constant: "REFERENCING NEW AS NEW OLD AS OLD"),
    DictionaryColumn("STATUS") { Value($0.isEnabled ? "ENABLED" : "DISABLED") },
    DictionaryColumn("DESCRIPTION") { Value($0.text.split(separator: "\n").first.map(String.init)) },
    DictionaryColumn("ACTION_TYPE", constant: "PL/SQL     "),
    DictionaryColumn("TRIGGER_BODY") { Value(type: .long, bytes: Array($0.text.utf8)) },
  ]

  private static let procedureColumns: [DictionaryColumn<StoredUnit>] = [
    DictionaryColumn("OWNER") { Value($0.name.owner) },
    DictionaryColumn("OBJECT_NAME") { Value($0.name.name) },
    DictionaryColumn("OBJECT_ID") { Value(Int($0.objectNumber)) },
    DictionaryColumn("SUBPROGRAM_ID") { _ in Value(1) },
    DictionaryColumn("OBJECT_TYPE") { Value($0.kind.rawValue) },
    DictionaryColumn("AGGREGATE", constant: "NO"),
    DictionaryColumn("PIPELINED", constant: "NO"),
    DictionaryColumn("PARALLEL", constant: "NO"),
    DictionaryColumn("INTERFACE", constant: "NO"),
    DictionaryColumn("DETERMINISTIC", constant: "NO"),
    DictionaryColumn("AUTHID", constant: "DEFINER"),
  ]

  static let all: [DictionaryDefinition] =
    DictionaryBuilder.family("SOURCE", sourceColumns, owner: { $0.unit.name.owner }, elements: { lines($0) })
    + DictionaryBuilder.family(
      "TRIGGERS", triggerColumns, owner: { $0.name.owner },
      elements: { units($0).filter { $0.kind == .trigger } })
    + DictionaryBuilder.family(
      "PROCEDURES", procedureColumns, owner: { $0.name.owner },
      elements: { units($0).filter { [.procedure, .function, .package].contains($0.kind) } })
}
