import NIOCore
import Testing

@testable import OracleWire

/// What a response says, comparable.
struct ResponseContents: Hashable {
  var protocolResponse: ProtocolResponse?
  var dataTypes: DataTypesResponse?
  var authentication: AuthenticationResponse?
  var parameters: ExecuteParameters?
  var columns: [ColumnDescription]?
  var rows: [[[UInt8]?]]?
  var ioVector: IOVectorMessage?
  var outValues: [[OutValue]]
  var implicitResults: [ReturnedCursor]
  var endOfCall: EndOfCallMessage?
  var status: StatusMessage?
  var sessionPairs: [KeywordPair]
  var remaining: Int

  init(_ decoder: ResponseDecoder) {
    let response = decoder.response
    protocolResponse = response.protocolResponse
    dataTypes = response.dataTypes
    authentication = response.authentication
    parameters = response.parameters
    columns = response.columns
    rows = response.batch?.rows
    ioVector = response.ioVector
    outValues = response.outValues
    implicitResults = response.implicitResults
    endOfCall = response.endOfCall
    status = response.status
    sessionPairs = response.sessionPairs
    remaining = decoder.remaining
  }
}

extension RowBatch {
  /// All values, row by row.
  var rows: [[[UInt8]?]] {
    (0..<rowCount).map { row in (0..<columnCount).map { value(row: row, column: $0).map(Array.init) } }
  }
}

/// Decodes a whole response in one piece, and then cut in every way: each must end the same, and none before its end.
///
/// - Parameter every: at which bytes to cut; 1 is at each.
@discardableResult
func expectSameHoweverCut(
  _ bytes: [UInt8], every step: Int = 1, sourceLocation: SourceLocation = #_sourceLocation,
  makeDecoder: () -> ResponseDecoder
) throws -> ResponseContents {
  var whole = makeDecoder()
  whole.append(bytes)
  try #require(try whole.decode(), "the response is complete", sourceLocation: sourceLocation)
  let expected = ResponseContents(whole)
  #expect(expected.remaining == 0, "bytes are left over", sourceLocation: sourceLocation)

  for cut in stride(from: 0, to: bytes.count, by: step) {
    var decoder = makeDecoder()
    decoder.append(bytes[..<cut])
    try #require(try !decoder.decode(), "done after \(cut) of \(bytes.count) bytes", sourceLocation: sourceLocation)
    decoder.append(bytes[cut...])
    try #require(try decoder.decode(), "not done when cut at \(cut)", sourceLocation: sourceLocation)
    try #require(ResponseContents(decoder) == expected, "other contents, cut at \(cut)", sourceLocation: sourceLocation)
  }
  var decoder = makeDecoder()
  for (index, byte) in bytes.enumerated() {
    decoder.append(CollectionOfOne(byte))
    let isDone = try decoder.decode()
    try #require(isDone == (index == bytes.count - 1), "byte \(index)", sourceLocation: sourceLocation)
  }
  #expect(ResponseContents(decoder) == expected, "other contents byte by byte", sourceLocation: sourceLocation)
  return expected
}

/// Reads a request's part from all of its bytes, and checks that every shorter prefix asks for more.
func expectWholeOnly<Message>(
  _ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation,
  read: (inout TTCReader) throws(WireError) -> Message
) throws -> Message {
  for count in 0..<bytes.count {
    var reader = TTCReader(Array(bytes[..<count]))
    let error = #expect(throws: WireError.self, "after \(count) bytes", sourceLocation: sourceLocation) {
      _ = try read(&reader)
    }
    try #require(error == .needsMoreBytes, "after \(count) bytes", sourceLocation: sourceLocation)
  }
  var reader = TTCReader(bytes)
  let message = try read(&reader)
  #expect(reader.remaining == 0, "bytes are left over", sourceLocation: sourceLocation)
  return message
}

/// The bytes that a message's writer gives.
func written(_ write: (inout TTCWriter) -> Void) -> [UInt8] {
  var writer = TTCWriter()
  write(&writer)
  return Array(writer.buffer.readableBytesView)
}

extension Dialect {
  /// All combinations of flags for a field version.
  static func all(fieldVersion: UInt8) -> [Dialect] {
    (0..<32).map { bits in
      Dialect(
        fieldVersion: fieldVersion, endOfResponse: bits & 1 != 0, convertsLength: bits & 2 != 0,
        errorHas20cFields: bits & 4 != 0, describeHas23aiFields: bits & 8 != 0, signedByteIsUniversal: bits & 16 != 0)
    }
  }

  static let fieldVersions: [UInt8] = Array(6...24)
}
