import OracleWire

/// A kind of table whose rows are generated: its columns, and what stands in them.
public enum GeneratedProfile: String, Sendable, CaseIterable {
  /// Eight columns of the usual types, some 250 bytes a row.
  case standard
  /// Three numbers.
  case narrow
  /// Two hundred columns of the usual types, some of them NULL.
  case wide
  /// A CLOB of 2 KB and a BLOB of 10 KB.
  case lob

  /// What a column behind the two numbers holds.
  private enum Kind {
    case integer
    case amount
    case text(ClosedRange<Int>)
    case date
    case timestamp
    case clob(Int)
    case blob(Int)
  }

  private struct Column {
    var name: String
    var type: String
    var kind: Kind
    /// One value in so many is NULL; 0 for none.
    var nullEvery = 0
  }

  private var columns: [Column] {
    let amount = Column(name: "AMOUNT", type: "NUMBER(12,2)", kind: .amount)
    switch self {
    case .narrow: return [amount]
    case .standard:
      return [
        amount,
        Column(name: "LABEL", type: "VARCHAR2(40 CHAR)", kind: .text(8...24)),
        Column(name: "ADDRESS", type: "VARCHAR2(200 CHAR)", kind: .text(40...100)),
        Column(name: "CREATED", type: "DATE", kind: .date),
        Column(name: "CHANGED", type: "TIMESTAMP(6)", kind: .timestamp),
        Column(name: "NOTE", type: "VARCHAR2(4000)", kind: .text(90...110)),
      ]
    case .lob:
      return [
        Column(name: "DOCUMENT", type: "CLOB", kind: .clob(2048)),
        Column(name: "PICTURE", type: "BLOB", kind: .blob(10240)),
      ]
    case .wide:
      return (3...200).map { number in
        let name = "COLUMN_\(number)"
        return switch number % 5 {
        case 0: Column(name: name, type: "NUMBER(9)", kind: .integer, nullEvery: 10)
        case 1: Column(name: name, type: "NUMBER(12,2)", kind: .amount)
        case 2: Column(name: name, type: "VARCHAR2(20)", kind: .text(4...12), nullEvery: 4)
        case 3: Column(name: name, type: "DATE", kind: .date, nullEvery: 3)
        default: Column(name: name, type: "TIMESTAMP(6)", kind: .timestamp, nullEvery: 2)
        }
      }
    }
  }

  /// CREATE TABLE: the key and the second number come first.
  func createStatement(_ name: String) -> String {
    let others = columns.map { ", \($0.name) \($0.type)" }.joined()
    return "CREATE TABLE \(name) (ID NUMBER(18) CONSTRAINT \(name)_PK PRIMARY KEY, CODE NUMBER(9)\(others))"
  }

  /// The cells behind the two numbers, of a row with such a number from 0.
  func tail(_ row: Int) -> [UInt8] {
    var image: [UInt8] = []
    for (place, column) in columns.enumerated() {
      var random = Scramble(state: UInt64(row) << 16 | UInt64(place))
      let isNull = column.nullEvery > 0 && random.below(column.nullEvery) == 0
      RowImage.append(isNull ? nil : GeneratedProfile.value(column.kind, &random), to: &image)
    }
    return image
  }

  private static func value(_ kind: Kind, _ random: inout Scramble) -> [UInt8] {
    switch kind {
    case .integer: OracleNumber(random.below(1_000_000_000)).bytes
    case .amount: amount(random.below(10_000_000)).bytes
    case .text(let lengths): text(lengths.lowerBound + random.below(lengths.count), &random)
    case .date: moment(&random).dateBytes()
    case .timestamp: moment(&random).timestampBytes()
    case .clob(let length): text(length, &random)
    case .blob(let length): (0..<length).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    }
  }

  /// A number of hundredths.
  private static func amount(_ hundredths: Int) -> OracleNumber {
    let cents = hundredths % 100
    let text = "\(hundredths / 100).\(cents < 10 ? "0" : "")\(cents)"
    return (try? OracleNumber(decimal: text)) ?? .zero
  }

  private static func moment(_ random: inout Scramble) -> OracleTimestamp {
    OracleTimestamp(
      year: 1990 + random.below(40), month: 1 + random.below(12), day: 1 + random.below(28), hour: random.below(24),
      minute: random.below(60), second: random.below(60), nanosecond: random.below(1_000_000) * 1_000)
  }

  private static let words = [
    "harbour", "ferry", "quay", "lock", "tide", "Gr\u{FC}nau", "rope", "pilot", "bridge", "ebb", "anchor", "mole",
    "light",
    "deck", "Stra\u{DF}e", "cargo",
  ].map { Array($0.utf8) }

  /// Words of a harbour, of exactly so many bytes.
  private static func text(_ length: Int, _ random: inout Scramble) -> [UInt8] {
    var text: [UInt8] = []
    while true {
      let word = words[random.below(words.count)]
      // What is left is filled up with a letter, so that no character is cut in two.
      guard text.count + word.count <= length else { break }
      text += word
      if text.count < length { text.append(UInt8(ascii: " ")) }
    }
    return text + Array(repeating: UInt8(ascii: "x"), count: length - text.count)
  }

  /// Numbers without order that are the same at every run.
  private struct Scramble {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      return mixed ^ mixed >> 31
    }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
  }
}
