import OracleSQL
import OracleWire

/// Functions that change the form of characters: ASCIISTR, CONVERT, TO_MULTI_BYTE, TO_SINGLE_BYTE; and the special values of
/// the binary float types, which read like functions without arguments.
enum CharacterFunctions {
  private static func mapped(_ transform: @escaping @Sendable (Unicode.Scalar) -> Unicode.Scalar) -> ScalarFunction {
    ScalarFunction(arguments: 1...1, type: { _ in .varchar(4000) }) { values, execution in
      let text = String(decoding: try execution.rules.text(values[0]), as: UTF8.self)
      var result = String.UnicodeScalarView()
      for scalar in text.unicodeScalars { result.append(transform(scalar)) }
      return Value(text: Array(String(result).utf8))
    }
  }

  /// ASCII's graphic characters have full-width twins from U+FF01 on; the blank's is U+3000.
  private static let distance: UInt32 = 0xFF01 - 0x21

  private static func special(_ value: Value, _ type: ValueType) -> ScalarFunction {
    ScalarFunction(arguments: 0...0, type: { _ in ColumnType(base: type) }) { _, _ in value }
  }

  static let table: [String: ScalarFunction] = [
    "ASCIISTR": ScalarFunction(arguments: 1...1, type: { _ in .varchar(4000) }) { values, execution in
      let text = String(decoding: try execution.rules.text(values[0]), as: UTF8.self)
      var result: [UInt8] = []
      for unit in text.utf16 {
        if unit < 0x80, unit != 0x5C {
          result.append(UInt8(truncatingIfNeeded: unit))
        } else {
          let digits = String(unit, radix: 16, uppercase: true)
          result += Array(("\\" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
        }
      }
      return Value(text: result)
    },
    // Text is UTF-8 here: between sets that have all characters in that form nothing changes.
    "CONVERT": ScalarFunction(arguments: 2...3, type: { _ in .varchar(4000) }) { values, execution in
      for value in values.dropFirst() {
        let name = String(decoding: try execution.rules.text(value), as: UTF8.self).uppercased()
        guard ["UTF8", "AL32UTF8"].contains(name) else { throw OracleError.unsupported("CONVERT of the set \(name)") }
      }
      return Value(text: try execution.rules.text(values[0]))
    },
    "TO_MULTI_BYTE": mapped { scalar in
      if scalar == " " { return "\u{3000}" }
      return (0x21...0x7E).contains(scalar.value) ? Unicode.Scalar(scalar.value + distance) ?? scalar : scalar
    },
    "TO_SINGLE_BYTE": mapped { scalar in
      if scalar == "\u{3000}" { return " " }
      return (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - distance) ?? scalar : scalar
    },
    "BIN_TO_NUM": ScalarFunction(arguments: 1...62, type: { _ in .number }) { values, execution in
      Value(
        try values.reduce(0) { result, value in
          let bit = try TextFunctions.integer(value, execution)
          guard bit == 0 || bit == 1 else {
            throw OracleError(code: 1428, message: "argument '\(bit)' is out of range")
          }
          return result << 1 | bit
        })
    },
    "BINARY_DOUBLE_INFINITY": special(Value(double: .infinity), .binaryDouble),
    "BINARY_DOUBLE_NAN": special(Value(double: .nan), .binaryDouble),
    "BINARY_FLOAT_INFINITY": special(Value(float: .infinity), .binaryFloat),
    "BINARY_FLOAT_NAN": special(Value(float: .nan), .binaryFloat),
  ]
}
