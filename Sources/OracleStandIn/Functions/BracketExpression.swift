import OracleWire

/// Pieces of Swift's syntax for sets of characters.
enum CharacterSetText {
  /// Characters other than LF that Swift's `(?m:^)` takes for the end of a line; in Oracle only LF ends one.
  ///
  /// With `m`, pattern and text hold private-use characters in their place, so that they end no line.
  static let otherLineEnds: [Unicode.Scalar] = ["\u{0B}", "\u{0C}", "\r", "\u{85}", "\u{2028}", "\u{2029}"]

  static func standIn(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(0xF0000 + scalar.value) ?? scalar
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    if scalar.isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil { return String(scalar) }
    return "\\x{" + String(scalar.value, radix: 16) + "}"
  }

  static func literal(_ scalar: Unicode.Scalar, _ flags: RegularExpressionFlags) -> String {
    escaped(flags.isMultiline && otherLineEnds.contains(scalar) ? standIn(scalar) : scalar)
  }

  static func range(_ first: Unicode.Scalar, _ last: Unicode.Scalar, _ flags: RegularExpressionFlags) -> String {
    var text = escaped(first) + "-" + escaped(last)
    if flags.isMultiline {
      for scalar in otherLineEnds where (first...last).contains(scalar) { text += escaped(standIn(scalar)) }
    }
    return text
  }

  /// The stand-ins of `otherLineEnds`, which belong where the characters themselves do.
  private static func standIns(_ flags: RegularExpressionFlags, controlsOnly: Bool = false) -> String {
    guard flags.isMultiline else { return "" }
    return otherLineEnds.filter { !controlsOnly || $0.value < 0x100 }.map { escaped(standIn($0)) }.joined()
  }

  /// The set of `\d`, `\w` or `\s`, in either case.
  static func shorthand(_ letter: Unicode.Scalar, _ flags: RegularExpressionFlags) -> String {
    switch letter {
    case "d", "D": "\\p{Nd}"
    case "s", "S": "\\p{White_Space}" + standIns(flags)
    default: "\\p{Alphabetic}\\p{Nd}_"
    }
  }

  /// The set of a class such as `alpha`; nil for an unknown name.
  static func named(_ name: String, _ flags: RegularExpressionFlags) -> String? {
    let graph = "[^\\p{White_Space}\\p{Cc}\\p{Cs}\\p{Cn}" + standIns(flags) + "]"
    return switch name {
    case "alpha": "\\p{Alphabetic}"
    case "digit": "\\p{Nd}"
    case "alnum": "\\p{Alphabetic}\\p{Nd}"
    case "lower": "\\p{Lowercase}"
    case "upper": "\\p{Uppercase}"
    case "space": "\\p{White_Space}" + standIns(flags)
    case "blank": "\\p{Zs}\\x{09}"
    case "cntrl": "\\p{Cc}" + standIns(flags, controlsOnly: true)
    case "punct": "\\p{P}\\p{S}"
    case "graph": graph
    case "print": graph + "\\p{Zs}"
    case "xdigit": "0-9A-Fa-f"
    // Oracle reads the nameless class as its own characters.
    case "": "\\x{3a}\\x{5b}\\x{5d}"
    default: nil
    }
  }
}

/// A POSIX bracket expression: a backslash in it stands for itself.
struct BracketExpression {
  /// The place behind what was read.
  private(set) var place: Int
  private let pattern: [Unicode.Scalar]
  private let flags: RegularExpressionFlags

  private enum Item {
    case character(Unicode.Scalar)
    case equivalence(Unicode.Scalar)
    case set(String)
  }

  /// Takes a pattern and the place behind its `[`.
  init(_ pattern: [Unicode.Scalar], at place: Int, _ flags: RegularExpressionFlags) {
    self.pattern = pattern
    self.place = place
    self.flags = flags
  }

  /// Reads up to the closing bracket.
  ///
  /// - Throws: ORA-12726 and, for what is in the brackets, ORA-12728 to ORA-12731.
  mutating func translate() throws -> String {
    var text = "["
    if scalar(at: place) == "^" {
      text += "^"
      place += 1
    }
    var isFirst = true
    while isFirst || scalar(at: place) != "]" {
      isFirst = false
      text += try readElement()
    }
    place += 1
    return text + "]"
  }

