extension OSONValue {
  /// Decodes an OSON image.
  ///
  /// - Throws: `WireError.invalidValue` for bytes that are none, or nest more than 1,024 levels;
  ///   `WireError.unsupportedType` for a version or a node that isn't known.
  public init(osonBytes bytes: ArraySlice<UInt8>) throws(WireError) {
    var decoder = try OSONDecoder(bytes)
    self = try decoder.value()
  }
}

/// Reads one OSON image; containers that are open are kept on a list and not on the stack, which may be small.
private struct OSONDecoder {
  private struct Container {
    /// The names of an object's members; nil for an array.
    var names: [String]?
    /// Where the children's nodes stand.
    var offsets: [Int]
    var values: [OSONValue] = []

    var isWhole: Bool { values.count == offsets.count }

    func value() -> OSONValue {
      guard let names else { return .array(values) }
      return .object(zip(names, values).map { OSONMember($0, $1) })
    }
  }

  private var reader: ImageReader
  private var flags: OSONFormat.Flags = []
  private var names: [String] = []
  private var nameNumberWidth = 1
  private var treeStart = 0
  /// Bytes that may still be read.
  ///
  /// Nodes and names that are referred to again and again must not make a giant of a dwarf. Oracle may share equal
  /// leaves, so it is more than the image has.
  private var bytesLeft: Int

  init(_ bytes: ArraySlice<UInt8>) throws(WireError) {
    reader = ImageReader(bytes, type: "JSON")
    bytesLeft = 4096 + 16 * bytes.count
    guard try reader.raw(3).elementsEqual(OSONFormat.magic) else { throw reader.fault }
    let version = try reader.byte()
    guard version == OSONFormat.shortNames || version == OSONFormat.longNames else {
      throw .unsupportedType("JSON in version \(version) of its binary form")
    }
    flags = OSONFormat.Flags(rawValue: UInt16(truncatingIfNeeded: try reader.number(2)))
    try readHeader(version)
  }

  private mutating func readHeader(_ version: UInt8) throws(WireError) {
    let sizeWidth = flags.contains(.tree32) ? 4 : 2
    if flags.contains(.scalar) {
      _ = try reader.number(sizeWidth)
      treeStart = reader.position
      return
    }
    nameNumberWidth = flags.contains(.nameCount32) ? 4 : flags.contains(.nameCount16) ? 2 : 1
    let shortCount = try reader.number(nameNumberWidth)
    let shortOffsetWidth = flags.contains(.nameSegment32) ? 4 : 2
    let shortSize = try reader.number(shortOffsetWidth)
    var (longCount, longSize, longOffsetWidth) = (0, 0, 4)
    if version == OSONFormat.longNames {
      if try reader.number(2) & Int(OSONFormat.longNameOffsets16) != 0 { longOffsetWidth = 2 }
      longCount = try reader.number(4)
      longSize = try reader.number(4)
    }
    _ = try reader.number(sizeWidth)
    _ = try reader.number(2)  // statistics of tiny nodes
    try readNames(shortCount, size: shortSize, offsetWidth: shortOffsetWidth, lengthWidth: 1)
    try readNames(longCount, size: longSize, offsetWidth: longOffsetWidth, lengthWidth: 2)
    treeStart = reader.position
  }

  /// Reads a segment of names: their hashes, which are as wide as their lengths, their offsets, and themselves.
  private mutating func readNames(
    _ count: Int, size: Int, offsetWidth: Int, lengthWidth: Int
  ) throws(WireError) {
    guard count > 0 else {
      _ = try reader.raw(size)
      return
    }
    // The hashes are there, so the count is no larger than the image.
    _ = try reader.raw(count * lengthWidth)
    var offsets: [Int] = []
    for _ in 0..<count { offsets.append(try reader.number(offsetWidth)) }
    let segment = ImageReader(try reader.raw(size), type: reader.type)
    for offset in offsets {
      var place = segment
      try place.move(to: offset)
      let length = try place.number(lengthWidth)
      try charge(length)
      names.append(try place.text(length))
    }
  }

  mutating func value() throws(WireError) -> OSONValue {
    var open: [Container] = []
    try reader.move(to: treeStart)
    while true {
      var finished: OSONValue?
      let code = try reader.byte()
      if code & 0x80 != 0 {
        guard open.count < OSONFormat.deepest else { throw reader.fault }
        open.append(try container(code))
      } else {
        let start = reader.position
        finished = try scalar(code)
        try charge(reader.position - start)
      }
      // Gives what is finished to its container, which may be finished by it.
      while true {
        if let value = finished {
          guard !open.isEmpty else { return value }
          open[open.count - 1].values.append(value)
          finished = nil
        }
        guard let last = open.last, last.isWhole else { break }
        finished = last.value()
        open.removeLast()
      }
      guard let last = open.last else { throw reader.fault }
      try reader.move(to: treeStart + last.offsets[last.values.count])
    }
  }

