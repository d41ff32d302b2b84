import OracleWire

/// How a query's CLOBs, NCLOBs and BLOBs arrive.
public enum LOBDelivery: Sendable, Hashable {
  /// As text and bytes in the rows: for values that are small.
  case inline
  /// As locators, from which `OracleRows.lob` makes LOBs.
  ///
  /// - Parameter prefetch: bytes of a BLOB and characters of a CLOB that come with the row, beside the length and the
  ///   chunk size, which always do.
  case locators(prefetch: Int = 0)
}

extension OracleConnection {
  /// Makes an empty LOB that lives in this session, until nothing refers to it or it is freed.
  public func temporaryLOB(_ kind: LOBKind) async throws -> OracleLOB {
    if kind.isNational { try checkNationalCharacterSet("an NCLOB") }
    let characterSet = kind.isNational ? CharacterSet.utf16 : CharacterSet.utf8
    let request = LOBRequest(temporary: kind, characterSet: UInt32(characterSet))
    let response = try await call(.lob(request))
    let locator = try trusting { () throws(WireError) in
      guard let reply = response.lob else { throw .malformed("a temporary LOB without its locator") }
      return try LOBLocator(reply.locator)
    }
    return OracleLOB(kind: kind, locator: locator, connection: self)
  }

  /// Refuses what is in a national character set that is not read here.
  func checkNationalCharacterSet(_ what: String) throws {
    guard nationalCharacterSet != CharacterSet.utf16 else { return }
    throw failure(
      .unsupported(
        "\(what) is in the national character set number \(nationalCharacterSet); only AL16UTF16 is supported"))
  }

  /// Tells the server with the next call that a temporary LOB is needed no more.
  func free(_ locator: LOBLocator) {
    let transport = self.transport
    channel.eventLoop.execute { transport.value.free(locator) }
  }
}
