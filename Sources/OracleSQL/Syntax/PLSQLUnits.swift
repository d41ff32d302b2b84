/// A PL/SQL unit as a tree: what `SQLParser.parseUnit` gives.
public struct ProgramUnit: Sendable {
  /// What it is.
  public var kind: Kind
  /// OR REPLACE.
  public var orReplace = false
  /// IF NOT EXISTS (23ai).
  public var ifNotExists = false
  /// EDITIONABLE (true) or NONEDITIONABLE; nil when not written.
  public var isEditionable: Bool?
  /// Placeholders, `:new` and `:old` of triggers among them.
  public var binds: [BindVariable] = []
  /// What `$IF` chose between, in order.
  public var conditionals: [ConditionalSection] = []
  /// Comments, in order.
  public var comments: [SourceRange] = []
  /// Constructs in it that few readers carry out, in the order they were read.
  public var uncommon: [UncommonSyntax] = []
  /// Where it stands.
  public var range: SourceRange

  /// The kinds of units.
  public enum Kind: Sendable {
    case anonymousBlock(Block)
    /// `CALL procedure(...)`, or a trigger's.
    case call(Expression)
    indirect case trigger(TriggerDefinition)
    /// A procedure or a function.
    indirect case subprogram(SubprogramDefinition)
    indirect case package(PackageDefinition)
    indirect case type(TypeDefinition)
    indirect case typeBody(TypeBody)
    /// `WITH FUNCTION ... SELECT ...`: a query with subprograms of its own.
    indirect case query([SubprogramDefinition], Query)
    /// CREATE LIBRARY.
    case other(AdministrativeStatement)
  }
}

/// `$IF ... $END`: one of its branches is in the tree, the others are not.
public struct ConditionalSection: Sendable, Hashable {
  /// From `$IF` to `$END`.
  public var range: SourceRange
  /// The branch that was read; nil when none was.
  public var chosen: SourceRange?
}

/// `PACKAGE name IS ... END` or `PACKAGE BODY name IS ... END`.
public struct PackageDefinition: Sendable {
  /// The package.
  public var name: ObjectName
  /// PACKAGE BODY.
  public var isBody: Bool
  /// AUTHID, ACCESSIBLE BY and the like.
  public var properties: [PhysicalClause] = []
  /// Variables, types, cursors, subprograms.
  public var declarations: [Declaration] = []
  /// BEGIN of a body: what runs once a session; its own declarations are empty.
  public var initialization: Block?
}

/// `PROCEDURE` or `FUNCTION`, by itself, in a package, a type or a block.
public struct SubprogramDefinition: Sendable {
  /// FUNCTION, or PROCEDURE.
  public var isFunction: Bool
  /// The name; the schema only for units of their own.
  public var name: ObjectName
  /// MEMBER, STATIC, CONSTRUCTOR, MAP MEMBER, ...: what a type says of its methods.
  public var memberWords: [String] = []
  /// In order.
  public var parameters: [Parameter] = []
  /// RETURN type; nil for procedures, and for constructors, which return SELF.
  public var returnType: ProgramType?
  /// DETERMINISTIC, PIPELINED, AUTHID and the like.
  public var properties: [PhysicalClause] = []
  /// What it does.
  public var body: Body
  /// Where it stands, without CREATE.
  public var range: SourceRange

  /// What a subprogram does.
  public enum Body: Sendable {
    /// A declaration: the body is elsewhere.
    case declaration
    indirect case block(Block)
    /// LANGUAGE or EXTERNAL, or AGGREGATE USING: code in another language.
    case external(PhysicalClause)
  }

  /// `name [IN | OUT | IN OUT] [NOCOPY] type [DEFAULT value]`.
  public struct Parameter: Sendable {
    /// The name.
    public var name: Identifier
    /// The direction.
    public var mode: Mode
    /// NOCOPY.
    public var isNoCopy: Bool
    /// The type.
    public var type: ProgramType
    /// DEFAULT or :=.
    public var defaultValue: Expression?
    /// Where it stands.
    public var range: SourceRange

    /// Directions; the raw value is the spelling.
    public enum Mode: String, Sendable, Hashable {
      case `in` = "IN"
      case out = "OUT"
      case inOut = "IN OUT"
    }
  }
}

/// A type of PL/SQL: SQL's own, or that of a column, a row or a variable.
public struct ProgramType: Sendable {
  /// How it's written.
  public var kind: Kind
  /// NOT NULL behind it.
  public var isNotNull = false
  /// The two bounds behind RANGE, of a subtype.
  public var bounds: [Expression] = []
  /// Where it stands.
  public var range: SourceRange

  /// The forms of types.
  public enum Kind: Sendable {
    /// `VARCHAR2(10)`, `PLS_INTEGER`, `owner.type`: names that SQL doesn't know are `userDefined`.
    case named(DataType)
    /// `table.column%TYPE`, `variable%TYPE`.
    case typeOf([Identifier])
    /// `table%ROWTYPE`, `cursor%ROWTYPE`.
    case rowTypeOf([Identifier])
  }
}

/// `CREATE TYPE name AS ...`.
public struct TypeDefinition: Sendable {
  /// The type.
  public var name: ObjectName
  /// FORCE.
  public var isForce = false
  /// AUTHID, OID and the like.
  public var properties: [PhysicalClause] = []
  /// What it is.
  public var kind: Kind

  /// Kinds of types.
  public enum Kind: Sendable {
    /// A forward declaration.
    case incomplete
    indirect case object(ObjectTypeDefinition)
    indirect case collection(CollectionType)
    /// OPAQUE and SQLJ types, kept as text.
    case other(PhysicalClause)
  }
}

/// `OBJECT (...)` or `UNDER supertype (...)`.
public struct ObjectTypeDefinition: Sendable {
  /// UNDER.
  public var supertype: ObjectName?
  /// Attributes in order.
  public var attributes: [RecordField] = []
  /// Methods in order.
  public var methods: [SubprogramDefinition] = []
  /// [NOT] FINAL, [NOT] INSTANTIABLE, [NOT] PERSISTABLE.
  public var properties: [PhysicalClause] = []
}

/// `TYPE BODY name IS ... END`.
public struct TypeBody: Sendable {
  /// The type.
  public var name: ObjectName
  /// Its methods.
  public var methods: [SubprogramDefinition] = []
}

/// A field of a record, an attribute of an object.
public struct RecordField: Sendable {
  /// The name.
  public var name: Identifier
  /// The type.
  public var type: ProgramType
  /// DEFAULT or :=.
  public var defaultValue: Expression?
}

/// `TABLE OF type [INDEX BY key]` or `VARRAY(n) OF type`.
public struct CollectionType: Sendable {
  /// VARRAY's limit; nil for tables.
  public var limit: Expression?
  /// VARRAY, or TABLE.
  public var isArray: Bool
  /// What it holds.
  public var element: ProgramType
  /// INDEX BY.
  public var indexType: ProgramType?
}
