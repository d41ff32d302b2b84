import Model

/// Settles the types of all columns of all owners: by Oracle's type, then the user's map, then foreign keys.
///
/// It goes over all tables, not only the chosen ones: a type must not depend on what is carried in the same run.
struct TypeSettlement {
  /// By column; object types and what is not carried over are not among them.
  private(set) var types: [OwnedColumn: SettledType] = [:]
  private var declared: [OwnedColumn: OracleDataType] = [:]
  private var choices: [OwnedColumn: TypeChoice] = [:]
  private var identities: Set<OwnedColumn> = []
  private let options: ConversionOptions

  init(_ schemas: [Schema], options: ConversionOptions) {
    self.options = options
    for schema in schemas {
      let numbered = options.sequenceTriggers == .identity ? SequenceFillings(schema).columns : []
      for table in schema.tables {
        for column in table.columns {
          let key = ColumnKey(table: table.name, column: column.name)
          settle(
            column, OwnedColumn(owner: schema.owner, key: key),
            isNumbered: column.identity != nil || numbered.contains(key))
        }
      }
    }
    unify(schemas)
  }

  private static let rawChoice = try? TypeChoice("RAW(16)=uuid", origin: "raw16")

  /// By Oracle's type and the user's map.
  private mutating func settle(_ column: Column, _ key: OwnedColumn, isNumbered: Bool) {
    let map = TypeMap(
      postgresMajorVersion: options.postgresMajorVersion, hasPostGIS: options.hasPostGIS)
    guard let own = map.postgresType(for: column.type) else { return }
    var settled = SettledType(
      type: own, steps: [TypeStep(rule: map.rule(for: column.type), text: "declared \(column.type): \(own)")])
    declared[key] = column.type
    if isNumbered, let integer = Self.identityType(own) {
      identities.insert(key)
      if integer != own {
        settled.change(to: integer, rule: "identity", "its values come from a sequence, so they are whole: \(integer)")
      }
    }
    var candidates = options.types.candidates(owner: key.owner, table: key.key.table, column)
    if options.raw16 == .uuid, let uuid = Self.rawChoice, uuid.matches(owner: "", table: "", column) {
      candidates.append(uuid)
    }
    for choice in candidates {
      let name = choice.origin.map { " (\($0))" } ?? ""
      guard let resolution = TypeResolution(column.type, to: choice.target),
        !identities.contains(key) || resolution.type.isInteger
      else {
        let reason =
          identities.contains(key)
          ? "a column that a sequence fills is smallint, integer or bigint"
          : "\(column.type) cannot become that; possible are \(TypeResolution.possible(column.type))"
        settled.steps.append(TypeStep(rule: "type-map", text: "`\(choice.text)`\(name) passed over: \(reason)"))
        settled.report(
          choice.isExact ? .blocking : .info, choice.isExact ? "type-map.impossible" : "type-map.passed-over", key,
          "the type map's `\(choice.text)`\(name) is passed over: \(reason)", "change the entry, or leave it out")
        continue
      }
      choices[key] = choice
      settled.change(to: resolution.type, rule: "type-map", "`\(choice.text)`\(name): \(resolution.type)")
      Self.report(resolution, key, choice, &settled)
      break
    }
    types[key] = settled
  }

  private static func report(
    _ resolution: TypeResolution, _ key: OwnedColumn, _ choice: TypeChoice, _ settled: inout SettledType
  ) {
    guard let remark = resolution.remark else { return }
    settled.report(
      .warning, "type-map.chosen", key, "it becomes \(resolution.type) by `\(choice.text)`: \(remark)",
      "look at the values first, or leave the entry out")
  }

  /// The type of an identity column.
  ///
  /// PostgreSQL's identity takes smallint, integer and bigint only. An Oracle identity is often a bare NUMBER; its
  /// values come from a sequence, so they are whole, and bigint holds them; one that doesn't fit is refused when rows
  /// are copied, never changed. Nil where the column has decimal places: it stays a plain column.
  private static func identityType(_ type: PostgresType) -> PostgresType? {
    switch type {
    case .smallint, .integer, .bigint: type
    case .numeric(nil, _): .bigint
    case .numeric(_, let scale) where scale <= 0: .bigint
    default: nil
    }
  }

  /// By foreign keys.
  private mutating func unify(_ schemas: [Schema]) {
    var ties = Self.ties(schemas)
    for group in ties.groups(of: types.keys) {
      if !takeChoice(group) { widen(group) }
    }
  }

