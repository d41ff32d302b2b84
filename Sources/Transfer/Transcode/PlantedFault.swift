#if DEBUG
  import OracleWire

  /// A bug that tests plant in the transcoder to see verification catch it; exists in debug builds only.
  public enum PlantedFault: String, Sendable, Hashable, CaseIterable {
    /// Numbers change their sign.
    case wrongSign
    /// Digits after the point, and fractions of a second, are lost.
    case droppedFraction
    /// Dates move by a hundred years.
    case wrongCentury
    /// Text loses its last character, bytes their last byte or more.
    case truncatedText
    /// Values of the first two columns with the same plan change places.
    case swappedColumnOrder
    /// In every third row the last column has the value of the row before.
    case valueOfTheRowBefore
    /// The last column's value is lost in one row.
    case lostValue
    /// NULL becomes the value of the row before.
    case valueForNull
    /// A row comes twice, and the next one not at all.
    case rowTwice
    /// Numbers are a hundred times as large.
    case wrongExponent
    /// Numbers lose their digits beyond the sixteenth.
    case digitsOfADouble
    /// Dates and times lose the time of day.
    case lostTimeOfDay
    /// Times are a second late.
    case lateSecond
    /// Dates are a day early.
    case earlyDay
    /// Instants are taken for times of another zone.
    case wrongZone
    /// Fractions of a second keep three digits.
    case millisecondsOnly
    /// Small letters become capital ones.
    case capitalLetters
    /// Text in UTF-8 is taken for Latin-1.
    case doubleEncoding
    /// Blanks at the end of text are lost.
    case trimmedBlanks
    /// Bytes come in the opposite order.
    case reversedBytes
    /// The lowest bit of binary numbers is another.
    case lowestBit
    /// Binary numbers that are none become NULL.
    case lostNotANumber
    /// Intervals are an hour longer.
    case longerInterval

    /// The rows as the faulty transcoder sees them.
    func applied(to batch: RowBatch, plans: [ColumnPlan]) -> RowBatch {
      var bytes = batch.bytes
      var cells = batch.cells
      for row in 0..<batch.rowCount {
        let first = row * plans.count
        if rearrange(&cells, of: row, plans) { continue }
        for (column, plan) in plans.enumerated() where cells[first + column].length > 0 {
          let cell = cells[first + column]
          let value = Array(batch.bytes[Int(cell.offset)..<Int(cell.offset) + Int(cell.length)])
          guard let changed = change(value, plan), changed != value else { continue }
          // No bytes are NULL here: what a value loses all of itself to.
          cells[first + column] = RowBatch.Cell(
            offset: UInt32(bytes.count), length: changed.isEmpty && self == .lostNotANumber ? -1 : Int32(changed.count))
          bytes += changed
        }
      }
      return RowBatch(columnCount: batch.columnCount, rowCount: batch.rowCount, bytes: bytes, cells: cells)
    }

    /// Faults that move whole cells; whether this is one of them.
    private func rearrange(_ cells: inout [RowBatch.Cell], of row: Int, _ plans: [ColumnPlan]) -> Bool {
      let columns = plans.count
      let first = row * columns
      let last = first + columns - 1
      switch self {
      case .swappedColumnOrder:
        if let (left, right) = PlantedFault.twins(plans) { cells.swapAt(first + left, first + right) }
      case .valueOfTheRowBefore where row % 3 == 1: cells[last] = cells[last - columns]
      case .lostValue where row == 5: cells[last] = RowBatch.Cell(offset: 0, length: -1)
      case .rowTwice where row == 3:
        for column in 0..<columns { cells[first + column] = cells[first + column - columns] }
      case .valueForNull where row > 0:
        for place in first...last where cells[place].isNull { cells[place] = cells[place - columns] }
      case .valueOfTheRowBefore, .lostValue, .rowTwice, .valueForNull: break
      default: return false
      }
      return true
    }

    private static func twins(_ plans: [ColumnPlan]) -> (Int, Int)? {
      for right in plans.indices {
        if let left = plans[..<right].firstIndex(of: plans[right]) { return (left, right) }
      }
      return nil
    }

    private func change(_ value: [UInt8], _ plan: ColumnPlan) -> [UInt8]? {
      switch (self, plan) {
      case (.wrongSign, .smallint), (.wrongSign, .integer), (.wrongSign, .bigint), (.wrongSign, .numeric),
        (.wrongSign, .boundedNumeric), (.wrongSign, .approximateReal), (.wrongSign, .approximateDouble):
        return negated(value)
      case (.wrongSign, .real), (.wrongSign, .doublePrecision), (.wrongSign, .widenedReal):
        return value.map { ~$0 }
      case (.droppedFraction, .numeric), (.droppedFraction, .boundedNumeric):
        return integral(value)
      case (.droppedFraction, .timestamp) where value.count == 11:
        return Array(value[..<7])
      case (.droppedFraction, .zonedTimestamp) where value.count == 13:
        return value[..<7] + [0, 0, 0, 0] + value[11...]
      case (.droppedFraction, .intervalSeconds) where value.count == 11:
        return value[..<7] + [0x80, 0, 0, 0]
      case (.wrongSign, .intervalMonths) where value.count == 5:
        return value[..<4].map { ~$0 } + [120 &- value[4]]
      case (.wrongCentury, .timestamp), (.wrongCentury, .zonedTimestamp), (.wrongCentury, .day):
        return [value[0] &+ 1] + value[1...]
      case (.truncatedText, .text), (.truncatedText, .bytea):
        return truncated(value)
      default:
        return changeMore(value, plan)
      }
    }

    private func changeMore(_ value: [UInt8], _ plan: ColumnPlan) -> [UInt8]? {
      switch (self, plan) {
      case (.wrongExponent, .numeric), (.wrongExponent, .boundedNumeric):
        guard value.count > 1, (70...190).contains(value[0]) || (194...240).contains(value[0]) else { return nil }
        return [value[0] < 128 ? value[0] - 1 : value[0] + 1] + value[1...]
      case (.digitsOfADouble, .numeric): return value.count > 9 && value[1] != 0x65 ? Array(value[..<9]) : nil
      case (.lostTimeOfDay, .timestamp) where value.count >= 7: return value[..<4] + [1, 1, 1]
      case (.lateSecond, .timestamp) where value.count >= 7 && value[6] < 60:
        return value[..<6] + [value[6] + 1] + value[7...]
      case (.earlyDay, .timestamp) where value.count >= 7 && value[3] > 1:
        return value[..<3] + [value[3] - 1] + value[4...]
      case (.wrongZone, .zonedTimestamp) where value.count == 13 && value[4] > 1:
        return value[..<4] + [value[4] - 1] + value[5...]
      case (.millisecondsOnly, .timestamp) where value.count == 11:
        let fraction = value[7...].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        let kept = fraction / 1_000_000 * 1_000_000
        return value[..<7] + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: kept >> UInt32($0)) }
      case (.capitalLetters, .text): return value.map { (0x61...0x7a).contains($0) ? $0 - 0x20 : $0 }
      case (.doubleEncoding, .text): return value.flatMap { $0 < 0x80 ? [$0] : [0xC0 | $0 >> 6, 0x80 | $0 & 0x3F] }
      case (.trimmedBlanks, .text): return Array(value.prefix((value.lastIndex { $0 != 0x20 } ?? -1) + 1))
      case (.reversedBytes, .bytea): return value.reversed()
      case (.lowestBit, .doublePrecision), (.lowestBit, .real): return value.dropLast() + [value[value.count - 1] ^ 1]
      case (.lostNotANumber, .doublePrecision), (.lostNotANumber, .real): return isNotANumber(value) ? [] : nil
      case (.longerInterval, .intervalSeconds)
      where value.count == 11 && (60...82).contains(value[4]) && value[5...6].allSatisfy { $0 >= 60 }:
        return value[..<4] + [value[4] + 1] + value[5...]
      default: return nil
      }
    }

    /// Whether the bits of a binary number that is not negative have all bits of the exponent, and others.
    private func isNotANumber(_ value: [UInt8]) -> Bool {
      value.count == 8
        ? value[0] == 0xFF && value[1] > 0xF0 : value.count == 4 && value[0] == 0xFF && value[1] > 0x80
    }

    private func negated(_ number: [UInt8]) -> [UInt8]? {
      guard number.count > 1, number[1] != 0x65 else { return nil }
      let isPositive = number[0] & 0x80 != 0
      let digits = number[1...].filter { $0 != 0x66 }.map { 102 &- $0 }
      return [~number[0]] + digits + (isPositive && digits.count < 20 ? [0x66] : [])
    }

    private func integral(_ number: [UInt8]) -> [UInt8]? {
      guard number.count > 1, number[1] != 0x65 else { return nil }
      let isPositive = number[0] & 0x80 != 0
      let places = (isPositive ? Int(number[0]) - 193 : 62 - Int(number[0])) + 1
      guard places > 0 else { return [0x80] }
      let digits = number[1...].filter { $0 != 0x66 }.prefix(places)
      return [number[0]] + digits + (isPositive || digits.count >= 20 ? [] : [0x66])
    }

    /// Without the last character; cuts no UTF-8 sequence in half, so that only verification can see it.
    private func truncated(_ text: [UInt8]) -> [UInt8] {
      var text = text
      while let last = text.popLast(), last & 0xC0 == 0x80 {}
      return text
    }
  }
#endif
