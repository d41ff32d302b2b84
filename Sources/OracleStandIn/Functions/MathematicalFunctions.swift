import OracleSQL
import OracleWire

/// Functions of analysis and trigonometry, REMAINDER and WIDTH_BUCKET; of NUMBERs to its own precision.
enum MathematicalFunctions {
  private static func type(_ arguments: [CompiledValue]) throws -> ColumnType {
    if arguments.contains(where: { $0.type.base == .binaryDouble || $0.type.base == .binaryFloat }) {
      return ColumnType(base: .binaryDouble)
    }
    for argument in arguments {
      let base = argument.type.base
      guard base.isNumeric || base.isText || base == .null else {
        throw OracleError.inconsistentTypes(expected: "NUMBER", got: base.name)
      }
    }
    return .number
  }

  private static func isBinary(_ values: [Value]) -> Bool {
    values.contains { $0.type == .binaryDouble || $0.type == .binaryFloat }
  }

  /// A function that is computed exactly and put back into a double where a binary float is given.
  private static func function(
    _ count: Int, _ body: @escaping @Sendable ([OracleNumber]) throws -> OracleNumber
  ) -> ScalarFunction {
    ScalarFunction(arguments: count...count, type: { try type($0) }) { values, execution in
      let result = Value(try body(values.map { try execution.rules.number($0).number }))
      return isBinary(values) ? Value(double: result.double ?? 0) : result
    }
  }

  static let table: [String: ScalarFunction] = [
    "EXP": function(1) { try NumberMathematics.exponential($0[0]) },
    "LN": function(1) { try NumberMathematics.logarithm($0[0]) },
    "LOG": function(2) { try NumberMathematics.logarithm(base: $0[0], $0[1]) },
    "POWER": function(2) { try NumberMathematics.power($0[0], $0[1]) },
    "SIN": function(1) { try NumberMathematics.sine($0[0]) },
    "COS": function(1) { try NumberMathematics.cosine($0[0]) },
    "TAN": function(1) { try NumberMathematics.tangent($0[0]) },
    "ASIN": function(1) { try NumberMathematics.arcsine($0[0]) },
    "ACOS": function(1) { try NumberMathematics.arccosine($0[0]) },
    "ATAN": function(1) { try NumberMathematics.arctangent($0[0]) },
    "ATAN2": function(2) { try NumberMathematics.arctangent($0[0], $0[1]) },
    "SINH": function(1) { try NumberMathematics.hyperbolicSine($0[0]) },
    "COSH": function(1) { try NumberMathematics.hyperbolicCosine($0[0]) },
    "TANH": function(1) { try NumberMathematics.hyperbolicTangent($0[0]) },
    "REMAINDER": ScalarFunction(arguments: 2...2, type: { try type($0) }) { values, execution in
      if isBinary(values) {
        let left = try execution.rules.double(values[0])
        return Value(double: left.remainder(dividingBy: try execution.rules.double(values[1])))
      }
      return Value(
        try NumberMathematics.remainder(
          execution.rules.number(values[0]).number, execution.rules.number(values[1]).number))
    },
    "WIDTH_BUCKET": ScalarFunction(arguments: 4...4, type: { _ in .number }) { values, execution in
      let numbers = try values.map { value in
        try execution.rules.number(value.type.isTemporal ? days(value, execution) : value).number
      }
      return Value(
        try NumberMathematics.widthBucket(numbers[0], from: numbers[1], to: numbers[2], count: numbers[3]))
    },
    "NANVL": ScalarFunction(arguments: 2...2, type: { try type($0) }) { values, _ in
      values[0].double?.isNaN == true && values[0].type != .number ? values[1] : values[0]
    },
  ]

  /// Buckets of datetimes are cut by their distance from the era's first day.
  private static func days(_ value: Value, _ execution: Execution) throws -> Value {
    let date = try execution.rules.fields(execution.rules.date(value))
    let seconds = OracleNumber(date.dayNumber * 86400 + date.secondOfDay)
    return Value(try NumberArithmetic.divide(seconds, OracleNumber(86400)))
  }
}
