import OracleWire

/// A fault in the values that were given for a statement's binds.
public struct OracleBindError: Error, Sendable, Hashable, CustomStringConvertible {
  public let description: String
}

/// Bind values turned into what an execute call sends: one column of metadata a bind, one row an execution.
struct BindTable: Sendable {
  let metadata: [ColumnMetadata]
  let rows: [[[UInt8]?]]
  /// Places of the binds behind RETURNING INTO, which send nothing.
  var returning: [Int] = []
  /// LOBs among the values, which live as long as this.
  private(set) var lobs: [LOBReference] = []

  static let none = BindTable(metadata: [], rows: [])

  private init(metadata: [ColumnMetadata], rows: [[[UInt8]?]]) {
    self.metadata = metadata
    self.rows = rows
  }

  /// Arranges values by name.
  init(statement: StatementText, named values: [String: OracleValue]) throws {
    let byName = Dictionary(values.map { ($0.key.uppercased(), $0.value) }) { first, _ in first }
    let slots = statement.bindSlots
    let row = try slots.map { name in
      guard let value = values[name] ?? byName[name.uppercased()] else {
        throw OracleBindError(description: "no value was given for the bind :\(name.lowercased())")
      }
      return value
    }
    let used = Set(slots.map { $0.uppercased() })
    if let unused = byName.keys.filter({ !used.contains($0) }).min() {
      throw OracleBindError(description: "the statement has no bind :\(unused.lowercased())")
    }
    try self.init(slotCount: slots.count, values: [row])
  }

  /// Arranges values by place.
  ///
  /// Where a name stands more than once, one value for each name is taken too.
  init(statement: StatementText, rows: [[OracleValue]]) throws {
    let slots = statement.bindSlots
    var distinct: [String] = []
    for slot in slots where !distinct.contains(slot) { distinct.append(slot) }
    let width = rows.first?.count ?? 0
    guard let odd = rows.first(where: { $0.count != width }) else {
      if width == slots.count {
        try self.init(slotCount: width, values: rows)
      } else if width == distinct.count {
        let places = slots.map { distinct.firstIndex(of: $0) ?? 0 }
        try self.init(slotCount: slots.count, values: rows.map { row in places.map { row[$0] } })
      } else {
        throw OracleBindError(
          description: "the statement has \(distinct.count) binds, but \(width) values were given")
      }
      return
    }
    throw OracleBindError(description: "bind rows differ in length: \(width) and \(odd.count) values")
  }

  /// Arranges binds that may bring values back, by place.
  init(statement: StatementText, through binds: [OracleBind]) throws {
    let slots = statement.bindSlots
    guard binds.count == slots.count else {
      throw OracleBindError(description: "the statement has \(slots.count) binds, but \(binds.count) were given")
    }
    var row: [[UInt8]?] = []
    var metadata: [ColumnMetadata] = []
    for (index, bind) in binds.enumerated() {
      switch bind {
      case .value(let value):
        let alone = try BindTable(slotCount: 1, values: [[value]])
        row += alone.rows[0]
        metadata += alone.metadata
        lobs += alone.lobs
      case .out(let type):
        row.append(nil)
        metadata.append(type.metadata)
        if statement.kind == .dml { returning.append(index) }
      case .inOut(let value, let type):
        guard statement.kind == .plsql else {
          throw OracleBindError(description: "bind \(index + 1) goes both ways; only blocks have such binds")
        }
        guard value == .null || value.bindTypeCode == type.typeCode else {
          throw OracleBindError(
            description: "bind \(index + 1) has a value of type \(value.bindTypeCode.name) and comes back as "
              + type.typeCode.name)
        }
        let bytes = try value.encoded()
        var column = type.metadata
        if case .lob(let lob) = value {
          guard lob.kind == type.lobKind else {
            throw OracleBindError(
              description: "bind \(index + 1) has a \(lob.kind.name) and comes back as \(type.lobKind?.name ?? "")")
          }
          lobs.append(lob)
        } else if type.lobKind == nil {
          column.bufferSize = max(column.bufferSize, UInt32(clamping: bytes?.count ?? 0))
        }
        row.append(bytes)
        metadata.append(column)
      }
    }
    self.metadata = metadata
    rows = [row]
  }

  private init(slotCount: Int, values: [[OracleValue]]) throws {
    var types = [OracleTypeCode?](repeating: nil, count: slotCount)
    var sizes = [Int](repeating: 1, count: slotCount)
    var kinds = [LOBKind?](repeating: nil, count: slotCount)
    var lobs: [LOBReference] = []
    var encoded: [[[UInt8]?]] = []
    encoded.reserveCapacity(values.count)
    for row in values {
      var cells: [[UInt8]?] = []
      cells.reserveCapacity(slotCount)
      for (index, value) in row.enumerated() {
        let bytes = try value.encoded()
        cells.append(bytes)
        sizes[index] = max(sizes[index], bytes?.count ?? 0)
        guard value != .null else { continue }
        let type = value.bindTypeCode
        let kind: LOBKind? = if case .lob(let lob) = value { lob.kind } else { nil }
        if let known = types[index], known != type || kind != kinds[index] {
          throw OracleBindError(
            description:
              "bind \(index + 1) has values of type \(kinds[index]?.name ?? known.name) and of type "
              + (kind?.name ?? type.name))
        }
        types[index] = type
        kinds[index] = kind
        if case .lob(let lob) = value { lobs.append(lob) }
      }
      encoded.append(cells)
    }
    rows = encoded
    self.lobs = lobs
    metadata = (0..<slotCount).map { index in
      kinds[index].map { ColumnMetadata(lob: $0) }
        ?? BindTable.metadata(type: types[index] ?? .varchar, size: sizes[index])
    }
  }

  static func metadata(type: OracleTypeCode, size: Int) -> ColumnMetadata {
    let longestPlain = 32767
    switch type {
    case .varchar where size > longestPlain:
      return ColumnMetadata(typeCode: .long, bufferSize: 0x7FFF_FFFF)
    case .raw where size > longestPlain:
      return ColumnMetadata(typeCode: .longRaw, bufferSize: 0x7FFF_FFFF)
    case .varchar, .raw:
      return ColumnMetadata(typeCode: type, bufferSize: UInt32(size))
    case .number:
      return ColumnMetadata(typeCode: type, bufferSize: 22)
    case .date:
      return ColumnMetadata(typeCode: type, bufferSize: 7)
    case .timestampTZ:
      return ColumnMetadata(typeCode: type, bufferSize: 13)
    case .intervalYM:
      return ColumnMetadata(typeCode: type, bufferSize: 5)
    case .binaryFloat:
      return ColumnMetadata(typeCode: type, bufferSize: 4)
    case .binaryDouble:
      return ColumnMetadata(typeCode: type, bufferSize: 8)
    case .boolean:
      return ColumnMetadata(typeCode: type, bufferSize: 4)
    case .json, .vector:
      return ColumnMetadata(image: type)
    default:
      return ColumnMetadata(typeCode: type, bufferSize: 11)
    }
  }
}