  private func scalar(at place: Int) -> Unicode.Scalar? {
    pattern.indices.contains(place) ? pattern[place] : nil
  }

  /// One item, or a range of two.
  private mutating func readElement() throws -> String {
    let item = try readItem()
    let first: Unicode.Scalar
    switch item {
    case .set(let text): return text
    case .character(let scalar), .equivalence(let scalar): first = scalar
    }
    if scalar(at: place) == "-", let after = scalar(at: place + 1), after != "]" {
      place += 1
      switch try readItem() {
      case .character(let last) where first <= last, .equivalence(let last) where first <= last:
        return CharacterSetText.range(first, last, flags)
      default: throw OracleError(code: 12728, message: "invalid range in regular expression")
      }
    }
    guard case .equivalence = item else { return CharacterSetText.literal(first, flags) }
    return EquivalenceClasses.members(of: first).map { CharacterSetText.literal($0, flags) }.joined()
  }

  private mutating func readItem() throws -> Item {
    guard let first = scalar(at: place) else {
      throw OracleError(code: 12726, message: "unmatched bracket in regular expression")
    }
    if first == "[", let kind = scalar(at: place + 1), [":", "=", "."].contains(kind), let end = end(of: kind) {
      let name = pattern[(place + 2)..<end]
      place = end + 2
      return try named(name, kind)
    }
    place += 1
    return .character(first)
  }

  /// Where `:]` or its like ends the item that begins here.
  private func end(of kind: Unicode.Scalar) -> Int? {
    var end = place + 2
    while end + 1 < pattern.count {
      if pattern[end] == kind, pattern[end + 1] == "]" { return end }
      end += 1
    }
    return nil
  }

  private func named(_ name: ArraySlice<Unicode.Scalar>, _ kind: Unicode.Scalar) throws -> Item {
    switch kind {
    case ":":
      var view = String.UnicodeScalarView()
      view.append(contentsOf: name)
      guard let set = CharacterSetText.named(String(view), flags) else {
        throw OracleError(code: 12729, message: "invalid character class in regular expression")
      }
      return .set(set)
    case "=":
      guard name.count == 1, let base = name.first else {
        throw OracleError(code: 12730, message: "invalid equivalence class in regular expression")
      }
      return .equivalence(base)
    default:
      // Only some linguistic sorts know elements of more than one character, such as the Spanish ch.
      guard name.count == 1, let element = name.first else {
        throw OracleError(code: 12731, message: "invalid collation class in regular expression")
      }
      return .character(element)
    }
  }
}

/// Letters that share a base letter, for `[=e=]`.
enum EquivalenceClasses {
  /// The letter itself and the Latin letters that differ from it only in accents.
  static func members(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    let base = bases[scalar] ?? scalar
    return [base] + (accented[base] ?? [])
  }

  private static let accented: [Unicode.Scalar: [Unicode.Scalar]] = {
    // Strings compare by canonical equivalence, so the composed letter is found by its parts.
    var composed: [String: Unicode.Scalar] = [:]
    for range: ClosedRange<UInt32> in [0xC0...0x24F, 0x1E00...0x1EFF] {
      for value in range { if let scalar = Unicode.Scalar(value) { composed[String(scalar)] = scalar } }
    }
    let marks = (UInt32(0x300)...0x331).compactMap(Unicode.Scalar.init).map(String.init)
    var members: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for value in Array(UInt32(0x41)...0x5A) + Array(UInt32(0x61)...0x7A) {
      guard let base = Unicode.Scalar(value) else { continue }
      let single = marks.compactMap { composed[String(base) + $0] }
      let double = single.flatMap { letter in marks.compactMap { composed[String(letter) + $0] } }
      members[base] = Array(Set(single + double)).sorted()
    }
    return members
  }()

  private static let bases: [Unicode.Scalar: Unicode.Scalar] = {
    var bases: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (base, members) in accented { for member in members { bases[member] = base } }
    return bases
  }()
}
