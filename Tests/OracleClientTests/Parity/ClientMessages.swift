@testable import OracleWire

/// A client's message, taken apart into named fields.
struct ClientMessage: Sendable, Hashable {
  struct Field: Sendable, Hashable {
    var name: String
    var value: String
  }

  var name: String
  var fields: [Field] = []
}

/// Takes a client's bytes apart, field by field, so that a difference can be named.
///
/// It is written from the protocol's description and reads by `TTCReader` only: nothing of our requests' own code
/// decides what it sees.
struct ClientMessageReader {
  private let dialect: Dialect
  private var messages: [ClientMessage] = []
  private var binds: [String] = []

  init(fieldVersion: UInt8) {
    dialect = Dialect(fieldVersion: fieldVersion)
  }

  /// The messages of one connection.
  ///
  /// - Throws: for bytes that don't fit the description.
  static func read(_ stream: [UInt8], fieldVersion: UInt8) throws -> [ClientMessage] {
    var reader = ClientMessageReader(fieldVersion: fieldVersion)
    var payload: [UInt8] = []
    var place = 0
    var hasLongLength = false
    // The bytes of a descriptor that is too long for the CONNECT packet, until the DATA packet with it has come.
    var apart: Int?
    while place + 8 <= stream.count {
      // Lengths have two bytes until the server has accepted, and four from then on.
      let short = Int(stream[place]) << 8 | Int(stream[place + 1])
      let isLong = hasLongLength || short < 8
      let length = isLong ? short << 16 | Int(stream[place + 2]) << 8 | Int(stream[place + 3]) : short
      guard length >= 8, place + length <= stream.count else { throw WireError.malformed("a packet's length") }
      hasLongLength = hasLongLength || isLong
      let body = Array(stream[(place + 8)..<(place + length)])
      switch stream[place + 4] {
      case 1: apart = try reader.connect(body)
      case 6 where !hasLongLength:
        guard let length = apart, body.count == 2 + length else {
          throw WireError.malformed("a DATA packet before the ACCEPT")
        }
        apart = nil
      case 6: payload += body.dropFirst(2)
      case 12: reader.messages.append(ClientMessage(name: "MARKER \(body.last ?? 0)"))
      default: reader.messages.append(ClientMessage(name: "PACKET \(stream[place + 4])"))
      }
      place += length
    }
    guard place == stream.count else { throw WireError.malformed("bytes behind the last packet") }
    guard apart == nil else { throw WireError.malformed("a CONNECT whose descriptor never came") }
    try reader.calls(payload)
    return reader.messages
  }

  /// Reads a CONNECT, whose descriptor is in it, or follows in a DATA packet when it has over 230 bytes.
  ///
  /// It names program, host and user, so which of the two it is depends on the machine.
  ///
  /// - Returns: the bytes of a descriptor that follows.
  private mutating func connect(_ body: [UInt8]) throws -> Int? {
    func word(_ place: Int) -> String {
      place + 1 < body.count ? "\(Int(body[place]) << 8 | Int(body[place + 1]))" : ""
    }
    add(
      "CONNECT",
      [
        ("version", word(0)), ("lowest version", word(2)), ("options", word(4)), ("SDU", word(6)), ("TDU", word(8)),
        ("characteristics", word(10)), ("line turnaround", word(12)), ("byte order", word(14)),
        ("data offset", word(18)), ("network flags", "\(body[24]) \(body[25])"), ("compression", word(58)),
        ("connect flags 2", "\(word(62)) \(word(64))"),
      ])
    guard let length = Int(word(16)), let offset = Int(word(18)) else { throw WireError.malformed("a short CONNECT") }
    let isInside = length <= 230
    guard body.count + 8 == offset + (isInside ? length : 0) else {
      throw WireError.malformed("a CONNECT of \(body.count + 8) bytes with a descriptor of \(length) at \(offset)")
    }
    return isInside ? nil : length
  }

  private mutating func add(_ name: String, _ fields: [(String, String)]) {
    messages.append(ClientMessage(name: name, fields: fields.map { ClientMessage.Field(name: $0.0, value: $0.1) }))
  }

  // MARK: TTC

  private mutating func calls(_ payload: [UInt8]) throws {
    var reader = TTCReader(payload)
    while reader.remaining > 0 {
      switch try reader.u8() {
      case 1: try negotiation(&reader)
      case 2: try dataTypes(&reader)
      case 3: try function(&reader)
      case 17: try function(&reader, isPiggyback: true)
      case 34:
        add("fast authentication", [("flags", try hex(&reader, 3))])
        _ = try reader.u8()
        try negotiation(&reader)
        add("fast authentication, rest", [("unused", try hex(&reader, 6))])
      case 7: try row(&reader)
      case let type: throw WireError.malformed("message \(type) from a client")
      }
    }
  }

  private func hex(_ reader: inout TTCReader, _ count: Int) throws -> String {
    try reader.raw(count).map { String($0, radix: 16) }.joined(separator: " ")
  }

