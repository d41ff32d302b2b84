/// NUMBER to PostgreSQL's integers and numeric, exactly or not at all.
///
/// Up to eight base-100 digits, i.e. nearly all values, are converted at once inside of a 64-bit word; the rest goes
/// digit by digit.
enum NumberWriter {
  @inline(__always)
  static func writeSmallint(
    _ bytes: RawSpan, _ place: CellPlace, to out: UnsafeMutableRawPointer
  ) throws(RejectReason) -> Int {
    guard let value = Int16(exactly: try integer(bytes, place)) else { throw .numberOutOfRange }
    out.storeBigEndian(value)
    return 2
  }

  @inline(__always)
  static func writeInteger(
    _ bytes: RawSpan, _ place: CellPlace, to out: UnsafeMutableRawPointer
  ) throws(RejectReason) -> Int {
    guard let value = Int32(exactly: try integer(bytes, place)) else { throw .numberOutOfRange }
    out.storeBigEndian(value)
    return 4
  }

  @inline(__always)
  static func writeBigint(
    _ bytes: RawSpan, _ place: CellPlace, to out: UnsafeMutableRawPointer
  ) throws(RejectReason) -> Int {
    out.storeBigEndian(try integer(bytes, place))
    return 8
  }

  /// numeric without precision: as many digits after the point as the value has.
  @inline(__always)
  static func writeNumeric(
    _ bytes: RawSpan, _ place: CellPlace, to out: UnsafeMutableRawPointer, holdsInfinity: Bool
  ) throws(RejectReason) -> Int {
    guard let number = PackedNumber(bytes, place), number.isNumericReady else {
      return try writeLongNumeric(bytes.extracting(unchecked: place.range), to: out, holdsInfinity: holdsInfinity)
    }
    return number.writeNumeric(scale: max(0, number.fractionDigits), to: out)
  }

  /// numeric(precision, scale): the value must fit both without rounding.
  @inline(__always)
  static func writeNumeric(
    _ bytes: RawSpan, _ place: CellPlace, to out: UnsafeMutableRawPointer, precision: Int, scale: Int
  ) throws(RejectReason) -> Int {
    guard let number = PackedNumber(bytes, place), number.isNumericReady, scale >= 0,
      number.fractionDigits <= scale, number.mostIntegerDigits <= precision &- scale
    else {
      return try writeLongNumeric(bytes.extracting(unchecked: place.range), to: out, precision: precision, scale: scale)
    }
    return number.writeNumeric(scale: scale, to: out)
  }

  /// The exact value of an integral NUMBER.
  @inline(__always)
  private static func integer(_ bytes: RawSpan, _ place: CellPlace) throws(RejectReason) -> Int64 {
    if let number = PackedNumber(bytes, place), let value = number.integer { return value }
    return try longInteger(bytes.extracting(unchecked: place.range))
  }
}

/// Digit by digit: for long numbers, the last ones of a batch, and everything that is a reject.
extension NumberWriter {
  @inline(never)
  static func longInteger(_ wire: RawSpan) throws(RejectReason) -> Int64 {
    guard infinitySign(wire) == nil else { throw .infinityNotHeld }
    let fields = try NumberFields(wire)
    try fields.checkDigits(wire)
    if fields.isZero { return 0 }
    let places = fields.exponent + 1
    guard fields.end - fields.first <= places else { throw .numberHasFraction }
    guard places <= 10 else { throw .numberOutOfRange }
    var magnitude: UInt64 = 0
    for place in 0..<places {
      let offset = fields.first + place
      let digit = offset < fields.end ? fields.digit(wire, offset) : 0
      let (product, isOver) = magnitude.multipliedReportingOverflow(by: 100)
      let (sum, isSumOver) = product.addingReportingOverflow(UInt64(digit))
      guard !isOver, !isSumOver else { throw .numberOutOfRange }
      magnitude = sum
    }
    if fields.isNegative {
      guard magnitude <= 1 << 63 else { throw .numberOutOfRange }
      return Int64(truncatingIfNeeded: 0 &- magnitude)
    }
    guard let value = Int64(exactly: magnitude) else { throw .numberOutOfRange }
    return value
  }

  @inline(never)
  static func writeLongNumeric(
    _ wire: RawSpan, to out: UnsafeMutableRawPointer, holdsInfinity: Bool
  ) throws(RejectReason) -> Int {
    if let sign = infinitySign(wire) {
      guard holdsInfinity else { throw .infinityNotHeld }
      writeHeader(groups: 0, weight: 0, sign: sign, scale: 0, to: out)
      return 8
    }
    let fields = try NumberFields(wire)
    try fields.checkDigits(wire)
    let scale = fields.isZero ? 0 : max(0, fields.fractionDigits(wire))
    return writeGroups(wire, fields, scale: scale, to: out)
  }

  @inline(never)
  static func writeLongNumeric(
    _ wire: RawSpan, to out: UnsafeMutableRawPointer, precision: Int, scale: Int
  ) throws(RejectReason) -> Int {
    guard infinitySign(wire) == nil else { throw .infinityNotHeld }
    let fields = try NumberFields(wire)
    try fields.checkDigits(wire)
    if !fields.isZero {
      guard fields.fractionDigits(wire) <= scale else { throw .tooManyFractionDigits }
      guard fields.integerDigits(wire) <= precision - scale else { throw .tooManyIntegerDigits }
    }
    return writeGroups(wire, fields, scale: max(0, scale), to: out)
  }

  /// Joins base-100 digits to PostgreSQL's base-10000 ones, aligned on the point: at most 8 + 22 bytes.
  private static func writeGroups(
    _ wire: RawSpan, _ fields: NumberFields, scale: Int, to out: UnsafeMutableRawPointer
  ) -> Int {
    guard !fields.isZero else {
      writeHeader(groups: 0, weight: 0, sign: 0, scale: scale, to: out)
      return 8
    }
    // An even power of 100 is the lower half of its group.
    var offset = fields.exponent & 1 == 0 ? fields.first - 1 : fields.first
    var groups = 0
    while offset < fields.end {
      let high = offset < fields.first ? 0 : fields.digit(wire, offset)
      let low = offset + 1 < fields.end ? fields.digit(wire, offset + 1) : 0
      out.storeBigEndian(UInt16(high) * 100 + UInt16(low), at: 8 + 2 * groups)
      groups += 1
      offset += 2
    }
    writeHeader(
      groups: groups, weight: fields.exponent >> 1, sign: fields.isNegative ? 0x4000 : 0, scale: scale, to: out)
    return 8 + 2 * groups
  }

  /// numeric's four 16-bit fields; signs: 0, 0x4000 negative, 0xD000 and 0xF000 the infinities (PostgreSQL 14+).
  private static func writeHeader(
    groups: Int, weight: Int, sign: UInt16, scale: Int, to out: UnsafeMutableRawPointer
  ) {
    out.storeBigEndian(Int16(truncatingIfNeeded: groups), at: 0)
    out.storeBigEndian(Int16(truncatingIfNeeded: weight), at: 2)
    out.storeBigEndian(sign, at: 4)
    out.storeBigEndian(Int16(truncatingIfNeeded: scale), at: 6)
  }

  /// PostgreSQL's sign word of an infinite NUMBER, nil for a finite one.
  private static func infinitySign(_ wire: RawSpan) -> UInt16? {
    if wire.byteCount == 2 { return wire.byte(0) == 0xFF && wire.byte(1) == 0x65 ? 0xD000 : nil }
    return wire.byteCount == 1 && wire.byte(0) == 0 ? 0xF000 : nil
  }
}
