import Testing

@testable import OracleSQL

struct TriggerParserTests {
  private func trigger(_ text: String) throws -> TriggerDefinition {
    guard case .trigger(let trigger) = try SQLParser.parseUnit(text).kind else { throw Unexpected() }
    return trigger
  }

  private func statements(_ trigger: TriggerDefinition) throws -> [ProgramStatement] {
    guard case .block(let block) = trigger.body else { throw Unexpected() }
    return block.statements
  }

  @Test func sequenceTriggers() throws {
    let trigger = try trigger(
      """
      CREATE OR REPLACE TRIGGER s.t_bi BEFORE INSERT ON s.t FOR EACH ROW WHEN (new.id IS NULL)
      BEGIN SELECT q.NEXTVAL INTO :new.id FROM dual; END;
      """)
    #expect(trigger.name.schema?.name == "S" && trigger.timing == .before && trigger.isForEachRow)
    guard case .table(let table) = trigger.target, case .insert = trigger.events[0] else { throw Unexpected() }
    #expect(table.name.name == "T" && trigger.events.count == 1)
    #expect(trigger.condition.map { SQLPrinter.print($0) } == "NEW.ID IS NULL")
    guard case .sql(.query(let query)) = try statements(trigger)[0].kind, case .select(let block) = query.first,
      let target = block.into?.targets.first
    else { throw Unexpected() }
    #expect(target.triggerColumn?.row == "NEW" && target.triggerColumn?.column.name == "ID")
    guard case .expression(let value, _, _) = block.items[0], case .sequence(let sequence, .next) = value.kind else {
      throw Unexpected()
    }
    #expect(sequence.name.name == "Q" && block.into?.isBulkCollect == false)
  }

  @Test func assignmentsAndPredicates() throws {
    let list = try statements(
      try trigger(
        """
        CREATE TRIGGER t BEFORE INSERT OR UPDATE OF a, b ON x REFERENCING NEW AS n OLD AS o FOR EACH ROW
        DECLARE v NUMBER; BEGIN
          IF inserting AND :n.id IS NULL THEN :n.id := q.NEXTVAL; ELSIF updating('A') THEN :n.d := SYSDATE;
          ELSE NULL; END IF;
        END t;
        """))
    guard case .ifThen(let branches, let otherwise) = list[0].kind else { throw Unexpected() }
    #expect(branches.count == 2 && otherwise?.count == 1)
    #expect(SQLPrinter.print(branches[0].conditions[0]) == "INSERTING AND :N.ID IS NULL")
    guard case .assignment(let target, let value) = branches[0].statements[0].kind else { throw Unexpected() }
    #expect(target.triggerColumn?.row == "N" && SQLPrinter.print(value) == "Q.NEXTVAL")
  }

  @Test func eventsAndTargets() throws {
    let update = try trigger(
      "CREATE TRIGGER t AFTER DELETE OR UPDATE OF a, b OR INSERT ON v REFERENCING OLD o PARENT AS p DISABLE CALL p(:old.a)"
    )
    guard case .update(let columns) = update.events[1], case .call(let call) = update.body else { throw Unexpected() }
    #expect(columns.map(\.name) == ["A", "B"] && update.events.count == 3 && update.isEnabled == false)
    #expect(update.referencing.old?.name == "O" && update.referencing.parent?.name == "P")
    #expect(SQLPrinter.print(call) == "P(:OLD.A)")
    let late = try trigger("CREATE TRIGGER t BEFORE UPDATE OR INSERT OF c ON x BEGIN NULL; END;")
    guard case .update(let own) = late.events[0] else { throw Unexpected() }
    #expect(own.map(\.name) == ["C"])
    #expect(try trigger("CREATE TRIGGER t INSTEAD OF INSERT ON v BEGIN NULL; END;").timing == .insteadOf)
    let system = try trigger("CREATE TRIGGER t AFTER LOGON ON DATABASE BEGIN NULL; END;")
    guard case .system("LOGON") = system.events[0], case .database = system.target else { throw Unexpected() }
    let order = try trigger("CREATE TRIGGER t BEFORE INSERT ON x FOR EACH ROW FOLLOWS a, b ENABLE BEGIN NULL; END;")
    #expect(order.clauses.map(\.keyword) == ["FOLLOWS"] && order.isEnabled == true)
  }

  @Test func compoundTriggers() throws {
    let trigger = try trigger(
      """
      CREATE TRIGGER t FOR INSERT OR UPDATE ON x COMPOUND TRIGGER
        TYPE ids IS TABLE OF NUMBER INDEX BY PLS_INTEGER; l ids;
        BEFORE STATEMENT IS BEGIN l.DELETE; END BEFORE STATEMENT;
        AFTER EACH ROW IS v NUMBER; BEGIN l(l.COUNT + 1) := :new.id; END AFTER EACH ROW;
        AFTER STATEMENT IS BEGIN FOR i IN 1 .. l.COUNT LOOP p(l(i)); END LOOP; END AFTER STATEMENT;
      END t;
      """)
    guard case .compound(let body) = trigger.body else { throw Unexpected() }
    #expect(body.declarations.count == 2 && body.sections.map(\.isForEachRow) == [false, true, false])
    #expect(body.sections.map(\.timing) == [.before, .after, .after])
    #expect(body.sections[1].block.declarations.count == 1)
  }

  @Test(arguments: [
    ("CREATE TRIGGER t INSERT ON x BEGIN NULL; END;", 905, 17),
    ("CREATE TRIGGER t BEFORE INSERT x BEGIN NULL; END;", 969, 31),
    ("CREATE TRIGGER t BEFORE INSERT ON x NULL; END;", 905, 36),
    ("CREATE TRIGGER t BEFORE INSERT ON x BEGIN END;", 905, 42),
    ("CREATE TRIGGER t BEFORE INSERT ON x BEGIN NULL END;", 933, 47),
    ("CREATE TRIGGER t BEFORE INSERT ON x BEGIN NULL;", 905, 47),
    ("CREATE TRIGGER t BEFORE INSERT ON x FOR EACH BEGIN NULL; END;", 905, 45),
  ])
  func errors(text: String, code: Int, offset: Int) {
    let error = #expect(throws: SQLSyntaxError.self) { try SQLParser.parseUnit(text) }
    #expect(error?.code == code)
    #expect(error?.offset == offset)
  }
}
