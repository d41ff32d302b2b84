import Model
import OracleSQL

// Indexes, sequences, views, synonyms, code and comments.
extension SchemaReplay {
  // MARK: Indexes

  mutating func create(_ definition: CreateIndex) {
    let table = key(definition.table)
    let name = definition.name.name.name
    let object = "index \(table.name).\(name)"
    if views[table]?.materialization != nil {
      note(object, of: table.owner)
      return addViewIndex(definition, to: table)
    }
    guard tables[table] != nil else {
      report(
        .warning, "script.no-table", object, "its table is not in the scripts (ORA-00942)",
        "name the script that makes the table before this one")
      return
    }
    let index = index(definition)
    guard isNew(name, index.parts, table, object, ifNotExists: definition.ifNotExists) else { return }
    note(object, of: table.owner)
    var words = Self.words(of: definition.physical)
    switch definition.partitioning {
    case .local(let partitions, let tablespaces):
      words += partitions.isEmpty ? [] : ["PARTITION"]
      words += tablespaces.isEmpty ? [] : ["STORE IN"]
    case .global: words.append("PARTITION BY")
    case nil: break
    }
    if definition.domain?.parameters != nil { words.append("PARAMETERS") }
    leaveOut(words, of: object)
    tables[table]?.indexes.append(index)
    indexTables[Key(owner: table.owner, name: name)] = table.name
  }

  /// The table of an index.
  func indexTable(_ index: Key) -> Key? {
    guard let name = indexTables[index] else { return nil }
    let table = Key(owner: index.owner, name: name)
    return tables[table]?.indexes.contains { $0.name == index.name } == true ? table : nil
  }

  /// An index as it is written.
  func index(_ definition: CreateIndex) -> TableIndex {
    let parts = definition.keys.map {
      TableIndex.Part(key: indexKey($0.expression, of: definition), isDescending: $0.isDescending)
    }
    return TableIndex(
      name: definition.name.name.name, kind: Self.kind(of: definition), isUnique: definition.isUnique, parts: parts)
  }

  private mutating func addViewIndex(_ definition: CreateIndex, to view: Key) {
    let index = index(definition)
    views[view]?.indexes.append(index)
  }

  static func kind(of definition: CreateIndex) -> TableIndex.Kind {
    if let domain = definition.domain { return .other(domain.indextype.name.name) }
    if definition.join != nil { return .other("BITMAP JOIN") }
    if definition.isOnCluster { return .other("CLUSTER") }
    if let form = definition.form { return .other(form) }
    return definition.isBitmap ? .bitmap : definition.isReverse ? .reverse : .normal
  }

  /// Oracle refuses a second index on the same list of columns, and one of a name that is taken.
  private mutating func isNew(
    _ name: String, _ parts: [TableIndex.Part], _ table: Key, _ object: String, ifNotExists: Bool
  ) -> Bool {
    guard let definition = tables[table] else { return false }
    let keys = ([definition.primaryKey].compactMap { $0 } + definition.uniqueConstraints).map { key in
      key.columns.map { TableIndex.Part(key: .column($0)) }
    }
    let isCovered = keys.contains(parts) || definition.indexes.contains { $0.parts == parts }
    let isTaken = indexTable(Key(owner: table.owner, name: name)) != nil
    guard isCovered || isTaken else { return true }
    if isTaken, ifNotExists { return false }
    report(
      .info, "script.repeated", object,
      isCovered
        ? "these columns are indexed already (ORA-01408), so it changes nothing"
        : "the name is taken (ORA-00955), so it changes nothing",
      "nothing needs to be done where the other index is meant")
    return false
  }

  private func indexKey(_ expression: Expression, of index: CreateIndex) -> TableIndex.Key {
    if case .column(let column) = expression.kind,
      index.join == nil || column.table == nil
    {
      return .column(column.column.name)
    }
    let text = source(expression.range)
    return .expression(index.alias.map { Self.unqualified(text, $0.name) } ?? text)
  }

  /// An expression without an alias in front of its columns.
  private static func unqualified(_ text: String, _ alias: String) -> String {
    let bytes = Array(text.utf8)
    guard let tokens = try? Lexer.tokens(of: text) else { return text }
    var result: [UInt8] = []
    var copied = 0
    for (token, next) in zip(tokens, tokens.dropFirst()) where next.kind == .dot {
      let written = token.range.text(in: bytes)
      let name = token.kind == .quotedIdentifier ? String(written.dropFirst().dropLast()) : written.uppercased()
      guard name == alias else { continue }
      result += bytes[copied..<token.range.start]
      copied = next.range.end
    }
    return String(decoding: result + bytes[copied...], as: UTF8.self)
  }

