import Conversion
import Model
import Reporting

/// The assessment as one HTML page that needs nothing else.
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
    try HTMLTemplate.render(Self.template, values)
  }

  private var values: [String: Any] {
    let totals = assessment.totals
    return [
      "source": assessment.source, "version": String(assessment.postgresVersion),
      "owners": assessment.owners.joined(separator: ", "), "total": String(totals.total),
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
    let whole = Double(max(kind.total, 1))
    func width(_ count: Int) -> String { String((Double(count) / whole * 1000).rounded() / 10) }
    return [
      "name": KindNames.name(kind.kind, count: 2), "total": String(kind.total), "exact": String(kind.exact),
      "lossy": String(kind.lossy), "left": String(kind.notConverted), "exactWidth": width(kind.exact),
      "lossyWidth": width(kind.lossy), "leftWidth": width(kind.notConverted),
    ]
  }

  private var groups: [[String: Any]] {
    let titles: [(FindingRecord.Severity, String, String)] = [
      (.notConverted, "Left out", "left"), (.lossy, "Behaves differently", "lossy"),
      (.info, "Same in another form", "info"),
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

  private static let template = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Assessment of {{source}}</title>
    <style>
    :root { color-scheme: light dark; --ok: #2f8f5b; --lossy: #d59a1a; --left: #c4453c; --line: #8884; --soft: #8881; }
    body { font: 15px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 62rem; padding: 2rem 1rem 4rem; }
    h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.1rem; margin: 2.2rem 0 .6rem; }
    .sub { opacity: .75; margin: .2rem 0 1.4rem; overflow-wrap: anywhere; }
    .cards { display: flex; flex-wrap: wrap; gap: .8rem; }
    .card { border: 1px solid var(--line); border-radius: .5rem; flex: 1 1 8rem; padding: .7rem .9rem; }
    .card b { display: block; font-size: 1.4rem; font-variant-numeric: tabular-nums; }
    table { border-collapse: collapse; width: 100%; } th { font-weight: 600; text-align: left; }
    td, th { border-bottom: 1px solid var(--line); padding: .35rem .6rem .35rem 0; vertical-align: top; }
    td.n, th.n { font-variant-numeric: tabular-nums; text-align: right; white-space: nowrap; }
    .bar { background: var(--soft); border-radius: 3px; display: flex; height: .8rem; min-width: 9rem; overflow: hidden; }
    .bar i { display: block; } .exact { background: var(--ok); } .lossy { background: var(--lossy); }
    .left { background: var(--left); } .info { background: #7a8aa0; }
    .dot { border-radius: 50%; display: inline-block; height: .7rem; margin-right: .4rem; width: .7rem; }
    details { border: 1px solid var(--line); border-radius: .5rem; margin: .8rem 0; padding: .5rem .9rem; }
    summary { cursor: pointer; font-weight: 600; } .remedy { opacity: .8; } code { font-size: .85em; opacity: .8; }
    td { overflow-wrap: anywhere; }
    </style>
    </head>
    <body>
    <h1>Oracle to PostgreSQL {{version}}: assessment</h1>
    <p class="sub">{{source}}{{#owners}} · {{owners}}{{/owners}}</p>
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
    <p><span class="dot exact"></span>exact <span class="dot lossy"></span>behaves differently
    <span class="dot left"></span>left out</p>
    <table>
    <tr><th>kind</th><th></th><th class="n">objects</th><th class="n">exact</th><th class="n">differs</th><th class="n">left out</th></tr>
    {{#kinds}}
    <tr><td>{{name}}</td><td><div class="bar"><i class="exact" style="width:{{exactWidth}}%"></i><i class="lossy" style="width:{{lossyWidth}}%"></i><i class="left" style="width:{{leftWidth}}%"></i></div></td><td class="n">{{total}}</td><td class="n">{{exact}}</td><td class="n">{{lossy}}</td><td class="n">{{left}}</td></tr>
    {{/kinds}}
    </table>
    <h2>Effort</h2>
    <table>
    {{#items}}
    <tr><td>{{work}}</td><td class="n">{{hours}} h</td></tr>
    {{/items}}
    </table>
    <p>The estimate assumes:</p>
    <ul>
    {{#assumptions}}
    <li>{{.}}</li>
    {{/assumptions}}
    </ul>
    <h2>Findings</h2>
    {{#groups}}
    <details{{#isOpen}} open{{/isOpen}}>
    <summary><span class="dot {{style}}"></span>{{title}}: {{count}}</summary>
    <table>
    {{#records}}
    <tr><td>{{object}}<br><code>{{place}}</code></td><td>{{message}}<br><span class="remedy">{{remedy}}</span></td><td><code>{{rule}}</code></td></tr>
    {{/records}}
    </table>
    </details>
    {{/groups}}
    {{^groups}}
    <p>None: everything is converted exactly.</p>
    {{/groups}}
    </body>
    </html>

    """
}
