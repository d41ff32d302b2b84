import NIOCore
import Testing

@testable import OracleWire

/// The primitive encodings, both ways and at their limits.
@Suite struct TTCReaderTests {
  @Test(arguments: [0, 1, 0x7F, 0xFF, 0x100, 0xFFFF, 0x1_0000, 0xFF_FFFF, 0xFFFF_FFFF, 0x1_0000_0000, UInt64.max])
  func integers(_ value: UInt64) throws {
    let bytes = written { $0.ub8(value) }
    let found = try expectWholeOnly(bytes) { reader throws(WireError) in try reader.ub8() }
    #expect(found == value)
    var reader = TTCReader(bytes)
    if value > 0xFFFF_FFFF {
      #expect(throws: WireError.self) { try reader.ub4() }
    } else {
      #expect(try reader.ub4() == UInt32(value))
    }
    reader = TTCReader(bytes)
    if value > 0xFFFF {
      #expect(throws: WireError.self) { try reader.ub2() }
    } else {
      #expect(try reader.ub2() == UInt16(value))
    }
  }

  /// Writers use 1, 2, 4 and 8 bytes, but real ones also 3 and 5 to 7.
  @Test(arguments: 1...8)
  func integersOfAnyLength(_ length: Int) throws {
    var reader = TTCReader([UInt8(length)] + [UInt8](repeating: 0, count: length - 1) + [7])
    #expect(try reader.ub8() == 7)
    #expect(reader.remaining == 0)
  }

  @Test(arguments: [9, 0x7F, 0x80, 0x81, 0xFF])
  func integersThatCannotBe(_ length: UInt8) {
    var reader = TTCReader([length] + [UInt8](repeating: 1, count: 255))
    let error = #expect(throws: WireError.self) { try reader.ub8() }
    #expect(error != .needsMoreBytes)
  }

  @Test(arguments: [0, 1, -1, 127, -127, 255, -255, 256, -65535, 65536, .max, .min])
  func signedIntegers(_ value: Int32) throws {
    let bytes = written { $0.sb4(value) }
    let found = try expectWholeOnly(bytes) { reader throws(WireError) in try reader.sb4() }
    #expect(found == value)
  }

  @Test(arguments: [Int8.min, -127, -1, 0, 1, .max], [false, true])
  func signedBytes(_ value: Int8, _ isUniversal: Bool) throws {
    let dialect = Dialect(signedByteIsUniversal: isUniversal)
    let bytes = written { $0.signedByte(value, dialect) }
    let found = try expectWholeOnly(bytes) { reader throws(WireError) in try reader.signedByte(dialect) }
    #expect(found == value)
    if value == -127 { #expect(bytes == (isUniversal ? [0x81, 0x7F] : [0x81])) }
  }

  static let lengths = [0, 1, 127, 251, 252, 253, 254, 255, 256, 32766, 32767, 32768, 65534, 65535, 100_001]

  @Test(arguments: lengths)
  func bytesWithTheirLength(_ length: Int) throws {
    var generator = SeededGenerator(UInt64(length))
    let value = generator.bytes(length)
    let expected = value.isEmpty ? nil : value
    var bytes = written { $0.clr(value) }
    var reader = TTCReader(bytes)
    #expect(try reader.clr() == expected)
    #expect(reader.remaining == 0)
    if length > 252 {
      #expect(bytes[0] == 254)
      #expect(
        bytes.count == 2 + length + (length + 32766) / 32767 * 3 - (length % 32767 < 256 && length % 32767 > 0 ? 1 : 0))
    }
    for cut in [0, 1, 2, 3, 4, bytes.count / 2, bytes.count - 1] where cut < bytes.count && cut >= 0 {
      var short = TTCReader(Array(bytes[..<cut]))
      #expect(throws: WireError.needsMoreBytes) { try short.clr() }
    }
    bytes = written { $0.dalc(value) }
    reader = TTCReader(bytes)
    #expect(try reader.dalc() == expected)
    #expect(reader.remaining == 0)
  }

  @Test func theOuterLengthIsNotBelieved() throws {
    // A database whose character set is not UTF-8 inflates it: 36 for 3.
    var reader = TTCReader([0x01, 36, 3, 0x41, 0x42, 0x43, 9])
    #expect(try reader.text() == "ABC")
    #expect(reader.remaining == 1)
  }

  @Test(arguments: [0, 255] as [UInt8])
  func nulls(_ byte: UInt8) throws {
    var reader = TTCReader([byte])
    #expect(try reader.clr() == nil)
    #expect(reader.remaining == 0)
  }

  @Test func lengthsThatNothingHas() {
    var reader = TTCReader([254, 4, 0x7F, 0xFF, 0xFF, 0xFF, 1, 2, 3])
    #expect(throws: WireError.malformed("a value of 2147483647 bytes")) { try reader.clr() }
    reader = TTCReader([254, 4, 0xFF, 0xFF, 0xFF, 0xFF])
    #expect(throws: WireError.self) { try reader.clr() }
    reader = TTCReader([4, 0xFF, 0xFF, 0xFF, 0xFF])
    #expect(throws: WireError.malformed("a list of 4294967295 items")) { try reader.count() }
    reader = TTCReader([1, 2])
    #expect(throws: WireError.self) { try reader.raw(-1) }
    #expect(throws: WireError.needsMoreBytes) { try reader.raw(3) }
    #expect(reader.position == 0)
  }

  @Test func fixedIntegers() throws {
    let bytes = written { writer in
      writer.u8(0x12)
      writer.u16BigEndian(0x1234)
      writer.u16LittleEndian(0x1234)
      writer.u32BigEndian(0x1234_5678)
      writer.raw([1, 0, 2])
    }
    #expect(bytes == [0x12, 0x12, 0x34, 0x34, 0x12, 0x12, 0x34, 0x56, 0x78, 1, 0, 2])
    var reader = TTCReader(bytes)
    #expect(try reader.peek() == 0x12)
    #expect(try reader.u8() == 0x12)
    #expect(try reader.u16BigEndian() == 0x1234)
    #expect(try reader.u16LittleEndian() == 0x1234)
    #expect(try reader.u32BigEndian() == 0x1234_5678)
    #expect(try Array(reader.nullTerminated()) == [1])
    #expect(throws: WireError.needsMoreBytes) { try reader.nullTerminated() }
    #expect(try Array(reader.raw(1)) == [2])
    #expect(throws: WireError.needsMoreBytes) { try reader.peek() }
    #expect(throws: WireError.needsMoreBytes) { try reader.nullTerminated() }
  }
}
