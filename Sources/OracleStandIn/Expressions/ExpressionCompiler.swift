import OracleSQL
import OracleWire

/// Turns expressions into closures, once per statement.
struct ExpressionCompiler {
  let context: CompileContext
  let scope: Scope

  /// Compiles an expression that gives a value.
  ///
  /// - Throws: `OracleError` with the position of the fault.
  func value(_ expression: Expression, depth: Int = 0) throws -> CompiledValue {
    guard depth < CompileContext.deepest else { throw CompileContext.tooDeep(expression) }
    return try grouped(try form(expression, depth: depth + 1), expression)
  }

  /// A column of a grouped block as its groups have it.
  ///
  /// - Throws: ORA-00979 for a column outside of aggregates that GROUP BY doesn't name.
  private func grouped(_ compiled: CompiledValue, _ expression: Expression) throws -> CompiledValue {
    guard let aggregation = scope.aggregation, !scope.isInsideAggregate, let column = compiled.column else {
      return compiled
    }
    if let key = aggregation.key(column) { return aggregation.hasSets ? aggregation.read(key) : compiled }
    let code = aggregation.hasGroupBy ? 979 : 937
    throw OracleError(
      code: code, message: code == 979 ? "not a GROUP BY expression" : "not a single-group group function",
      position: expression.range.start)
  }

  /// The key of GROUP BY that is this very expression: then its columns need not be keys of their own.
  private func expressionKey(_ expression: Expression) -> Int? {
    guard let aggregation = scope.aggregation, !scope.isInsideAggregate, aggregation.hasExpressionKeys else {
      return nil
    }
    return aggregation.key(context.normalizedText(expression.range))
  }

  /// The key of GROUP BY that an argument of GROUPING means.
  func groupKey(_ expression: Expression, depth: Int) throws -> Int? {
    guard let aggregation = scope.aggregation else { return nil }
    if let key = expressionKey(expression) { return key }
    scope.aggregation = nil
    defer { scope.aggregation = aggregation }
    return try value(expression, depth: depth).column.flatMap { aggregation.key($0) }
  }

  private func form(_ expression: Expression, depth: Int) throws -> CompiledValue {
    if let key = expressionKey(expression), let aggregation = scope.aggregation {
      if aggregation.hasSets { return aggregation.read(key) }
      scope.aggregation = nil
      defer { scope.aggregation = aggregation }
      return try form(expression, depth: depth)
    }
    let position = expression.range.start
    switch expression.kind {
    case .literal(let literal): return try LiteralValues.compile(literal, at: position, context)
    case .column(let reference): return try column(reference)
    case .niladic(let function, _): return niladic(function)
    case .rowPseudoColumn(let pseudo, let table): return try rowPseudoColumn(pseudo, table, at: position)
    case .sequence(let name, let which): return try sequence(name, which)
    case .bind(let variable): return bind(variable)
    case .unary(let operation, let operand): return try unary(operation, operand, depth: depth)
    case .binary(let operation, let left, let right):
      guard !operation.isComparison else { return try truth(expression, depth: depth) }
      return try arithmetic(operation, left, right, at: position, depth: depth)
    case .concatenation(let parts): return try concatenation(parts, depth: depth)
    case .caseOf(let form): return try CaseForms.compile(form, self, depth: depth)
    case .cast(let operand, let type): return try cast(operand, type, depth: depth)
    case .extract(let field, let operand): return try extract(field, operand, depth: depth)
    case .trim(let side, let character, let operand):
      return try TextFunctions.trim(
        side, character: character.map { try value($0, depth: depth) }, value(operand, depth: depth))
    case .call(let call): return try FunctionCompiler(compiler: self).compile(call, at: expression.range, depth: depth)
    case .subquery(let query): return try SubqueryForms.scalar(query, self)
    case .cursor: throw CursorExpressions.notAllowed(at: position)
    case .atTimeZone(let operand, let zone): return try atTimeZone(operand, zone, depth: depth)
    case .and, .or, .quantified, .test, .between, .like, .membership, .exists:
      return try truth(expression, depth: depth)
    case .json(let call):
      return try JSONForms(compiler: self).value(call, at: position, depth: depth)
    case .extended: throw OracleError.unsupported("this expression", at: position)
    case .row: throw OracleError(code: 907, message: "missing right parenthesis", position: position)
    }
  }

