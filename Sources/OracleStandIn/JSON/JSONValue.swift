/// A JSON value.
enum JSONValue: Sendable, Equatable {
  case null
  case boolean(Bool)
  /// A numeral as it was written, so that no digit is lost; under lax syntax it needn't be a standard one.
  case number(String)
  case string(String)
  case array([JSONValue])
  /// Members in the order they were written, those with the same name included.
  case object([JSONMember])

  /// Whether the value is neither an object nor an array.
  var isScalar: Bool {
    switch self {
    case .array, .object: false
    case .null, .boolean, .number, .string: true
    }
  }

  var type: JSONType {
    switch self {
    case .null: .null
    case .boolean: .boolean
    case .number: .number
    case .string: .string
    case .array: .array
    case .object: .object
    }
  }
}

/// The type of a JSON value, named as the item method `type()` names it.
enum JSONType: String, Sendable {
  case null, boolean, number, string, array, object
}

/// A name and its value in an object.
struct JSONMember: Sendable, Equatable {
  var name: String
  var value: JSONValue
}

extension [JSONMember] {
  /// The value of a member; the first one's when the name occurs more than once, where Oracle leaves it open.
  subscript(name: String) -> JSONValue? {
    first { $0.name.hasSameBytes(as: name) }?.value
  }
}

extension String {
  /// Compares code units, as Oracle does; `==` takes composed and decomposed letters for equal.
  func hasSameBytes(as other: String) -> Bool {
    utf8.elementsEqual(other.utf8)
  }
}
