import Foundation
import Testing

@testable import OracleWire

/// Which recorded files the tests decode, and why the others are left out: a file that comes new must be placed here.
@Suite(.enabled(if: Captures.areThere, Captures.absence))
struct CaptureCoverageTests {
  /// What is made of a file.
  enum Coverage {
    /// Decoded by a test of this name.
    case test(String)
    /// Facts that are parameters of tests, which run without the folder too.
    case parameters(String)
    /// Nothing that a thin client meets.
    case left(String)
  }

  static let coverage: [String: Coverage] = [
    "arkime/oracle.pcap": .test("CapturedPacketTests.connectOfAJavaClient"),
    "ndpi/oracle12_payloads.hex": .test(
      "CapturedPacketTests.connectOf12Dot1IsResentAndAccepted, protocolReplyOf12Dot1"),
    "ndpi/oracle12.pcapng": .left("the payloads file holds the same packets"),
    "oracle-nio/ConnectMessage.hex": .test("CapturedPacketTests.acceptOf23Dot5"),
    "oracle-nio/accept_11g_version314.hex": .test("CapturedPacketTests.acceptOf11g"),
    "oracle-nio/AuthenticationChallengeMessage.hex": .test("CapturedResponseTests.fastAuthenticationChallenge"),
    "oracle-nio/AuthenticatedMessage.hex": .test("CapturedResponseTests.authenticated"),
    "oracle-nio/SelectOneFromDualMessage.hex": .test("CapturedResponseTests.selectOneRow"),
    "oracle-nio/SelectManyFromDualMessage.hex": .test("CapturedResponseTests.selectMoreRowsToCome"),
    "oracle-nio/CloseMessage.hex": .test("CapturedResponseTests.logoff"),
    "oracle-nio/auth_server_values_23ai.txt": .parameters("ServerVersionTests in OracleClientTests"),
    "oracle-nio/oson_vectors.txt": .parameters("OSONTests"),
    "go-ora/urowid_select_response_ttc11.hex": .test("CapturedResponseTests.universalRowidsWithBitVectors"),
    "go-ora/direct_path_prepare_response_ttc12.hex": .left("no call of this client loads by direct path"),
    "go-ora/number_vectors.tsv": .parameters("NumberVectors, OracleNumberTests"),
    "go-ora/number_vectors_2.tsv": .parameters("NumberVectors, OracleNumberTests"),
    "go-ora/other_types.tsv": .parameters(
      "BinaryFloatsTests, RowAddressTests, IntervalBytesTests in OracleStandInTests"),
    "crypto/o5logon_vectors.tsv": .test("O5LogonTests"),
    "crypto/12c_full_flow.txt": .test("O5LogonTests"),
    "oracle-23.26/protocol_reply.hex": .test("CapturedResponseTests.protocolOf23Dot26"),
    "oracle-23.26/datatypes_reply.hex": .test("CapturedResponseTests.dataTypesOf23Dot26"),
    "oracle-23.26/auth_phase1_reply_tail.hex": .test("CapturedResponseTests.endOfPhaseOneOf23Dot26"),
    "oracle-23.26/auth_phase2_reply.hex": .test("CapturedResponseTests.phaseTwoOf23Dot26"),
    "oracle-23.26/execute_reply_tail_1403.hex": .test("CapturedResponseTests.endOfAnExhaustedSelectOf23Dot26"),
    "oracle-23.26/plsql_out_binds_in_number_out_number.hex": .test("CapturedResponseTests.outBindsOf23Dot26"),
    "oracle-23.26/plsql_out_binds_out_number_prefix.hex": .test("CapturedResponseTests.outBindDirectionsOf23Dot26"),
    "oracle-23.26/REQUEST_close_cursor_and_execute.hex": .test("CapturedRequestTests.closeCursorAndExecute"),
  ]

  @Test func everyFileHasItsPlace() throws {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: Captures.folder.path)
    var files: Set<String> = []
    for path in paths where path != "INDEX.md" {
      var isFolder: ObjCBool = false
      let whole = Captures.folder.appendingPathComponent(path).path
      if FileManager.default.fileExists(atPath: whole, isDirectory: &isFolder), !isFolder.boolValue {
        files.insert(path)
      }
    }
    #expect(files.subtracting(Self.coverage.keys).sorted() == [], "not yet placed")
    #expect(Set(Self.coverage.keys).subtracting(files).sorted() == [], "no longer there")
  }

  /// The packets of 12.1 in the OCI form: the client's first data type message shows why no more of them is decoded.
  @Test func whatFollowsTheProtocolReplyOf12Dot1IsNoThinForm() throws {
    let packets = try Captures.text("ndpi/oracle12_payloads.hex").components(separatedBy: "# packet").dropFirst()
    let types = packets.compactMap { packet in
      let bytes = Captures.bytes(packet.split(separator: "\n").dropFirst().joined())
      return bytes.count > 10 && bytes[4] == 6 ? bytes[10] : nil
    }
    // Native network services (DE AD BE EF) twice, protocol twice, data types twice, authentication.
    #expect(types == [0xDE, 0xDE, 1, 1, 2, 2, 3])
  }
}