  // MARK: Sequences

  mutating func create(_ definition: CreateSequence) {
    let key = key(definition.name)
    let object = "sequence \(key.name)"
    guard isFree(key, object, ifNotExists: definition.ifNotExists) else { return }
    note(object, of: key.owner)
    sequences[key] = SequenceDefinition(name: key.name, options: counting(definition.options))
    leaveOut(definition.options, of: object)
  }

  mutating func alter(_ definition: AlterSequence) {
    let key = key(definition.name)
    guard let before = sequences[key]?.options else {
      report(
        .warning, "script.no-table", "sequence \(key.name)", "a change of it is left out: it is not in the scripts",
        "name the script that makes the sequence before this one")
      return
    }
    var options = counting(definition.options, from: before)
    if let start = definition.options.startWith { options.lastNumber = start }
    sequences[key]?.options = options
    leaveOut(definition.options, of: "sequence \(key.name)")
  }

  /// Oracle's rules of counting, with its defaults for what is not written.
  func counting(
    _ written: OracleSQL.SequenceOptions, from before: Model.SequenceOptions? = nil
  ) -> Model.SequenceOptions {
    let increment = written.incrementBy ?? before?.increment ?? "1"
    let isDescending = increment.hasPrefix("-")
    let defaults = Model.SequenceOptions(
      minimum: isDescending ? "-" + String(repeating: "9", count: 27) : "1",
      maximum: isDescending ? "-1" : String(repeating: "9", count: 28), increment: increment)
    var options = before ?? defaults
    options.increment = increment
    switch written.minValue {
    case .value(let text): options.minimum = text
    case .some(.none): options.minimum = defaults.minimum
    case nil: break
    }
    switch written.maxValue {
    case .value(let text): options.maximum = text
    case .some(.none): options.maximum = defaults.maximum
    case nil: break
    }
    if let cycles = written.isCycle { options.cycles = cycles }
    if let isOrdered = written.isOrdered { options.isOrdered = isOrdered }
    if let cache = written.cache { options.cacheSize = cache }
    if before == nil || written.restart {
      options.lastNumber = written.startWith ?? (isDescending ? options.maximum : options.minimum)
    }
    return options
  }

  // MARK: Views, synonyms, code

  mutating func create(_ definition: CreateView) {
    let key = key(definition.name)
    let object = "view \(key.name)"
    if definition.orReplace { views[key] = nil }
    guard isFree(key, object, ifNotExists: definition.ifNotExists) else { return }
    note(object, of: key.owner)
    leaveOut(definition, of: object)
    views[key] = ViewDefinition(
      name: key.name, columns: definition.columns.map(\.name), query: source(definition.query.range),
      isReadOnly: definition.isReadOnly, hasCheckOption: definition.hasCheckOption)
  }

  mutating func create(_ definition: CreateSynonym) {
    let key = definition.isPublic ? Key(owner: "PUBLIC", name: definition.name.name.name) : key(definition.name)
    let object = "synonym \(key.name)"
    if definition.orReplace { synonyms[key] = nil }
    guard isFree(key, object, ifNotExists: definition.ifNotExists) else { return }
    leaveOut(Self.words(of: definition.clauses), of: object)
    if let link = definition.target.databaseLink {
      report(
        .warning, "object.synonym", object,
        "it stands for an object of another database, behind the link \(link.name); it is left out",
        "reach that database through a foreign data wrapper")
      return
    }
    note(object, of: definition.isPublic ? owner : key.owner)
    let target = self.key(definition.target)
    synonyms[key] = SynonymDefinition(
      name: key.name, isPublic: definition.isPublic, targetOwner: target.owner, targetName: target.name)
  }

  mutating func create(_ unit: PLSQLUnit) {
    guard let name = unit.name, unit.kind != .anonymousBlock, unit.kind != .call else {
      runDynamicStatements()
      return
    }
    let key = key(name)
    note("\(unit.kind.rawValue.lowercased()) \(key.name)", of: key.owner)
    if unit.kind == .trigger {
      createTrigger(key)
    } else if unit.kind != .type || !createType(key) {
      keep(
        OtherObject(kind: unit.kind.rawValue, name: key.name, text: String(decoding: text, as: UTF8.self)),
        of: key.owner)
    }
  }

