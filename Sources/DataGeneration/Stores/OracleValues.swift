import OracleWire

extension OracleValue {
  /// A generated value as Oracle holds it in a column of a type.
  init(_ value: GeneratedValue, _ type: ValueType) {
    switch value {
    case .null: self = .null
    case .number(let units, let scale):
      switch type {
      case .boolean: self = .boolean(units != 0)
      case .interval(true): self = (try? OracleIntervalYM(months: units)).map { .intervalYM($0) } ?? .null
      case .interval(false):
        self = (try? OracleIntervalDS(seconds: units, nanoseconds: 0)).map { .intervalDS($0) } ?? .null
      default:
        self =
          scale == 0
          ? .number(OracleNumber(units))
          : value.decimalText.flatMap { try? OracleNumber(decimal: $0) }.map { .number($0) } ?? .null
      }
    case .double(let number): self = .binaryDouble(number)
    case .text(let text): self = .text(text)
    case .moment(let moment):
      let civil = CivilMoment(moment)
      let seconds = civil.microseconds / CivilMoment.second
      let stamp = OracleTimestamp(
        year: civil.year, month: civil.month, day: civil.dayOfMonth, hour: seconds / 3600, minute: seconds / 60 % 60,
        second: seconds % 60, nanosecond: civil.microseconds % CivilMoment.second * 1000)
      switch type {
      case .timestamp(_, hasZone: true): self = .timestampTZ(stamp, .offset(minutes: 0))
      case .timestamp(0, _), .date: self = .date(stamp)
      default: self = .timestamp(stamp)
      }
    case .bytes(let bytes): self = .raw(bytes)
    }
  }
}

extension GeneratedValue {
  /// What Oracle answered, as far as keys can be of its type.
  init(_ value: OracleValue, _ type: ValueType) {
    switch value {
    case .number(let number):
      let scale: Int? = if case .number(_, let scale) = type { scale } else { nil }
      self = PostgresText.decimal(number.description, scale: scale)
    case .text(let text): self = .text(text)
    case .date(let stamp), .timestamp(let stamp), .timestampTZ(let stamp, _): self = .moment(Self.moment(stamp))
    case .raw(let bytes): self = .bytes(bytes)
    case .boolean(let truth): self = .integer(truth ? 1 : 0)
    case .binaryDouble(let number): self = .double(number)
    case .binaryFloat(let number): self = .double(Double(number))
    default: self = .null
    }
  }

  private static func moment(_ stamp: OracleTimestamp) -> Int {
    CivilMoment.moment(year: stamp.year, month: stamp.month, day: stamp.day)
      + ((stamp.hour * 60 + stamp.minute) * 60 + stamp.second) * CivilMoment.second + stamp.nanosecond / 1000
  }
}
