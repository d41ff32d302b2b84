import Model
import OracleSQL

/// CREATE FUNCTION and CREATE PROCEDURE for the stand-alone code that converted triggers call; other code is left out, with a
/// finding.
struct FunctionPlanner {
  /// A function or procedure that PostgreSQL can have.
  struct Made {
    var oracleName: String
    var name: QualifiedName
    var statement: DDLStatement
    var findings: [Finding]
  }

  private let conversions: [SchemaConversion]
  private let tables: Set<QualifiedName>
  /// By the place of their schema.
  private var ready: [(place: Int, made: Made)] = []
  /// Why functions that are called are not converted, by Oracle name.
  private(set) var refusals: [String: String] = [:]
  /// What those that can be carried do to their callers.
  private(set) var effects = FunctionEffects()
  /// The names that are taken by functions, for each schema.
  var names: [NamePool]

  init(_ conversions: [SchemaConversion], tables: Set<QualifiedName>) {
    self.conversions = conversions
    self.tables = tables
    names = conversions.map { _ in NamePool() }
  }

  /// Converts the functions that are named in the texts, and those that they name in turn, as far as that can be done; each
  /// joins the catalogue.
  mutating func convert(calledIn texts: [String], _ catalogue: inout QueryCatalogue) {
    var words = Self.words(texts)
    var waiting: [(place: Int, object: OtherObject, text: String)] = []
    for (place, conversion) in conversions.enumerated() {
      for object in conversion.schema.otherObjects where object.kind == "FUNCTION" || object.kind == "PROCEDURE" {
        if let text = object.text { waiting.append((place, object, text)) }
      }
    }
    var called = waiting.filter { words.contains($0.object.name) }
    while true {
      words.formUnion(Self.words(called.map(\.text)))
      let more = waiting.filter { words.contains($0.object.name) }
      guard more.count > called.count else { break }
      called = more
    }
    var progress = true
    while progress {
      progress = false
      for (place, object, text) in called
      where !ready.contains(where: { $0.place == place && $0.made.oracleName == object.name }) {
        do {
          ready.append((place, try make(place, object, text, &catalogue)))
        } catch {
          refusals[object.name] = error.reason
          continue
        }
        progress = true
      }
    }
  }

  /// The functions that are called in the texts of what was made, or by each other.
  func made(calledIn texts: [String]) -> [(place: Int, made: Made)] {
    var texts = texts
    var chosen: [(place: Int, made: Made)] = []
    var rest = ready
    while true {
      let next = rest.filter { entry in texts.contains { $0.contains(entry.made.name.quoted + "(") } }
      guard !next.isEmpty else { return chosen }
      rest.removeAll { entry in next.contains { $0.made.name == entry.made.name } }
      chosen += next
      texts += next.map(\.made.statement.sql)
    }
  }

  private static func words(_ texts: [String]) -> Set<String> {
    var words: Set<String> = []
    for text in texts {
      for word in text.uppercased().split(whereSeparator: { !($0.isLetter || $0.isNumber || "_$#".contains($0)) }) {
        words.insert(String(word))
      }
    }
    return words
  }

  private mutating func make(
    _ place: Int, _ object: OtherObject, _ text: String, _ catalogue: inout QueryCatalogue
  ) throws(ProgramRefusal) -> Made {
    catalogue.owner = conversions[place].schema.owner
    let unit = try ProgramRefusal.parsed(text)
    guard case .subprogram(let definition) = unit.kind, definition.isFunction == (definition.returnType != nil),
      case .block(let block) = definition.body,
      definition.properties.allSatisfy({
        ["DETERMINISTIC", "AUTHID", "PARALLEL_ENABLE", "RESULT_CACHE"].contains($0.keyword)
      })
    else { throw ProgramRefusal("code of another kind") }
    // Under the caller's rights the names are looked up in the caller's schema.
    for property in definition.properties
    where property.keyword == "AUTHID" && property.range.text(in: text).uppercased().hasSuffix("CURRENT_USER") {
      throw ProgramRefusal("AUTHID CURRENT_USER", at: property.range)
    }
    do {
      var made = try make(place, object.name, definition, block, &catalogue)
      made.findings += unit.conditionalRemarks(in: text).map { Self.finding($0, on: object) }
      return made
    } catch {
      throw ProgramRefusal(error.reason)
    }
  }

  private static func finding(_ remark: String, on object: OtherObject) -> Finding {
    Finding(
      severity: .warning, rule: "function.converted", object: "\(object.kind.lowercased()) \(object.name)",
      reason: remark, remedy: "compare what it does on both sides")
  }

