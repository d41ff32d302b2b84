import OracleSQL
import OracleWire

/// Functions on numbers.
///
/// ROUND and TRUNC of datetimes are in `DateFunctions`, reached from here by the value's type.
enum NumberFunctions {
  private static func numeric(_ arguments: [CompiledValue]) throws -> ColumnType {
    guard let type = arguments.first?.type else { return .number }
    if type.base == .binaryDouble || type.base == .binaryFloat { return type }
    guard type.base.isNumeric || type.base.isText || type.base == .null else {
      throw OracleError.inconsistentTypes(expected: "NUMBER", got: type.base.name)
    }
    return .number
  }

  private static func exact(_ body: @escaping @Sendable (OracleNumber) throws -> OracleNumber) -> ScalarFunction {
    ScalarFunction(arguments: 1...1, type: { try numeric($0) }) { values, execution in
      Value(try body(execution.rules.number(values[0]).number))
    }
  }

  private static func roundingType(_ arguments: [CompiledValue]) throws -> ColumnType {
    if let type = arguments.first?.type, type.base.isTemporal { return .date }
    return try numeric(arguments)
  }

  private static func rounding(_ mode: NumberArithmetic.Rounding) -> ScalarFunction {
    ScalarFunction(arguments: 1...2, type: { try roundingType($0) }) { values, execution in
      if values[0].type.isTemporal {
        let unit = values.count > 1 ? try execution.rules.text(values[1]) : Array("DD".utf8)
        return try DateFunctions.cut(values[0], to: unit, rounds: mode == .halfAwayFromZero, execution)
      }
      if values[0].type == .binaryDouble, values.count == 1, let double = values[0].double {
        return Value(double: mode == .towardZero ? double.rounded(.towardZero) : double.rounded(.toNearestOrEven))
      }
      let scale = values.count > 1 ? try TextFunctions.integer(values[1], execution) : 0
      return Value(try NumberArithmetic.round(execution.rules.number(values[0]).number, scale: scale, mode))
    }
  }

  static let table: [String: ScalarFunction] = [
    "ABS": ScalarFunction(arguments: 1...1, type: { try numeric($0) }) { values, execution in
      if let double = values[0].double, values[0].type != .number {
        return values[0].type == .binaryDouble ? Value(double: abs(double)) : Value(float: Float(abs(double)))
      }
      let number = try execution.rules.number(values[0]).number
      return Value(number.isNegative ? try NumberArithmetic.negate(number) : number)
    },
    "SIGN": ScalarFunction(arguments: 1...1, type: { _ in .number }) { values, execution in
      let number = try execution.rules.number(values[0]).number
      return Value(number == .zero ? 0 : number.isNegative ? -1 : 1)
    },
    "ROUND": rounding(.halfAwayFromZero),
    "TRUNC": rounding(.towardZero),
    "FLOOR": exact { try NumberArithmetic.round($0, scale: 0, .down) },
    "CEIL": exact { try NumberArithmetic.round($0, scale: 0, .up) },
    "SQRT": exact { try NumberArithmetic.squareRoot($0) },
    "MOD": ScalarFunction(arguments: 2...2, type: { try numeric($0) }) { values, execution in
      let rules = execution.rules
      return Value(try NumberArithmetic.modulo(rules.number(values[0]).number, rules.number(values[1]).number))
    },
    "BITAND": ScalarFunction(arguments: 2...2, type: { _ in .number }) { values, execution in
      Value(try TextFunctions.wholeNumber(values[0], execution) & TextFunctions.wholeNumber(values[1], execution))
    },
  ]
}
