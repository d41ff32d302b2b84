import OracleWire

/// A number format model such as `FM999,990.00`, for TO_CHAR and TO_NUMBER.
struct NumberFormat: Sendable {
  private var integerPlaces: [UInt8] = []  // 9, 0, and commas as they stand
  private var fractionPlaces: [UInt8] = []
  private var hasPoint = false
  private var isFillMode = false
  private var hasDollar = false
  private var signAtEnd = false
  private var signAtStart = false
  private var minusAtEnd = false
  private var angleBrackets = false
  private var isHexadecimal = false
  private var isLowercase = false
  private var isScientific = false
  private var isRoman = false
  /// Digits behind V: the number is multiplied by ten for each.
  private var shift: Int?

  /// Reads a model.
  ///
  /// - Throws: ORA-01481 for one that isn't understood.
  init(_ model: [UInt8]) throws {
    let fault = OracleError(code: 1481, message: "invalid number format model")
    var place = 0
    var upper = model.map { $0 >= 97 && $0 <= 122 ? $0 - 32 : $0 }
    if upper.starts(with: Array("FM".utf8)) {
      isFillMode = true
      place = 2
    }
    if upper[place...] == Array("RN".utf8)[...] {
      isRoman = true
      isLowercase = model[place] >= 97
      return
    }
    if upper.suffix(4) == Array("EEEE".utf8)[...] {
      isScientific = true
      upper.removeLast(4)
    }
    while place < upper.count {
      let byte = upper[place]
      switch byte {
      case UInt8(ascii: "9"), UInt8(ascii: "0"):
        if hasPoint { fractionPlaces.append(byte) } else { integerPlaces.append(byte) }
        if let count = shift { shift = count + 1 }
      case UInt8(ascii: "V"):
        guard !hasPoint, shift == nil else { throw fault }
        shift = 0
      case UInt8(ascii: ","), UInt8(ascii: "G"):
        guard !hasPoint, !integerPlaces.isEmpty else { throw fault }
        integerPlaces.append(UInt8(ascii: ","))
      case UInt8(ascii: "."), UInt8(ascii: "D"):
        guard !hasPoint else { throw fault }
        hasPoint = true
      case UInt8(ascii: "$"): hasDollar = true
      case UInt8(ascii: "S"):
        if place == (isFillMode ? 2 : 0) { signAtStart = true } else { signAtEnd = true }
      case UInt8(ascii: "X"):
        isHexadecimal = true
        isLowercase = model[place] >= 97
        integerPlaces.append(byte)
      case UInt8(ascii: "M"):
        guard place + 1 < upper.count, upper[place + 1] == UInt8(ascii: "I") else { throw fault }
        minusAtEnd = true
        place += 1
      case UInt8(ascii: "P"):
        guard place + 1 < upper.count, upper[place + 1] == UInt8(ascii: "R") else { throw fault }
        angleBrackets = true
        place += 1
      default: throw fault
      }
      place += 1
    }
    guard !integerPlaces.isEmpty || !fractionPlaces.isEmpty else { throw fault }
  }

  /// Prints a number; `#` signs when it does not fit, as Oracle does.
  func print(_ value: OracleNumber) throws -> String {
    if isRoman { return try roman(value) }
    var value = value
    if let shift {
      value = try ExactDecimal(
        coefficient: ExactDecimal(value).coefficient, exponent: ExactDecimal(value).exponent + shift
      )
      .number()
    }
    let width = integerPlaces.count + (hasPoint ? 1 + fractionPlaces.count : 0) + (hasDollar ? 1 : 0)
    let overflow = String(repeating: "#", count: width + 1)
    if isHexadecimal {
      guard let whole = try NumberArithmetic.round(value, scale: 0, .halfAwayFromZero).intValue, whole >= 0 else {
        return overflow
      }
      let text = String(whole, radix: 16, uppercase: !isLowercase)
      guard text.count <= integerPlaces.count else { return overflow }
      return isFillMode ? text : String(repeating: " ", count: integerPlaces.count + 1 - text.count) + text
    }
    if isScientific { return try scientific(value) }
    let rounded = try NumberArithmetic.round(value, scale: fractionPlaces.count, .halfAwayFromZero)
    guard !rounded.isInfinite else { return overflow }
    let (digits, pointShift) = rounded.digits
    let whole = pointShift > 0 ? (0..<pointShift).map { $0 < digits.count ? digits[$0] : 0 } : []
    let slots = integerPlaces.filter { $0 != UInt8(ascii: ",") }.count
    guard whole.count <= slots else { return overflow }
    var text = integerText(whole, slots: slots)
    if hasPoint {
      var fraction = fractionPlaces.indices.map { index -> UInt8 in
        let place = pointShift + index
        return place >= 0 && place < digits.count ? digits[place] + 0x30 : 0x30
      }
      if isFillMode {
        let kept = (fractionPlaces.lastIndex(of: UInt8(ascii: "0")) ?? -1) + 1
        while fraction.count > kept, fraction.last == 0x30 { fraction.removeLast() }
      }
      // Without fill, nothing at all would be left of a zero.
      if isFillMode, text.isEmpty, fraction.isEmpty { text = "0" }
      text += "." + String(decoding: fraction, as: UTF8.self)
    }
    return signed(text, isNegative: rounded.isNegative, width: width)
  }

