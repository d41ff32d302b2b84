extension OSONValue {
  /// The value as an OSON image: absolute offsets of four bytes, no shared names.
  ///
  /// - Throws: `WireError.invalidValue` for names of more than 65,535 bytes, nesting of more than 1,024 levels, and
  ///   images of 2 GiB or more.
  public func osonBytes() throws(WireError) -> [UInt8] {
    var encoder = OSONEncoder()
    return try encoder.image(self)
  }
}

private struct OSONEncoder {
  private struct Names {
    var texts: [[UInt8]] = []
    var offsets: [Int] = []
    var segment: [UInt8] = []
  }

  /// A value whose node is still to be written, and where its offset belongs.
  private struct Pending {
    var value: OSONValue
    var offsetPlace: Int
    var depth: Int
  }

  private var numbers: [[UInt8]: Int] = [:]
  private var short = Names()
  private var long = Names()
  private var tree: [UInt8] = []

  private static let fault = WireError.invalidValue("JSON")

  mutating func image(_ value: OSONValue) throws(WireError) -> [UInt8] {
    var flags: OSONFormat.Flags = [.inlineLeaf, .lengthInCode]
    let isScalar: Bool
    switch value {
    case .array, .object: isScalar = false
    default: isScalar = true
    }
    if !isScalar { try collectNames(value) }
    let nameNumberWidth = numbers.count > 65535 ? 4 : numbers.count > 255 ? 2 : 1
    try writeTree(value, nameNumberWidth: nameNumberWidth)
    guard tree.count < 1 << 31 else { throw OSONEncoder.fault }
    if tree.count > 65535 { flags.insert(.tree32) }
    if isScalar {
      flags.insert(.scalar)
    } else {
      flags.formUnion([.hash8, .tinyNodes])
      if nameNumberWidth == 4 { flags.insert(.nameCount32) }
      if nameNumberWidth == 2 { flags.insert(.nameCount16) }
      if short.segment.count > 65535 { flags.insert(.nameSegment32) }
    }
    var image = OSONFormat.magic
    image.append(long.texts.isEmpty ? OSONFormat.shortNames : OSONFormat.longNames)
    image.append(bigEndian: Int(flags.rawValue), width: 2)
    let sizeWidth = flags.contains(.tree32) ? 4 : 2
    if isScalar {
      image.append(bigEndian: tree.count, width: sizeWidth)
      return image + tree
    }
    let shortWidth = flags.contains(.nameSegment32) ? 4 : 2
    image.append(bigEndian: short.texts.count, width: nameNumberWidth)
    image.append(bigEndian: short.segment.count, width: shortWidth)
    let longWidth = long.segment.count > 65535 ? 4 : 2
    if !long.texts.isEmpty {
      image.append(bigEndian: longWidth == 2 ? Int(OSONFormat.longNameOffsets16) : 0, width: 2)
      image.append(bigEndian: long.texts.count, width: 4)
      image.append(bigEndian: long.segment.count, width: 4)
    }
    image.append(bigEndian: tree.count, width: sizeWidth)
    image.append(bigEndian: 0, width: 2)
    OSONEncoder.append(short, hashWidth: 1, offsetWidth: shortWidth, to: &image)
    OSONEncoder.append(long, hashWidth: 2, offsetWidth: longWidth, to: &image)
    return image + tree
  }

  private static func append(_ names: Names, hashWidth: Int, offsetWidth: Int, to image: inout [UInt8]) {
    for text in names.texts { image.append(bigEndian: Int(hash(text)), width: hashWidth) }
    for offset in names.offsets { image.append(bigEndian: offset, width: offsetWidth) }
    image += names.segment
  }

