import BenchSupport
import Crypto
import Foundation
import OracleClient
import OracleWire

/// Writes a large LOB in pieces into a temporary LOB and reads it back in pieces, and prints what that took as JSON.
///
///     LOBBench CONNECT_STRING USER clob|nclob|blob MIB        (the password in FETCH_BENCH_PASSWORD)
///
/// Bytes are those of the value: UTF-8 of a CLOB. Both digests are SHA-256.
@main
struct LOBBench {
  static func main() async throws {
    let connection = try await Login.connect(arguments: 4, usage: "LOBBench CONNECT_STRING USER clob|nclob|blob MIB")
    guard let kind = LOBKind.allCases.first(where: { $0.name.lowercased() == CommandLine.arguments[3] }),
      let mebibytes = Int(CommandLine.arguments[4]), mebibytes > 0
    else { exit(64) }
    let source = Source(kind: kind, atLeast: mebibytes << 20)
    let clock = ContinuousClock()
    let lob = try await connection.temporaryLOB(kind)
    let (spentBefore, writing) = (Measurement.cpuSeconds, clock.now)
    var sent = SHA256()
    var writer = try await lob.appender()
    var place = 0
    while let chunk = source.chunk(at: place) {
      sent.update(data: chunk)
      try await writer.write(chunk)
      place += chunk.count
    }
    let units = try await writer.finish()
    let (spentWriting, reading) = (Measurement.cpuSeconds - spentBefore, clock.now)
    var received = SHA256()
    var count = 0
    for try await piece in lob.pieces() {
      received.update(data: piece)
      count += piece.count
    }
    let (spentReading, ended) = (Measurement.cpuSeconds - spentBefore - spentWriting, clock.now)
    let isSame = count == source.count && sent.finalize() == received.finalize()
    let length = try await lob.length()
    try await lob.free()
    await connection.close()
    print(
      """
      {"kind": "\(kind.name)", "bytes": \(count), "units": \(units), "length": \(length), "same": \(isSame), \
      "write_seconds": \(Measurement.seconds(reading - writing)), "write_cpu": \(spentWriting), \
      "read_seconds": \(Measurement.seconds(ended - reading)), "read_cpu": \(spentReading), \
      "peak_bytes": \(Measurement.peakBytes)}
      """)
  }
}
