import OracleSQL
import OracleWire

/// Functions that make intervals.
enum IntervalFunctions {
  private static let days = ColumnType(base: .intervalDS, precision: 9, scale: 9)
  private static let years = ColumnType(base: .intervalYM, precision: 9)

  static let table: [String: ScalarFunction] = [
    "NUMTOYMINTERVAL": ScalarFunction(arguments: 2...2, type: { _ in years }) { values, execution in
      let unit = String(decoding: try execution.rules.text(values[1]), as: UTF8.self).trimmingBlanks().uppercased()
      guard unit == "YEAR" || unit == "MONTH" else {
        throw OracleError(code: 1760, message: "illegal argument for function")
      }
      let number = try execution.rules.number(values[0]).number
      let months = unit == "YEAR" ? try NumberArithmetic.multiply(number, OracleNumber(12)) : number
      guard let whole = try NumberArithmetic.round(months, scale: 0, .halfAwayFromZero).intValue else {
        throw YearInterval.tooSmall
      }
      return try YearInterval(months: whole).value
    },
    "TO_YMINTERVAL": ScalarFunction(arguments: 1...1, type: { _ in years }) { values, execution in
      try IntervalText.months(String(decoding: execution.rules.text(values[0]), as: UTF8.self)).value
    },
    "TO_DSINTERVAL": ScalarFunction(arguments: 1...1, type: { _ in days }) { values, execution in
      try IntervalText.days(String(decoding: execution.rules.text(values[0]), as: UTF8.self)).value
    },
  ]
}
