/// Why a JSON text or a path expression was refused.
struct JSONFault: Error, Equatable {
  enum Kind: Equatable {
    case unexpectedEnd
    case unexpectedCharacter
    case textAfterValue
    case invalidUTF8
    case invalidEscape
    case invalidNumber
    case duplicateName
    case scalarAtTopLevel
    case nestedTooDeep
    /// The path expression isn't valid: ORA-40442.
    case invalidPath
    /// The path expression is valid, and uses what isn't supported here.
    case unsupportedInPath
    /// No value was passed for a variable of the path expression.
    case unknownVariable
    /// The path expression matches more than is held.
    case tooManyItems
  }

  var kind: Kind
  /// Where, in bytes from the start of the text.
  var offset: Int
}
