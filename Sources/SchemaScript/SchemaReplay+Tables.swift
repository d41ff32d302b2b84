import Model
import OracleSQL

// CREATE TABLE and the columns in it.
extension SchemaReplay {
  mutating func create(_ definition: CreateTable) {
    let key = key(definition.name)
    let object = "table \(key.name)"
    guard isFree(key, object, ifNotExists: definition.ifNotExists) else { return }
    var table = Table(owner: key.owner, name: key.name)
    if definition.temporary != nil { table.kind = .temporary }
    if definition.isIndexOrganized { table.kind = .indexOrganised }
    note(object, of: key.owner)
    if let type = definition.objectType {
      guard let columns = objectColumns(type) else {
        report(
          .warning, "script.object-table", object,
          "it is a table of objects of type \(type.name.name); it is left out",
          "write a table with a column for each attribute")
        return
      }
      table.columns = columns
      report(
        .warning, "script.object-rows", object,
        "it has a column for each attribute of \(type.name.name); its rows are no objects, and no REF points at them",
        "refer to rows by their keys")
    }
    guard definition.columns.count <= Self.mostColumns else {
      report(
        .warning, "script.statement", object,
        "it has \(definition.columns.count) columns, Oracle takes \(Self.mostColumns) at most (ORA-01792); it is left out",
        "mend the script")
      return
    }
    guard !definition.isPrivate else {
      report(
        .warning, "script.private-table", object, "a private temporary table is a session's own; it is left out",
        "let the application use CREATE TEMPORARY TABLE")
      return
    }
    if definition.external != nil { table.kind = .external }
    for form in definition.forms + definition.clauses.map(\.keyword) {
      report(
        .warning, "script.table-form", object, "\(form) has no counterpart and is left out",
        "see whether the application depends on it")
    }
    var isOfQuery = false
    if let query = definition.query { isOfQuery = addColumns(of: query, definition, to: &table) }
    if !isOfQuery {
      for column in definition.columns {
        if definition.objectType == nil { add(column, to: &table) } else { modify(column, of: &table) }
      }
    } else {
      for column in definition.columns {
        for constraint in column.constraints { add(constraint, on: column.name.name, to: &table) }
      }
    }
    for constraint in definition.constraints { add(constraint, to: &table) }
    if definition.query != nil {
      report(
        isOfQuery ? .info : .warning, "script.table-query", object,
        isOfQuery
          ? "its columns are those of its query, whose rows are left out"
          : "its columns and rows come from a query; those that are not written out are left out",
        isOfQuery ? "run the query once the rows are loaded" : "write the columns out in the script")
    }
    table.isPartitioned = definition.partitioning != nil
    table.partitioning = definition.partitioning.map(partitioning)
    leaveOut(Self.words(of: definition.physical), of: object)
    leaveOut(definition.partitioning.map(Self.words) ?? [], of: object)
    if let rows = definition.temporary {
      leaveOut(["ON COMMIT " + (rows == .deleteOnCommit ? "DELETE" : "PRESERVE") + " ROWS"], of: object)
    }
    if table.columns.isEmpty { return }
    reportRedefinition(table)
    tables[key] = table
  }

  /// Of a table, with MAX_COLUMNS = EXTENDED.
  private static let mostColumns = 4096

  /// Whether a table, view or sequence of that name may be made.
  mutating func isFree(_ key: Key, _ object: String, ifNotExists: Bool = false) -> Bool {
    let isTaken =
      tables[key] != nil || sequences[key] != nil || views[key] != nil || synonyms[key] != nil
    if isTaken, !ifNotExists {
      report(
        .warning, "script.repeated", object, "the name is taken (ORA-00955), so this statement changes nothing",
        "drop the first one where the second is meant")
    }
    return !isTaken
  }

  // MARK: Columns

  /// Adds a column of CREATE TABLE or ALTER TABLE ADD, with its constraints.
  mutating func add(_ definition: ColumnDefinition, to table: inout Table) {
    let name = definition.name.name
    let object = "column \(table.name).\(name)"
    guard table.column(name) == nil else {
      report(
        .info, "script.repeated", object, "the column is there already (ORA-01430), so this one changes nothing",
        "drop the first one where the second is meant")
      return
    }
    // Until a key gives it one; a virtual column's type is its expression's, which nobody reckons here.
    var column = Column(name: name, type: .unsupported("that is not written"))
    note(object, of: table.owner, at: definition.range)
    if let type = definition.type {
      column.type = columnType(type)
      if case .userDefined(let written) = type.kind, case .unsupported = column.type, !type.isReference {
        typeHeirs.append(TypeHeir(table: Key(owner: table.owner, name: table.name), column: name, type: key(written)))
      }
    } else {
      heirs.append((Key(owner: table.owner, name: table.name), name))
    }
    change(&column, by: definition, of: table)
    table.columns.append(column)
    for constraint in definition.constraints { add(constraint, on: name, to: &table) }
  }