  /// FNV-1a of 32 bits.
  private static func hash(_ text: [UInt8]) -> UInt32 {
    text.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 16_777_619 }
  }

  /// Numbers all names from 1: the short ones first, each kind by hash, length and bytes.
  private mutating func collectNames(_ value: OSONValue) throws(WireError) {
    var found: Set<[UInt8]> = []
    var pending = [(value, 1)]
    while let (value, depth) = pending.popLast() {
      guard depth <= OSONFormat.deepest + 1 else { throw OSONEncoder.fault }
      switch value {
      case .array(let values): pending += values.map { ($0, depth + 1) }
      case .object(let members):
        for member in members {
          found.insert(Array(member.name.utf8))
          pending.append((member.value, depth + 1))
        }
      default: break
      }
    }
    let sorted = found.map { (hash: OSONEncoder.hash($0) & 0xFF, text: $0) }.sorted { left, right in
      if left.hash != right.hash { return left.hash < right.hash }
      if left.text.count != right.text.count { return left.text.count < right.text.count }
      return left.text.lexicographicallyPrecedes(right.text)
    }
    for (_, text) in sorted where text.count <= 255 { OSONEncoder.add(text, lengthWidth: 1, to: &short) }
    for (_, text) in sorted where text.count > 255 {
      guard text.count <= 65535 else { throw OSONEncoder.fault }
      OSONEncoder.add(text, lengthWidth: 2, to: &long)
    }
    for (index, text) in (short.texts + long.texts).enumerated() { numbers[text] = index + 1 }
  }

  private static func add(_ text: [UInt8], lengthWidth: Int, to names: inout Names) {
    names.texts.append(text)
    names.offsets.append(names.segment.count)
    names.segment.append(bigEndian: text.count, width: lengthWidth)
    names.segment += text
  }

  /// Writes all nodes: a container's head with room for its offsets, and its children when their turn comes.
  private mutating func writeTree(_ root: OSONValue, nameNumberWidth: Int) throws(WireError) {
    var pending = [Pending(value: root, offsetPlace: -1, depth: 1)]
    while let next = pending.popLast() {
      guard tree.count < 1 << 31 else { throw OSONEncoder.fault }
      if next.offsetPlace >= 0 { tree.replace(at: next.offsetPlace, bigEndian: tree.count) }
      let children: [OSONValue]
      switch next.value {
      case .array(let values):
        writeHead(OSONFormat.Node.array, count: values.count)
        children = values
      case .object(let members):
        writeHead(OSONFormat.Node.object, count: members.count)
        for member in members {
          tree.append(bigEndian: numbers[Array(member.name.utf8)] ?? 0, width: nameNumberWidth)
        }
        children = members.map(\.value)
      default:
        try writeScalar(next.value)
        continue
      }
      let first = tree.count
      tree += [UInt8](repeating: 0, count: 4 * children.count)
      for (index, child) in children.enumerated().reversed() {
        pending.append(Pending(value: child, offsetPlace: first + 4 * index, depth: next.depth + 1))
      }
    }
  }

  private mutating func writeHead(_ node: UInt8, count: Int) {
    let width = count > 65535 ? 4 : count > 255 ? 2 : 1
    tree.append(node | 0x20 | (width == 4 ? 0x10 : width == 2 ? 0x08 : 0))
    tree.append(bigEndian: count, width: width)
  }

  private mutating func writeScalar(_ value: OSONValue) throws(WireError) {
    typealias Node = OSONFormat.Node
    switch value {
    case .null: tree.append(Node.null)
    case .boolean(let flag): tree.append(flag ? Node.yes : Node.no)
    case .number(let number): tree += [Node.number, UInt8(clamping: number.bytes.count)] + number.bytes
    case .string(let text):
      let bytes = Array(text.utf8)
      let width = bytes.count > 65535 ? 4 : bytes.count > 255 ? 2 : 1
      tree.append(width == 4 ? Node.string32 : width == 2 ? Node.string16 : Node.string8)
      tree.append(bigEndian: bytes.count, width: width)
      tree += bytes
    case .double(let value): tree += [Node.double] + BinaryFloats.bytes(value)
    case .float(let value): tree += [Node.float] + BinaryFloats.bytes(value)
    case .date(let date): tree += [Node.date] + date.dateBytes()
    case .timestamp(let moment):
      tree += [moment.nanosecond == 0 ? Node.wholeTimestamp : Node.timestamp] + moment.timestampBytes()
    case .timestampTZ(let moment, let zone): tree += [Node.timestampTZ] + moment.fullTimestampBytes() + zone.wireBytes
    case .intervalYM(let interval): tree += [Node.intervalYM] + interval.wireBytes
    case .intervalDS(let interval): tree += [Node.intervalDS] + interval.wireBytes
    case .binary(let bytes):
      tree.append(bytes.count > 65535 ? Node.binary32 : Node.binary16)
      tree.append(bigEndian: bytes.count, width: bytes.count > 65535 ? 4 : 2)
      tree += bytes
    case .identifier(let bytes):
      guard bytes.count <= 255 else { throw OSONEncoder.fault }
      tree += [Node.identifier, UInt8(bytes.count)] + bytes
    case .vector(let vector):
      let image = vector.wireBytes
      tree += [Node.extended, Node.vector]
      tree.append(bigEndian: image.count, width: 4)
      tree += image
    case .array, .object: break
    }
  }
}
