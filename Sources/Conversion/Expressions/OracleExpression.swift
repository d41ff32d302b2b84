import OracleSQL

/// Reads Oracle's text of an expression or condition.
enum OracleExpression {
  /// The tree of a value, such as a DEFAULT.
  ///
  /// - Throws: `ConversionRefusal` for text that the parser doesn't know.
  static func value(_ text: String) throws(ConversionRefusal) -> Expression {
    do {
      return try SQLParser.parseExpression(text)
    } catch {
      throw refusal(error)
    }
  }

  /// The tree of a condition, such as a CHECK.
  ///
  /// - Throws: `ConversionRefusal` for text that the parser doesn't know.
  static func condition(_ text: String) throws(ConversionRefusal) -> Expression {
    do {
      return try SQLParser.parseCondition(text)
    } catch {
      throw refusal(error)
    }
  }

  private static func refusal(_ error: SQLSyntaxError) -> ConversionRefusal {
    ConversionRefusal("its text is not understood (\(error.description))")
  }
}
