/// One token: its kind and place; the text stays in the source.
public struct Token: Sendable, Hashable {
  /// What it is.
  public var kind: Kind
  /// Which keyword a word is; `.other` for anything else.
  public var keyword: Keyword
  /// Where it stands, quotes and colon included.
  public var range: SourceRange

  /// Kinds of tokens.
  public enum Kind: UInt8, Sendable, Hashable {
    /// An unquoted word, keyword or name.
    case word
    /// `"Name"`
    case quotedIdentifier
    /// `'text'`
    case string
    /// `N'text'`
    case nationalString
    /// `q'[text]'`
    case alternativeString
    /// `nq'[text]'`
    case nationalAlternativeString
    /// `12`, `1.5e-3`, `1f`
    case number
    /// `:name`, `:1`, `:"Name"`
    case bind
    case leftParenthesis
    case rightParenthesis
    case comma
    case dot
    case semicolon
    case plus
    case minus
    case star
    case slash
    case concatenation
    case equal
    case notEqual
    case less
    case lessOrEqual
    case greater
    case greaterOrEqual
    case at
    /// `=>`
    case arrow
    /// `:=`
    case assign
    /// `**`
    case power
    /// `..`
    case dotDot
    /// `<<`
    case labelStart
    /// `>>`
    case labelEnd
    /// `%`, of PL/SQL's `%TYPE`
    case percent
    /// `[`, `]`, `{`, `}`, `?`, `|`, `!`, `:` before a quote: no SQL of this grammar has them, PL/SQL and JSON paths may.
    case otherSymbol
    /// `$IF`, `$END` and the like, with the option `directives`.
    case directive
    /// `$$name`, with the option `directives`.
    case inquiry
    /// Behind the last token.
    case end
  }
}
