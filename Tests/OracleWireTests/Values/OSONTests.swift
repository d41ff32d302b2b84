import Testing

@testable import OracleWire

/// Images of OSON: four of real servers, published by oracle-nio, and images that python-oracledb made.
@Suite struct OSONTests {
  static let servers: [(String, String)] = [
    ("ff4a5a012007000000000a0001c00100040576616c7565", #"["value"]"#),
    ("ff4a5a01210701000400090000d7000003666f6f840101000503626172", #"{"foo":"bar"}"#),
    (
      "ff4a5a012107010004001a0001d7000003666f6fc00200060010860101000504626172319c000600050462617232",
      #"[{"foo":"bar1"},{"foo":"bar2"}]"#
    ),
    ("ff4a5a01001000060576616c7565", #""value""#),
  ]

  static let python: [(String, String)] = [
    ("ff4a5a010016000130", "null"), ("ff4a5a010016000131", "true"), ("ff4a5a010016000132", "false"),
    ("ff4a5a0100160003340180", "0"), ("ff4a5a01001600053403c10233", "1.5"),
    ("ff4a5a010016000f340d3559432d170b59432d170b3366", "-12345678901234567890.5"),
    ("ff4a5a01001600023300", #""""#), ("ff4a5a010016000d330b6162225c01c3a9f09f9aa2", #""ab\"\\\u0001é🚢""#),
    ("ff4a5a01210600000000020000e000", "[]"), ("ff4a5a01210600000000020000a400", "{}"),
    (
      "ff4a5a012106010002003300002c00000161e0020000000a0000000e3402c102e002000000180000001c3402c103e002000000260000002a"
        + "3402c104a4010100000031e000", #"[1,[2,[3,{"a":[]}]]]"#
    ),
    ("ff4a5a01001600087d787c03110d1f02", #""2024-03-17T12:30:01""#),
    ("ff4a5a010016000c39787c03110d1f0200001388", #""2024-03-17T12:30:01.000005""#),
    ("ff4a5a01001600083c77c70c1f010101", #""1999-12-31T00:00:00""#),
    ("ff4a5a01001600053a000200ff", #""00FF""#),
    ("ff4a5a010016000e7e0c303132333435363738396162", #""303132333435363738396162""#),
    ("ff4a5a010016001f7b0100000019db00001202000000020000000000000000bfc000003fefffff", "[1.5,-2.25]"),
    ("ff4a5a01001600277b0100000021db00001203000000020000000000000000bfb999999999999a01c81bc377ff8a63", "[0.1,-1e+300]"),
    ("ff4a5a01001600197b0100000013db000012040000000200000000000000000180", "[1,-128]"),
    ("ff4a5a01001600197b0100000013db01001005000000100000000000000000ff01", "[255,1]"),
  ]

  @Test(arguments: servers + python)
  func imagesAsText(hex: String, text: String) throws {
    let value = try OSONValue(osonBytes: Captures.bytes(hex)[...])
    #expect(value.jsonText == text)
    // Another image of the same value says the same.
    #expect(try OSONValue(osonBytes: value.osonBytes()[...]) == value)
  }

  /// With one name or none there is one way only to write a value as python-oracledb does.
  @Test(arguments: python)
  func ourImagesAreThoseOfPython(hex: String, text: String) throws {
    let image = Captures.bytes(hex)
    #expect(try OSONValue(osonBytes: image[...]).osonBytes() == image)
  }

  @Test func severalNames() throws {
    let image = Captures.bytes(
      "ff4a5a012106040012003800002781e5e6000a000500100000046e616d65046c69737405696e6e65720162a403040201000000110000001400"
        + "000025330178e003000000220000002300000024303132a402040300000031000000343301793402c103")
    let value = try OSONValue(osonBytes: image[...])
    #expect(value.jsonText == #"{"name":"x","list":[null,true,false],"inner":{"name":"y","b":2}}"#)
    // Names stand in another order in our segment; hashes, numbers and the tree are the same.
    let ours = try value.osonBytes()
    #expect(ours.count == image.count)
    #expect(Array(ours.prefix(17)) == Array(image.prefix(17)))
    #expect(Array(ours.suffix(0x38)) == Array(image.suffix(0x38)))
  }

  @Test func longNames() throws {
    let name = String(repeating: "n", count: 300)
    let image = Captures.bytes(
      "ff4a5a0321060100020100000000010000012e001400002c00000161f1b50000012c" + String(repeating: "6e", count: 300)
        + "a40202010000000c000000103402c1023402c103")
    let value = try OSONValue(osonBytes: image[...])
    #expect(value == .object([OSONMember(name, .number(OracleNumber(1))), OSONMember("a", .number(OracleNumber(2)))]))
    #expect(try value.osonBytes() == image)
    #expect(throws: WireError.invalidValue("JSON")) {
      try OSONValue.object([OSONMember(String(repeating: "n", count: 65_536), .null)]).osonBytes()
    }
  }

  /// A negative timedelta of Python's: days of one sign and a time of the other.
  @Test func typesThatJSONHasNot() throws {
    let interval = try OSONValue(osonBytes: Captures.bytes("ff4a5a010016000c3e7ffffffe3f3c3c80001388")[...])
    #expect(interval.jsonText == #""-P1DT20H59M59.999995S""#)
    let noon = OracleTimestamp(year: 2024, month: 3, day: 17, hour: 12)
    let values: [(OSONValue, String)] = [
      (.timestampTZ(noon, .offset(minutes: 330)), #""2024-03-17T17:30:00+05:30""#),
      (.timestampTZ(noon, .offset(minutes: 0)), #""2024-03-17T12:00:00Z""#),
      (.timestampTZ(noon, .region(383)), #""2024-03-17T12:00:00Z""#),
      (.intervalYM(try OracleIntervalYM(months: -63)), #""-P5Y3M""#),
      (.intervalDS(try OracleIntervalDS(seconds: 0)), #""P0D""#),
      (.double(-.infinity), #""-Infinity""#), (.float(1.5), "1.5"), (.double(.nan), #""NaN""#),
      (.number(.positiveInfinity), #""Infinity""#),
    ]
    for (value, text) in values {
      #expect(value.jsonText == text)
      #expect(try OSONValue(osonBytes: value.osonBytes()[...]).jsonText == text)
    }
  }

  @Test func manyNamesAndLongTexts() throws {
    let members = (0..<70_000).map { OSONMember("name \($0)", .number(OracleNumber($0))) }
    let texts = [100, 255, 256, 65_535, 65_536].map { OSONValue.string(String(repeating: "x", count: $0)) }
    let blobs = [0, 65_535, 65_536].map { OSONValue.binary([UInt8](repeating: 7, count: $0)) }
    for value: OSONValue in [.object(members), .object(Array(members.prefix(300))), .array(texts), .array(blobs)] {
      #expect(try OSONValue(osonBytes: value.osonBytes()[...]) == value)
    }
  }

  @Test func nestingHasALimit() throws {
    var value = OSONValue.null
    for _ in 0..<1024 { value = .array([value]) }
    let image = try value.osonBytes()
    #expect(try OSONValue(osonBytes: image[...]) == value)
    #expect(value.jsonText.utf8.count == 2 * 1024 + 4)
    for _ in 0..<2 { value = .array([value]) }
    #expect(throws: WireError.self) { try value.osonBytes() }
  }

  /// Containers that hold themselves, or each other twice, would never end.
  @Test(arguments: [
    "ff4a5a012006000000000600 00 e00100000000", "ff4a5a012006000000000a00 00 e0020000000000000000",
    "ff4a5a0120060000000014 0000 e0020000000a0000000a e0020000000000000000",
    // An object that shares the names of one that shares its own.
    "ff4a5a012106010002000600002c00000161 bc00000000",
  ])
  func containersThatNeverEnd(hex: String) {
    #expect(throws: WireError.invalidValue("JSON")) { try OSONValue(osonBytes: Captures.bytes(hex)[...]) }
  }

  /// 20,000 children that are all one text of 60,000 bytes would be more than a gigabyte.
  @Test func childrenThatAreOneAndTheSame() {
    var image = Captures.bytes("ff4a5a012006000000ffff0000 e8 4e20")
    for _ in 0..<20_000 { image += [0x00, 0x01, 0x38, 0x83] }
    image += [0x37, 0xEA, 0x60] + [UInt8](repeating: 0x61, count: 60_000)
    #expect(throws: WireError.invalidValue("JSON")) { try OSONValue(osonBytes: image[...]) }
  }

  @Test(arguments: servers + python)
  func everyCutThrows(hex: String, text: String) {
    let image = Captures.bytes(hex)
    for length in 0..<image.count {
      #expect(throws: WireError.self) { try OSONValue(osonBytes: image[..<length]) }
    }
  }

  @Test(arguments: servers + python)
  func anyChangedByteThrowsOrIsAValue(hex: String, text: String) throws {
    let image = Captures.bytes(hex)
    for place in image.indices {
      for change: UInt8 in [0x01, 0x80, 0xFF] {
        var changed = image
        changed[place] ^= change
        guard let value = try? OSONValue(osonBytes: changed[...]) else { continue }
        #expect(value.jsonText.utf8.count < 100_000)
      }
    }
  }
}
