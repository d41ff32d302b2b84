/// What a token's first byte says about it.
enum LexicalClass {
  case letter
  case digit
  case other

  @inline(__always)
  static func of(_ byte: UInt8) -> LexicalClass {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: .letter
    case 0x30...0x39: .digit
    default: .other
    }
  }

  /// Whether an ASCII byte may stand inside of a word: letters, digits, `_`, `$`, `#`.
  @inline(__always)
  static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x5F, 0x24, 0x23: true
    default: false
    }
  }
}

/// Operators and punctuation by their first two bytes, the longer match first.
enum Symbols {
  static func match(_ first: UInt8, _ second: UInt8) -> (kind: Token.Kind, length: Int)? {
    switch (first, second) {
    case (0x7C, 0x7C): (.concatenation, 2)
    case (0x3C, 0x3D): (.lessOrEqual, 2)
    case (0x3C, 0x3E), (0x21, 0x3D), (0x5E, 0x3D), (0x7E, 0x3D): (.notEqual, 2)
    case (0x3C, 0x3C): (.labelStart, 2)
    case (0x3E, 0x3D): (.greaterOrEqual, 2)
    case (0x3E, 0x3E): (.labelEnd, 2)
    case (0x3D, 0x3E): (.arrow, 2)
    case (0x3A, 0x3D): (.assign, 2)
    case (0x2A, 0x2A): (.power, 2)
    case (0x2E, 0x2E): (.dotDot, 2)
    default: single(first).map { ($0, 1) }
    }
  }

  private static func single(_ byte: UInt8) -> Token.Kind? {
    switch byte {
    case 0x28: .leftParenthesis
    case 0x29: .rightParenthesis
    case 0x2C: .comma
    case 0x2E: .dot
    case 0x3B: .semicolon
    case 0x2B: .plus
    case 0x2D: .minus
    case 0x2A: .star
    case 0x2F: .slash
    case 0x3D: .equal
    case 0x3C: .less
    case 0x3E: .greater
    case 0x40: .at
    case 0x25: .percent
    case 0x5B, 0x5D, 0x7B, 0x7D, 0x3F, 0x7C, 0x21, 0x3A: .otherSymbol
    default: nil
    }
  }
}