  private mutating func make(
    _ place: Int, _ oracleName: String, _ definition: SubprogramDefinition, _ block: Block,
    _ catalogue: inout QueryCatalogue
  ) throws(ConversionRefusal) -> Made {
    let conversion = conversions[place]
    var pool = names[place]
    let wanted = PostgresIdentifier.name(of: oracleName, keepsCase: catalogue.keepsCase)
    let name = QualifiedName(schema: conversion.target, name: pool.take(wanted, for: "function \(oracleName)"))
    let plain = ProgramTranslator(
      catalogue: catalogue, tables: tables, frame: .trigger(leave: []), range: definition.range)
    var frame = ProgramTranslator.Frame.procedure
    var result: ProgramVariableType?
    if let written = definition.returnType {
      let type = try plain.type(of: written, isConstrained: false)
      (frame, result) = (.function(type), type)
    }
    var translator = ProgramTranslator(
      catalogue: catalogue, tables: tables, functionEffects: effects, frame: frame, range: definition.range)
    translator.identity = "\(name)"
    _ = translator.takeLabel(name.name)
    var taken: [QueryCatalogue.Parameter] = []
    var beginnings: [String] = []
    var (columns, parameters): ([ScopeColumn], [String]) = ([], [])
    for parameter in definition.parameters {
      let isWritten = parameter.mode != .in
      guard !isWritten || !definition.isFunction else {
        throw ConversionRefusal("a parameter of a function that brings a value back")
      }
      let type = try plain.type(of: parameter.type, isConstrained: false)
      let target = translator.variableName(
        PostgresIdentifier.folded(oracleName: parameter.name.name), in: "")
      let quoted = PostgresIdentifier.quoted(target)
      taken.append(
        .init(
          name: parameter.name.name, oracleType: type.oracle, type: type.postgres, isWritten: isWritten,
          hasDefault: parameter.defaultValue != nil))
      var declaration = "\(isWritten ? "INOUT " : "")\(quoted) \(type.postgres.sql)"
      if let value = parameter.defaultValue {
        let target = AssignmentTarget(sql: quoted, oracleType: type.oracle, postgresType: type.postgres)
        declaration += " DEFAULT " + (try translator.expressions.assigned(try translator.value(value), to: target).sql)
      } else if taken.dropLast().contains(where: \.hasDefault) {
        throw ConversionRefusal("a parameter without a default behind one that has one")
      }
      parameters.append(declaration)
      // Whatever the caller's variable holds, an OUT parameter begins with NULL.
      if parameter.mode == .out { beginnings.append("\(PostgresIdentifier.quoted(name.name)).\(quoted) := NULL;") }
      columns.append(
        ScopeColumn(
          oracleName: parameter.name.name, name: target,
          value: ExpressionTranslator.column(
            PostgresIdentifier.quoted(name.name) + "." + quoted, type.oracle, type.postgres, isNullable: true),
          isConstant: !isWritten))
    }
    translator.expressions.scopes = [
      QueryScope(sources: [ScopeSource(oracleName: oracleName, schema: nil, alias: name.name, columns: columns)])
    ]
    let body = try translator.program(block, beginning: beginnings, ending: [])
    names[place] = pool
    if translator.changesRows { effects.changing.insert(name) }
    if translator.mayFindNothing { effects.seeking.insert(name) }
    let key = QueryCatalogue.Key(owner: conversion.schema.owner, name: oracleName)
    if let result {
      catalogue.functions[key] = QueryCatalogue.Function(
        name: name, oracleType: result.oracle, type: result.postgres, parameters: taken)
    } else {
      catalogue.procedures[key] = QueryCatalogue.Procedure(name: name, parameters: taken)
    }
    let kind = result == nil ? TargetObject.Kind.procedure : .function
    if translator.expressions.usesServerClock, conversion.options.oracleServerTimeZone == nil {
      translator.expressions.remarks.append(TriggerConversion.unknownZone)
    }
    let findings = Set(translator.expressions.remarks).sorted().map { remark in
      Self.finding(remark, on: OtherObject(kind: kind.rawValue.uppercased(), name: oracleName))
    }
    let sql =
      "CREATE \(kind.rawValue.uppercased()) \(name.quoted)(\(parameters.joined(separator: ", ")))"
      + (result.map { " RETURNS \($0.postgres.sql)" } ?? "")
      + " LANGUAGE plpgsql\(translator.rights) AS \(body.quoted)"
    return Made(
      oracleName: oracleName, name: name,
      statement: DDLStatement(
        phase: .trigger, object: TargetObject(kind: kind, name: name.name),
        sql: ProgramTranslator.making(sql, kind, name, rights: translator.rights)),
      findings: findings)
  }
}
