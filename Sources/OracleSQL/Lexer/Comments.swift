/// Where the comments of a text are, for those who carry them over.
public enum Comments {
  /// The ranges of `--` and `/* */` comments, hints included, in order; a text that ends inside of one has it up to its end.
  public static func ranges(in bytes: [UInt8]) -> [SourceRange] {
    var result: [SourceRange] = []
    var index = 0
    func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }
    while index < bytes.count {
      let start = index
      switch bytes[index] {
      case 0x2D where byte(index + 1) == 0x2D:
        while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
        result.append(SourceRange(start: start, end: index))
      case 0x2F where byte(index + 1) == 0x2A:
        index += 2
        while index < bytes.count, !(bytes[index] == 0x2A && byte(index + 1) == 0x2F) { index += 1 }
        index = min(index + 2, bytes.count)
        result.append(SourceRange(start: start, end: index))
      case 0x27, 0x22, 0x41...0x5A, 0x61...0x7A:
        // Strings and quoted names may hold what looks like a comment.
        var lexer = Lexer(bytes, from: index)
        let end = (try? lexer.next())?.range.end ?? index + 1
        index = max(end, index + 1)
      default: index += 1
      }
    }
    return result
  }

  /// The same of a text.
  public static func ranges(in text: String) -> [SourceRange] { ranges(in: Array(text.utf8)) }
}
