extension SQLPrinter {
  mutating func write(_ type: DataType) {
    switch type.kind {
    case .varchar2(let length, let unit): write("VARCHAR2" + Self.length(length, unit))
    case .char(let length, let unit): write("CHAR" + Self.length(length, unit))
    case .nvarchar2(let length): write("NVARCHAR2" + Self.length(length))
    case .nchar(let length): write("NCHAR" + Self.length(length))
    case .number(let precision, let scale): write("NUMBER" + Self.precision(precision, scale))
    case .float(let digits): write("FLOAT(\(digits))")
    case .timestamp(let precision, let zone):
      write("TIMESTAMP" + Self.length(precision))
      if zone == .zoned { write(" WITH TIME ZONE") }
      if zone == .local { write(" WITH LOCAL TIME ZONE") }
    case .intervalYearToMonth(let precision): write("INTERVAL YEAR" + Self.length(precision) + " TO MONTH")
    case .intervalDayToSecond(let day, let second):
      write("INTERVAL DAY" + Self.length(day) + " TO SECOND" + Self.length(second))
    case .raw(let length): write("RAW" + Self.length(length))
    case .urowid(let length): write("UROWID" + Self.length(length))
    case .userDefined(let name): write(name)
    case .vector(let dimensions, let format):
      write("VECTOR(\(dimensions.map(String.init) ?? "*"), \(format?.rawValue ?? "*"))")
    default: write(Self.plainName(type.kind))
    }
  }

  private static func plainName(_ kind: DataType.Kind) -> String {
    switch kind {
    case .binaryFloat: "BINARY_FLOAT"
    case .binaryDouble: "BINARY_DOUBLE"
    case .date: "DATE"
    case .long: "LONG"
    case .longRaw: "LONG RAW"
    case .clob: "CLOB"
    case .nclob: "NCLOB"
    case .blob: "BLOB"
    case .bfile: "BFILE"
    case .rowid: "ROWID"
    case .json: "JSON"
    case .boolean: "BOOLEAN"
    default: ""
    }
  }

  private static func length(_ length: Int?, _ unit: DataType.LengthUnit? = nil) -> String {
    guard let length else { return "" }
    switch unit {
    case nil: return "(\(length))"
    case .byte: return "(\(length) BYTE)"
    case .char: return "(\(length) CHAR)"
    }
  }

  private static func precision(_ precision: Int?, _ scale: Int?) -> String {
    switch (precision, scale) {
    case (nil, nil): ""
    case (nil, let scale?): "(*, \(scale))"
    case (let precision?, nil): "(\(precision))"
    case (let precision?, let scale?): scale == 0 ? "(\(precision))" : "(\(precision), \(scale))"
    }
  }
}
