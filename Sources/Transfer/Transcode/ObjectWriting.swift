import Model
import OracleWire

extension Transcoder {
  /// Writes a row some of whose columns are objects: their attributes become the fields of one composite value.
  ///
  /// A composite value: the number of its fields, then for each the number of its type, its length (-1 for NULL) and its
  /// bytes. Source: record_recv in src/backend/utils/adt/rowtypes.c.
  @inline(never)
  static func writeRowWithObjects(
    _ cells: Span<RowBatch.Cell>, of bytes: RawSpan, plans: Span<ColumnPlan>, fieldTypes: Span<Int32>,
    policy: FractionPolicy, to start: UnsafeMutableRawPointer, column: inout Int, losses: inout [Int]
  ) throws(RejectReason) -> Int {
    precondition(cells.count == plans.count && cells.count == fieldTypes.count)
    var out = start + 2
    var fieldCount: Int16 = 0
    while column < cells.count {
      fieldCount += 1
      guard case .composite(let fields) = plans[column] else {
        var lost = 0
        out += try writeField(cells[column], of: bytes, plan: plans[column], policy: policy, to: out, lost: &lost)
        losses[column] += lost
        column += 1
        continue
      }
      guard fields < cells.count - column else { throw .corruptObject }
      if cells[column].length < 0 {
        out.storeBigEndian(Int32(-1))
        out += 4
        column += 1 + fields
        continue
      }
      let object = out
      out += 4
      out.storeBigEndian(Int32(truncatingIfNeeded: fields))
      out += 4
      column += 1
      for _ in 0..<fields {
        out.storeBigEndian(fieldTypes[column])
        out += 4
        var lost = 0
        out += try writeField(cells[column], of: bytes, plan: plans[column], policy: policy, to: out, lost: &lost)
        losses[column] += lost
        column += 1
      }
      let size = out - object - 4
      guard size <= largestValue else { throw .valueTooLarge }
      object.storeBigEndian(Int32(truncatingIfNeeded: size))
    }
    start.storeBigEndian(fieldCount)
    return out - start
  }
}

extension PostgresType {
  /// The type's number, 0 for a composite one and for an extension's, which have none before they are made.
  ///
  /// Source: src/include/catalog/pg_type.dat.
  var number: Int32 {
    switch self {
    case .boolean: 16
    case .bytea: 17
    case .bigint: 20
    case .smallint: 21
    case .integer: 23
    case .text: 25
    case .json: 114
    case .xml: 142
    case .real: 700
    case .doublePrecision: 701
    case .char: 1042
    case .varchar: 1043
    case .timestamp: 1114
    case .timestamptz: 1184
    case .date: 1082
    case .uuid: 2950
    case .intervalYearToMonth, .intervalDayToSecond: 1186
    case .numeric: 1700
    case .array(.smallint): 1005
    case .array(.real): 1021
    case .array(.doublePrecision): 1022
    case .composite, .collection, .geometry: 0
    }
  }
}
