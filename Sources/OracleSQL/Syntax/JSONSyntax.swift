/// `JSON_VALUE(...)`, `JSON_QUERY(...)`, `JSON_EXISTS(...)` or `JSON_SERIALIZE(...)`.
public struct JSONCall: Sendable {
  /// Which function; the raw value is the spelling.
  public enum Function: String, Sendable, Hashable {
    case value = "JSON_VALUE"
    case query = "JSON_QUERY"
    case exists = "JSON_EXISTS"
    /// The whole document as text; it has no path.
    case serialize = "JSON_SERIALIZE"
  }

  /// Which function.
  public var function: Function
  /// The document.
  public var document: Expression
  /// FORMAT JSON behind the document.
  public var hasFormat: Bool
  /// The SQL/JSON path; nil when none is written, which is `$`.
  public var path: String?
  /// PASSING: values by the names that the path uses.
  public var passing: [(value: Expression, name: String)]
  /// How the result is made.
  public var output: JSONOutput

  /// Makes a call.
  public init(
    function: Function, document: Expression, hasFormat: Bool = false, path: String? = nil,
    passing: [(value: Expression, name: String)] = [], output: JSONOutput = JSONOutput()
  ) {
    self.function = function
    self.document = document
    self.hasFormat = hasFormat
    self.path = path
    self.passing = passing
    self.output = output
  }
}

/// RETURNING, wrapper, and what happens on errors, when nothing is found, and when the type doesn't fit.
public struct JSONOutput: Sendable {
  /// RETURNING.
  public var returning: DataType?
  /// PRETTY.
  public var isPretty: Bool
  /// ASCII.
  public var isASCII: Bool
  /// TRUNCATE: what is too long is cut.
  public var isTruncated = false
  /// WITH WRAPPER and its relatives.
  public var wrapper: JSONWrapper
  /// What stands before ON ERROR.
  public var onError: JSONFallback?
  /// What stands before ON EMPTY.
  public var onEmpty: JSONFallback?
  /// What stands before ON MISMATCH.
  public var onMismatch: JSONFallback?

  /// Makes clauses; nothing written is what Oracle takes by default.
  public init(
    returning: DataType? = nil, isPretty: Bool = false, isASCII: Bool = false, wrapper: JSONWrapper = .without,
    onError: JSONFallback? = nil, onEmpty: JSONFallback? = nil, onMismatch: JSONFallback? = nil
  ) {
    self.returning = returning
    self.isPretty = isPretty
    self.isASCII = isASCII
    self.wrapper = wrapper
    self.onError = onError
    self.onEmpty = onEmpty
    self.onMismatch = onMismatch
  }
}

/// Whether a result is put into an array; the raw value is the spelling.
public enum JSONWrapper: String, Sendable, Hashable {
  case without = "WITHOUT WRAPPER"
  case with = "WITH WRAPPER"
  case conditional = "WITH CONDITIONAL WRAPPER"
}

/// What stands in for a result that can't be had.
public enum JSONFallback: Sendable {
  case error
  case null
  case `true`
  case `false`
  case emptyArray
  case emptyObject
  /// IGNORE, behind ON MISMATCH.
  case ignore
  indirect case value(Expression)
}

/// `JSON_TABLE(document, path COLUMNS (...))`.
public struct JSONTable: Sendable {
  /// The document; it may read the sources that stand before.
  public var document: Expression
  /// FORMAT JSON behind the document.
  public var hasFormat: Bool
  /// The row path; nil is `$`.
  public var path: String?
  /// PASSING.
  public var passing: [(value: Expression, name: String)]
  /// ERROR or NULL ON ERROR of the whole table.
  public var onError: JSONFallback?
  /// ERROR or NULL ON EMPTY of the whole table.
  public var onEmpty: JSONFallback?
  /// At least one.
  public var columns: [Column]
  /// Where it stands.
  public var range: SourceRange

  /// One column, or a nested path with its own.
  public enum Column: Sendable {
    /// `name FOR ORDINALITY`
    case ordinality(Identifier)
    /// `name type PATH path`; `isQuery` when FORMAT JSON makes it like JSON_QUERY. A nil path is the name.
    indirect case value(Identifier, path: String?, isQuery: Bool, output: JSONOutput)
    /// `name type EXISTS PATH path`
    indirect case exists(Identifier, path: String?, output: JSONOutput)
    /// `NESTED PATH path COLUMNS (...)`
    indirect case nested(path: String, columns: [Column])
  }

  /// Makes a table.
  public init(
    document: Expression, hasFormat: Bool, path: String?, passing: [(value: Expression, name: String)],
    onError: JSONFallback?, onEmpty: JSONFallback?, columns: [Column], range: SourceRange
  ) {
    self.document = document
    self.hasFormat = hasFormat
    self.path = path
    self.passing = passing
    self.onError = onError
    self.onEmpty = onEmpty
    self.columns = columns
    self.range = range
  }
}

/// What JSON_OBJECT, JSON_ARRAY, JSON_OBJECTAGG and JSON_ARRAYAGG have beside their arguments.
///
/// The arguments of the object forms are keys and values by turns.
public struct JSONMaking: Sendable {
  /// For each value whether FORMAT JSON stands behind it.
  public var isFormatted: [Bool] = []
  /// NULL ON NULL (true) or ABSENT ON NULL (false); nil is Oracle's default: kept in objects, left out of arrays.
  public var keepsNulls: Bool?
  /// RETURNING.
  public var returning: DataType?
  /// STRICT.
  public var isStrict = false
  /// WITH UNIQUE KEYS.
  public var uniqueKeys = false

  /// Makes clauses; nothing written is what Oracle takes by default.
  public init() {}
}
