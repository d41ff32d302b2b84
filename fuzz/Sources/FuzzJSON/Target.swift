import FuzzSupport
@testable import OracleStandIn

/// A JSON text, a path behind it, and what the path finds.
@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var input = Input(start, count)
  let choice = input.byte()
  let pathText = input.piece()
  let path = try? JSONPath(pathText)
  let parser = JSONParser(isStrict: choice & 1 != 0, uniqueKeys: choice & 2 != 0, allowsScalars: choice & 4 == 0)
  guard let value = try? parser.parse(input.bytes) else { return 0 }
  let printed = JSONSerializer().text(value)
  guard let again = try? JSONParser().parse(printed) else { fatalError("a value is printed as no JSON") }
  guard JSONSerializer().text(again) == printed else { fatalError("a value changes when it is printed") }
  if let path { _ = try? path.select(from: value) }
  return 0
}

@_cdecl("LLVMFuzzerInitialize")
public func initialize(_ count: UnsafeMutableRawPointer?, _ arguments: UnsafeMutableRawPointer?) -> CInt {
  guard var seeds = Seeds() else { return 0 }
  for line in Seeds.lines("Tests/OracleStandInTests/JSON/paths.tsv") where !line.hasPrefix("#") {
    let parts = line.split(separator: "\t").map { Array($0.utf8) }
    guard parts.count > 1, let path = parts.first(where: { $0.first == UInt8(ascii: "$") }), path.count < 256 else {
      continue
    }
    for part in parts where part != path { seeds.add([0, UInt8(path.count)] + path + part) }
  }
  let path = Array("$.a[*]?(@.b > 1 && exists(@.c)).d.number()".utf8)
  for text in ["{\"a\":[{\"b\":2,\"c\":null,\"d\":\"1\"},true]}", "[1e5,-0.5,\"\\u0041\"]", "{a:'lax'}", "null"] {
    for choice: UInt8 in [0, 1, 2, 7] { seeds.add([choice, UInt8(path.count)] + path + Array(text.utf8)) }
  }
  seeds.finish()
}