  /// RN: fifteen places, `#` beyond 3999.
  private func roman(_ value: OracleNumber) throws -> String {
    let rounded = try NumberArithmetic.round(value, scale: 0, .halfAwayFromZero)
    guard var rest = rounded.intValue, (1...3999).contains(rest) else { return String(repeating: "#", count: 15) }
    let glyphs = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
      (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var text = ""
    for (worth, glyph) in glyphs {
      while rest >= worth {
        text += glyph
        rest -= worth
      }
    }
    if isLowercase { text = text.lowercased() }
    return isFillMode ? text : String(repeating: " ", count: 15 - text.count) + text
  }

  private func integerText(_ whole: [UInt8], slots: Int) -> String {
    var text: [UInt8] = []
    var slot = 0
    var started = false
    let firstDigit = slots - whole.count
    for place in integerPlaces {
      if place == UInt8(ascii: ",") {
        if started { text.append(place) }
        continue
      }
      if slot >= firstDigit {
        text.append(whole[slot - firstDigit] + 0x30)
        started = true
      } else if started || place == UInt8(ascii: "0") {
        text.append(0x30)
        started = true
      }
      slot += 1
    }
    if text.isEmpty, fractionPlaces.isEmpty { text.append(0x30) }
    return String(decoding: text, as: UTF8.self)
  }

  private func signed(_ bare: String, isNegative: Bool, width: Int) -> String {
    var text = hasDollar ? "$" + bare : bare
    if angleBrackets {
      text = isNegative ? "<\(text)>" : isFillMode ? text : " \(text) "
    } else if minusAtEnd {
      text += isNegative ? "-" : isFillMode ? "" : " "
    } else if signAtEnd {
      text += isNegative ? "-" : "+"
    } else if signAtStart {
      text = (isNegative ? "-" : "+") + text
    } else if isNegative {
      text = "-" + text
    }
    let full = width + (angleBrackets ? 2 : 1)
    if !isFillMode, text.count < full { text = String(repeating: " ", count: full - text.count) + text }
    return text
  }

  private func scientific(_ value: OracleNumber) throws -> String {
    let (digits, pointShift) = value.digits
    let exponent = digits.isEmpty ? 0 : pointShift - 1
    let rounded = try NumberArithmetic.round(value, scale: fractionPlaces.count - exponent, .halfAwayFromZero)
    let kept = rounded.digits
    let shown = kept.digits.isEmpty ? 0 : kept.pointShift - 1
    let first = kept.digits.first ?? 0
    var text = (value.isNegative ? "-" : isFillMode ? "" : " ") + " \(first)".trimmingPrefix(" ")
    if hasPoint {
      text += "."
      for index in fractionPlaces.indices { text += String(index + 1 < kept.digits.count ? kept.digits[index + 1] : 0) }
    }
    let places = String(abs(shown))
    return text + "E" + (shown < 0 ? "-" : "+") + (places.count < 2 ? "0" + places : places)
  }

  /// Reads text that was written by this model.
  ///
  /// - Throws: ORA-01722 for text that doesn't match.
  func parse(_ text: [UInt8]) throws -> OracleNumber {
    guard !isRoman, shift == nil else { throw OracleError(code: 1481, message: "invalid number format model") }
    var plain: [UInt8] = []
    var negative = false
    if isHexadecimal {
      guard let value = Int(String(decoding: text, as: UTF8.self), radix: 16) else { throw OracleError.invalidNumber }
      return OracleNumber(value)
    }
    for byte in text {
      switch byte {
      case 0x30...0x39, UInt8(ascii: "."): plain.append(byte)
      case UInt8(ascii: "-"), UInt8(ascii: "<"): negative = true
      case UInt8(ascii: ","):
        guard integerPlaces.contains(byte) else { throw OracleError.invalidNumber }
      case UInt8(ascii: "$"):
        guard hasDollar else { throw OracleError.invalidNumber }
      case 0x20, UInt8(ascii: "+"), UInt8(ascii: ">"): break
      case UInt8(ascii: "E"), UInt8(ascii: "e"):
        guard isScientific else { throw OracleError.invalidNumber }
        plain.append(byte)
      default: throw OracleError.invalidNumber
      }
    }
    if !isScientific {
      let whole = plain.prefix { $0 != UInt8(ascii: ".") }.count
      let fraction = max(0, plain.count - whole - 1)
      let slots = integerPlaces.filter { $0 != UInt8(ascii: ",") }.count
      guard whole <= slots, fraction <= fractionPlaces.count else { throw OracleError.invalidNumber }
    }
    let signed = (negative ? "-" : "") + String(decoding: plain, as: UTF8.self)
    do {
      return try OracleNumber(decimal: signed)
    } catch {
      throw OracleError.invalidNumber
    }
  }
}
