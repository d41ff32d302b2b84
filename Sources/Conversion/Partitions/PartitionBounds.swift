import Model
import OracleSQL

/// Makes PostgreSQL's bounds of one level of partitions.
struct PartitionBounds {
  let method: TablePartitioning.Method
  /// The key.
  let columns: [TargetColumn]
  let context: ExpressionContext

  /// `RANGE ("a", "b" COLLATE "C")`.
  func clause() throws(ConversionRefusal) -> String {
    let names = columns.map { column in
      // Oracle orders text by its bytes.
      PostgresIdentifier.quoted(column.name)
        + (method == .range && column.type.isText ? " COLLATE \"C\"" : "")
    }
    let list = names.joined(separator: ", ")
    switch method {
    case .range: return "RANGE (\(list))"
    case .list:
      guard columns.count == 1 else { throw ConversionRefusal("a LIST over several columns has no counterpart") }
      return "LIST (\(list))"
    case .hash: return "HASH (\(list))"
    case .reference: throw ConversionRefusal("partitioning by REFERENCE has no counterpart")
    case .system: throw ConversionRefusal("SYSTEM partitioning has no counterpart")
    case .other: throw ConversionRefusal("this kind of partitioning has no counterpart")
    }
  }

  /// A bound for each partition, in order.
  func bounds(of partitions: [TablePartition]) throws(ConversionRefusal) -> [String] {
    guard !partitions.isEmpty else { throw ConversionRefusal("its partitions are not known") }
    switch method {
    case .range: return try rangeBounds(partitions)
    case .list: return try listBounds(partitions)
    default: return partitions.indices.map { "FOR VALUES WITH (MODULUS \(partitions.count), REMAINDER \($0))" }
    }
  }

  // MARK: RANGE

  /// Oracle sorts NULL above all values: into the partition below MAXVALUE, which is PostgreSQL's DEFAULT.
  private func rangeBounds(_ partitions: [TablePartition]) throws(ConversionRefusal) -> [String] {
    var lower = columns.map { _ in "MINVALUE" }
    var result: [String] = []
    for (index, partition) in partitions.enumerated() {
      let upper = try rangeBound(partition)
      if upper.allSatisfy({ $0 == "MAXVALUE" }) {
        guard index == partitions.count - 1 else { throw ConversionRefusal("a partition lies above MAXVALUE") }
        result.append("DEFAULT")
      } else {
        result.append("FOR VALUES FROM (\(lower.joined(separator: ", "))) TO (\(upper.joined(separator: ", ")))")
      }
      lower = upper
    }
    guard result.last == "DEFAULT" || columns.count == 1 || columns.allSatisfy({ !$0.isNullable }) else {
      throw ConversionRefusal(
        "a key of several columns may be NULL, which PostgreSQL takes into a DEFAULT partition only")
    }
    return result
  }

  func rangeBound(_ partition: TablePartition) throws(ConversionRefusal) -> [String] {
    let texts = try Self.values(partition.bound ?? "")
    guard texts.count == columns.count else { throw ConversionRefusal("a bound has not a value for each key column") }
    var result: [String] = []
    var isAbove = false
    for (text, column) in zip(texts, columns) {
      // Behind MAXVALUE nothing counts any more.
      isAbove = isAbove || text.uppercased() == "MAXVALUE"
      guard !isAbove else {
        result.append("MAXVALUE")
        continue
      }
      guard let value = try constant(text, column) else { throw ConversionRefusal("a bound of a range is NULL") }
      result.append(value)
    }
    return result
  }

  // MARK: LIST

  private func listBounds(_ partitions: [TablePartition]) throws(ConversionRefusal) -> [String] {
    guard let column = columns.first else { throw ConversionRefusal("a list has no key") }
    var seen: Set<String> = []
    var result: [String] = []
    for partition in partitions {
      let texts = try Self.values(partition.bound ?? "")
      if texts.map({ $0.uppercased() }) == ["DEFAULT"] {
        result.append("DEFAULT")
        continue
      }
      var values: [String] = []
      for text in texts {
        let value = try constant(text, column) ?? "NULL"
        guard seen.insert(value).inserted else { throw ConversionRefusal("a value stands in two lists") }
        values.append(value)
      }
      guard !values.isEmpty else { throw ConversionRefusal("a list of a partition is empty") }
      result.append("FOR VALUES IN (\(values.joined(separator: ", ")))")
    }
    return result
  }

  // MARK: Values

  /// The values between the commas of a bound.
  static func values(_ bound: String) throws(ConversionRefusal) -> [String] {
    guard let tokens = try? Lexer.tokens(of: bound) else {
      throw ConversionRefusal("the bound of a partition is not understood")
    }
    let bytes = Array(bound.utf8)
    var depth = 0
    var result: [String] = []
    var begin = 0
    for token in tokens {
      switch token.kind {
      case .leftParenthesis: depth += 1
      case .rightParenthesis: depth -= 1
      case .comma where depth == 0:
        result.append(SourceRange(start: begin, end: token.range.start).text(in: bytes).trimmingBlanks)
        begin = token.range.end
      default: break
      }
    }
    result.append(SourceRange(start: begin, end: bytes.count).text(in: bytes).trimmingBlanks)
    return result
  }

  /// A constant of the column's type; nil for NULL.
  ///
  /// What the type can't hold exactly would be rounded, and rows land in another partition: it is refused.
  func constant(_ text: String, _ column: TargetColumn) throws(ConversionRefusal) -> String? {
    var translator = ExpressionTranslator(context: context)
    let value = try translator.value(try OracleExpression.value(text))
    if value.type != .null, let stored = StoredForm("", column.source.type, column.type),
      let constant = stored.bound(for: value)
    {
      return constant
    }
    let isExact =
      switch (value.type, column.type) {
      case (.null, _): true
      case (.number, let type) where type.isExactNumber: Self.holds(value.literal, type)
      case (.number, .real), (.number, .doublePrecision): true
      case (.text(.literal), let type) where type.isText: Self.holds(text: value.literal ?? "", type)
      case (.date, .timestamp), (.instant, .timestamptz), (.bytes, .bytea), (.boolean, .boolean): true
      case (.date, .date): value.sql.hasSuffix(" 00:00:00'")
      case (.timestamp, .timestamp(let precision)): precision == 6 || !value.sql.contains(".")
      default: false
      }
    guard isExact else { throw ConversionRefusal("a bound is not a value of its column's type") }
    return value.type == .null ? nil : value.sql
  }

  private static func holds(_ digits: String?, _ type: PostgresType) -> Bool {
    guard let digits else { return false }
    let sides = digits.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    switch type {
    case .smallint: return Int16(digits) != nil
    case .integer: return Int32(digits) != nil
    case .bigint: return Int64(digits) != nil
    case .numeric(let precision?, let scale):
      return scale >= 0 && (sides.first?.count ?? 0) <= precision - scale
        && (sides.count < 2 || sides[1].count <= scale)
    default: return true
    }
  }

  private static func holds(text: String, _ type: PostgresType) -> Bool {
    switch type {
    case .varchar(let length), .char(let length): text.unicodeScalars.count <= length
    default: true
    }
  }
}
