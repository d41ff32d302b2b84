import FuzzSupport
@testable import OracleStandIn

/// A regular expression of Oracle's: its translation, and what Swift makes of that.
///
/// Nothing is searched: an expression that backtracks may take for ever, in Oracle too.
@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var input = Input(start, count)
  let choice = input.byte()
  var flags = RegularExpressionFlags()
  flags.ignoresCase = choice & 1 != 0
  flags.isMultiline = choice & 2 != 0
  flags.periodMatchesNewline = choice & 4 != 0
  flags.skipsBlanks = choice & 8 != 0
  let place: SearchStart = choice & 16 != 0 ? .inLine : choice & 32 != 0 ? .line : .text
  let pattern = Array(input.rest.prefix(512))
  _ = try? RegularExpressionTranslator(pattern, flags, from: place)
  if choice & 64 != 0 { _ = try? RegularExpression(pattern, flags, from: place) }
  return 0
}

@_cdecl("LLVMFuzzerInitialize")
public func initialize(_ count: UnsafeMutableRawPointer?, _ arguments: UnsafeMutableRawPointer?) -> CInt {
  guard var seeds = Seeds() else { return 0 }
  for pattern in [
    "^a.*b$", "(a|b)+?\\1", "[[:alpha:]]{2,5}", "[^]a-z[=e=][.-.]]", "a{2", "\\d\\W\\s", "(((x)))*+?", "[a-", "\\",
    "()",
    "x{0,99999}", "žř+ é", "(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\\9", "a**b", "|a||", "[[:foo:]]",
  ] {
    for choice: UInt8 in [0, 64, 79] { seeds.add([choice] + Array(pattern.utf8)) }
  }
  seeds.finish()
}