  /// A condition where a value is wanted: only BOOLEAN would hold it.
  private func truth(_ expression: Expression, depth: Int) throws -> CompiledValue {
    throw OracleError(code: 923, message: "FROM keyword not found where expected", position: expression.range.start)
  }

  private func column(_ reference: ColumnReference) throws -> CompiledValue {
    let found: Scope.Resolution
    do {
      found = try scope.resolve(reference)
    } catch let error as OracleError where error.code == 904 {
      if let value = truthLiteral(reference) { return value }
      if let value = try attribute(reference) { return value }
      if let value = HierarchyForms(compiler: self).pseudoColumn(reference) { return value }
      if let value = FunctionCompiler(compiler: self).packageFunction(reference) { return value }
      throw error
    }
    let place = found.place
    var compiled = CompiledValue(type: found.column.type, isNullable: found.column.isNullable) { frame in
      frame.sources[place.source].value(frame.handles[place.source], column: place.column)
    }
    if found.depth == 0 {
      compiled.column = place
      compiled.dependence.sources = .only(place.source)
    } else {
      let depth = found.depth
      compiled.dependence.outerDepth = depth
      compiled.evaluate = { frame in
        let outer = frame.outer(depth)
        return outer.sources[place.source].value(outer.handles[place.source], column: place.column)
      }
    }
    return compiled
  }

  /// `alias.column.attribute`: Oracle wants the alias.
  private func attribute(_ reference: ColumnReference) throws -> CompiledValue? {
    guard let alias = reference.schema, let column = reference.table,
      (try? scope.resolve(ColumnReference(table: alias, column: column))) != nil
    else { return nil }
    let object = try self.column(ColumnReference(table: alias, column: column))
    guard let shape = object.type.shape,
      let index = shape.attributes.firstIndex(where: { $0.name == reference.column.name })
    else { return nil }
    return CompiledValue(type: shape.attributes[index].type, dependence: object.dependence) { frame in
      let value = try object.evaluate(frame)
      return value.isNull ? .null : shape.attribute(index, of: value)
    }
  }

  /// TRUE and FALSE, which are names before 23ai.
  private func truthLiteral(_ reference: ColumnReference) -> CompiledValue? {
    let words = ["TRUE": Value(boolean: true), "FALSE": Value(boolean: false)]
    guard context.knowsBoolean, reference.table == nil, let value = words[reference.column.name] else { return nil }
    return CompiledValue(type: ColumnType(base: .boolean), isNullable: false) { _ in value }
  }

