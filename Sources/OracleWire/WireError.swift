/// Why bytes from the other side could not be read.
public enum WireError: Error, Sendable, Hashable {
  /// The bytes end inside an item: read again when more have come.
  case needsMoreBytes
  /// The bytes break the protocol: what was read, and what stood there.
  case malformed(String)
  /// A value's bytes are no value of its type.
  case invalidValue(String)
  /// A type, message or option that is known by name but not carried.
  case unsupportedType(String)
  /// The other side speaks a version of the protocol that is not spoken here.
  case unsupportedVersion(String)
}

extension WireError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .needsMoreBytes: "the message ends too early"
    case .malformed(let what): "the message cannot be read: \(what)"
    case .invalidValue(let type): "a value's bytes are no \(type)"
    case .unsupportedType(let type): "\(type) is not supported"
    case .unsupportedVersion(let what): what
    }
  }
}
