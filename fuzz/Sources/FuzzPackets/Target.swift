import FuzzSupport
import NIOCore
import OracleWire

/// TNS packets of either length, and the bodies of the connect phase.
@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var input = Input(start, count)
  let hasLongLength = input.byte() & 1 == 1
  var stream = ByteBuffer(bytes: input.rest)
  while let packet = try? TNSPacket.next(in: &stream, hasLongLength: hasLongLength) {
    _ = try? AcceptPacket(body: packet.body)
    _ = try? RefusePacket(body: packet.body).errorCode
    if let connect = try? ConnectPacket(body: packet.body), let text = connect.connectData {
      let descriptor = try? ConnectDescriptor(parsing: text)
      _ = descriptor?.firstValue("SERVICE_NAME")
    }
    var again = ByteBuffer()
    packet.write(to: &again, hasLongLength: hasLongLength)
    guard (try? TNSPacket.next(in: &again, hasLongLength: hasLongLength)) == packet else {
      fatalError("a packet is not read as it was written")
    }
  }
  _ = try? ConnectDescriptor(parsing: input.text)
  return 0
}

@_cdecl("LLVMFuzzerInitialize")
public func initialize(_ count: UnsafeMutableRawPointer?, _ arguments: UnsafeMutableRawPointer?) -> CInt {
  guard var seeds = Seeds() else { return 0 }
  let descriptor = "(DESCRIPTION=(ADDRESS=(PROTOCOL=tcp)(HOST=h)(PORT=1521))(CONNECT_DATA=(SERVICE_NAME=s)(SID=x)))"
  var stream = ByteBuffer(bytes: [0])
  ConnectPacket(connectData: descriptor, sessionDataUnit: 8192).write(to: &stream)
  RefusePacket(errorCode: 12514).write(to: &stream)
  AcceptPacket(version: 319, sessionDataUnit: 8192, flags: [.endOfResponse]).write(to: &stream)
  seeds.add(stream.readableBytesView)
  seeds.add([1] + Array(descriptor.utf8))
  for path in ["oracle-nio/ConnectMessage.hex", "oracle-nio/accept_11g_version314.hex"] {
    if let bytes = Seeds.capture(path) { seeds.add([0] + bytes) }
  }
  seeds.finish()
}
