import Model
import OracleSQL

// Clauses that PostgreSQL has no counterpart of: each is named, in one finding for each object of a statement.
extension SchemaReplay {
  /// The words of clauses that are left out of one object.
  struct LeftOut {
    /// As findings call it, such as `table ORDERS`.
    var object: String
    /// In the order written, each once.
    var words: [String]
  }

  /// What stands for all objects that are dropped: options of DROP are named once, at the end.
  static let droppedObjects = "dropped objects"

  /// Enters clauses of an object that are left out.
  mutating func leaveOut(_ words: [String], of object: String) {
    guard !words.isEmpty else { return }
    let place = leftOut.firstIndex { $0.object == object } ?? leftOut.endIndex
    if place == leftOut.endIndex { leftOut.append(LeftOut(object: object, words: [])) }
    for word in words where !leftOut[place].words.contains(word) { leftOut[place].words.append(word) }
  }

  /// Enters a clause that changes what the object does, in a finding of its own.
  mutating func leaveOut(meaningful word: String, of object: String, _ reason: String) {
    report(
      .warning, "script.clause", object, "\(word) is left out: \(reason)", "see whether the application depends on it")
  }

  /// Reports what was entered; what is said of dropped objects waits for the end of all scripts.
  mutating func reportLeftOut(isEnd: Bool = false) {
    for entry in leftOut where isEnd || entry.object != Self.droppedObjects {
      report(
        .info, "script.storage", entry.object,
        "clauses without a counterpart are left out: \(entry.words.joined(separator: ", "))", "nothing needs to be done"
      )
    }
    leftOut.removeAll { isEnd || $0.object != Self.droppedObjects }
  }

  // MARK: Words

  /// The words of storage clauses, behind what they belong to, such as `PARTITION TABLESPACE`.
  static func words(of clauses: [PhysicalClause], behind owner: String = "") -> [String] {
    clauses.map { owner.isEmpty ? $0.keyword : owner + " " + $0.keyword }
  }

  /// What a partitioned table or index says of the place of its partitions.
  static func words(of partitioning: Partitioning) -> [String] {
    var words = partitioning.tablespaces.isEmpty ? [] : ["STORE IN"]
    if let constraint = partitioning.constraint { words.append("REFERENCE (\(constraint.name))") }
    words += partitioning.partitions.flatMap { self.words(of: $0, "PARTITION") }
    guard let below = partitioning.subpartitioning else { return words }
    if !below.tablespaces.isEmpty { words.append("SUBPARTITION STORE IN") }
    if below.interval != nil { words.append("SUBPARTITION INTERVAL") }
    if below.isAutomatic { words.append("SUBPARTITION AUTOMATIC") }
    return words + below.template.flatMap { self.words(of: $0, "SUBPARTITION") }
  }

  private static func words(of partition: PartitionDefinition, _ kind: String) -> [String] {
    var words = self.words(of: partition.physical, behind: kind)
    if !partition.tablespaces.isEmpty { words.append(kind + " STORE IN") }
    return words + partition.subpartitions.flatMap { self.words(of: $0, "SUBPARTITION") }
  }

  /// What a constraint says that PostgreSQL doesn't know.
  ///
  /// - Parameter name: the constraint's, where it has one.
  static func words(of state: OracleSQL.ConstraintState, _ name: Identifier?) -> [String] {
    var words = state.clauses.map(\.keyword)
    if let isRely = state.isRely { words.append(isRely ? "RELY" : "NORELY") }
    switch state.usingIndex {
    case .automatic(let clauses): words += ["USING INDEX"] + self.words(of: clauses, behind: "USING INDEX")
    case .named(let index): words.append("USING INDEX \(index.name.name)")
    case .created(let index):
      words.append("USING INDEX \(index.name.name.name)")
      words += self.words(of: index.physical, behind: "USING INDEX")
    case nil: break
    }
    return name.map { name in words.map { "\($0) of \(name.name)" } } ?? words
  }

  /// What options of a sequence say beside its numbers.
  static func words(of options: OracleSQL.SequenceOptions) -> [String] {
    options.others + (options.isKeep == true ? ["KEEP"] : [])
  }

  /// Enters what a sequence's options say beside its numbers.
  mutating func leaveOut(_ options: OracleSQL.SequenceOptions, of object: String) {
    leaveOut(Self.words(of: options), of: object)
    if options.isScale == true {
      leaveOut(meaningful: "SCALE", of: object, "Oracle puts numbers of instance and session in front of each value")
    }
    if options.isSession == true {
      leaveOut(meaningful: "SESSION", of: object, "in Oracle each session counts on its own, here all count together")
    }
  }

  /// Enters a view's clauses that say nothing about its rows.
  mutating func leaveOut(_ definition: CreateView, of object: String) {
    var words = definition.clauses.map(\.keyword)
    if definition.isForce { words.append("FORCE") }
    if let name = definition.optionName { words.append("CONSTRAINT \(name.name)") }
    for name in definition.constraints.map(\.name) + definition.columnConstraints.map(\.name) {
      words.append("CONSTRAINT" + (name.map { " " + $0.name } ?? ""))
    }
    leaveOut(words, of: object)
    if let type = definition.objectType {
      leaveOut(meaningful: "OF \(type.name.name)", of: object, "its rows are objects in Oracle, here plain rows")
    }
  }

  /// Enters a column's clauses that say nothing about its values.
  mutating func leaveOut(_ definition: ColumnDefinition, of table: Table) {
    let object = "table \(table.name)"
    let name = definition.name.name
    leaveOut(definition.physical.map { "\($0.keyword) of \(name)" }, of: object)
    switch definition.type?.kind {
    case .varchar2(_, .byte?), .char(_, .byte?): leaveOut(["BYTE (lengths count characters)"], of: object)
    default: break
    }
    if let collation = definition.collation?.name {
      if ["BINARY", "USING_NLS_COMP"].contains(collation) {
        leaveOut(["COLLATE \(collation) of \(name)"], of: object)
      } else {
        leaveOut(
          meaningful: "COLLATE \(collation)", of: "column \(table.name).\(name)",
          "its values are compared and sorted by the database's collation")
      }
    }
    if let identity = definition.identity {
      leaveOut(identity.options, of: "identity \(table.name).\(name)")
      if identity.startWithLimitValue { leaveOut(["START WITH LIMIT VALUE of \(name)"], of: object) }
    }
    for constraint in definition.constraints { leaveOut(notNull: constraint, of: name, table) }
  }

  /// PostgreSQL's NOT NULL has no name before version 18, and no state.
  private mutating func leaveOut(notNull constraint: ColumnConstraint, of column: String, _ table: Table) {
    switch constraint.kind {
    case .notNull, .null: break
    default: return
    }
    let object = "table \(table.name)"
    leaveOut(Self.words(of: constraint.state, constraint.name), of: object)
    if let name = constraint.name { leaveOut(["CONSTRAINT \(name.name) (a NOT NULL without name)"], of: object) }
    if constraint.state.isDeferrable == true || constraint.state.isInitiallyDeferred == true {
      leaveOut(
        meaningful: "DEFERRABLE", of: "column \(table.name).\(column)", "NOT NULL is checked with each statement")
    }
    if constraint.state.isValidated == false, constraint.state.isEnabled != false {
      leaveOut(
        meaningful: "NOVALIDATE", of: "column \(table.name).\(column)", "rows that hold NULL are refused when they come"
      )
    }
  }
}
