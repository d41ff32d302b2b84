import Foundation

/// What a check asks of a row, in a form that is neither database's.
public indirect enum Condition: Sendable, Hashable {
  /// An operand of a condition.
  public indirect enum Operand: Sendable, Hashable {
    /// A column, by its place in the table.
    case column(Int)
    case number(Decimal)
    case text(String)
    /// Microseconds since 1970.
    case moment(Int)
    case null
    case arithmetic(Arithmetic, Operand, Operand)
    case call(Function, [Operand])
  }

  public enum Arithmetic: Sendable, Hashable { case add, subtract, multiply, divide }

  /// Functions whose meaning both databases share.
  public enum Function: String, Sendable, Hashable {
    case length = "LENGTH"
    case upper = "UPPER"
    case lower = "LOWER"
    case trim = "TRIM"
    case coalesce = "COALESCE"
    case absolute = "ABS"
    case remainder = "MOD"

    init?(name: String) {
      switch name.uppercased() {
      case "LENGTH", "CHAR_LENGTH", "CHARACTER_LENGTH", "LENGTHC": self = .length
      case "NVL", "COALESCE": self = .coalesce
      case "BTRIM", "TRIM": self = .trim
      case let name: self.init(rawValue: name)
      }
    }
  }

  public enum Comparison: Sendable, Hashable {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual

    /// The one that holds with its sides exchanged.
    var mirrored: Comparison {
      switch self {
      case .equal, .notEqual: self
      case .less: .greater
      case .lessOrEqual: .greaterOrEqual
      case .greater: .less
      case .greaterOrEqual: .lessOrEqual
      }
    }
  }

  case comparison(Comparison, Operand, Operand)
  case isNull(Operand)
  case isIn(Operand, [Operand])
  /// A pattern of LIKE, without escapes.
  case like(Operand, String)
  case matches(Operand, TextPattern)
  case isJSON(Operand)
  case and([Condition])
  case or([Condition])
  case not(Condition)

  /// The columns that it speaks of.
  var columns: Set<Int> {
    switch self {
    case .comparison(_, let left, let right): left.columns.union(right.columns)
    case .isNull(let operand), .like(let operand, _), .matches(let operand, _), .isJSON(let operand): operand.columns
    case .isIn(let operand, let list): list.reduce(operand.columns) { $0.union($1.columns) }
    case .and(let parts), .or(let parts): parts.reduce(into: []) { $0.formUnion($1.columns) }
    case .not(let part): part.columns
    }
  }

  /// The columns that it tests for NULL.
  var testedForNull: Set<Int> {
    switch self {
    case .isNull(let operand): operand.columns
    case .and(let parts), .or(let parts): parts.reduce(into: []) { $0.formUnion($1.testedForNull) }
    case .not(let part): part.testedForNull
    default: []
    }
  }

  /// The conditions of which all must hold.
  var conjuncts: [Condition] {
    if case .and(let parts) = self { parts.flatMap(\.conjuncts) } else { [self] }
  }
}

extension Condition.Operand {
  var columns: Set<Int> {
    switch self {
    case .column(let place): [place]
    case .arithmetic(_, let left, let right): left.columns.union(right.columns)
    case .call(_, let arguments): arguments.reduce(into: []) { $0.formUnion($1.columns) }
    case .number, .text, .moment, .null: []
    }
  }
}
