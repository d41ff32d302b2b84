import Canonical
import Model
import OracleWire
import PostgresClient
import Testing

@testable import Verification

@Suite struct VerificationErrorTests {
  static let table = QualifiedName(schema: "ot", name: "orders")

  @Test func aValuesColumnIsNamed() {
    let fault = CanonicalError.invalidColumnValue(column: 1, type: "NUMBER", reason: "it has no digits")
    let error = VerificationError(table: VerificationErrorTests.table, columns: ["id", "price"], underlying: fault)
    #expect(
      error.description
        == "table ot.orders could not be checked: a value in column price is no NUMBER: it has no digits")
    #expect(error.underlying as? CanonicalError == fault)
  }

  @Test(
    arguments: [
      (OracleError(code: 1555, message: "snapshot too old"), false, "ORA-01555: snapshot too old"),
      (OracleError(code: 3113, message: "end-of-file"), true, "ORA-03113: end-of-file"),
      (PostgresError("gone", sqlState: "57P01", isConnectionLost: true), true, "gone (SQLSTATE 57P01)"),
      (PostgresError("no such table", sqlState: "42P01"), false, "SQLSTATE 42P01"),
      (CopyFormatError("it ends too early"), false, "it ends too early"),
    ] as [(any Error, Bool, String)])
  func theCauseIsKept(cause: any Error, isRetrySafe: Bool, text: String) {
    let error = VerificationError(table: VerificationErrorTests.table, columns: [], underlying: cause)
    #expect(error.isRetrySafe == isRetrySafe)
    #expect(error.description.hasPrefix("table ot.orders could not be checked: "))
    #expect(error.description.contains(text))
  }

  @Test func aCopyWithFewerRowsThanPostgreSQLTellsIsRefused() throws {
    struct Nothing: RowSink, Sendable {
      mutating func take(_ row: borrowing CanonicalBuffer, keyLength: Int) {}
    }
    let feed = CopyFeed(form: RowForm(columns: [], keyCount: 0), sink: Nothing())
    let bytes = CopyBinaryParserTests.header + [0, 0] + CopyBinaryParserTests.trailer
    try bytes.withUnsafeBytes { try feed.take($0) }
    #expect(throws: CopyFormatError.self) { try feed.finish(rowCount: 2) }
    #expect(throws: Never.self) { try feed.finish(rowCount: 1) }
  }
}
