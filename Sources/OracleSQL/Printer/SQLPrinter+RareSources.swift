extension SQLPrinter {
  mutating func write(_ source: RareSource) {
    switch source {
    case .function(let call): write(call, in: .primary)
    case .pivot(let source, let pivot):
      write(source)
      write(pivot)
    case .unpivot(let source, let unpivot):
      write(source)
      write(unpivot)
    case .values(let rows, _):
      write("(VALUES ")
      writeList(rows) { printer, row in
        printer.write("(")
        printer.writeList(row) { $0.write($1, in: .or) }
        printer.write(")")
      }
      write(")")
    case .clause(let source, let text):
      write(source)
      write(" " + text)
    }
  }

  private mutating func write(_ pivot: Pivot) {
    write(pivot.isXML ? " PIVOT XML (" : " PIVOT (")
    writeList(pivot.aggregates) { printer, aggregate in
      printer.write(aggregate.expression, in: .or)
      printer.write(aliasAs: aggregate.alias)
    }
    write(" FOR ")
    writeIdentifiers(pivot.columns)
    write(" IN (")
    switch pivot.values {
    case .any: write("ANY")
    case .query(let query): write(query)
    case .list(let values):
      writeList(values) { printer, value in
        printer.writeRow(value.expressions)
        printer.write(aliasAs: value.alias)
      }
    }
    write("))")
  }

  private mutating func write(_ unpivot: Unpivot) {
    write(unpivot.includesNulls ? " UNPIVOT INCLUDE NULLS (" : " UNPIVOT (")
    writeIdentifiers(unpivot.columns)
    write(" FOR ")
    writeIdentifiers(unpivot.nameColumns)
    write(" IN (")
    writeList(unpivot.sources) { printer, source in
      printer.writeIdentifiers(source.columns)
      guard !source.constants.isEmpty else { return }
      printer.write(" AS ")
      printer.writeRow(source.constants)
    }
    write("))")
  }

  private mutating func writeRow(_ expressions: [Expression]) {
    if expressions.count != 1 { write("(") }
    writeList(expressions) { $0.write($1, in: .or) }
    if expressions.count != 1 { write(")") }
  }

  private mutating func write(aliasAs alias: Identifier?) {
    guard let alias else { return }
    write(" AS ")
    write(alias)
  }
}
