import OracleSQL
import OracleWire

/// What a VECTOR column takes: its length is the number of dimensions, 0 for any, and its precision the format's code.
enum VectorColumns {
  /// The number of a format in images.
  static func code(_ format: DataType.VectorFormat) -> Int {
    switch format {
    case .float32: 2
    case .float64: 3
    case .int8: 4
    case .binary: 5
    }
  }

  /// VECTOR_INFO of the dictionary: `VECTOR(3,FLOAT32)`.
  static func shape(_ type: ColumnType) -> String {
    let formats: [Int: DataType.VectorFormat] = [2: .float32, 3: .float64, 4: .int8, 5: .binary]
    let format = type.precision.flatMap { formats[$0] }?.rawValue ?? "*"
    return "VECTOR(\(type.length == 0 ? "*" : String(type.length)),\(format))"
  }

  /// - Throws: ORA-51803 for another number of dimensions, ORA-03001 for another format: the stand-in converts none.
  static func check(_ value: Value, _ type: ColumnType) throws {
    guard let vector = try? OracleVector(wireBytes: value.bytes[...]) else {
      throw OracleError(code: 51806, message: "vector column is not properly formatted")
    }
    guard type.length == 0 || vector.dimensions == type.length else {
      throw OracleError(
        code: 51803,
        message: "Vector dimension count must match the dimension count specified in the column definition "
          + "(expected \(type.length) dimensions, specified \(vector.dimensions) dimensions).")
    }
    guard type.precision == nil || type.precision == Int(vector.elements.code) else {
      throw OracleError.unsupported("the conversion of a VECTOR to another format")
    }
  }
}
