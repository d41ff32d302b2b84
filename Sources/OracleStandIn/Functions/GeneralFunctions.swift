import Crypto
import OracleSQL
import OracleWire

/// Functions about the session and the rest.
enum GeneralFunctions {
  /// STANDARD_HASH(value, method) of VARCHAR2, CHAR and RAW; the method is SHA1 when it is left out.
  ///
  /// Other types, and NULL, are refused: which bytes Oracle hashes for them is not documented.
  private static let standardHash = ScalarFunction(
    arguments: 1...2, type: { _ in ColumnType(base: .raw, length: 64) }, isStrict: false
  ) { values, execution in
    guard !values[0].isNull, [.varchar, .char, .raw].contains(values[0].type) else {
      throw OracleError.unsupported("STANDARD_HASH of NULL or of this type")
    }
    let bytes = values[0].bytes
    let method = values.count > 1 ? String(decoding: try execution.rules.text(values[1]), as: UTF8.self) : "SHA1"
    let digest: [UInt8]
    switch method.uppercased() {
    case "SHA1": digest = Array(Insecure.SHA1.hash(data: bytes))
    case "MD5": digest = Array(Insecure.MD5.hash(data: bytes))
    case "SHA256": digest = Array(SHA256.hash(data: bytes))
    case "SHA384": digest = Array(SHA384.hash(data: bytes))
    case "SHA512": digest = Array(SHA512.hash(data: bytes))
    default: throw OracleError.unsupported("this method of STANDARD_HASH")
    }
    return Value(type: .raw, bytes: digest)
  }

  static let table: [String: ScalarFunction] = [
    "SYS_CONTEXT": ScalarFunction(arguments: 2...3, type: { _ in .varchar(4000) }) { values, execution in
      let space = values[0].string.uppercased()
      let name = values[1].string.uppercased()
      guard space == "USERENV" else { return .null }
      guard let value = execution.session.environment(name) else {
        throw OracleError(code: 2003, message: "invalid USERENV parameter")
      }
      return Value(value)
    },
    "USERENV": ScalarFunction(arguments: 1...1, type: { _ in .varchar(64) }) { values, execution in
      guard let value = execution.session.environment(values[0].string.uppercased()) else {
        throw OracleError(code: 2003, message: "invalid USERENV parameter")
      }
      return Value(value)
    },
    "SYS_GUID": ScalarFunction(arguments: 0...0, type: { _ in ColumnType(base: .raw, length: 16) }) { _, execution in
      Value(type: .raw, bytes: execution.session.database.takeUniqueIdentifier())
    },
    "STANDARD_HASH": standardHash,
    "VSIZE": ScalarFunction(arguments: 1...1, type: { _ in .number }) { values, _ in Value(values[0].bytes.count) },
  ]
}

/// Functions in Oracle's packages.
enum PackageFunctions {
  static func function(_ path: String) -> ScalarFunction? {
    table[path.hasPrefix("SYS.") ? String(path.dropFirst(4)) : path]
  }

  private static func rowIDPart(_ part: @escaping @Sendable (StandInRowID) -> Int) -> ScalarFunction {
    ScalarFunction(arguments: 1...2, type: { _ in .number }) { values, _ in
      guard let rowID = StandInRowID(text: values[0].bytes) else { throw OracleError.badRowID }
      return Value(part(rowID))
    }
  }

  private static let table: [String: ScalarFunction] = [
    "DBMS_FLASHBACK.GET_SYSTEM_CHANGE_NUMBER": ScalarFunction(arguments: 0...0, type: { _ in .number }) {
      _, execution in
      Value(Int(execution.session.database.lastSCN))
    },
    "DBMS_LOB.GETLENGTH": ScalarFunction(arguments: 1...1, type: { _ in .number }) { values, _ in
      Value(
        values[0].type.isText ? ColumnStore.characterCount(values[0].bytes) : values[0].bytes.count)
    },
    "DBMS_LOB.SUBSTR": ScalarFunction(
      arguments: 1...3,
      type: { $0.first?.type.base == .blob ? ColumnType(base: .raw, length: 2000) : .varchar(4000) }
    ) { values, execution in
      let count = values.count > 1 ? try TextFunctions.integer(values[1], execution) : 32767
      let start = values.count > 2 ? try TextFunctions.integer(values[2], execution) : 1
      let isBytes = values[0].type == .blob || values[0].type == .raw
      let part = TextFunctions.substring(values[0].bytes, from: start, count: count, inBytes: isBytes)
      return part.isEmpty ? .null : Value(type: isBytes ? .raw : .varchar, bytes: part)
    },
    "UTL_RAW.CAST_TO_RAW": ScalarFunction(arguments: 1...1, type: { _ in ColumnType(base: .raw, length: 2000) }) {
      values, execution in
      let bytes = try execution.rules.text(values[0])
      // To SQL a RAW has no more, however long PL/SQL's is.
      guard bytes.count <= 2000 else {
        throw OracleError(
          code: 6502, message: "PL/SQL: numeric or value error: raw variable length too long")
      }
      return Value(type: .raw, bytes: bytes)
    },
    // Whatever the bytes are in the database's character set.
    "UTL_RAW.CAST_TO_VARCHAR2": ScalarFunction(arguments: 1...1, type: { _ in .varchar(4000) }) { values, execution in
      Value(text: try execution.rules.raw(values[0]).bytes)
    },
    // To SQL, a ROWID of PL/SQL is text, which sorts by its letters.
    "DBMS_ROWID.ROWID_CREATE": ScalarFunction(arguments: 5...5, type: { _ in .varchar(18) }) {
      values, execution in
      let numbers = try values.map { try TextFunctions.integer($0, execution) }
      // Restricted ROWIDs (type 0) are those of Oracle 7.
      guard numbers[0] == 1, let object = UInt32(exactly: numbers[1]), let file = UInt16(exactly: numbers[2]),
        let block = UInt32(exactly: numbers[3]), let slot = UInt16(exactly: numbers[4])
      else { throw OracleError.badRowID }
      return Value(text: StandInRowID(object: object, file: file, block: block, slot: slot).textBytes)
    },
    "DBMS_ROWID.ROWID_BLOCK_NUMBER": rowIDPart { Int($0.block) },
    "DBMS_ROWID.ROWID_ROW_NUMBER": rowIDPart { Int($0.slot) },
    "DBMS_ROWID.ROWID_RELATIVE_FNO": rowIDPart { Int($0.file) },
    "DBMS_ROWID.ROWID_OBJECT": rowIDPart { Int($0.object) },
  ]
}
