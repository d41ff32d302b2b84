import Foundation
import OracleWire

/// Between vectors and their text.
enum VectorText {
  private static let malformed = OracleError(code: 51805, message: "Vector is not properly formatted")

  /// `[1.0E+000,2.5E+000]`: floats as TO_CHAR writes binary floats; INT8 as whole numbers.
  static func text(_ value: Value) throws -> [UInt8] {
    let vector = try vector(value)
    guard vector.indices == nil else { throw OracleError.unsupported("the text of a sparse VECTOR") }
    let numbers =
      switch vector.elements {
      case .float32(let values): values.map { ConversionRules.text(Double($0), isFloat: true) }
      case .float64(let values): values.map { ConversionRules.text($0, isFloat: false) }
      case .int8(let values): values.map { "\($0)" }
      case .binary(let values): values.map { "\($0)" }
      }
    return Array(("[" + numbers.joined(separator: ",") + "]").utf8)
  }

  private static func vector(_ value: Value) throws -> OracleVector {
    guard let vector = try? OracleVector(wireBytes: value.bytes[...]) else {
      throw OracleError(code: 51806, message: "vector column is not properly formatted")
    }
    return vector
  }

  // MARK: From text

  /// The vector of a text such as `[1, 3.4, -05.60, 3e+4]`.
  ///
  /// - Parameter code: the format's number.
  /// - Throws: ORA-51805 for what is no list of numbers, ORA-03001 for a sparse vector's text.
  static func vector(_ value: Value, _ code: Int) throws -> Value {
    let text = value.string.filter { !$0.isWhitespace }
    guard text.hasPrefix("["), text.hasSuffix("]"), text.count > 2 else { throw malformed }
    let inner = text.dropFirst().dropLast()
    if inner.contains("[") { throw OracleError.unsupported("sparse VECTORs as text") }
    let numbers = try inner.split(separator: ",", omittingEmptySubsequences: false).map { numeral -> Double in
      guard numeral.utf8.allSatisfy({ (48...57).contains($0) || "+-.eE".utf8.contains($0) }),
        let number = Double(String(numeral)), number.isFinite
      else { throw malformed }
      return number
    }
    guard numbers.count <= 65_535 else { throw malformed }
    if code == 2 {
      // Read as floats: to go by way of doubles would round twice.
      let floats = inner.split(separator: ",").compactMap { Float(String($0)) }
      guard floats.allSatisfy(\.isFinite) else { throw malformed }
      return Value(type: .vector, bytes: OracleVector(.float32(floats)).wireBytes)
    }
    return try image(numbers, code)
  }

  /// A vector in another format.
  ///
  /// - Throws: ORA-03001 for formats that have no numbers in common.
  static func converted(_ value: Value, to code: Int) throws -> Value {
    let vector = try vector(value)
    guard Int(vector.elements.code) != code else { return value }
    guard vector.indices == nil else { throw OracleError.unsupported("the conversion of a sparse VECTOR") }
    switch vector.elements {
    case .float32(let values): return try image(values.map(Double.init), code)
    case .float64(let values): return try image(values, code)
    case .int8(let values): return try image(values.map(Double.init), code)
    case .binary: throw OracleError.unsupported("the conversion of a BINARY VECTOR")
    }
  }

  private static func image(_ numbers: [Double], _ code: Int) throws -> Value {
    let elements: OracleVector.Elements
    switch code {
    case 2:
      let floats = numbers.map { Float($0) }
      guard floats.allSatisfy(\.isFinite) else { throw malformed }
      elements = .float32(floats)
    case 3: elements = .float64(numbers)
    case 4:
      elements = .int8(
        try numbers.map { number in
          guard let whole = Int8(exactly: number) else {
            throw OracleError.unsupported("the rounding of a number to INT8")
          }
          return whole
        })
    default:
      elements = .binary(
        try numbers.map { number in
          guard let byte = UInt8(exactly: number) else { throw malformed }
          return byte
        })
    }
    return Value(type: .vector, bytes: OracleVector(elements).wireBytes)
  }
}
