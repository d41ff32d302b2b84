/// A VECTOR of 23ai: numbers of one format, all of them or, experimentally, only those that are not zero.
///
/// The image: `DB`, a version, two bytes of flags, the format, the number of dimensions in four bytes, eight bytes of a
/// norm when the flags tell of one, then the elements, floats in the form in which BINARY_FLOAT and BINARY_DOUBLE sort.
/// Source: python-oracledb's codec. No image of a real server has been seen yet.
public struct OracleVector: Sendable, Hashable {
  /// The elements in the format in which the vector keeps them.
  public enum Elements: Sendable, Hashable {
    case float32([Float])
    case float64([Double])
    case int8([Int8])
    /// Eight dimensions a byte.
    case binary([UInt8])

    /// The format's number in an image.
    public var code: UInt8 {
      switch self {
      case .float32: 2
      case .float64: 3
      case .int8: 4
      case .binary: 5
      }
    }
  }

  private static let magic: UInt8 = 0xDB
  private static let baseVersion: UInt8 = 0
  private static let binaryVersion: UInt8 = 1
  private static let sparseVersion: UInt8 = 2
  private static let norm = 0x0002
  private static let normReserved = 0x0010
  private static let sparse = 0x0020

  /// How many numbers the vector stands for.
  public let dimensions: Int
  /// All of them, or those at `indices`.
  public let elements: Elements
  /// For a sparse vector the places of its elements, from 0; the others are zero.
  ///
  /// Experimental: no sparse image of a real server has been seen yet.
  public let indices: [UInt32]?

  /// A dense vector.
  public init(_ elements: Elements) {
    self.elements = elements
    indices = nil
    switch elements {
    case .float32(let values): dimensions = values.count
    case .float64(let values): dimensions = values.count
    case .int8(let values): dimensions = values.count
    case .binary(let bytes): dimensions = 8 * bytes.count
    }
  }

  /// Decodes an image.
  ///
  /// - Throws: `WireError.invalidValue` for bytes that are none, `WireError.unsupportedType` for a version or format that
  ///   isn't known.
  public init(wireBytes bytes: ArraySlice<UInt8>) throws(WireError) {
    var reader = ImageReader(bytes, type: "VECTOR")
    guard try reader.byte() == OracleVector.magic else { throw reader.fault }
    let version = try reader.byte()
    guard version <= OracleVector.sparseVersion else { throw .unsupportedType("a VECTOR of version \(version)") }
    let flags = try reader.number(2)
    let format = try reader.byte()
    dimensions = try reader.number(4)
    if flags & (OracleVector.norm | OracleVector.normReserved) != 0 { _ = try reader.raw(8) }
    var count = dimensions
    if flags & OracleVector.sparse != 0 {
      count = try reader.number(2)
      var places: [UInt32] = []
      for _ in 0..<count { places.append(UInt32(truncatingIfNeeded: try reader.number(4))) }
      let limit = dimensions
      guard places.allSatisfy({ Int($0) < limit }) else { throw reader.fault }
      indices = places
    } else {
      indices = nil
    }
    elements = try OracleVector.elements(count, format: format, from: &reader)
    guard reader.position == bytes.count else { throw reader.fault }
  }

  private static func elements(
    _ count: Int, format: UInt8, from reader: inout ImageReader
  ) throws(WireError) -> Elements {
    switch format {
    case 2:
      let bytes = try reader.raw(4 * count)
      var values: [Float] = []
      values.reserveCapacity(count)
      for place in 0..<count { values.append(try BinaryFloats.float(bytes.dropFirst(4 * place).prefix(4))) }
      return .float32(values)
    case 3:
      let bytes = try reader.raw(8 * count)
      var values: [Double] = []
      values.reserveCapacity(count)
      for place in 0..<count { values.append(try BinaryFloats.double(bytes.dropFirst(8 * place).prefix(8))) }
      return .float64(values)
    case 4: return .int8(try reader.raw(count).map { Int8(bitPattern: $0) })
    case 5:
      guard count % 8 == 0 else { throw reader.fault }
      return .binary(Array(try reader.raw(count / 8)))
    default: throw .unsupportedType("a VECTOR of format \(format)")
    }
  }

  /// The image, its norm left zero for the server to fill in.
  public var wireBytes: [UInt8] {
    var flags = OracleVector.normReserved
    var version = OracleVector.baseVersion
    if indices != nil {
      version = OracleVector.sparseVersion
      flags |= OracleVector.sparse | OracleVector.norm
    } else if case .binary = elements {
      version = OracleVector.binaryVersion
    } else {
      flags |= OracleVector.norm
    }
    var bytes = [OracleVector.magic, version]
    bytes.append(bigEndian: flags, width: 2)
    bytes.append(elements.code)
    bytes.append(bigEndian: dimensions, width: 4)
    bytes.append(bigEndian: 0, width: 8)
    if let indices {
      bytes.append(bigEndian: indices.count, width: 2)
      for index in indices { bytes.append(bigEndian: Int(index), width: 4) }
    }
    switch elements {
    case .float32(let values): for value in values { bytes += BinaryFloats.bytes(value) }
    case .float64(let values): for value in values { bytes += BinaryFloats.bytes(value) }
    case .int8(let values): bytes += values.map { UInt8(bitPattern: $0) }
    case .binary(let values): bytes += values
    }
    return bytes
  }
}

extension OracleVector: CustomStringConvertible {
  /// `[1.5,-2.25]`; bytes as numbers from 0 to 255; a sparse vector as `[dimensions,[places],[elements]]`.
  public var description: String {
    let numbers =
      switch elements {
      case .float32(let values): values.map { "\($0)" }
      case .float64(let values): values.map { "\($0)" }
      case .int8(let values): values.map { "\($0)" }
      case .binary(let values): values.map { "\($0)" }
      }
    return text(numbers)
  }

  /// The same with elements that were written already.
  func text(_ numbers: [String]) -> String {
    let list = "[" + numbers.joined(separator: ",") + "]"
    guard let indices else { return list }
    return "[\(dimensions),[" + indices.map { "\($0)" }.joined(separator: ",") + "],\(list)]"
  }
}