  /// Reads the head of an object or array: how many children, their names' numbers, their offsets.
  private mutating func container(_ code: UInt8) throws(WireError) -> Container {
    let start = reader.position - 1 - treeStart
    let isObject = code & 0x40 == 0
    let offsetWidth = code & 0x20 != 0 ? 4 : 2
    var members: [String]?
    let count: Int
    if code & 0x18 == 0x18 {
      // An object with the same names as another one, which has them.
      let other = try reader.number(offsetWidth)
      let offsetsStart = reader.position
      try reader.move(to: treeStart + other)
      let otherCode = try reader.byte()
      guard isObject, otherCode & 0xC0 == 0x80, otherCode & 0x18 != 0x18 else { throw reader.fault }
      count = try childCount(otherCode)
      members = try memberNames(count)
      try reader.move(to: offsetsStart)
    } else {
      count = try childCount(code)
      if isObject { members = try memberNames(count) }
    }
    var container = Container(names: members, offsets: [])
    for _ in 0..<count {
      let offset = try reader.number(offsetWidth)
      container.offsets.append(flags.contains(.relativeOffsets) ? start + offset : offset)
    }
    return container
  }

  private mutating func childCount(_ code: UInt8) throws(WireError) -> Int {
    let width = code & 0x18 == 0 ? 1 : code & 0x18 == 0x08 ? 2 : 4
    let count = try reader.number(width)
    try charge(count)
    return count
  }

  private mutating func charge(_ count: Int) throws(WireError) {
    guard count <= bytesLeft else { throw reader.fault }
    bytesLeft -= count
  }

  private mutating func memberNames(_ count: Int) throws(WireError) -> [String] {
    var members: [String] = []
    for _ in 0..<count {
      let number = try reader.number(nameNumberWidth)
      guard names.indices.contains(number - 1) else { throw reader.fault }
      members.append(names[number - 1])
    }
    return members
  }

  private mutating func scalar(_ code: UInt8) throws(WireError) -> OSONValue {
    typealias Node = OSONFormat.Node
    switch code {
    case Node.null: return .null
    case Node.yes: return .boolean(true)
    case Node.no: return .boolean(false)
    case Node.string8: return .string(try reader.text(try reader.number(1)))
    case Node.string16: return .string(try reader.text(try reader.number(2)))
    case Node.string32: return .string(try reader.text(try reader.number(4)))
    case Node.number: return .number(try OracleNumber(wireBytes: try reader.raw(try reader.number(1))))
    case Node.double: return .double(try BinaryFloats.double(try reader.raw(8)))
    case Node.float: return .float(try BinaryFloats.float(try reader.raw(4)))
    case Node.date: return .date(try OracleTimestamp(wireBytes: try reader.raw(7)))
    case Node.wholeTimestamp: return .timestamp(try OracleTimestamp(wireBytes: try reader.raw(7)))
    case Node.timestamp: return .timestamp(try OracleTimestamp(wireBytes: try reader.raw(11)))
    case Node.timestampTZ: return try zoned(try reader.raw(13))
    case Node.intervalYM: return .intervalYM(try OracleIntervalYM(wireBytes: try reader.raw(5)))
    case Node.intervalDS: return .intervalDS(try OracleIntervalDS(wireBytes: try reader.raw(11)))
    case Node.binary16: return .binary(Array(try reader.raw(try reader.number(2))))
    case Node.binary32: return .binary(Array(try reader.raw(try reader.number(4))))
    case Node.identifier: return .identifier(Array(try reader.raw(try reader.number(1))))
    case Node.extended:
      let kind = try reader.byte()
      guard kind == Node.vector else { throw .unsupportedType("JSON with an extended type \(kind)") }
      return .vector(try OracleVector(wireBytes: try reader.raw(try reader.number(4))))
    case 0x00...0x1F: return .string(try reader.text(Int(code)))
    case 0x20...0x2F, 0x60...0x6F:
      return .number(try OracleNumber(wireBytes: try reader.raw(Int(code & 0x0F) + 1)))
    case 0x40...0x5F: return .number(try OracleNumber(wireBytes: try reader.raw(Int(code & 0x0F))))
    default: throw .unsupportedType("JSON with a node of type \(code)")
    }
  }

  private func zoned(_ bytes: ArraySlice<UInt8>) throws(WireError) -> OSONValue {
    let column = ColumnDescription(name: "JSON", typeCode: .timestampTZ)
    guard case .timestampTZ(let fields, let zone) = try OracleValue(wireBytes: bytes, column: column) else {
      throw reader.fault
    }
    return .timestampTZ(fields, zone)
  }
}
