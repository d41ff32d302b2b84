import OracleSQL

/// `IF UPDATING('C') THEN ... END IF` and nothing else: a trigger of its own, UPDATE OF that column, for each IF.
///
/// Inside of a trigger PostgreSQL doesn't tell which columns an UPDATE names; only CREATE TRIGGER can ask for them.
enum UpdatingSplit {
  /// The moments of the parts; nil for a trigger that asks for no column, or does anything beside such IFs.
  static func moments(
    _ definition: OracleSQL.TriggerDefinition, _ block: Block
  ) -> [TriggerConversion.Moment]? {
    guard definition.timing != .insteadOf, block.declarations.isEmpty, block.handlers.isEmpty,
      definition.condition == nil || block.statements.count == 1
    else { return nil }
    var asksForColumns = false
    var moments: [TriggerConversion.Moment] = []
    for (place, statement) in block.statements.enumerated() {
      guard case .ifThen(let branches, nil) = statement.kind, branches.count == 1, branches[0].conditions.count == 1,
        let events = events(branches[0].conditions[0], of: definition, &asksForColumns),
        block.statements.count == 1 || !branches[0].statements.contains(where: { ProgramTranslator.leaves($0) })
      else { return nil }
      guard !events.isEmpty else { continue }
      moments.append(
        TriggerConversion.Moment(
          timing: definition.timing, isForEachRow: definition.isForEachRow,
          block: Block(statements: branches[0].statements, range: statement.range), events: events,
          suffix: block.statements.count == 1 ? "" : "_" + number(place + 1, of: block.statements.count)))
    }
    return asksForColumns && !moments.isEmpty ? moments : nil
  }

  /// Numbers of one length: PostgreSQL fires triggers in the order of their names.
  private static func number(_ number: Int, of count: Int) -> String {
    String(repeating: "0", count: max(0, String(count).count - String(number).count)) + String(number)
  }

  /// The events for which `INSERTING OR UPDATING('C')` and its kin holds; nil for another condition.
  private static func events(
    _ condition: Expression, of definition: OracleSQL.TriggerDefinition, _ asksForColumns: inout Bool
  ) -> [OracleSQL.TriggerDefinition.Event]? {
    switch condition.kind {
    case .or(let operands):
      var all: [OracleSQL.TriggerDefinition.Event] = []
      for operand in operands {
        guard let part = events(operand, of: definition, &asksForColumns) else { return nil }
        all += part
      }
      return all
    case .column(let name) where name.table == nil:
      return definition.events.filter { event in
        switch (event, name.column.name) {
        case (.insert, "INSERTING"), (.update, "UPDATING"), (.delete, "DELETING"): true
        default: false
        }
      }.nonEmpty(ifKnown: ["INSERTING", "UPDATING", "DELETING"].contains(name.column.name))
    case .call(let call):
      guard call.path.count == 1, call.path[0].name == "UPDATING", call.arguments.count == 1,
        case .literal(.string(let column, _)) = call.arguments[0].value.kind
      else { return nil }
      asksForColumns = true
      let name = column.uppercased()
      let isWatched = definition.events.contains { event in
        if case .update(let columns) = event { columns.isEmpty || columns.contains { $0.name == name } } else { false }
      }
      return isWatched ? [.update(columns: [Identifier(name: name, isQuoted: true, range: condition.range)])] : []
    default: return nil
    }
  }
}

extension [OracleSQL.TriggerDefinition.Event] {
  /// These events, or nil where the condition was none on events.
  fileprivate func nonEmpty(ifKnown isKnown: Bool) -> Self? { isKnown ? self : nil }
}
