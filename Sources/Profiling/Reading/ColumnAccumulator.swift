import OracleWire

/// What is known of a column so far.
struct ColumnAccumulator: Sendable {
  /// The figures that only values of a kind have.
  enum Kind: Sendable {
    case number(NumberFigures)
    case text(TextFigures)
    case moment(MomentFigures)
    case bytes(LengthFigures)
    case length(LengthFigures)
    case plain
  }

  let wire: ColumnDescription
  let reading: ColumnReading
  private(set) var kind: Kind
  private(set) var nulls = 0
  private(set) var values = 0
  private(set) var distinct: DistinctSketch?
  private(set) var extremes = ValueExtremes()
  /// Bytes of a value that tell it from others: what comes behind the fields of a moment is its zone.
  private let significantBytes: Int

  init(_ reading: ColumnReading, wire: ColumnDescription) {
    self.reading = reading
    self.wire = wire
    significantBytes = reading == .moment ? 11 : .max
    distinct = reading == .length || reading == .presence ? nil : DistinctSketch()
    kind =
      switch reading {
      case .number: .number(NumberFigures())
      case .text, .nationalText: .text(TextFigures())
      case .moment: .moment(MomentFigures())
      case .bytes: .bytes(LengthFigures())
      case .length: .length(LengthFigures())
      case .plain, .presence: .plain
      }
  }

  /// Takes a column of a batch.
  ///
  /// - Throws: `WireError.invalidValue` for bytes that are no value of the type.
  mutating func take(_ batch: RowBatch, column: Int) throws(WireError) {
    // Chosen once a batch: the loop over values knows its kind.
    switch kind {
    case .number(var figures):
      try read(batch, column, into: &figures)
      kind = .number(figures)
    case .text(var figures) where reading == .text:
      try read(batch, column, into: &figures)
      kind = .text(figures)
    case .text(let figures):
      var national = NationalTextFigures(figures: figures)
      try read(batch, column, into: &national)
      kind = .text(national.figures)
    case .moment(var figures):
      try read(batch, column, into: &figures)
      kind = .moment(figures)
    case .bytes(var figures):
      try read(batch, column, into: &figures)
      kind = .bytes(figures)
    case .length(let figures):
      var lengths = CountedLengths(figures: figures)
      try read(batch, column, into: &lengths)
      kind = .length(lengths.figures)
    case .plain:
      var plain = PlainFigures()
      try read(batch, column, into: &plain)
    }
  }

  /// Takes all that another one has seen of the same column.
  mutating func merge(_ other: ColumnAccumulator) {
    nulls += other.nulls
    values += other.values
    if let seen = other.distinct { distinct?.merge(seen) }
    extremes.merge(other.extremes)
    switch (kind, other.kind) {
    case (.number(let own), .number(let others)): kind = .number(own.merged(with: others))
    case (.text(let own), .text(let others)): kind = .text(own.merged(with: others))
    case (.moment(let own), .moment(let others)): kind = .moment(own.merged(with: others))
    case (.bytes(let own), .bytes(let others)): kind = .bytes(own.merged(with: others))
    case (.length(let own), .length(let others)): kind = .length(own.merged(with: others))
    default: break
    }
  }

  private mutating func read(
    _ batch: RowBatch, _ column: Int, into figures: inout some ValueFigures
  ) throws(WireError) {
    let bytes = batch.bytes.span.bytes
    let cells = batch.cells.span
    // Taken out, so that its registers are changed in place.
    var sketch = distinct
    distinct = nil
    defer { distinct = sketch }
    var place = column
    for _ in 0..<batch.rowCount {
      let cell = cells[place]
      place &+= batch.columnCount
      guard !cell.isNull else {
        nulls &+= 1
        continue
      }
      values &+= 1
      let start = cell.length == 0 ? 0 : Int(cell.offset)
      let value = bytes.extracting(start..<start + min(Int(cell.length), significantBytes))
      try figures.take(value)
      guard sketch != nil else { continue }
      sketch?.take(hash: ByteHash.hash(value))
      extremes.take(value)
    }
  }
}
