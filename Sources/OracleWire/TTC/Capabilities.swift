/// The compile-time and run-time capabilities that each side announces: byte arrays with one index per subject.
public struct Capabilities: Sendable, Hashable {
  public var compileTime: [UInt8]
  public var runTime: [UInt8]

  /// Indexes of compile-time capabilities that matter here.
  enum Index {
    static let sqlVersion = 0
    static let logonTypes = 4
    static let fieldVersion = 7
    static let serverDefineConversion = 8
    static let ttc1 = 15
    static let oci1 = 16
    static let tdsVersion = 17
    static let rpcVersion = 18
    static let rpcSignature = 19
    static let dbfVersion = 21
    static let lob = 23
    static let ttc2 = 26
    static let twoByteTypes = 27
    static let clientFunction = 34
    static let ttc3 = 37
    static let sessionSignature = 39
    static let ttc4 = 40
    static let lob2 = 42
    static let ttc5 = 44
  }

  /// Bit of index 40: every response ends with message 29.
  static let endOfResponse: UInt8 = 0x20
  /// Bit of run-time index 1: data type messages begin with a time zone interval.
  static let zone: UInt8 = 0x01

  public init(compileTime: [UInt8], runTime: [UInt8]) {
    self.compileTime = compileTime
    self.runTime = runTime
  }

  /// What our client announces.
  public static func client(fieldVersion: UInt8, endOfResponse: Bool) -> Capabilities {
    var compile = [UInt8](repeating: 0, count: 55)
    compile[Index.sqlVersion] = 6
    compile[Index.logonTypes] = 0x02 | 0x08 | 0x20 | 0x40 | 0x80
    compile[Index.fieldVersion] = fieldVersion
    compile[Index.serverDefineConversion] = 1
    compile[Index.ttc1] = 0x01 | 0x08 | 0x20
    compile[Index.oci1] = 0x10 | 0x80
    compile[Index.tdsVersion] = 3
    compile[Index.rpcVersion] = 7
    compile[Index.rpcSignature] = 3
    compile[Index.dbfVersion] = 1
    compile[Index.lob] = 0x01 | 0x02 | 0x04 | 0x08 | 0x40 | 0x80
    compile[Index.ttc2] = 0x04
    compile[Index.twoByteTypes] = 1
    compile[Index.clientFunction] = 12
    compile[Index.ttc3] = 0x08 | 0x10 | 0x20 | 0x80
    compile[Index.sessionSignature] = 8
    compile[Index.ttc4] = endOfResponse ? Capabilities.endOfResponse : 0
    compile[Index.lob2] = 0x01 | 0x04
    compile[Index.ttc5] = 0x02
    var run = [UInt8](repeating: 0, count: 13)
    run[0] = 2
    run[6] = 0x01 | 0x04
    return Capabilities(compileTime: compile, runTime: run)
  }

  /// What the stand-in announces: as a real server of the field version does, less what it does not carry.
  ///
  /// Clients read index 40 unchecked, so the array is no shorter even where the release's own is.
  public static func server(fieldVersion: UInt8) -> Capabilities {
    var compile = [UInt8](repeating: 0, count: fieldVersion >= 8 ? 53 : 41)
    compile[Index.sqlVersion] = 6
    compile[1] = 1
    compile[2] = 1
    compile[3] = 1
    // 11.2 mixes session keys of its own form; long identifiers came with 12.2.
    compile[Index.logonTypes] = fieldVersion < 7 ? 0x0F : fieldVersion < 8 ? 0x2F : 0x6F
    compile[5] = 1
    compile[6] = 1
    compile[Index.fieldVersion] = fieldVersion
    compile[Index.serverDefineConversion] = 1
    compile[Index.ttc1] = 0x01 | 0x08 | 0x20
    compile[Index.oci1] = 0x01 | 0x10 | 0x80
    compile[Index.tdsVersion] = 3
    compile[Index.rpcVersion] = 7
    compile[Index.rpcSignature] = 3
    compile[Index.dbfVersion] = 1
    compile[Index.lob] = 0x01 | 0x02 | 0x04 | 0x08 | 0x40 | 0x80
    compile[Index.ttc2] = 0x04
    compile[Index.twoByteTypes] = 1
    compile[Index.clientFunction] = 12
    compile[Index.ttc3] = 0x10 | 0x20 | 0x80
    compile[Index.sessionSignature] = 8
    compile[Index.ttc4] = fieldVersion >= 16 ? Capabilities.endOfResponse : 0
    if fieldVersion >= 8 {
      compile[Index.lob2] = 0x01 | 0x04
      compile[Index.ttc5] = 0x02
    }
    var run = [UInt8](repeating: 0, count: fieldVersion >= 8 ? 12 : 7)
    run[0] = 2
    run[1] = Capabilities.zone
    // A 12.1 server has 3 there: 32K strings are an option of the database, off by default.
    run[6] = fieldVersion >= 8 ? 0x01 | 0x04 : fieldVersion == 7 ? 0x03 : 0x01
    return Capabilities(compileTime: compile, runTime: run)
  }

  /// Whether strings of up to 32,767 bytes are plain values: run-time index 6.
  var hasLongStrings: Bool { runTime.count > 6 && runTime[6] & 0x04 != 0 }

  /// Whether pieces of long values have lengths of up to 32 bits: compile-time index 37.
  var hasLongChunks: Bool { compileTime.count > Index.ttc3 && compileTime[Index.ttc3] & 0x20 != 0 }

  /// The TTC field version, 0 when the array is too short to hold one.
  public var fieldVersion: UInt8 {
    compileTime.count > Index.fieldVersion ? compileTime[Index.fieldVersion] : 0
  }

  /// Whether responses are to end with message 29.
  public var wantsEndOfResponse: Bool {
    compileTime.count > Index.ttc4 && compileTime[Index.ttc4] & Capabilities.endOfResponse != 0
  }

  var hasTwoByteTypes: Bool {
    compileTime.count > Index.twoByteTypes && compileTime[Index.twoByteTypes] != 0
  }

  /// Whether data type messages begin with a time zone interval.
  var wantsZone: Bool { runTime.count > 1 && runTime[1] & Capabilities.zone != 0 }

  /// Whether the zone interval is followed by the version of the zone file.
  var hasZoneFileVersion: Bool { compileTime.count > Index.ttc3 && compileTime[Index.ttc3] & 0x02 != 0 }
}
