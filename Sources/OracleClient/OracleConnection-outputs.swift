import OracleWire

// What blocks and RETURNING INTO bring back.
extension OracleConnection {
  /// - Throws: `OracleBindError` for a value that was cut off; what the server must hear of is closed and freed then.
  func outputs(_ response: Response, rowCount: Int, _ binds: [OracleBind]) throws -> OracleOutputs {
    var held = HeldOutputs(connection: self)
    // Cursors and LOBs first: whatever fails afterwards, they belong to somebody.
    let taken = try response.outValues.enumerated().map { place, values in
      try values.map { try held.take($0, binds.indices.contains(place) ? binds[place] : nil) }
    }
    let results = response.implicitResults.compactMap { OracleCursor($0, connection: self) }
    var values: [[OracleOutput]] = []
    for (place, bind) in binds.enumerated() {
      switch bind {
      case .value: values.append([])
      case .out(let type), .inOut(_, let type):
        let found = taken.indices.contains(place) ? taken[place] : []
        values.append(
          try found.enumerated().map { index, output in
            try output ?? decoded(response.outValues[place][index], type, place)
          })
      }
    }
    return OracleOutputs(rowCount: rowCount, values: values, results: results)
  }

  private func decoded(_ value: OutValue, _ type: OracleOutType, _ place: Int) throws -> OracleOutput {
    guard case .bytes(let bytes) = value else {
      throw OracleBindError(description: "the value of bind \(place + 1) is longer than the room given for it")
    }
    return .value(
      try trusting { () throws(WireError) in try OracleValue(wireBytes: bytes?[...], column: type.column(place)) })
  }
}

/// The cursors and LOBs that one call brings back.
private struct HeldOutputs {
  let connection: OracleConnection
  /// The LOBs by their locators: one that came twice is freed once.
  private var lobs: [LOBLocator: OracleLOB] = [:]

  init(connection: OracleConnection) { self.connection = connection }

  /// Takes what is a cursor or a LOB; nil for other values.
  mutating func take(_ value: OutValue, _ bind: OracleBind?) throws -> OracleOutput? {
    switch value {
    case .bytes, .truncated: return nil
    case .cursor(let returned): return .cursor(OracleCursor(returned, connection: connection))
    case .lob(nil): return .lob(nil)
    case .lob(let found?):
      if let known = lobs[found.locator] { return .lob(known) }
      let lob = try lob(found, bind)
      lobs[found.locator] = lob
      return .lob(lob)
    }
  }

  private func lob(_ found: LOBColumnValue, _ bind: OracleBind?) throws -> OracleLOB {
    try connection.trusting { () throws(WireError) -> OracleLOB in
      switch bind {
      // A block's parameter may be IN OUT where the caller only gave a value: the server decides what comes back.
      case .inOut(.lob(let given), _)?, .value(.lob(let given))?:
        // The server may have changed the LOB itself, or its locator alone: it stays one object, as in python-oracledb.
        if let lob = given.owner as? OracleLOB {
          try lob.replace(by: found)
          return lob
        }
        return try OracleLOB(kind: given.kind, value: found, connection: connection)
      case .out(let type)?, .inOut(_, let type)?:
        guard let kind = type.lobKind else { throw .malformed("a LOB where none was asked for") }
        return try OracleLOB(kind: kind, value: found, connection: connection)
      case .value?, nil: throw .malformed("a LOB where none was asked for")
      }
    }
  }
}
