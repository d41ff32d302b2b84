extension SampleSchema {
  /// The schema and its rows as a script for SQL*Plus or `oraferry standin --load`, piece by piece.
  ///
  /// Each element is one statement with its closing semicolon and line break; a COMMIT follows each table. At scale
  /// 1.0 the whole is about 120 MB.
  public static func script(scale: Double) -> some Sequence<String> {
    SampleScript(scale: scale)
  }
}

/// The statements of the script, made one by one.
struct SampleScript: Sequence {
  let scale: Double

  func makeIterator() -> AnyIterator<String> {
    let head = ["SET DEFINE OFF\n"] + SampleSchema.ddl.map { $0 + ";\n" }
    let inserts = SampleSchema.tables.lazy.flatMap { table in
      let names = table.columns.map { $0.name.lowercased() }.joined(separator: ", ")
      let start = "INSERT INTO \(table.name.lowercased()) (\(names)) VALUES ("
      let rows = table.rows(scale: scale).lazy.map { row in
        start + zip(row, table.columns).map { Self.expression($0, $1.kind) }.joined(separator: ", ") + ");\n"
      }
      return Chain(rows, "COMMIT;\n")
    }
    var headIterator = head.makeIterator()
    var insertIterator = inserts.makeIterator()
    return AnyIterator { headIterator.next() ?? insertIterator.next() }
  }

  /// An Oracle text literal, in whichever form of quoting.
  static func literal(_ text: String) -> String {
    var literal = "'"
    for scalar in text.unicodeScalars {
      if scalar == "'" { literal.unicodeScalars.append("'") }
      literal.unicodeScalars.append(scalar)
    }
    return literal + "'"
  }

  private static func expression(_ value: SampleValue, _ kind: SampleColumn.Kind) -> String {
    switch value {
    case .null: "NULL"
    case .integer(let number): String(number)
    case .decimal(let number): number
    case .double(let number): "\(number)d"
    case .raw(let bytes): hexadecimal(bytes)
    case .text(let text): kind == .clob ? largeText(text) : literal(text)
    case .timestamp(let time): expression(time, kind)
    }
  }

  private static func expression(_ time: SampleTimestamp, _ kind: SampleColumn.Kind) -> String {
    let text =
      "\(padded(Int(time.year), 4))-\(padded(Int(time.month), 2))-\(padded(Int(time.day), 2)) "
      + "\(padded(Int(time.hour), 2)):\(padded(Int(time.minute), 2)):\(padded(Int(time.second), 2))"
    if kind == .date { return "TO_DATE('\(text)', 'YYYY-MM-DD HH24:MI:SS')" }
    return "TO_TIMESTAMP('\(text).\(padded(Int(time.microsecond), 6))', 'YYYY-MM-DD HH24:MI:SS.FF6')"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }

  /// A text literal holds 4000 bytes at most; longer text is put together from several.
  private static func largeText(_ text: String) -> String {
    pieces(of: text, bytes: 3_000).map { "TO_CLOB(\(literal($0)))" }.joined(separator: " || ")
  }

  private static func pieces(of text: String, bytes limit: Int) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var size = 0
    for scalar in text.unicodeScalars {
      piece.unicodeScalars.append(scalar)
      size += UTF8.width(scalar)
      if size >= limit {
        pieces.append(piece)
        piece = ""
        size = 0
      }
    }
    return piece.isEmpty && !pieces.isEmpty ? pieces : pieces + [piece]
  }

  /// HEXTORAW takes 2000 bytes at most, and no value of the schema has more.
  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    var text = "HEXTORAW('"
    for byte in bytes {
      text.unicodeScalars.append(hexDigits[Int(byte >> 4)])
      text.unicodeScalars.append(hexDigits[Int(byte & 15)])
    }
    return text + "')"
  }

  private static let hexDigits = Array("0123456789ABCDEF".unicodeScalars)
}

/// A sequence with one more element behind it.
private struct Chain<Base: Sequence>: Sequence {
  private let base: Base
  private let last: Base.Element

  init(_ base: Base, _ last: Base.Element) {
    self.base = base
    self.last = last
  }

  func makeIterator() -> AnyIterator<Base.Element> {
    var iterator = base.makeIterator()
    var rest: Base.Element? = last
    return AnyIterator {
      if let element = iterator.next() { return element }
      defer { rest = nil }
      return rest
    }
  }
}
