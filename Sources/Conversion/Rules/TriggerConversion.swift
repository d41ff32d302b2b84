import Model
import OracleSQL

/// One trigger in PostgreSQL's words: a function and CREATE TRIGGER, for a compound trigger one of each for every moment.
struct TriggerConversion {
  /// What a trigger becomes.
  struct Result {
    var statements: [DDLStatement] = []
    /// Where it comes close but not all the way; sorted, each once.
    var remarks: [String] = []
    /// PostgreSQL's names of the triggers.
    var names: [String] = []
    /// Names that are not Oracle's in PostgreSQL's spelling.
    var changedNames: [String] = []
    /// Columns of the new row that are set before it is written, by Oracle name.
    var assignedColumns: Set<String> = []
  }

  /// One moment at which code runs.
  struct Moment {
    var timing: OracleSQL.TriggerDefinition.Timing
    var isForEachRow: Bool
    var block: Block
    var events: [OracleSQL.TriggerDefinition.Event]
    /// What is added to the name; empty for a trigger of one moment.
    var suffix = ""
  }

  static let unknownZone = "it reads the clock of Oracle's server, whose zone nobody named: UTC is taken"

  let catalogue: QueryCatalogue
  let tables: Set<QualifiedName>
  let functionEffects: FunctionEffects
  /// PostgreSQL's schema for the functions.
  let schema: String
  let knowsServerZone: Bool
  /// What is known of the schema's other triggers.
  let order: TriggerOrder
  /// The names of functions in the schema.
  var names = NamePool()

  /// - Parameters:
  ///   - relation: the table or view that the trigger stands on.
  ///   - table: the same, where it is a table.
  mutating func convert(
    _ trigger: Model.TriggerDefinition, _ definition: OracleSQL.TriggerDefinition,
    on relation: QueryCatalogue.Relation, table: TargetTable?
  ) throws(ProgramRefusal) -> Result {
    // What the text says is how it was created; it may have been enabled or disabled since.
    let isEnabled = trigger.isEnabled
    guard isEnabled || table != nil else {
      throw ProgramRefusal("it is disabled, which PostgreSQL can't do to a trigger on a view")
    }
    var result = Result()
    var earlier: [String] = []
    for clause in definition.clauses {
      switch clause.keyword {
      case "FOLLOWS":
        for other in TriggerOrder.names(in: clause, of: trigger.text) {
          guard let names = other.isOf(catalogue.owner) ? order.made[other.name] : nil else {
            result.remarks.append(
              "FOLLOWS \(other), which is not carried over, or another owner's: PostgreSQL fires triggers by their names"
            )
            continue
          }
          earlier += names
        }
      case "PRECEDES":
        for other in TriggerOrder.names(in: clause, of: trigger.text) {
          guard other.isOf(catalogue.owner) else {
            result.remarks.append(
              "PRECEDES \(other), which is another owner's: PostgreSQL fires triggers by their names")
            continue
          }
          let names = [trigger.name, other.name].map { PostgresIdentifier.name(of: $0, keepsCase: catalogue.keepsCase) }
          guard TriggerOrder.fires(names[0], before: names[1]) else {
            throw ProgramRefusal("PRECEDES \(other): PostgreSQL fires triggers by their names", at: clause.range)
          }
        }
      case "CROSSEDITION": throw ProgramRefusal("a trigger between editions", at: clause.range)
      case "DEFAULT" where !clause.range.text(in: trigger.text).uppercased().hasSuffix("USING_NLS_COMP"):
        throw ProgramRefusal("DEFAULT COLLATION has no counterpart", at: clause.range)
      default: continue
      }
    }
    let moments = try Self.moments(definition)
    for moment in moments {
      var wanted = PostgresIdentifier.name(of: trigger.name + moment.suffix, keepsCase: catalogue.keepsCase)
      do {
        wanted = try TriggerOrder.name(wanted, behind: earlier, isOne: moments.count == 1)
      } catch {
        throw ProgramRefusal(error.reason)
      }
      let name = names.take(wanted, for: "trigger \(trigger.name)\(moment.suffix)")
      result.names.append(name)
      if name.uppercased() != trigger.name.uppercased() { result.changedNames.append(name) }
      let events = try TriggerEvents(moment.events, relation, table)
      let body = TriggerBody(
        catalogue: catalogue, tables: tables, functionEffects: functionEffects, events: events, moment: moment,
        relation: relation, table: table, definition: definition)
      let made = try body.translated()
      let function = QualifiedName(schema: schema, name: name)
      let quoted = PostgresIdentifier.quoted(name)
      result.statements.append(
        DDLStatement(
          phase: .trigger, object: TargetObject(kind: .function, name: name),
          sql: ProgramTranslator.making(
            "CREATE FUNCTION \(function.quoted)() RETURNS trigger LANGUAGE plpgsql\(made.rights) AS \(made.text.quoted)",
            .function, function, rights: made.rights)))
      var sql = "CREATE TRIGGER \(quoted) \(moment.timing.rawValue) \(events.sql) ON \(relation.name.quoted)"
      sql += moment.isForEachRow ? " FOR EACH ROW" : " FOR EACH STATEMENT"
      if let condition = made.condition { sql += " WHEN (\(condition))" }
      result.statements.append(
        DDLStatement(
          phase: .trigger, object: TargetObject(kind: .trigger, table: relation.name.name, name: name),
          sql: sql + " EXECUTE FUNCTION \(function.quoted)()"))
      if !isEnabled {
        result.statements.append(
          DDLStatement(
            phase: .trigger, object: TargetObject(kind: .triggerState, table: relation.name.name, name: name),
            sql: "ALTER TABLE \(relation.name.quoted) DISABLE TRIGGER \(quoted)"))
      }
      result.remarks += made.remarks
      result.assignedColumns.formUnion(made.assignedColumns)
      if made.usesServerClock, !knowsServerZone {
        result.remarks.append(Self.unknownZone)
      }
    }
    result.remarks = Set(result.remarks).sorted()
    return result
  }

  /// The one moment of a plain trigger.
  private static func moment(_ definition: OracleSQL.TriggerDefinition, _ block: Block) -> Moment {
    Moment(
      timing: definition.timing, isForEachRow: definition.isForEachRow || definition.timing == .insteadOf, block: block,
      events: definition.events)
  }

  /// When which code runs.
  private static func moments(_ definition: OracleSQL.TriggerDefinition) throws(ProgramRefusal) -> [Moment] {
    switch definition.body {
    case .block(let block):
      return UpdatingSplit.moments(definition, block) ?? [moment(definition, block)]
    case .call(let call):
      let statement = ProgramStatement(kind: .call(call), range: call.range)
      return [moment(definition, Block(statements: [statement], range: call.range))]
    case .compound(let body):
      for declaration in body.declarations {
        guard case .variable(let variable) = declaration.kind, variable.isConstant else {
          throw ProgramRefusal("a compound trigger whose moments share variables", at: declaration.range)
        }
      }
      return body.sections.map { section in
        var block = section.block
        block.declarations = body.declarations + block.declarations
        let words = "_\(section.timing.rawValue)_\(section.isForEachRow ? "ROW" : "STATEMENT")"
        return Moment(
          timing: section.timing, isForEachRow: section.isForEachRow, block: block, events: definition.events,
          suffix: body.sections.count == 1 ? "" : words.split(separator: " ").joined(separator: "_"))
      }
    }
  }
}
