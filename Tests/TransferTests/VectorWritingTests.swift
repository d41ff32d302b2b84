import Model
import OracleWire
import Testing

@testable import Transfer

/// The text of FROM_VECTOR to arrays.
///
/// Forms of numbers: Oracle SQL Language Reference 23ai, FROM_VECTOR.
struct VectorWritingTests {
  private func bytes(_ texts: [String?]) -> [[UInt8]?] { texts.map { $0.map { Array($0.utf8) } } }

  @Test("numbers of each format, as PostgreSQL shows them")
  func numbers() async throws {
    #expect(
      try await crossed(
        bytes([
          "[1.0E+000,2.0E+000,3.0E+000]", "[1.10000002E+000,-2.5E-001]", nil, "[0]",
          "[3.40282347E+038,1.40129846E-045]",
        ]),
        as: .clob, to: .array(.real)) == ["{1,2,3}", "{1.1,-0.25}", nil, "{0}", "{3.4028235e+38,1e-45}"])
    #expect(
      try await crossed(
        bytes(["[1.1000000000000001E+000,-1.0E+300,4.9406564584124654E-324]"]), as: .clob, to: .array(.doublePrecision))
        == ["{1.1,-1e+300,5e-324}"])
    #expect(
      try await crossed(bytes(["[1,-128,127]", "[1.0E+000,-1.28E+002]"]), as: .long, to: .array(.smallint))
        == ["{1,-128,127}", "{1,-128}"])
  }

  /// Two characters become twelve bytes, and the arena must have the room.
  @Test("a long vector of short numbers grows")
  func growth() async throws {
    let text = "[" + Array(repeating: "7", count: 65_535).joined(separator: ",") + "]"
    let result = try await crossed(
      bytes([text]), as: .clob, to: .array(.doublePrecision), expression: "cardinality(v) || ' ' || v[65535]")
    #expect(result == ["65535 7"])
  }

  @Test(
    "what is no list of numbers is rejected",
    arguments: [
      "", "[", "[]", "1,2", "[1,2", "1,2]", "[1,,2]", "[1,]", "[,1]", "[ 1 ]", "[Nan]", "[Inf]", "[1E+400]", "[0x1]",
      "[5,[2,4],[1.0E+000,2.0E+000]]", "[null]", "[1.0.0]", "[" + String(repeating: "1", count: 41) + "]",
    ])
  func corrupt(text: String) {
    for element in PostgresType.Element.allCases {
      #expect(rejection(Array(text.utf8), .vector(element)) == .corruptVector)
    }
  }

  @Test("numbers that the element can't hold are rejected", arguments: ["[1.5]", "[32768]", "[1E+39]"])
  func unfit(text: String) {
    let element: PostgresType.Element = text == "[1E+39]" ? .real : .smallint
    #expect(rejection(Array(text.utf8), .vector(element)) == .corruptVector)
  }
}
