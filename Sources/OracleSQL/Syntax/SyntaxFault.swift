/// Oracle's numbers for what the lexer and the parser find wrong.
enum SyntaxFault: Int, Sendable {
  case nestedTooDeep = 36
  case invalidStatement = 900
  case invalidCreate = 901
  case invalidDatatype = 902
  case invalidTableName = 903
  case invalidIdentifier = 904
  case missingKeyword = 905
  case missingLeftParenthesis = 906
  case missingRightParenthesis = 907
  case missingNull = 908
  case invalidCharacter = 911
  case missingComma = 917
  case invalidRelationalOperator = 920
  case unexpectedEnd = 921
  case invalidOption = 922
  case missingFrom = 923
  case missingBy = 924
  case missingInto = 925
  case missingValues = 926
  case missingEqual = 927
  case missingSelect = 928
  case missingPeriod = 929
  case missingIdentifier = 931
  case notProperlyEnded = 933
  case missingExpression = 936
  case invalidAlter = 940
  case missingTo = 946
  case invalidDrop = 950
  case invalidIndexName = 953
  case missingIndex = 968
  case missingOn = 969
  case missingWith = 970
  case missingSet = 971
  case identifierTooLong = 972
  case invalidUserName = 987
  case invalidPassword = 988
  case invalidPrivilege = 990
  case databaseLinkExpected = 1729
  case invalidAlterTable = 1735
  case missingDoubleQuote = 1740
  case zeroLengthIdentifier = 1741
  case unterminatedComment = 1742
  case invalidBindName = 1745
  case unterminatedString = 1756
  case stringLiteralRequired = 1780
  case tooManyExpressions = 1795
  case integerRequired = 2017
  case invalidSessionOption = 2248
  case datatypeRequired = 2263
  case invalidSequenceName = 2277
  case unimplemented = 3001
  case statementTooLong = 1704
  case partialCharacter = 29275

  /// Oracle's number.
  var code: Int { rawValue }

  /// Oracle's message, or ours where Oracle has no such limit.
  var message: String {
    switch self {
    case .nestedTooDeep: "expression or query nested too deeply"
    case .invalidStatement: "invalid SQL statement"
    case .invalidCreate: "invalid CREATE command"
    case .invalidDatatype: "invalid datatype"
    case .invalidTableName: "invalid table name"
    case .invalidIdentifier: "invalid identifier"
    case .missingKeyword: "missing keyword"
    case .missingLeftParenthesis: "missing left parenthesis"
    case .missingRightParenthesis: "missing right parenthesis"
    case .missingNull: "missing NULL keyword"
    case .invalidCharacter: "invalid character"
    case .missingComma: "missing comma"
    case .invalidRelationalOperator: "invalid relational operator"
    case .unexpectedEnd: "unexpected end of SQL command"
    case .invalidOption: "missing or invalid option"
    case .missingFrom: "FROM keyword not found where expected"
    case .missingBy: "missing BY keyword"
    case .missingInto: "missing INTO keyword"
    case .missingValues: "missing VALUES keyword"
    case .missingEqual: "missing equal sign"
    case .missingSelect: "missing SELECT keyword"
    case .missingPeriod: "missing period"
    case .missingIdentifier: "missing identifier"
    case .notProperlyEnded: "SQL command not properly ended"
    case .missingExpression: "missing expression"
    case .invalidAlter: "invalid ALTER command"
    case .missingTo: "missing TO keyword"
    case .invalidDrop: "invalid DROP option"
    case .invalidIndexName: "missing or invalid index name"
    case .missingIndex: "missing INDEX keyword"
    case .missingOn: "missing ON keyword"
    case .missingWith: "missing WITH keyword"
    case .missingSet: "missing SET keyword"
    case .identifierTooLong: "identifier is too long"
    case .invalidUserName: "missing or invalid user-name or role"
    case .invalidPassword: "missing or invalid password(s)"
    case .invalidPrivilege: "missing or invalid privilege"
    case .databaseLinkExpected: "database link name expected"
    case .invalidAlterTable: "invalid ALTER TABLE option"
    case .missingDoubleQuote: "missing double quote in identifier"
    case .zeroLengthIdentifier: "illegal zero-length identifier"
    case .unterminatedComment: "comment not terminated properly"
    case .invalidBindName: "invalid host/bind variable name"
    case .unterminatedString: "quoted string not properly terminated"
    case .stringLiteralRequired: "string literal required"
    case .tooManyExpressions: "maximum number of expressions in a list is 65535"
    case .integerRequired: "integer value required"
    case .datatypeRequired: "need to specify the datatype for this column"
    case .invalidSessionOption: "missing or invalid option for ALTER SESSION"
    case .invalidSequenceName: "invalid sequence name"
    case .unimplemented: "unimplemented feature"
    case .statementTooLong: "text longer than 2 GiB"
    case .partialCharacter: "partial multibyte character"
    }
  }
}
