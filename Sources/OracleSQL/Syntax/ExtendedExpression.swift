/// Forms of expressions that only PL/SQL has, or objects, collections and rare functions.
public enum ExtendedExpression: Sendable {
  /// `x.name` where `x` is no mere name: `:new.id`, `f(1).a`, `t(i).b`.
  indirect case member(Expression, Identifier)
  /// `x(arguments)` where `x` is no mere name: `t(1)(2)`, `a.b(1).c(2)`.
  indirect case call(Expression, [FunctionCall.Argument])
  /// `c%FOUND`, `SQL%ROWCOUNT`: the name behind `%`, upper case.
  indirect case attribute(Expression, String)
  /// `a ** b`
  indirect case power(Expression, Expression)
  /// `a MOD b`
  indirect case modulo(Expression, Expression)
  /// `$$name`, an inquiry directive.
  case inquiry(String)
  /// `MULTISET (query)` in CAST.
  indirect case multisetQuery(Query)
  /// `a MULTISET UNION | INTERSECT | EXCEPT [ALL | DISTINCT] b`: the words between the operands.
  indirect case multiset(Expression, String, Expression)
  /// `x [NOT] MEMBER OF y`, `x [NOT] SUBMULTISET OF y`: the words between them, without NOT.
  indirect case collectionTest(Expression, String, Expression, negated: Bool)
  /// `x IS [NOT] EMPTY | A SET | DANGLING | TRUE | FALSE | PRESENT | OF (types)`: the words, without NOT.
  indirect case test(Expression, String, types: [DataType], negated: Bool)
  /// `TREAT (x AS [REF] type)`
  indirect case treat(Expression, DataType)
  /// `(a - b) DAY TO SECOND`: the words behind the operand.
  indirect case interval(Expression, String)
  /// `NEW type(arguments)`
  indirect case instance(Expression)
  /// A function whose arguments are no list of values: its name, and the text of its parentheses and what is behind.
  case special(String, text: String)
}

extension Expression {
  /// The row and the column of `:new.column`, `:old.column` and `:parent.column` in a trigger's body.
  ///
  /// The row is upper case without colon; REFERENCING may have given it another name.
  public var triggerColumn: (row: String, column: Identifier)? {
    guard case .extended(.member(let base, let column)) = kind, case .bind(let bind) = base.kind else { return nil }
    return (bind.name, column)
  }
}
