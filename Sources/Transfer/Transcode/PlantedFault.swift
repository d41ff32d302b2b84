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

    /// The rows as the faulty transcoder sees them.
    func applied(to batch: RowBatch, plans: [ColumnPlan]) -> RowBatch {
      var bytes = batch.bytes
      var cells = batch.cells
      for row in 0..<batch.rowCount {
        let first = row * plans.count
        if self == .swappedColumnOrder, let (left, right) = PlantedFault.twins(plans) {
          cells.swapAt(first + left, first + right)
          continue
        }
        for (column, plan) in plans.enumerated() where cells[first + column].length > 0 {
          let cell = cells[first + column]
          let value = Array(batch.bytes[Int(cell.offset)..<Int(cell.offset) + Int(cell.length)])
          guard let changed = change(value, plan), changed != value else { continue }
          cells[first + column] = RowBatch.Cell(offset: UInt32(bytes.count), length: Int32(changed.count))
          bytes += changed
        }
      }
      return RowBatch(columnCount: batch.columnCount, rowCount: batch.rowCount, bytes: bytes, cells: cells)
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
        return nil
      }
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
