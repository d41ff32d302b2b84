import OracleSQL
import OracleWire

/// Which sources of its own block an expression reads, one bit each.
struct SourceSet: OptionSet, Hashable {
  let rawValue: UInt64

  static func only(_ index: Int) -> SourceSet { SourceSet(rawValue: 1 << UInt64(index)) }
}

/// What an expression depends on.
struct Dependence {
  var sources: SourceSet = []
  /// How many blocks out the farthest row is that it reads; 0 when it reads none of a surrounding block.
  var outerDepth = 0
  /// Differs from row to row for other reasons: ROWNUM, NEXTVAL, an aggregate.
  var isVolatile = false
  var readsRowNumber = false
  /// Reads the parent's row of a hierarchy.
  var readsPrior = false
  /// Reads the result of a window function, which is known once all rows of the block are.
  var readsWindow = false

  func union(_ other: Dependence) -> Dependence {
    Dependence(
      sources: sources.union(other.sources), outerDepth: max(outerDepth, other.outerDepth),
      isVolatile: isVolatile || other.isVolatile, readsRowNumber: readsRowNumber || other.readsRowNumber,
      readsPrior: readsPrior || other.readsPrior, readsWindow: readsWindow || other.readsWindow)
  }

  var readsOuter: Bool { outerDepth > 0 }

  /// The same throughout a run of the block.
  var isFixed: Bool { sources.isEmpty && !isVolatile }
}

/// An expression that gives a value for the current row.
struct CompiledValue {
  var type: ColumnType
  var isNullable = true
  var dependence = Dependence()
  /// The column of the own block that this is, when it is nothing more.
  var column: ColumnPlace?
  /// Whether this is the ROWID of a source of the own block.
  var rowIDSource: Int?
  var evaluate: (Frame) throws -> Value
}

/// A column of a source of a block.
struct ColumnPlace: Hashable {
  var source: Int
  var column: Int
}

/// A condition: true, false, or unknown (nil).
struct CompiledCondition {
  var dependence = Dependence()
  /// The two sides of `a = b`.
  var equality: (CompiledValue, CompiledValue)?
  /// `ROWID op value`, for range scans: the source, the operator with ROWID on the left, the other side.
  var rowIDBound: (source: Int, BinaryOperator, CompiledValue)?
  var test: (Frame) throws -> Bool?
}