  /// What enabled foreign keys tie together.
  static func ties(_ schemas: [Schema]) -> ForeignKeyTypes {
    var ties = ForeignKeyTypes()
    for schema in schemas {
      for table in schema.tables {
        for key in table.foreignKeys where key.state.isEnabled {
          for (column, referenced) in zip(key.columns, key.referencedColumns) {
            ties.tie(
              OwnedColumn(owner: schema.owner, key: ColumnKey(table: table.name, column: column)),
              OwnedColumn(
                owner: key.referencedOwner, key: ColumnKey(table: key.referencedTable, column: referenced)))
          }
        }
      }
    }
    return ties
  }

  /// Gives a group the type that the user chose for one of its columns; false when nobody did, or not all can have it.
  private mutating func takeChoice(_ group: [OwnedColumn]) -> Bool {
    let chosen = group.filter { choices[$0] != nil }
    let best = chosen.sorted { left, right in
      let (first, second) = (choices[left]?.specificity ?? [], choices[right]?.specificity ?? [])
      return first == second ? left < right : second.lexicographicallyPrecedes(first)
    }.first
    guard let best, let choice = choices[best], let wanted = types[best]?.type else { return false }
    let unable = group.first { key in
      guard let type = declared[key], let resolution = TypeResolution(type, to: choice.target) else { return true }
      return resolution.type != wanted || identities.contains(key) && !wanted.isInteger
    }
    if let unable {
      for key in chosen { withdraw(key, because: unable) }
      return false
    }
    for key in group where types[key]?.type != wanted {
      guard let type = declared[key], let resolution = TypeResolution(type, to: choice.target) else { continue }
      types[key]?.change(
        to: wanted, rule: "foreign-key", "a foreign key ties it to \(best), which is \(wanted) by `\(choice.text)`")
      types[key]?.report(
        resolution.remark == nil ? .info : .warning, "type.unified", key,
        "a foreign key ties it to \(best), so it becomes \(wanted), too"
          + (resolution.remark.map { ": " + $0 } ?? ""), "nothing needs to be done where the foreign key holds")
    }
    return true
  }

  /// Takes a choice back that the other end of a foreign key can't follow.
  private mutating func withdraw(_ key: OwnedColumn, because other: OwnedColumn) {
    guard let choice = choices[key], let type = declared[key],
      let own = TypeMap(
        postgresMajorVersion: options.postgresMajorVersion, hasPostGIS: options.hasPostGIS
      ).postgresType(for: type)
    else { return }
    let restored = identities.contains(key) ? Self.identityType(own) ?? own : own
    types[key]?.findings.removeAll { $0.rule == "type-map.chosen" }
    types[key]?.change(
      to: restored, rule: "foreign-key",
      "`\(choice.text)` is taken back: \(other), which a foreign key ties to it, can't")
    types[key]?.report(
      choice.isExact ? .blocking : .warning, "type-map.foreign-key", key,
      "`\(choice.text)` is not possible: a foreign key ties it to \(other), a \(declared[other]?.description ?? "column")"
        + " that can't become that", "choose a type for both ends, or leave the entry out")
  }

  /// Gives a group of exact numbers the type that holds the values of all.
  ///
  /// Identity columns force their whole group to integers: PostgreSQL's identity takes nothing else, and what refers to an
  /// identity holds its values only.
  private mutating func widen(_ group: [OwnedColumn]) {
    guard var wide = ForeignKeyTypes.union(group.compactMap { types[$0]?.type }) else { return }
    let identity = group.first(where: identities.contains)
    if !wide.isInteger, identity != nil { wide = .bigint }
    let widest = group.first { types[$0]?.type == wide } ?? identity
    for key in group {
      guard types[key]?.type != wide else {
        let others = group.prefix(4).filter { $0 != key }.prefix(3).map(\.description).joined(separator: ", ")
        types[key]?.steps.append(
          TypeStep(rule: "foreign-key", text: "foreign keys tie it to \(others): it stays \(wide)"))
        continue
      }
      let other = widest ?? group.first { $0 != key } ?? key
      types[key]?.change(
        to: wide, rule: "foreign-key", "foreign keys tie it to \(other): \(wide) holds the values of both")
      types[key]?.report(
        .info, "type.unified", key, "foreign keys tie it to \(other), so both become \(wide)",
        "nothing needs to be done")
    }
  }
}
