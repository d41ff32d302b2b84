import Foundation
import OracleWire

/// Where a program writes the inputs that a run starts from, instead of running: the folder of ORAFERRY_FUZZ_SEEDS.
///
/// They come from recorded messages (ORAFERRY_CAPTURES), from the stand-in and from the project's own files; none of
/// them is kept in the repository.
public struct Seeds {
  private let folder: URL
  private var count = 0

  public init?() {
    guard let path = ProcessInfo.processInfo.environment["ORAFERRY_FUZZ_SEEDS"] else { return nil }
    folder = URL(fileURLWithPath: path)
  }

  public mutating func add(_ bytes: some Sequence<UInt8>) {
    count += 1
    do {
      try Data(bytes).write(to: folder.appendingPathComponent("seed\(count)"))
    } catch {
      print("\(error)")
      exit(1)
    }
  }

  /// Ends the program: its seeds are written.
  public func finish() -> Never {
    print("\(count) seeds")
    exit(0)
  }

  /// The bytes of a recorded file of hexadecimal digits, nil without the recordings.
  public static func capture(_ path: String) -> [UInt8]? {
    guard let folder = ProcessInfo.processInfo.environment["ORAFERRY_CAPTURES"],
      let text = try? String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
    else { return nil }
    let digits = text.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
  }

  /// The lines of a file of the project; the programs run in its root.
  public static func lines(_ path: String) -> [String] {
    ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "").components(separatedBy: "\n")
  }
}

extension Dialect {
  /// A dialect of two bytes: the field version, and a bit for each of the rest.
  public init(version: UInt8, bits: UInt8) {
    self.init(
      fieldVersion: 6 + version % 19, endOfResponse: bits & 1 != 0, convertsLength: bits & 2 != 0,
      errorHas20cFields: bits & 4 != 0, describeHas23aiFields: bits & 8 != 0, signedByteIsUniversal: bits & 16 != 0)
  }

  /// The two bytes that give the dialect.
  public var choice: [UInt8] {
    let bits = [endOfResponse, convertsLength, errorHas20cFields, describeHas23aiFields, signedByteIsUniversal]
    return [fieldVersion - 6, bits.enumerated().reduce(0) { $0 | ($1.element ? 1 << UInt8($1.offset) : 0) }]
  }
}
