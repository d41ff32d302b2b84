import Conversion
import Model
import Reporting

/// The assessment as one HTML page (`HTMLPage`).
public struct AssessmentPage {
  private let assessment: Assessment

  /// Makes a page.
  public init(_ assessment: Assessment) {
    self.assessment = assessment
  }

  /// The page; every value is escaped by the template.
  ///
  /// - Throws: the template's own faults.
  public func html() throws -> String {
    try HTMLPage.render(title: Self.title, body: Self.body, values)
  }

  private var values: [String: Any] {
    let totals = assessment.totals
    return [
      "source": assessment.source.printable, "version": String(assessment.postgresVersion),
      "owners": assessment.owners.joined(separator: ", ").printable,
      "hasOwners": !assessment.owners.allSatisfy(\.isEmpty),
      "total": String(totals.total),
      "exact": Self.percent(totals.exact, of: totals.total),
      "lossy": String(totals.lossy), "left": String(totals.notConverted),
      "low": String(assessment.effort.low), "high": String(assessment.effort.high),
      "lines": String(assessment.codeLines), "hasLines": assessment.codeLines > 0,
      "rows": assessment.rowEstimate.map(String.init) ?? "", "hasRows": assessment.rowEstimate != nil,
      "kinds": (assessment.inventory).map(Self.kind),
      "items": assessment.effort.items.map { ["work": $0.work, "hours": String($0.hours)] },
      "assumptions": assessment.effort.assumptions,
      "groups": groups,
    ]
  }

  private static func percent(_ part: Int, of whole: Int) -> String {
    // Never 100 while anything is missing.
    guard whole > 0, part < whole else { return "100 %" }
    return "\(Double(part * 1000 / whole) / 10) %"
  }

  private static func kind(_ kind: KindCount) -> [String: Any] {
    let counts = [("good", kind.exact), ("warn", kind.lossy), ("bad", kind.notConverted)]
    let whole = Double(max(kind.total, 1))
    func part(_ count: Int) -> String { String((Double(count) / whole * 1000).rounded() / 10) }
    var before = 0
    let bars = counts.map { style, count -> [String: Any] in
      defer { before += count }
      return ["style": style, "x": part(before), "width": part(count)]
    }
    let name = KindNames.name(kind.kind, count: 2)
    return [
      "name": name, "total": String(kind.total), "exact": String(kind.exact), "lossy": String(kind.lossy),
      "left": String(kind.notConverted), "bars": bars,
      "label": "\(name): \(kind.exact) exact, \(kind.lossy) behave differently, \(kind.notConverted) left out",
    ]
  }

  private var groups: [[String: Any]] {
    let titles: [(FindingRecord.Severity, String, String)] = [
      (.notConverted, "Left out", "bad"), (.lossy, "Behaves differently", "warn"),
      (.info, "Same in another form", "note"),
    ]
    return titles.compactMap { severity, title, style in
      let records = assessment.findings.filter { $0.severity == severity }
      guard !records.isEmpty else { return nil }
      return [
        "title": title, "count": String(records.count), "style": style, "isOpen": severity != .info,
        "records": records.map { record -> [String: Any] in
          [
            "object": "\(record.objectType) \(record.name)".printable, "message": record.message.printable,
            "remedy": record.remedy.printable, "rule": record.rule,
            "place": record.script.map { $0 + (record.line.map { ":\($0)" } ?? "") }?.printable ?? "",
          ]
        },
      ]
    }
  }

  private static let title = "Assessment of {{source}}"

  private static let body = """
    <h1>Oracle to PostgreSQL {{version}}: assessment</h1>
    <p class="sub"><bdi>{{source}}</bdi>{{#hasOwners}} · <bdi>{{owners}}</bdi>{{/hasOwners}}</p>
    <div class="cards">
    <div class="card"><b>{{total}}</b>objects</div>
    <div class="card"><b>{{exact}}</b>converted exactly</div>
    <div class="card"><b>{{lossy}}</b>behave differently</div>
    <div class="card"><b>{{left}}</b>left out</div>
    <div class="card"><b>{{low}}–{{high}} h</b>left for people</div>
    {{#hasLines}}<div class="card"><b>{{lines}}</b>lines of code</div>{{/hasLines}}
    {{#hasRows}}<div class="card"><b>{{rows}}</b>rows (estimate)</div>{{/hasRows}}
    </div>
    <h2>Objects</h2>
    <p><span class="dot good"></span>exact &#160; <span class="dot warn"></span>behaves differently &#160;
    <span class="dot bad"></span>left out</p>
    <table>
    <thead><tr><th>kind</th><th class="bar hide"></th><th class="n">objects</th><th class="n">exact</th><th class="n">differs</th><th class="n">left out</th></tr></thead>
    <tbody>
    {{#kinds}}
    <tr><td>{{name}}</td><td class="bar hide"><svg class="bars" viewBox="0 0 100 12" preserveAspectRatio="none" role="img" aria-label="{{label}}"><rect class="rest" width="100" height="12"/>{{#bars}}<rect class="{{style}}" x="{{x}}" width="{{width}}" height="12"/>{{/bars}}</svg></td><td class="n">{{total}}</td><td class="n">{{exact}}</td><td class="n">{{lossy}}</td><td class="n">{{left}}</td></tr>
    {{/kinds}}
    </tbody></table>
    <h2>Effort</h2>
    <table><tbody>
    {{#items}}
    <tr><td>{{work}}</td><td class="n">{{hours}} h</td></tr>
    {{/items}}
    </tbody></table>
    <p>The estimate assumes:</p>
    <ul>
    {{#assumptions}}
    <li>{{.}}</li>
    {{/assumptions}}
    </ul>
    <h2>Findings</h2>
    {{#groups}}
    <details{{#isOpen}} open="open"{{/isOpen}}>
    <summary><span class="dot {{style}}"></span>{{title}}: {{count}}</summary>
    <div class="wide"><table><tbody>
    {{#records}}
    <tr><td class="name"><bdi>{{object}}</bdi><br/><code>{{place}}</code></td><td>{{message}}<br/><span class="remedy">{{remedy}}</span></td><td class="hide"><code>{{rule}}</code></td></tr>
    {{/records}}
    </tbody></table></div>
    </details>
    {{/groups}}
    {{^groups}}
    <p>None: everything is converted exactly.</p>
    {{/groups}}
    """
}
