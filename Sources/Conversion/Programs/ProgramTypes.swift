import Model
import OracleSQL

/// The type of a variable.
struct ProgramVariableType {
  var oracle: OracleDataType
  var postgres: PostgresType
}

extension ProgramTranslator {
  /// The type of a variable, parameter or result.
  ///
  /// - Parameter isConstrained: false for parameters and results, whose lengths and precisions come from the caller.
  func type(of type: ProgramType, isConstrained: Bool = true) throws(ConversionRefusal) -> ProgramVariableType {
    guard type.bounds.isEmpty else { throw ConversionRefusal("RANGE of a type") }
    let oracle: OracleDataType
    switch type.kind {
    case .named(let type):
      if let integer = try Self.integerType(type) { return integer }
      oracle = try Self.oracleType(type, isConstrained: isConstrained)
    case .typeOf(let path): oracle = try typeOf(path.map(\.name))
    case .rowTypeOf: throw ConversionRefusal("%ROWTYPE in this place")
    }
    guard let postgres = Self.postgresType(oracle, isConstrained: isConstrained) else {
      throw ConversionRefusal("the type \(oracle.description) of a variable")
    }
    return ProgramVariableType(oracle: oracle, postgres: postgres)
  }

  /// PLS_INTEGER and its name of old; its subtypes refuse or wrap what PostgreSQL's integer would not.
  private static func integerType(_ type: DataType) throws(ConversionRefusal) -> ProgramVariableType? {
    guard case .userDefined(let name) = type.kind, name.schema == nil else { return nil }
    guard ["PLS_INTEGER", "BINARY_INTEGER"].contains(name.name.name) else { return nil }
    return ProgramVariableType(oracle: .number(precision: 10, scale: 0), postgres: .integer)
  }

  private static func oracleType(
    _ type: DataType, isConstrained: Bool
  ) throws(ConversionRefusal) -> OracleDataType {
    switch type.kind {
    case .varchar2(let length, _):
      guard length != nil || !isConstrained else { throw ConversionRefusal("VARCHAR2 without a length") }
      return .varchar2(length: length ?? 4000)
    case .nvarchar2(let length): return .nvarchar2(length: length ?? 4000)
    case .char(let length, _):
      guard isConstrained else { throw ConversionRefusal("a parameter or result of type CHAR") }
      return .char(length: length ?? 1)
    case .number(let precision, let scale): return .number(precision: precision, scale: scale)
    case .float(let precision): return .float(binaryPrecision: precision)
    case .binaryFloat: return .binaryFloat
    case .binaryDouble: return .binaryDouble
    case .date: return .date
    case .timestamp(let precision, .none): return .timestamp(precision: precision ?? 6)
    case .timestamp(let precision, .zoned): return .timestampWithTimeZone(precision: precision ?? 6)
    case .timestamp(let precision, .local): return .timestampWithLocalTimeZone(precision: precision ?? 6)
    case .raw(let length): return .raw(length: length ?? 2000)
    case .clob: return .clob
    case .blob: return .blob
    case .boolean: return .boolean
    case .long: return .long
    case .intervalYearToMonth(let years): return .intervalYearToMonth(yearPrecision: years ?? 2)
    case .intervalDayToSecond(let days, let precision):
      return .intervalDayToSecond(dayPrecision: days ?? 2, precision: precision ?? 6)
    case .userDefined(let name): throw ConversionRefusal("the type \(name.name.name) of a variable")
    default: throw ConversionRefusal("the type of a variable")
    }
  }

  /// The type that holds a variable's values; numbers keep their precision, which an integer type would widen.
  private static func postgresType(_ type: OracleDataType, isConstrained: Bool) -> PostgresType? {
    switch type {
    case .number(nil, nil): return .unboundedNumeric
    case .number(let precision, let scale):
      guard isConstrained else { return .unboundedNumeric }
      let (digits, places) = (precision ?? 38, scale ?? 0)
      return (0...digits).contains(places)
        ? .numeric(precision: digits, scale: places) : TypeMap().postgresType(for: type)
    case .varchar2, .nvarchar2:
      return isConstrained ? TypeMap().postgresType(for: type) : .text
    case .rowid, .urowid, .json, .xml, .vector, .object, .unsupported: return nil
    default: return TypeMap().postgresType(for: type)
    }
  }

  /// `table.column%TYPE`, `variable%TYPE`, `record.field%TYPE`.
  private func typeOf(_ path: [String]) throws(ConversionRefusal) -> OracleDataType {
    if path.count >= 2 {
      let owner = path.count > 2 ? path[path.count - 3] : nil
      if let relation = catalogue.relation(schema: owner, name: path[path.count - 2]),
        let column = relation.columns.first(where: { $0.oracleName == path[path.count - 1] })
      {
        return column.oracleType
      }
    }
    for scope in expressions.scopes.reversed() {
      for source in scope.sources where path.count == 1 ? !source.needsQualifier : source.oracleName == path[0] {
        if let column = source.columns.first(where: { $0.oracleName == path[path.count - 1] }),
          let type = column.value.oracleType
        {
          // A column's NOT NULL stays with the column, a variable's goes over.
          guard path.count > 1 || column.value.isNullable else {
            throw ConversionRefusal("%TYPE of \(path[0]), which is NOT NULL")
          }
          return type
        }
      }
    }
    throw ConversionRefusal("\(path.joined(separator: "."))%TYPE names nothing that is carried over")
  }

  /// The table or view of `name%ROWTYPE`.
  func rowType(_ path: [Identifier]) throws(ConversionRefusal) -> QueryCatalogue.Relation {
    let names = path.map(\.name)
    guard let name = names.last, names.count <= 2,
      let relation = catalogue.relation(schema: names.count == 2 ? names[0] : nil, name: name)
    else {
      throw ConversionRefusal("\(names.joined(separator: "."))%ROWTYPE names no table or view that is carried over")
    }
    return relation
  }
}