  private func niladic(_ function: NiladicFunction) -> CompiledValue {
    switch function {
    case .sysdate, .currentDate:
      let isLocal = function == .currentDate
      return CompiledValue(type: .date, isNullable: false) { frame in
        let rules = frame.execution.rules
        var now = isLocal ? try rules.now.adding(seconds: rules.zoneOffset * 60) : rules.now
        now.nanosecond = 0
        return Value(date: now)
      }
    case .systimestamp:
      return CompiledValue(type: ColumnType(base: .timestampTZ, precision: 6), isNullable: false) { frame in
        ConversionRules.zoned(utc: frame.execution.rules.now, offset: 0)
      }
    case .currentTimestamp:
      return CompiledValue(type: ColumnType(base: .timestampTZ, precision: 6), isNullable: false) { frame in
        ConversionRules.zoned(utc: frame.execution.rules.now, offset: frame.execution.rules.zoneOffset)
      }
    case .localTimestamp:
      return CompiledValue(type: ColumnType(base: .timestamp, precision: 6), isNullable: false) { frame in
        let rules = frame.execution.rules
        return Value(timestamp: try rules.now.adding(seconds: rules.zoneOffset * 60))
      }
    case .dbTimezone:
      return CompiledValue(type: .varchar(6), isNullable: false) { _ in Value("+00:00") }
    case .sessionTimezone:
      return CompiledValue(type: .varchar(75), isNullable: false) {
        Value(DateFormat.zoneText($0.execution.rules.zoneOffset))
      }
    case .user:
      return CompiledValue(type: .varchar(128), isNullable: false) { Value($0.execution.session.user) }
    case .uid:
      return CompiledValue(type: .number, isNullable: false) { Value($0.execution.session.userNumber) }
    case .rownum:
      var compiled = CompiledValue(type: .number, isNullable: false) { Value($0.rowNumber) }
      compiled.dependence.isVolatile = true
      compiled.dependence.readsRowNumber = true
      return compiled
    case .level: return HierarchyForms(compiler: self).level()
    }
  }

  private func rowPseudoColumn(
    _ pseudo: RowPseudoColumn, _ table: ObjectName?, at position: Int
  ) throws -> CompiledValue {
    guard let (depth, source) = try scope.rowIDSource(table) else {
      throw OracleError.invalidIdentifier("\"\(pseudo.rawValue)\"", at: position)
    }
    var compiled: CompiledValue
    switch pseudo {
    case .rowid:
      if let table = scope.source(source, depth: depth)?.table, table.isIndexOrganized,
        let key = table.primaryKey?.columns
      {
        compiled = logicalRowID(table, key: key, depth, source)
        break
      }
      compiled = CompiledValue(type: ColumnType(base: .rowid)) { frame in
        let outer = frame.outer(depth)
        return outer.sources[source].rowID(outer.handles[source])
      }
      if depth == 0 { compiled.rowIDSource = source }
    case .oraRowSCN:
      compiled = CompiledValue(type: .number) { frame in
        let outer = frame.outer(depth)
        let handle = outer.handles[source]
        guard !handle.isNull, let storage = outer.sources[source].storage else { return .null }
        let row = RowReference(packed: handle.row)
        let version = storage.blocks[row.block].version(row.slot, seenBy: outer.sources[source].snapshot)
        guard let created = version?.created, !Stamps.isOpen(created) else { return .null }
        return Value(Int(created))
      }
    }
    if depth == 0 { compiled.dependence.sources = .only(source) } else { compiled.dependence.outerDepth = depth }
    return compiled
  }

  /// The address of a row of an index-organised table, which holds its key.
  private func logicalRowID(_ table: Table, key: [Column], _ depth: Int, _ source: Int) -> CompiledValue {
    let places = key.compactMap { column in table.columns.firstIndex { $0 === column } }
    return CompiledValue(type: ColumnType(base: .urowid, length: 4000)) { frame in
      let outer = frame.outer(depth)
      let handle = outer.handles[source]
      guard !handle.isNull, outer.sources[source].storage != nil else { return .null }
      let values = places.map { outer.sources[source].value(handle, column: $0) }
      let block = RowReference(packed: handle.row).block
      return Value(
        type: .urowid, bytes: LogicalRowID.text(file: TableStorage.file, block: block, key: values))
    }
  }

  private func sequence(_ name: ObjectName, _ which: SequenceValue) throws -> CompiledValue {
    let generator = try context.sequence(name)
    var compiled = CompiledValue(type: .number, isNullable: false) { frame in
      let execution = frame.execution
      switch which {
      case .next: return try execution.nextValue(of: generator)
      case .current: return Value(int128: try execution.session.currentValue(of: generator))
      }
    }
    compiled.dependence.isVolatile = true
    return compiled
  }

