import Foundation
import Model

/// The tables of an Oracle schema as the generator sees them.
struct OracleDescription {
  let schema: Schema

  /// Tables that hold rows of their own, ordered by name.
  func tables() -> [TableDescription] {
    schema.tables.filter { $0.kind == .heap || $0.kind == .indexOrganised }.map(table)
  }

  private func table(_ table: Table) -> TableDescription {
    var description = TableDescription(name: table.name)
    let triggers = schema.triggers.filter { $0.isEnabled && $0.table == table.name }.map { $0.text.uppercased() }
    let filled = Set(triggers.flatMap(Self.filledBySequence))
    description.hasInsertTriggers = triggers.contains { text in
      let head = text.prefix { $0 != ";" }
      return head.contains("BEFORE") && head.contains("INSERT")
    }
    for column in table.columns where !column.isVirtual {
      var copy = ColumnDescription(
        name: column.name, type: ValueType(column), isNullable: column.isNullable)
      copy.hasDefault = column.defaultExpression != nil
      copy.isLeftToServer =
        column.identity != nil || filled.contains(column.name.uppercased())
        || column.defaultExpression?.uppercased().contains(".NEXTVAL") == true
      description.columns.append(copy)
    }
    if table.isReadOnly {
      description.findings.append(
        Finding(
          severity: .blocking, rule: "generate.read-only", object: "table \(table.name)", reason: "it is READ ONLY",
          remedy: "ALTER TABLE ... READ WRITE, or leave it out"))
    }
    addKeys(table, &description)
    for check in table.checks where check.state.isEnabled {
      let place = { (name: String) in description.place(of: name) }
      description.checks.append(
        CheckDescription(
          name: check.name, text: check.condition, condition: Condition(oracle: check.condition, place: place)))
    }
    addPartitions(table, &description)
    return description
  }

  private func addKeys(_ table: Table, _ description: inout TableDescription) {
    func add(_ names: [String], _ key: String) -> [Int]? {
      guard let places = description.places(of: names) else {
        description.findings.append(.key(key, of: table.name))
        return nil
      }
      if !description.uniques.contains(places) { description.uniques.append(places) }
      return places
    }
    if let key = table.primaryKey, let places = add(key.columns, key.name) { description.primaryKey = places }
    for key in table.uniqueConstraints { _ = add(key.columns, key.name) }
    for index in table.indexes where index.isUnique {
      let places = index.parts.compactMap { part in
        switch part.key {
        case .column(let name): description.place(of: name)
        case .expression(let text): description.place(named: text)
        }
      }
      if places.isEmpty {
        description.findings.append(.key(index.name, of: table.name))
      } else if !description.uniques.contains(places) {
        description.uniques.append(places)
      }
    }
    for key in table.foreignKeys {
      guard let places = description.places(of: key.columns), key.referencedColumns.count == places.count else {
        description.findings.append(
          Finding(
            severity: .warning, rule: "generate.foreign-key", object: "table \(table.name)",
            reason: "the foreign key \(key.name) refers to what this user may not see, and is not followed",
            remedy: "grant SELECT on \(key.referencedTable), or leave the table out"))
        continue
      }
      description.foreignKeys.append(
        ForeignKeyDescription(
          name: key.name, columns: places, otherSchema: key.referencedOwner == schema.owner ? nil : key.referencedOwner,
          table: key.referencedTable, referenced: key.referencedColumns,
          rule: key.deleteRule == .cascade ? .cascade : key.deleteRule == .setNull ? .setNull : .refuse))
    }
  }

  /// Columns that a trigger's text fills from a sequence.
  ///
  /// Read as words and not as a program: whatever else the trigger does, such a column is better left to it.
  private static func filledBySequence(_ text: String) -> [String] {
    let forms = [
      #/NEXTVAL\s+INTO\s+:NEW\s*\.\s*"?([A-Z0-9_$#]+)"?/#,
      #/:NEW\s*\.\s*"?([A-Z0-9_$#]+)"?\s*:=\s*(?:NVL|COALESCE)?\s*\(?[^;]*NEXTVAL/#,
    ]
    return forms.flatMap { form in text.matches(of: form).map { String($0.output.1) } }
  }
}

extension ValueType {
  /// What an Oracle column can hold.
  init(_ column: Column) {
    switch column.type {
    case .varchar2(let length), .char(let length):
      self = .text(characters: min(length, column.byteLength ?? length))
    case .nvarchar2(let length), .nchar(let length): self = .text(characters: length)
    case .number(nil, nil), .float: self = .number(digits: nil, scale: nil)
    case .number(let precision, let scale): self = .number(digits: precision ?? 38, scale: scale ?? 0)
    case .date: self = .timestamp(digits: 0, hasZone: false)
    case .timestamp(let precision): self = .timestamp(digits: min(precision, 6), hasZone: false)
    case .timestampWithTimeZone(let precision), .timestampWithLocalTimeZone(let precision):
      self = .timestamp(digits: min(precision, 6), hasZone: true)
    case .intervalYearToMonth: self = .interval(isMonths: true)
    case .intervalDayToSecond: self = .interval(isMonths: false)
    case .raw(let length): self = .bytes(length: length)
    case .binaryFloat, .binaryDouble: self = .double
    case .clob, .nclob, .long: self = .text(characters: nil)
    case .blob, .longRaw: self = .bytes(length: nil)
    case .boolean: self = .boolean
    case .json: self = .json
    case .xml: self = .xml
    case .rowid, .urowid, .vector, .object, .collection, .unsupported: self = .unsupported(column.type.description)
    }
  }
}
