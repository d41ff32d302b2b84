import Foundation
import Model

/// How the ledger keeps ranges of keys.
extension LedgerSchema {
  /// Part of version 3: chunks that are ranges of keys, and what Oracle counts in a table.
  static var keyRanges: [String] {
    [
      "ALTER TABLE \(table("tables")) ADD COLUMN rows_expected bigint",
      """
      ALTER TABLE \(table("chunks")) ADD COLUMN key_columns jsonb, ADD COLUMN low_key jsonb, ADD COLUMN high_key jsonb,
        ADD CONSTRAINT chunks_range_check CHECK (key_columns IS NOT NULL AND low_rowid IS NULL AND high_rowid IS NULL
          OR key_columns IS NULL AND low_key IS NULL AND high_key IS NULL)
      """,
    ]
  }

  /// The three columns of a range.
  static func keyColumns(of range: RowRange) throws -> [String?] {
    [try json(range.keys?.columns), try json(range.keys?.low), try json(range.keys?.high)]
  }

  /// - Parameter keys: the three columns.
  static func range(low: String?, high: String?, keys: ArraySlice<String?>) throws -> RowRange {
    let keys = Array(keys)
    guard keys.count == 3 else { throw LedgerError.corrupt("chunk") }
    guard let columns = try value([KeyRange.Column].self, of: keys[0]) else { return RowRange(low: low, high: high) }
    let range = KeyRange(
      columns: columns, low: try value([String].self, of: keys[1]), high: try value([String].self, of: keys[2]))
    let isWhole = [range.low, range.high].allSatisfy { $0.map { $0.count == columns.count } ?? true }
    guard !columns.isEmpty, isWhole else { throw LedgerError.corrupt("range of keys") }
    return RowRange(keys: range)
  }

  private static func json(_ value: (some Encodable)?) throws -> String? {
    guard let value else { return nil }
    return String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
  }

  private static func value<Value: Decodable>(_ type: Value.Type, of text: String?) throws -> Value? {
    guard let text else { return nil }
    do {
      return try JSONDecoder().decode(type, from: Data(text.utf8))
    } catch {
      throw LedgerError.corrupt("range of keys")
    }
  }
}
