import Model

extension SchemaConversion {
  /// Settles the type of every column of the carried tables.
  ///
  /// NUMBER(p) becomes the integer type that holds it, other numbers numeric; DATE has a time of day and becomes
  /// timestamp(0). The user's type map wins. The two sides of a
  /// foreign key get one type, the one that holds both.
  ///
  /// ```sql
  /// -- Oracle
  /// id NUMBER(10), price NUMBER(9,2), any_number NUMBER, at DATE, note CLOB
  /// -- PostgreSQL
  /// "id" bigint, "price" numeric(9,2), "any_number" numeric, "at" timestamp(0), "note" text
  /// ```
  ///
  /// Not the same: fractions of a second beyond six digits, the name of a time zone, the addresses in ROWIDs; an integer
  /// type takes more digits than NUMBER(p). Other types that take more than Oracle's, such as bytea for RAW(16), are named
  /// in a finding for each table.
  mutating func settleTypes(_ carried: [Table], _ settlement: TypeSettlement) {
    for table in carried {
      for column in table.columns { reportTypeLosses(column, ColumnKey(table: table.name, column: column.name)) }
      let columns = table.columns.compactMap { column -> TargetColumn? in
        let key = ColumnKey(table: table.name, column: column.name)
        let settled = settlement.types[OwnedColumn(owner: schema.owner, key: key)]
        findings += settled?.findings ?? []
        guard let type = settled?.type ?? postgresType(column.type), let name = names.columns[key] else { return nil }
        return TargetColumn(source: column, name: name, type: type)
      }
      let name = QualifiedName(schema: target, name: names.tables[table.name] ?? table.name)
      reportWiderTypes(columns, of: table)
      tables[table.name] = TargetTable(source: table, name: name, columns: columns)
      order.append(table.name)
    }
  }

  /// Every value of Oracle's fits; values that Oracle would refuse or round do, too.
  private mutating func reportWiderTypes(_ columns: [TargetColumn], of table: Table) {
    let wider = columns.filter { Self.isWider($0.type, than: $0.source.type) }
    guard !wider.isEmpty else { return }
    let list = wider.map { "\($0.source.name) \($0.source.type) -> \($0.type)" }.joined(separator: ", ")
    report(
      .info, "type.wider", "table \(table.name)",
      "no value is lost, but PostgreSQL's types also take what Oracle's refuse or round: \(list)",
      "where the application counts on the limit, add a check or choose the type with --types")
  }

  /// Whether a type has no limit where Oracle's has one.
  private static func isWider(_ type: PostgresType, than source: OracleDataType) -> Bool {
    switch source {
    case .number(nil, nil): false
    case .number: type == .unboundedNumeric
    case .float(let bits): bits < 126 && type == .unboundedNumeric
    case .raw: type == .bytea
    case .intervalYearToMonth, .intervalDayToSecond: true
    default: false
    }
  }

  private mutating func reportTypeLosses(_ column: Column, _ key: ColumnKey) {
    let object = "column \(key.table).\(key.column)"
    switch column.type {
    case .unsupported where typeMap.postgresType(for: column.type) == .geometry:
      report(
        .info, "type.geometry", object, "SDO_GEOMETRY becomes PostGIS's geometry, of any shape and reference system",
        "the target needs the extension (CREATE EXTENSION postgis), or convert with --no-postgis; where the column has one "
          + "shape and one system, say so: ALTER TABLE ... ALTER COLUMN ... TYPE geometry(POINT, 4326)")
    case .unsupported(let name):
      let isDeclared = schema.types.flatMap(TypeKey.all).contains { $0.owner == schema.owner && $0.name == name }
      report(
        .blocking, "type.unsupported", object,
        (isDeclared
          ? "values of the type \(name) are not read from rows yet, only the type is carried over (collections, objects "
            + "that hold such, and types that are not final)" : "the type \(name) is not carried over yet")
          + "; the column is left out, the table's other columns stay",
        name == "SDO_GEOMETRY"
          ? "choose other tables with --tables, or add a column of PostGIS's type geometry and load the shapes as "
            + "SDO_UTIL.TO_WKBGEOMETRY gives them"
          : "choose other tables with --tables, or move the column to a table of its own")
    case .timestamp(let precision), .timestampWithLocalTimeZone(let precision), .intervalDayToSecond(_, let precision):
      reportPrecision(precision, object)
    case .timestampWithTimeZone(let precision):
      reportPrecision(precision, object)
      report(
        .warning, "type.time-zone", object, "the instant is kept, the time zone that was written with it is lost",
        "keep the zone in a column of its own where it matters")
    case .rowid, .urowid:
      report(
        .warning, "type.row-address", object, "addresses of rows are carried as text, and point nowhere in PostgreSQL",
        "refer to rows by their keys")
    case .json:
      report(
        .warning, "type.json", object,
        "it is carried as the text that JSON_SERIALIZE makes, into json, where every member, digit and the order stay "
          + "(jsonb would sort the members and keep one of each name); dates, bytes and binary numbers inside of it "
          + "become strings and numbers, as JSON knows no others",
        "for indexes and operators run: ALTER TABLE ... ALTER COLUMN ... TYPE jsonb USING column::jsonb")
    case .xml:
      report(
        .warning, "type.xml", object,
        "it is carried as the text that XMLSERIALIZE makes, in which Oracle does not promise to keep blanks as they are; "
          + " PostgreSQL keeps that text, and shows an XML declaration only where it says more than version 1.0",
        "a document that PostgreSQL's parser refuses stops the copy: mend it in Oracle, or leave the table out")
    case .object(let type): reportObject(type, object)
    case .collection(let type): reportCollection(type, object)
    case .vector(let dimensions, let format): reportVector(dimensions, format, object)
    default: break
    }
    if column.isInvisible {
      report(
        .info, "column.invisible", object, "an invisible column is copied, and shows in SELECT *", "name the columns")
    }
  }

  private mutating func reportVector(_ dimensions: Int?, _ format: OracleDataType.VectorFormat?, _ object: String) {
    let form = format.map { "of \($0.rawValue)" } ?? "of any format, read as FLOAT64,"
    let count = dimensions == nil ? "" : "; a check keeps the number of dimensions"
    report(
      .info, "type.vector", object,
      "a vector \(form) becomes an array: no value is lost, distances and vector indexes are not there\(count)",
      "with the extension pgvector run: ALTER TABLE ... ALTER COLUMN ... TYPE vector USING column::vector (its numbers "
        + "are of 32 bits)")
  }

  private mutating func reportPrecision(_ precision: Int, _ object: String) {
    guard precision > DateTimeTypes.maximumPrecision else { return }
    report(
      .warning, "type.fraction", object, "PostgreSQL keeps 6 fractional digits of a second, Oracle \(precision)",
      "keep the digits in a column of their own where they matter")
  }
}
