/// A script that could not be loaded: which file, where, and why.
public struct ScriptError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file as it was named.
  public var file: String
  /// The line on which the failing statement begins, from 1.
  public var line: Int
  /// The ORA number; nil when the fault isn't the database's.
  public var code: Int?
  /// The text, with its ORA number in front.
  public var message: String

  public init(file: String, line: Int, code: Int?, message: String) {
    self.file = file
    self.line = line
    self.code = code
    self.message = message
  }

  /// Reads `schema.sql:12: ORA-00942: table or view does not exist`.
  public var description: String { "\(file):\(line): \(message)" }
}
