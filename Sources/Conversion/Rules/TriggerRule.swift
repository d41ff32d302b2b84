import Model
import OracleSQL

/// CREATE TRIGGER, each with a function of its own, and the stand-alone functions and procedures that triggers call.
///
/// The PL/SQL is translated statement by statement (`ProgramTranslator`); a trigger with anything in it that has no
/// exact counterpart is left out, with a finding that names the construct and its line. WHEN stays in the head where
/// PostgreSQL can have it there. Triggers fire in the order of their names, so one with FOLLOWS may get another name. A
/// compound trigger becomes one trigger for each of its moments, if these share no variables; a trigger of nothing but
/// `IF UPDATING('C')` one of UPDATE OF for each. A disabled trigger is made and disabled. A function that takes
/// privileges has those of its owner, as Oracle's triggers do, and nobody else may call it.
/// RAISE_APPLICATION_ERROR(-20101, text) raises the text with SQLSTATE `OR101`, an exception of the program's own one
/// of the class `OX`.
///
/// Triggers that do nothing but fill a column from a sequence are the column's default instead (`SequenceTriggerRule`),
/// unless the user wants exact triggers.
struct TriggerPlanner {
  /// What becomes of one schema's triggers.
  struct Outcome {
    var statements: [DDLStatement] = []
    var findings: [Finding] = []
    /// Functions and procedures that are carried because a trigger calls them, by Oracle name.
    var functions: Set<String> = []
    /// Columns that a BEFORE trigger sets, by Oracle name: PostgreSQL has found the row's partition by then.
    var assignedColumns: [QualifiedName: Set<String>] = [:]
  }

  private var catalogue: QueryCatalogue
  private let conversions: [SchemaConversion]
  private var functions: FunctionPlanner
  /// The carried tables by PostgreSQL's name.
  private let tables: [QualifiedName: TargetTable]
  private(set) var outcomes: [Outcome]
  /// By the place of their schema.
  private var orders: [TriggerOrder]

  /// - Parameters:
  ///   - conversions: with their tables settled.
  ///   - catalogue: all that statements in triggers may name.
  init(_ conversions: [SchemaConversion], catalogue: QueryCatalogue) {
    self.conversions = conversions
    self.catalogue = catalogue
    tables = Dictionary(conversions.flatMap { $0.tables.values.map { ($0.name, $0) } }) { first, _ in first }
    functions = FunctionPlanner(conversions, tables: Set(tables.keys))
    outcomes = conversions.map { _ in Outcome() }
    orders = conversions.map { conversion in
      // A default is there before any trigger fires.
      TriggerOrder(made: Dictionary(uniqueKeysWithValues: conversion.absorbedTriggers.map { ($0, []) }))
    }
  }

  mutating func run() {
    functions.convert(calledIn: conversions.flatMap { $0.schema.triggers.map(\.text) }, &catalogue)
    for (place, conversion) in conversions.enumerated() {
      for trigger in TriggerOrder.sorted(
        conversion.schema.triggers, of: conversion.schema.owner)
      where !conversion.absorbedTriggers.contains(trigger.name) {
        // Of a run that carries some tables only, other tables' triggers are none of its business.
        if conversion.options.tables != nil, trigger.table.map({ conversion.tables[$0] == nil }) ?? true { continue }
        convert(trigger, place)
      }
    }
    let texts = outcomes.flatMap { $0.statements.map(\.sql) }
    for (place, made) in functions.made(calledIn: texts) {
      outcomes[place].statements.insert(made.statement, at: 0)
      outcomes[place].findings += made.findings
      outcomes[place].functions.insert(made.oracleName)
    }
  }

  private mutating func convert(_ trigger: Model.TriggerDefinition, _ place: Int) {
    let conversion = conversions[place]
    let object = "trigger \(trigger.name)"
    catalogue.owner = conversion.schema.owner
    do {
      let made = try made(trigger, place)
      outcomes[place].statements += made.statements
      for remark in made.remarks {
        outcomes[place].findings.append(
          Finding(
            severity: .warning, rule: "trigger.converted", object: object, reason: remark,
            remedy: "compare what the trigger does on both sides"))
      }
      for name in made.changedNames {
        outcomes[place].findings.append(
          Finding(
            severity: .info, rule: "name.changed", object: object,
            reason: "in PostgreSQL it is called \"\(name)\"", remedy: "use the new name"))
      }
    } catch {
      let location = error.place.map {
        "line \(SourceLocation(offset: $0.start, in: Array(trigger.text.utf8)).line) of its text: "
      }
      outcomes[place].findings.append(
        Finding(
          severity: .warning, rule: "trigger.not-converted", object: object,
          reason: "\(location ?? "")\(explained(error.reason)); it is left out", remedy: "write it in PL/pgSQL"))
    }
  }

  /// A refusal, and why the function that it names could not be carried.
  private func explained(_ reason: String) -> String {
    let called = functions.refusals.first { name, _ in
      reason == "the function \(name) is not converted" || reason == "the procedure \(name) is not converted"
    }
    return called.map { "\(reason) (\($0.value))" } ?? reason
  }

  private mutating func made(
    _ trigger: Model.TriggerDefinition, _ place: Int
  ) throws(ProgramRefusal) -> TriggerConversion.Result {
    let conversion = conversions[place]
    let unit = try ProgramRefusal.parsed(trigger.text)
    guard case .trigger(let definition) = unit.kind else { throw ProgramRefusal("its text is no trigger") }
    guard case .table(let name) = definition.target else {
      throw ProgramRefusal("a trigger on something other than a table or view has no counterpart")
    }
    let owner = name.schema?.name ?? conversion.schema.owner
    let subject = owner == conversion.schema.owner ? trigger.table ?? name.name.name : name.name.name
    let views = conversions.first { $0.schema.owner == owner }?.schema.views ?? []
    guard !views.contains(where: { $0.name == subject && $0.materialization != nil }) else {
      throw ProgramRefusal("\(subject) is a materialized view, and PostgreSQL has no triggers on these")
    }
    guard let relation = catalogue.relation(schema: owner, name: subject) else {
      throw ProgramRefusal("\(subject) is no table or view that is carried over")
    }
    var triggers = TriggerConversion(
      catalogue: catalogue, tables: Set(tables.keys), functionEffects: functions.effects, schema: conversion.target,
      knowsServerZone: conversion.options.oracleServerTimeZone != nil, order: orders[place])
    let names = functions.names[place]
    triggers.names = names
    var result = try triggers.convert(trigger, definition, on: relation, table: tables[relation.name])
    result.remarks += unit.conditionalRemarks(in: trigger.text)
    functions.names[place] = triggers.names
    orders[place].made[trigger.name] = result.names
    outcomes[place].assignedColumns[relation.name, default: []].formUnion(result.assignedColumns)
    return result
  }
}

extension SchemaConversion {
  /// Takes over what became of the triggers.
  mutating func take(_ outcome: TriggerPlanner.Outcome) {
    // No row hangs on a trigger: one that PostgreSQL refuses doesn't end a migration.
    statements += outcome.statements.map { statement in
      var statement = statement
      statement.mayFail = true
      return statement
    }
    findings += outcome.findings
    carriedFunctions = outcome.functions
    triggerColumns.merge(outcome.assignedColumns) { $0.union($1) }
  }
}