  mutating func create(_ definition: CreateMaterializedView) {
    let key = key(definition.name)
    let object = "materialized view \(key.name)"
    guard !definition.isPrebuilt else {
      report(
        .warning, "view.not-converted", object,
        "it refreshes a table that is there (ON PREBUILT TABLE), which stays a table; nothing refreshes it",
        "fill the table by a job")
      return
    }
    guard isFree(key, object, ifNotExists: definition.ifNotExists) else { return }
    guard definition.objectType == nil else { return keepOther("MATERIALIZED VIEW", definition.name) }
    note(object, of: key.owner)
    views[key] = ViewDefinition(
      name: key.name, columns: definition.columns.map(\.name), query: source(definition.query.range),
      materialization: Self.materialization(definition))
    reportClauses(definition, object)
  }

  private static func materialization(_ definition: CreateMaterializedView) -> ViewDefinition.Materialization {
    guard let refresh = definition.refresh else {
      return ViewDefinition.Materialization(isBuilt: definition.buildsImmediately != false)
    }
    var words = refresh.isNever ? ["NEVER"] : [refresh.method?.rawValue, refresh.moment?.rawValue].compactMap { $0 }
    let isTimed = refresh.startWith != nil || refresh.next != nil
    if isTimed { words.append("by the clock") }
    return ViewDefinition.Materialization(
      isBuilt: definition.buildsImmediately != false, refresh: words.joined(separator: " "),
      isRefreshedByItself: isTimed || refresh.moment == .onCommit || refresh.moment == .onStatement)
  }

  private mutating func reportClauses(_ definition: CreateMaterializedView, _ object: String) {
    let clauses = definition.physical + (definition.refresh?.clauses ?? [])
    var words = Set(clauses.map(\.keyword)).sorted()
    if definition.queryRewrite == true { words.append("QUERY REWRITE") }
    if !words.isEmpty {
      report(
        .info, "script.storage", object,
        "clauses about storage and refreshing are left out: "
          + words.joined(separator: ", "), "nothing needs to be done")
    }
    if definition.isUpdatable || definition.partitioning != nil {
      report(
        .warning, "view.form", object,
        definition.isUpdatable
          ? "FOR UPDATE has no counterpart: its rows can't be changed" : "its partitions become one",
        "use a table and triggers where the application depends on it")
    }
  }

  /// Keeps an object of a kind that nothing is known of but its name.
  mutating func keepOther(_ kind: String, _ name: ObjectName) {
    let key = key(name)
    note("\(kind.lowercased()) \(key.name)", of: key.owner)
    keep(OtherObject(kind: kind, name: key.name), of: key.owner)
  }

  /// Keeps an object; a later one of the same kind and name takes its place.
  mutating func keep(_ object: OtherObject, of owner: String) {
    let key = Key(owner: owner, name: object.name)
    others[key, default: []].removeAll { $0.kind == object.kind }
    others[key, default: []].append(object)
  }

  /// A name as the dictionary spells it.
  func spelling(of token: Token) -> String {
    let written = source(token.range)
    return token.kind == .quotedIdentifier ? String(written.dropFirst().dropLast()) : written.uppercased()
  }

  // MARK: Comments, sessions

  mutating func add(_ comment: Comment) {
    let key = key(comment.object)
    let text = comment.text.isEmpty ? nil : comment.text
    if tables[key] != nil {
      guard let column = comment.column else {
        tables[key]?.comment = text
        return
      }
      if let index = tables[key]?.columns.firstIndex(where: { $0.name == column.name }) {
        tables[key]?.columns[index].comment = text
        return
      }
    } else if views[key] != nil {
      if let column = comment.column {
        views[key]?.columnComments[column.name] = text
      } else {
        views[key]?.comment = text
      }
      return
    }
    report(
      .warning, "script.no-table", "comment on \(key.name)\(comment.column.map { "." + $0.name } ?? "")",
      "what it speaks of is not in the scripts", "name the script that makes it before this one")
  }

  mutating func alter(_ session: AlterSession) {
    for setting in session.settings where setting.name == "CURRENT_SCHEMA" { owner = setting.value }
  }

  /// Takes the user of CONNECT user/password@service as the owner of what follows.
  ///
  /// The text holds a secret and goes nowhere.
  mutating func connect(_ text: String) {
    let user = text.prefix { $0 != "/" && $0 != "@" && $0 != " " }
    guard !user.isEmpty, !user.contains("&") else { return }
    owner = user.hasPrefix("\"") ? String(user.filter { $0 != "\"" }) : user.uppercased()
  }
}
