import OracleWire

/// Which columns the dictionary's views have in which release.
///
/// Made from Oracle's Database Reference (12.1, 19c, 23ai) and from DESCRIBEs of servers; blocks that are marked `from
/// knowledge` were written down without a page at hand. A block is a line `# VIEW forms`, where `all dba user` are the
/// prefixes that the view comes with and none of them means that it has none; then columns, `NAME type`, separated by
/// semicolons or line ends:
///
///     V128 VARCHAR2(128)   N NUMBER   D DATE   L LONG   R16 RAW(16)   C CLOB   S TIMESTAMP   T TIMESTAMP WITH TIME ZONE
///     ! NOT NULL   in all,dba: in these forms only   since 12.2, until 18: in these releases only
struct DictionaryManifest: Sendable {
  struct Column: Sendable {
    var name: String
    var type: ColumnType
    var isNullable = true
    var forms: [String] = []
    var since: OracleRelease?
    var until: OracleRelease?

    /// Reads `NAME type [in forms] [since release] [until release]`; nil for anything else.
    init?(_ text: Substring) {
      var words = text.split(separator: " ")[...]
      guard let name = words.popFirst(), var code = words.popFirst() else { return nil }
      self.name = String(name)
      if code.hasSuffix("!") {
        isNullable = false
        code.removeLast()
      }
      let length = Int(code.dropFirst())
      switch code.first {
      case "V": type = .varchar(length ?? 0)
      case "R": type = ColumnType(base: .raw, length: length ?? 0)
      case "N": type = .number
      case "D": type = .date
      case "L": type = ColumnType(base: .long)
      case "C": type = ColumnType(base: .clob)
      case "S": type = ColumnType(base: .timestamp, precision: 6)
      case "T": type = ColumnType(base: .timestampTZ, precision: 6)
      default: return nil
      }
      guard "VR".contains(code.first ?? " ") == (length != nil) else { return nil }
      while let word = words.popFirst() {
        guard let argument = words.popFirst() else { return nil }
        switch word {
        case "in": forms = argument.split(separator: ",").map(String.init)
        case "since": since = OracleRelease(argument)
        case "until": until = OracleRelease(argument)
        default: return nil
        }
      }
    }

    func isIn(_ release: OracleRelease) -> Bool {
      if let since, release < since { return false }
      if let until, until < release { return false }
      return true
    }
  }

  struct Block: Sendable {
    var name: String
    /// `all`, `dba`, `user`; empty for a view without prefix.
    var forms: [String]
    var columns: [Column]
  }

  /// The blocks by their names.
  let blocks: [String: Block]
  /// Lines that couldn't be read; none, as a test makes sure of.
  let faults: [String]

  static let shared = DictionaryManifest(
    [tables, columns, constraints, objects, programs, partitions, privileges, instance].joined(separator: "\n"))

  init(_ text: String) {
    var blocks: [String: Block] = [:]
    var faults: [String] = []
    var current: String?
    for line in text.split(separator: "\n") {
      if line.hasPrefix("# ") {
        let words = line.dropFirst(2).split(separator: " ").prefix { !$0.hasPrefix("(") }.map(String.init)
        guard let name = words.first else { continue }
        blocks[name] = Block(name: name, forms: Array(words.dropFirst()), columns: [])
        current = name
        continue
      }
      for entry in line.split(separator: ";") {
        if let current, let column = Column(entry) {
          blocks[current]?.columns.append(column)
        } else {
          faults.append(String(entry))
        }
      }
    }
    self.blocks = blocks
    self.faults = faults
  }

  /// The columns of a view such as `USER_TABLES` or `V$DATABASE` in a release; nil for a view that isn't listed.
  func columns(of view: String, in release: OracleRelease) -> [Column]? {
    if let block = blocks[view], block.forms.isEmpty { return block.columns.filter { $0.isIn(release) } }
    guard let line = view.firstIndex(of: "_") else { return nil }
    let form = view[..<line].lowercased()
    guard let block = blocks[String(view[view.index(after: line)...])], block.forms.contains(form) else { return nil }
    return block.columns.filter { $0.isIn(release) && ($0.forms.isEmpty || $0.forms.contains(form)) }
  }
}

/// A release such as 12.1, 19 or 23.4, as far as the dictionary changed with it.
struct OracleRelease: Sendable, Hashable, Comparable {
  var number: Int
  var minor: Int

  init(number: Int, minor: Int) {
    self.number = number
    self.minor = minor
  }

  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".").map { Int($0) }
    guard let first = parts.first, let number = first else { return nil }
    self.number = number
    // Only release 12 had two dictionaries; later minor numbers are updates.
    minor = number == 12 && parts.count > 1 ? parts[1] ?? 1 : 0
  }

  static func < (left: OracleRelease, right: OracleRelease) -> Bool {
    (left.number, left.minor) < (right.number, right.minor)
  }
}