  /// Gives a column what its definition says; what is not written stays.
  mutating func change(_ column: inout Column, by definition: ColumnDefinition, of table: Table) {
    if let value = definition.defaultValue {
      column.defaultExpression = source(value.expression.range)
      column.isDefaultOnNull = value.onNull
      if value.onNull { column.isNullable = false }
    }
    if let identity = definition.identity {
      column.identity = IdentityDefinition(
        isAlways: identity.isAlways, sequenceName: "ISEQ$$_\(table.name)_\(column.name)",
        options: counting(identity.options))
      column.isDefaultOnNull = identity.onNull
      column.isNullable = false
    }
    if let expression = definition.virtualExpression {
      column.defaultExpression = source(expression.range)
      column.isVirtual = true
    }
    if definition.isVisibilityWritten { column.isInvisible = definition.isInvisible }
    if definition.physical.contains(where: { $0.keyword == "DROP IDENTITY" }) { column.identity = nil }
    leaveOut(definition, of: table)
    for constraint in definition.constraints {
      switch constraint.kind {
      case .notNull:
        column.isNullable = constraint.state.isEnabled == false
        if let name = constraint.name {
          notNulls[Key(owner: table.owner, name: name.name)] = NotNull(table: table.name, column: column.name)
        }
      case .null: column.isNullable = true
      default: break
      }
    }
  }

  /// Gives the columns without a type the one of the key that they refer to; after the last statement.
  mutating func settleInheritedTypes() {
    for (key, name) in heirs {
      guard let table = tables[key], let index = table.columns.firstIndex(where: { $0.name == name }) else { continue }
      let reference = table.foreignKeys.first { $0.columns.contains(name) }
      if let reference, let place = reference.columns.firstIndex(of: name),
        let parent = tables[Key(owner: reference.referencedOwner, name: reference.referencedTable)],
        let column = reference.referencedColumns.dropFirst(place).first.flatMap(parent.column)
      {
        tables[key]?.columns[index].type = column.type
      }
    }
  }

  /// Gives columns the types that only a later statement makes; Oracle's scripts may come in any order here.
  mutating func settleLateTypes() {
    for heir in typeHeirs {
      guard let type = types[heir.type],
        let index = tables[heir.table]?.columns.firstIndex(where: {
          $0.name == heir.column && $0.type == .unsupported(heir.type.name)
        })
      else { continue }
      tables[heir.table]?.columns[index].type = type
    }
  }

  // MARK: Types

  func columnType(_ type: DataType) -> OracleDataType {
    if type.isReference { return .unsupported("REF") }
    return switch type.kind {
    case .varchar2(let length, _): .varchar2(length: length ?? 4000)
    case .char(let length, _): .char(length: length ?? 1)
    case .nvarchar2(let length): .nvarchar2(length: length ?? 2000)
    case .nchar(let length): .nchar(length: length ?? 1)
    case .number(let precision, let scale): .number(precision: precision, scale: scale)
    case .float(let binaryPrecision): .float(binaryPrecision: binaryPrecision)
    case .binaryFloat: .binaryFloat
    case .binaryDouble: .binaryDouble
    case .date: .date
    case .timestamp(let precision, .none): .timestamp(precision: precision ?? 6)
    case .timestamp(let precision, .zoned): .timestampWithTimeZone(precision: precision ?? 6)
    case .timestamp(let precision, .local): .timestampWithLocalTimeZone(precision: precision ?? 6)
    case .intervalYearToMonth(let years): .intervalYearToMonth(yearPrecision: years ?? 2)
    case .intervalDayToSecond(let days, let seconds):
      .intervalDayToSecond(dayPrecision: days ?? 2, precision: seconds ?? 6)
    case .raw(let length): .raw(length: length ?? 2000)
    case .long: .long
    case .longRaw: .longRaw
    case .clob: .clob
    case .nclob: .nclob
    case .blob: .blob
    case .bfile: .unsupported("BFILE")
    case .rowid: .rowid
    case .urowid(let length): .urowid(length: length ?? 4000)
    case .json: .json
    case .boolean: .boolean
    case .vector(let dimensions, let format):
      if let format {
        OracleDataType.VectorFormat(rawValue: format.rawValue).map { .vector(dimensions: dimensions, format: $0) }
          ?? .unsupported("VECTOR of " + format.rawValue)
      } else {
        .vector(dimensions: dimensions, format: nil)
      }
    case .userDefined(let name): userType(name)
    }
  }

  private func userType(_ name: ObjectName) -> OracleDataType {
    if let type = types[key(name)] { return type }
    let isSystem = name.schema.map { ["SYS", "PUBLIC"].contains($0.name) } ?? true
    if name.name.name == "XMLTYPE", isSystem { return .xml }
    return .unsupported(name.name.name)
  }
}
