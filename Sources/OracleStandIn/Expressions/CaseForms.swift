import OracleSQL
import OracleWire

/// CASE, DECODE, NVL, COALESCE: forms that choose one of several values, and the type that all of them get.
enum CaseForms {
  static func compile(_ form: CaseExpression, _ compiler: ExpressionCompiler, depth: Int) throws -> CompiledValue {
    let results = try form.branches.map { try compiler.value($0.value, depth: depth) }
    let otherwise = try form.otherwise.map { try compiler.value($0, depth: depth) }
    let all = results + [otherwise].compactMap { $0 }
    let type = try commonType(all.map(\.type), at: form.branches.first?.value.range.start)
    var dependence = all.reduce(Dependence()) { $0.union($1.dependence) }
    var tests: [(Frame) throws -> Bool?] = []
    if let operand = form.operand {
      let subject = try compiler.value(operand, depth: depth)
      dependence = dependence.union(subject.dependence)
      for branch in form.branches {
        let candidate = try compiler.value(branch.condition, depth: depth)
        try Comparison.checkComparable(subject.type, candidate.type, at: branch.condition.range.start)
        dependence = dependence.union(candidate.dependence)
        tests.append { frame in
          try Comparison.holds(.equal, subject.evaluate(frame), candidate.evaluate(frame), frame.execution.rules)
        }
      }
    } else {
      for branch in form.branches {
        let condition = try ConditionCompiler(compiler: compiler).condition(branch.condition, depth: depth)
        dependence = dependence.union(condition.dependence)
        tests.append(condition.test)
      }
    }
    let chosen = tests
    return CompiledValue(type: type, dependence: dependence) { frame in
      for (index, test) in chosen.enumerated() where try test(frame) == true {
        return try ColumnStore.convert(results[index].evaluate(frame), to: type, frame.execution.rules)
      }
      guard let otherwise else { return .null }
      return try ColumnStore.convert(otherwise.evaluate(frame), to: type, frame.execution.rules)
    }
  }

  /// The type of a CASE: all branches must be of one family.
  ///
  /// - Throws: ORA-00932 when they are not.
  static func commonType(_ types: [ColumnType], at position: Int?) throws -> ColumnType {
    let known = types.filter { $0.base != .null }
    guard var result = known.first else { return .null }
    for type in known.dropFirst() {
      let a = result.base
      let b = type.base
      if a.isText, b.isText {
        if a == .clob || b == .clob {
          result = ColumnType(base: .clob)
        } else if a == .long || b == .long {
          // A LONG's buffer has no size: as VARCHAR2 it would be described as one that holds nothing.
          result = ColumnType(base: .long)
        } else {
          let length = max(result.bufferSize, type.bufferSize)
          let base: ValueType = a == .char && b == .char && result.length == type.length ? .char : .varchar
          result = ColumnType(base: base, length: length)
        }
      } else if a.isNumeric, b.isNumeric {
        if a != b {
          result = a == .binaryDouble || b == .binaryDouble ? ColumnType(base: .binaryDouble) : .number
        } else if a == .number, result != type {
          result = .number
        }
      } else if a.isTemporal, b.isTemporal {
        if a != b {
          result = ColumnType(
            base: a == .timestampTZ || b == .timestampTZ ? .timestampTZ : .timestamp, precision: 9)
        } else {
          result.precision = max(result.precision ?? 6, type.precision ?? 6)
        }
      } else if a != b {
        throw OracleError.inconsistentTypes(expected: a.name, got: b.name, at: position)
      } else {
        result.length = max(result.length, type.length)
      }
    }
    return result
  }
}