  private func bind(_ variable: BindVariable) -> CompiledValue {
    let position = variable.position
    return CompiledValue(type: context.bindType(position)) { try $0.execution.bind(position) }
  }

  private func unary(_ operation: UnaryOperator, _ operand: Expression, depth: Int) throws -> CompiledValue {
    switch operation {
    case .plus: return try value(operand, depth: depth)
    case .minus:
      var compiled = try value(operand, depth: depth)
      let inner = compiled.evaluate
      compiled.column = nil
      let type = compiled.type.base
      if type == .binaryDouble || type == .binaryFloat {
        compiled.evaluate = { frame in
          let value = try inner(frame)
          guard let double = value.double else { return .null }
          return type == .binaryDouble ? Value(double: -double) : Value(float: Float(-double))
        }
        return compiled
      }
      if type == .intervalYM {
        compiled.evaluate = { frame in
          let value = try inner(frame)
          return value.isNull ? .null : try YearInterval(months: -YearInterval(bytes: value.bytes).months).value
        }
        return compiled
      }
      if type == .intervalDS {
        compiled.evaluate = { frame in
          let value = try inner(frame)
          guard !value.isNull else { return .null }
          let interval = try DayInterval(bytes: value.bytes)
          return DayInterval(seconds: -interval.seconds, nanoseconds: -interval.nanoseconds).value
        }
        return compiled
      }
      _ = try Arithmetic.type(.multiply, compiled.type, .number, at: operand.range.start)
      compiled.type = .number
      compiled.evaluate = { frame in
        let value = try inner(frame)
        if value.isNull { return .null }
        return Value(try NumberArithmetic.negate(frame.execution.rules.number(value).number))
      }
      return compiled
    case .not: return try truth(operand, depth: depth)
    case .prior, .root:
      return try HierarchyForms(compiler: self).relative(operation, operand, depth: depth)
    }
  }

  private func arithmetic(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression, at position: Int, depth: Int
  ) throws -> CompiledValue {
    let a = try value(left, depth: depth)
    let b = try value(right, depth: depth)
    let type = try Arithmetic.type(operation, a.type, b.type, at: position)
    return CompiledValue(
      type: type, isNullable: a.isNullable || b.isNullable, dependence: a.dependence.union(b.dependence)
    ) { frame in
      try Arithmetic.apply(operation, a.evaluate(frame), b.evaluate(frame), frame.execution.rules)
    }
  }

  private func concatenation(_ parts: [Expression], depth: Int) throws -> CompiledValue {
    let compiled = try parts.map { try value($0, depth: depth) }
    for (part, expression) in zip(compiled, parts) where part.type.base == .long {
      throw OracleError.inconsistentTypes(expected: "CHAR", got: "LONG", at: expression.range.start)
    }
    let isLarge = compiled.contains { $0.type.base == .clob }
    let length = compiled.reduce(0) { $0 + TextFunctions.textLength($1.type) }
    let dependence = compiled.reduce(Dependence()) { $0.union($1.dependence) }
    let type = isLarge ? ColumnType(base: .clob) : ColumnType.varchar(min(max(length, 1), 4000))
    return CompiledValue(type: type, isNullable: compiled.allSatisfy(\.isNullable), dependence: dependence) { frame in
      var text: [UInt8] = []
      for part in compiled {
        text += try frame.execution.rules.text(part.evaluate(frame), of: part.type)
        try TextFunctions.checkLength(text.count, isLarge: isLarge)
      }
      return Value(text: text, type: isLarge && !text.isEmpty ? .clob : .varchar)
    }
  }

  private func cast(_ operand: Expression, _ type: DataType, depth: Int) throws -> CompiledValue {
    let inner = try value(operand, depth: depth)
    let target = try ColumnTypes.type(type, in: context.session.database.release)
    guard ConversionRules.converts(inner.type.base, to: target.base) else {
      throw OracleError.inconsistentTypes(
        expected: target.base.name, got: inner.type.base.name, at: operand.range.start)
    }
    return CompiledValue(type: target, isNullable: inner.isNullable, dependence: inner.dependence) { frame in
      try ColumnStore.cast(inner.evaluate(frame), to: target, frame.execution.rules)
    }
  }