  private mutating func negotiation(_ reader: inout TTCReader) throws {
    add(
      "protocol",
      [
        ("versions", try hex(&reader, 2)),
        ("client name", String(decoding: try reader.nullTerminated(), as: UTF8.self)),
      ])
  }

  private mutating func dataTypes(_ reader: inout TTCReader) throws {
    var fields = [("character sets", try hex(&reader, 4)), ("encoding flags", try hex(&reader, 1))]
    let compile = try reader.clr() ?? []
    let run = try reader.clr() ?? []
    for (index, byte) in compile.enumerated() { fields.append(("compile capability \(index)", "\(byte)")) }
    for (index, byte) in run.enumerated() { fields.append(("runtime capability \(index)", "\(byte)")) }
    if run.count > 1, run[1] & 1 != 0 { fields.append(("zone", try hex(&reader, 11))) }
    if run.count > 1, run[1] & 1 != 0, compile.count > 37, compile[37] & 2 != 0 {
      fields.append(("zone file", try hex(&reader, 4)))
    }
    if run.count > 1, run[1] & 1 != 0 { fields.append(("national character set", try hex(&reader, 2))) }
    while true {
      let type = try reader.u16BigEndian()
      guard type != 0 else { break }
      let converted = try reader.u16BigEndian()
      var value = "\(converted)"
      if converted != 0 { value += " as \(try reader.u16BigEndian()), \(try reader.u16BigEndian())" }
      fields.append(("type \(type)", value))
    }
    add("data types", fields)
  }

  private mutating func function(_ reader: inout TTCReader, isPiggyback: Bool = false) throws {
    let code = try reader.u8()
    var fields = [("sequence", "\(try reader.u8())")]
    // The call inside of fast authentication is written as field version 13, without a token.
    let isFast = messages.contains { $0.name.hasPrefix("fast") } && !messages.contains { $0.name == "call 118" }
    if dialect.hasToken, !isFast { fields.append(("token", "\(try reader.ub8())")) }
    let name = (isPiggyback ? "piggyback " : "call ") + "\(code)"
    switch code {
    case 118, 115: fields += try authentication(&reader)
    case 94:
      let (more, binds) = try execute(&reader)
      fields += more
      self.binds = binds
    case 5: fields += [("cursor", "\(try reader.ub4())"), ("rows", "\(try reader.ub4())")]
    case 4, 78:
      fields += [("cursor", "\(try reader.ub4())"), ("iterations", "\(try reader.ub4())")]
      fields += [("options 1", "\(try reader.ub4())"), ("options 2", "\(try reader.ub4())")]
    case 105, 120:
      fields.append(("pointer", "\(try reader.u8())"))
      let count = try reader.ub4()
      for index in 0..<count { fields.append(("cursor \(index)", "\(try reader.ub4())")) }
    case 96: fields += try lob(&reader)
    case 9, 14, 15, 147: break
    default: throw WireError.malformed("function \(code), which the parity test can't take apart")
    }
    add(name, fields)
  }

  private func authentication(_ reader: inout TTCReader) throws -> [(String, String)] {
    var fields = [("user pointer", "\(try reader.u8())")]
    fields.append(("user length", "\(try reader.ub4())"))
    fields.append(("mode", "\(try reader.ub4())"))
    fields.append(("pointer", "\(try reader.u8())"))
    let count = try reader.ub4()
    fields.append(("pointers", try hex(&reader, 2)))
    fields.append(("user", try reader.clrText()))
    for _ in 0..<count {
      let key = try reader.text()
      let value = try reader.text()
      fields.append((key, "\(value) (\(try reader.ub4()))"))
    }
    return fields
  }

  private func lob(_ reader: inout TTCReader) throws -> [(String, String)] {
    var fields = [("source pointer", "\(try reader.u8())")]
    let length = Int(try reader.ub4())
    fields.append(("source length", "\(length)"))
    fields.append(("destination pointer", "\(try reader.u8())"))
    fields.append(("destination length", "\(try reader.ub4())"))
    fields.append(("short source offset", "\(try reader.ub4())"))
    fields.append(("short destination offset", "\(try reader.ub4())"))
    let asksCharacterSet = try reader.u8()
    fields.append(("character set pointer", "\(asksCharacterSet)"))
    fields.append(("short amount pointer", "\(try reader.u8())"))
    fields.append(("flag pointer", "\(try reader.u8())"))
    let operation = try reader.ub4()
    fields.append(("operation", "\(String(operation, radix: 16))"))
    fields.append(("SCN pointer and length", try hex(&reader, 2)))
    fields.append(("source offset", "\(try reader.ub8())"))
    fields.append(("destination offset", "\(try reader.ub8())"))
    let hasAmount = try reader.u8()
    fields.append(("amount pointer", "\(hasAmount)"))
    fields.append(("array LOB", try hex(&reader, 6)))
    fields.append(("locator", try hex(&reader, length)))
    if asksCharacterSet != 0 { fields.append(("character set", "\(try reader.ub4())")) }
    if operation == 0x40 {
      fields.append(("data message", "\(try reader.u8())"))
      fields.append(("data", (try reader.clr() ?? []).map { String($0, radix: 16) }.joined(separator: " ")))
    }
    if hasAmount != 0 { fields.append(("amount", "\(try reader.ub8())")) }
    return fields
  }

