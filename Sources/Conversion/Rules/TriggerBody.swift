import Model
import OracleSQL

/// What a trigger does at one moment, as the body of a trigger function.
struct TriggerBody {
  /// A body, and the condition that CREATE TRIGGER can have.
  struct Translation {
    var text: ProgramText
    var condition: String?
    var remarks: [String]
    var usesServerClock: Bool
    /// SECURITY DEFINER where it takes privileges.
    var rights: String
    /// Columns of the new row that it sets, by Oracle name.
    var assignedColumns: Set<String>
  }

  let catalogue: QueryCatalogue
  let tables: Set<QualifiedName>
  let functionEffects: FunctionEffects
  let events: TriggerEvents
  let moment: TriggerConversion.Moment
  let relation: QueryCatalogue.Relation
  let table: TargetTable?
  let definition: OracleSQL.TriggerDefinition

  func translated() throws(ProgramRefusal) -> Translation {
    let ending = ending
    var context = ProgramContext()
    context.updatedColumns = events.updatedColumns
    if moment.timing == .before {
      context.computedLater = Set((table?.columns ?? []).filter(\.isGenerated).map(\.source.name))
    }
    var translator = ProgramTranslator(
      catalogue: catalogue, tables: tables, functionEffects: functionEffects, frame: .trigger(leave: ending),
      context: context, range: moment.block.range)
    translator.expressions.scopes = [scope(context)]
    translator.identity = "\(relation.name).\(definition.name.name.name)"
    do {
      var condition: String?
      if let written = definition.condition, moment.isForEachRow {
        translator.place = written.range
        condition = try translator.condition(written)
      }
      let staysInHead = condition.map(canStandInHead) ?? false
      let text = try translator.program(moment.block, onlyIf: staysInHead ? nil : condition, ending: ending)
      return Translation(
        text: text, condition: staysInHead ? condition : nil, remarks: translator.expressions.remarks,
        usesServerClock: translator.expressions.usesServerClock, rights: translator.rights,
        assignedColumns: translator.assignedColumns)
    } catch {
      throw ProgramRefusal(error.reason, at: translator.place)
    }
  }

  /// PostgreSQL takes conditions on rows that every event has.
  private func canStandInHead(_ condition: String) -> Bool {
    if events.inserts, condition.contains("OLD.") { return false }
    if events.deletes, condition.contains("NEW.") { return false }
    return moment.timing != .insteadOf
  }

  /// How the function is left: before a row is changed it returns the row to go on with.
  private var ending: [String] {
    guard moment.isForEachRow, moment.timing != .after else { return ["RETURN NULL;"] }
    guard events.deletes else { return ["RETURN NEW;"] }
    guard events.inserts || events.updates else { return ["RETURN OLD;"] }
    return ["IF TG_OP = 'DELETE' THEN", "  RETURN OLD;", "END IF;", "RETURN NEW;"]
  }

  /// The rows, and INSERTING, UPDATING and DELETING.
  private func scope(_ context: ProgramContext) -> QueryScope {
    let predicates = [("INSERTING", "INSERT"), ("UPDATING", "UPDATE"), ("DELETING", "DELETE")].map { name, word in
      ScopeColumn(oracleName: name, name: name, value: .condition("TG_OP = '\(word)'"), isConstant: true)
    }
    var scope = QueryScope()
    if moment.isForEachRow {
      scope.sources = [
        row(definition.referencing.new?.name ?? "NEW", "new", without: context.computedLater),
        row(definition.referencing.old?.name ?? "OLD", "old", without: []),
      ]
    }
    scope.sources.append(
      ScopeSource(oracleName: nil, schema: nil, alias: ProgramTranslator.label, columns: predicates))
    return scope
  }

  private func row(_ oracleName: String, _ alias: String, without computed: Set<String>) -> ScopeSource {
    let all =
      table.map { table in
        table.columns.map { column in
          QueryCatalogue.Column(
            oracleName: column.source.name, name: column.name, oracleType: column.source.type, type: column.type)
        }
      } ?? relation.columns
    let isAssignable = alias == "new" && moment.timing == .before
    let columns = all.filter { !computed.contains($0.oracleName) }.map { column in
      ScopeColumn(
        oracleName: column.oracleName, name: column.name,
        value: ExpressionTranslator.column(
          "\(alias.uppercased()).\(PostgresIdentifier.quoted(column.name))", column.oracleType, column.type,
          isNullable: true),
        isConstant: !isAssignable || table?.column(column.oracleName)?.isGenerated == true)
    }
    return ScopeSource(oracleName: oracleName, schema: nil, alias: alias, columns: columns, needsQualifier: true)
  }
}