  private func extract(_ field: DateTimeField, _ operand: Expression, depth: Int) throws -> CompiledValue {
    let inner = try value(operand, depth: depth)
    guard inner.type.base.isTemporal || inner.type.base.isInterval || inner.type.base == .null else {
      throw OracleError(code: 30076, message: "invalid extract field for extract source", position: operand.range.start)
    }
    return CompiledValue(type: .number, isNullable: inner.isNullable, dependence: inner.dependence) { frame in
      let value = try inner.evaluate(frame)
      if value.isNull { return .null }
      if value.type == .intervalYM {
        let months = try YearInterval(bytes: value.bytes).months
        switch field {
        case .year: return Value(months / 12)
        case .month: return Value(months % 12)
        default: throw OracleError(code: 30076, message: "invalid extract field for extract source")
        }
      }
      if value.type == .intervalDS { return try Self.field(field, of: DayInterval(bytes: value.bytes)) }
      let offset = frame.execution.rules.offset(value)
      // Hours and below are taken in UTC for zoned values, as Oracle does.
      guard let fields = offset == nil ? try frame.execution.rules.fields(value) : value.timestamp else { return .null }
      switch field {
      case .year: return Value(fields.year)
      case .month: return Value(fields.month)
      case .day: return Value(fields.day)
      case .hour: return Value(fields.hour)
      case .minute: return Value(fields.minute)
      case .second:
        return Value(
          try NumberArithmetic.add(
            OracleNumber(fields.second),
            NumberArithmetic.divide(OracleNumber(fields.nanosecond), OracleNumber(1_000_000_000))))
      case .timezoneHour: return Value((offset ?? 0) / 60)
      case .timezoneMinute: return Value((offset ?? 0) % 60)
      case .timezoneRegion, .timezoneAbbreviation: return Value("UNKNOWN")
      }
    }
  }

  private static func field(_ field: DateTimeField, of interval: DayInterval) throws -> Value {
    switch field {
    case .day: return Value(interval.seconds / 86400)
    case .hour: return Value(interval.seconds % 86400 / 3600)
    case .minute: return Value(interval.seconds % 3600 / 60)
    case .second:
      return Value(
        try NumberArithmetic.add(
          OracleNumber(interval.seconds % 60),
          NumberArithmetic.divide(OracleNumber(interval.nanoseconds), OracleNumber(1_000_000_000))))
    default: throw OracleError(code: 30076, message: "invalid extract field for extract source")
    }
  }

  private func atTimeZone(_ operand: Expression, _ zone: Expression?, depth: Int) throws -> CompiledValue {
    let inner = try value(operand, depth: depth)
    let zoneValue = try zone.map { try value($0, depth: depth) }
    guard inner.type.base.isTemporal else {
      throw OracleError.inconsistentTypes(expected: "TIMESTAMP", got: inner.type.base.name, at: operand.range.start)
    }
    let dependence = inner.dependence.union(zoneValue?.dependence ?? Dependence())
    return CompiledValue(
      type: ColumnType(base: .timestampTZ, precision: inner.type.precision ?? 6), dependence: dependence
    ) { frame in
      let rules = frame.execution.rules
      let value = try inner.evaluate(frame)
      if value.isNull { return .null }
      var offset = rules.zoneOffset
      if let zoneValue {
        let name = try rules.text(zoneValue.evaluate(frame))
        offset = try rules.formats.format(Array("TZR".utf8)).parse(name, now: rules.now).offsetMinutes ?? 0
      }
      guard let utc = try rules.timestampTZ(value).timestamp else { return .null }
      return ConversionRules.zoned(utc: utc, offset: offset)
    }
  }
}