  private func execute(_ reader: inout TTCReader) throws -> ([(String, String)], binds: [String]) {
    var fields: [(String, String)] = []
    func one(_ name: String, _ value: some BinaryInteger) { fields.append((name, "\(value)")) }
    one("options", try reader.ub4())
    one("cursor", try reader.ub4())
    let hasSQL = try reader.u8()
    one("SQL pointer", hasSQL)
    one("SQL length", try reader.ub4())
    one("al8i4 pointer", try reader.u8())
    let integers = try reader.ub4()
    one("al8i4 length", integers)
    fields.append(("al8o4 pointers", try hex(&reader, 2)))
    one("prefetch buffer", try reader.ub4())
    one("prefetch rows", try reader.ub4())
    one("longest LONG", try reader.ub4())
    one("bind pointer", try reader.u8())
    let binds = try reader.ub4()
    one("binds", binds)
    fields.append(("al8app to al8dpp", try hex(&reader, 5)))
    one("define pointer", try reader.u8())
    let defines = try reader.ub4()
    one("defines", defines)
    one("registration low", try reader.ub4())
    fields.append(("al8objlist and kin", try hex(&reader, 3)))
    one("al8blv", try reader.ub4())
    one("al8dnam pointer", try reader.u8())
    one("al8dnaml", try reader.ub4())
    one("registration high", try reader.ub4())
    if dialect.fieldVersion >= 7 {
      one("row counts pointer", try reader.u8())
      one("row counts", try reader.ub4())
      one("row counts length pointer", try reader.u8())
    }
    if dialect.fieldVersion >= 8 {
      one("al8sqlsig pointer", try reader.u8())
      one("al8sqlsig length", try reader.ub4())
      one("SQL id pointer", try reader.u8())
      one("SQL id length", try reader.ub4())
      one("SQL id length pointer", try reader.u8())
    }
    if dialect.fieldVersion >= 9 {
      one("chunk ids pointer", try reader.u8())
      one("chunk ids", try reader.ub4())
    }
    let sql = hasSQL == 0 ? "" : try reader.clrText()
    if hasSQL != 0 { fields.append(("SQL", sql)) }
    for index in 0..<integers { one("al8i4[\(index)]", try reader.ub4()) }
    for index in 0..<defines { fields += try column("define \(index)", &reader).fields }
    var types: [String] = []
    for index in 0..<binds {
      let (more, type) = try column("bind \(index)", &reader)
      fields += more
      types.append(type)
    }
    // The binds behind RETURNING INTO send nothing.
    if sql.contains("RETURNING"), let into = sql.ranges(of: " INTO ").last {
      types.removeLast(sql[into.upperBound...].count { $0 == ":" })
    }
    return (fields, types)
  }

  private func column(_ name: String, _ reader: inout TTCReader) throws -> (fields: [(String, String)], type: String) {
    let type = "\(try reader.u8())"
    var fields = [("\(name) type", type)]
    fields.append(("\(name) flags", "\(try reader.u8())"))
    fields.append(("\(name) precision and scale", try hex(&reader, 2)))
    fields.append(("\(name) size", "\(try reader.ub4())"))
    fields.append(("\(name) elements", "\(try reader.ub4())"))
    fields.append(("\(name) continuation", "\(try reader.ub8())"))
    fields.append(("\(name) identifier", "\(try reader.ub4())"))
    fields.append(("\(name) version", "\(try reader.ub2())"))
    fields.append(("\(name) character set", "\(try reader.ub2())"))
    fields.append(("\(name) form", "\(try reader.u8())"))
    fields.append(("\(name) LOB prefetch", "\(try reader.ub4())"))
    if dialect.fieldVersion >= 8 { fields.append(("\(name) accuracy", "\(try reader.ub4())")) }
    return (fields, type)
  }

  /// A row of binds; the types are those of the execution before.
  private mutating func row(_ reader: inout TTCReader) throws {
    var fields: [(String, String)] = []
    for index in binds.indices {
      if binds[index] == "\(OracleTypeCode.cursor.rawValue)" {
        fields.append(("value \(index)", "cursor " + (try hex(&reader, 2))))
        continue
      }
      // A LOB's locator has a length of its own before it.
      if ["112", "113"].contains(binds[index]) {
        let length = try reader.ub4()
        fields.append(("value \(index) length", "\(length)"))
        if length == 0 { continue }
      }
      let value = try reader.clr()
      let text = value.map { bytes in
        bytes.count > 60
          ? "\(bytes.count) bytes" : bytes.map { String($0, radix: 16) }.joined(separator: " ")
      }
      fields.append(("value \(index)", text ?? "NULL"))
    }
    add("row", fields)
  }
}
