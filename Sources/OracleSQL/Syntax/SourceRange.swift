/// Half-open range of UTF-8 byte offsets in a SQL text, counted from 0.
public struct SourceRange: Sendable, Hashable {
  @usableFromInline let startOffset: Int32
  @usableFromInline let endOffset: Int32

  /// Makes the range of the bytes `start ..< end`; texts are limited to 2 GiB by the lexer.
  @inlinable
  public init(start: Int, end: Int) {
    startOffset = Int32(truncatingIfNeeded: start)
    endOffset = Int32(truncatingIfNeeded: end)
  }

  /// Offset of the first byte.
  @inlinable public var start: Int { Int(startOffset) }

  /// Offset behind the last byte.
  @inlinable public var end: Int { Int(endOffset) }

  /// The range from this one's start to the other's end.
  @inlinable
  public func extended(to other: SourceRange) -> SourceRange {
    SourceRange(start: start, end: other.end)
  }
}

extension SourceRange {
  /// The source text of this range, exactly as written; a range outside of `bytes` is cut to fit.
  public func text(in bytes: [UInt8]) -> String {
    let lower = min(max(start, 0), bytes.count)
    let upper = min(max(end, lower), bytes.count)
    return String(decoding: bytes[lower..<upper], as: UTF8.self)
  }

  /// The source text of this range, exactly as written; a range outside of `text` is cut to fit.
  public func text(in text: String) -> String {
    let utf8 = text.utf8
    let lower = utf8.index(utf8.startIndex, offsetBy: start, limitedBy: utf8.endIndex) ?? utf8.endIndex
    let upper = utf8.index(utf8.startIndex, offsetBy: max(start, end), limitedBy: utf8.endIndex) ?? utf8.endIndex
    return String(decoding: utf8[lower..<upper], as: UTF8.self)
  }
}

/// A place in a text as people count: line and column start at 1, a column is one byte.
public struct SourceLocation: Sendable, Hashable, CustomStringConvertible {
  /// Line number, from 1.
  public let line: Int
  /// Byte column in the line, from 1.
  public let column: Int

  /// Makes a location from numbers that start at 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Finds the location of a byte offset; an offset past the end is the end.
  public init(offset: Int, in bytes: [UInt8]) {
    var line = 1
    var lineStart = 0
    let limit = min(max(offset, 0), bytes.count)
    for index in 0..<limit where bytes[index] == 0x0A {
      line += 1
      lineStart = index + 1
    }
    self.line = line
    self.column = limit - lineStart + 1
  }

  /// Reads "line 3, column 14".
  public var description: String { "line \(line), column \(column)" }
}
