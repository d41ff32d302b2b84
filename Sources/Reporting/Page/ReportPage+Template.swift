extension ReportPage {
  static let title = "{{source}} to {{target}}: oraferry report"

  static let body = """
    <h1>Oracle <bdi>{{source}}</bdi> to PostgreSQL <bdi>{{target}}</bdi></h1>
    <p class="sub">{{#hasPlaces}}<bdi>{{sourcePlace}}</bdi> → <bdi>{{targetPlace}}</bdi> · SCN {{scn}} · {{/hasPlaces}}oraferry {{tool}}</p>
    {{#verdict}}
    <div class="verdict {{style}}"><b>{{title}}</b>{{text}}</div>
    {{/verdict}}
    {{#migration}}
    <div class="cards">
    {{#cards}}
    <div class="card"><b>{{figure}}</b>{{name}}</div>
    {{/cards}}
    </div>
    {{/migration}}
    {{#verification}}
    <h2>{{title}}</h2>
    <dl>
    <dt>compared</dt><dd>{{moment}}, in {{seconds}}, by oraferry {{tool}}</dd>
    <dt>read</dt><dd>{{scn}}; PostgreSQL in one snapshot</dd>
    <dt>what</dt><dd>{{basis}}</dd>
    {{#hasCopiedAt}}<dt>copied</dt><dd>{{copiedAt}}</dd>{{/hasCopiedAt}}
    <dt>tables</dt><dd>{{tables}}{{#isPart}} (chosen ones alone){{/isPart}}{{#hasViews}}, and {{views}} views{{/hasViews}}</dd>
    <dt>rows</dt><dd>{{sourceRows}} in Oracle, {{targetRows}} in PostgreSQL</dd>
    {{#hasDefinitions}}<dt>schema</dt><dd>{{definitions}}</dd>{{/hasDefinitions}}
    <dt>by</dt><dd>sums of 128-bit keyed hashes over every value of every row, in a canonical form that is made from Oracle's and from PostgreSQL's bytes by code that takes no part in the copy{{#hasSample}}; a random sample of {{sampledRows}} rows by the text that each database itself makes of its values{{/hasSample}}</dd>
    </dl>
    {{#hasDefinitionLines}}
    <h3>Schema</h3>
    <ul>
    {{#definitionLines}}
    <li><bdi>{{text}}</bdi></li>
    {{/definitionLines}}
    </ul>
    {{/hasDefinitionLines}}
    {{#hasDifferent}}
    {{#different}}
    <h3>{{kind}} <bdi>{{name}}</bdi>: {{sourceRows}} rows in Oracle, {{targetRows}} in PostgreSQL</h3>
    <table class="sides">
    <thead><tr><th class="column">column</th><th>Oracle</th><th>PostgreSQL</th></tr></thead>
    <tbody>
    {{#differences}}
    <tr><td colspan="3" class="row"><bdi>{{key}}</bdi>: <span class="mark bad">{{kind}}</span></td></tr>
    {{#cells}}
    <tr><td><bdi>{{column}}</bdi></td><td><bdi>{{source}}</bdi></td><td><bdi>{{target}}</bdi></td></tr>
    {{/cells}}
    {{/differences}}
    </tbody></table>
    {{#hasMore}}<p>There are more; oraferry verify --max-differences lists them.</p>{{/hasMore}}
    {{/different}}
    {{/hasDifferent}}
    {{#hasUnchecked}}
    <h3>Views that could not be compared</h3>
    <ul>
    {{#unchecked}}
    <li><bdi>{{name}}</bdi>: {{reason}}</li>
    {{/unchecked}}
    </ul>
    {{/hasUnchecked}}
    {{#hasNotes}}
    <ul>
    {{#notes}}
    <li><bdi>{{name}}</bdi>: {{text}}</li>
    {{/notes}}
    </ul>
    {{/hasNotes}}
    {{/verification}}
    {{#migration}}
    <h2>What came over</h2>
    <div class="wide"><table>
    <thead><tr><th class="name">table</th><th class="n">rows</th><th class="bar hide"></th><th class="n hide">bytes</th><th class="n hide">time</th><th class="n">left out</th><th class="n">verified</th></tr></thead>
    <tbody>
    {{#tables}}
    <tr><td class="name"><bdi>{{name}}</bdi>{{#isOtherSCN}} <code>SCN {{scn}}</code>{{/isOtherSCN}}</td><td class="n">{{rows}}</td><td class="bar hide"><svg viewBox="0 0 100 12" preserveAspectRatio="none" height="12"><rect class="rest" width="100" height="12"/><rect class="fill" width="{{bar}}" height="12"/></svg></td><td class="n hide">{{bytes}}</td><td class="n hide">{{seconds}}</td><td class="n">{{#isRejected}}<span class="mark bad">{{rejected}}</span>{{/isRejected}}{{^isRejected}}0{{/isRejected}}</td><td class="n">{{#isChecked}}<span class="mark {{style}}">{{mark}}</span>{{/isChecked}}{{^isChecked}}–{{/isChecked}}</td></tr>
    {{/tables}}
    </tbody>
    <tfoot><tr><td>all</td><td class="n">{{rows}}</td><td class="hide"></td><td class="n hide">{{bytes}}</td><td class="n hide"></td><td class="n">{{rejected}}</td><td></td></tr></tfoot>
    </table></div>
    {{#hasRejected}}<p>These rows were left out when their tables were copied, and are in the table oraferry.rejects of PostgreSQL, with the reason for each; oraferry rejects lists those that still are, and oraferry rejects retry loads them once they are mended.</p>{{/hasRejected}}
    {{#hasObjects}}
    <h3>Made behind the rows</h3>
    <p>{{#objects}}{{kind}} <b>{{count}}</b> &#160; {{/objects}}</p>
    {{/hasObjects}}
    <h2>What did not come over as it was, and why</h2>
    {{/migration}}
    {{#hasNoFindings}}<p>Nothing: everything was carried over exactly.</p>{{/hasNoFindings}}
    {{#findings}}
    <details{{#isOpen}} open="open"{{/isOpen}}>
    <summary><span class="dot {{style}}"></span>{{title}}: {{count}}</summary>
    <div class="wide"><table><tbody>
    {{#items}}
    <tr><td class="name"><bdi>{{object}}</bdi></td><td>{{reason}}<br/><span class="remedy">{{remedy}}</span></td><td class="hide"><code>{{rule}}</code></td></tr>
    {{/items}}
    </tbody></table></div>
    </details>
    {{/findings}}
    {{#migration}}
    <h2>How it went</h2>
    {{#starts}}
    <h3>{{#isOneOfMany}}{{title}}: {{/isOneOfMany}}{{begun}}, {{seconds}}{{#brokeOff}}, broken off{{/brokeOff}}</h3>
    {{#timeline}}
    <p>{{label}}; behind them come keys, indexes and statistics</p>
    <div class="wide"><svg class="chart" viewBox="0 0 {{width}} {{height}}" role="img" aria-label="{{label}}">
    {{#ticks}}<line class="grid" x1="{{x}}" x2="{{x}}" y1="0" y2="{{height}}"/><text x="{{x}}" y="{{y}}">{{text}}</text>
    {{/ticks}}
    {{#bars}}<rect class="c{{colour}}" x="{{x}}" y="{{y}}" width="{{width}}" height="{{height}}" rx="2"><title>{{title}}</title></rect>
    {{/bars}}
    </svg></div>
    {{#hasHidden}}<p>{{hidden}} pieces more are not drawn.</p>{{/hasHidden}}
    {{/timeline}}
    {{#throughput}}
    <p>rows a second, at most {{peak}}</p>
    <div class="wide"><svg class="chart" viewBox="0 0 {{width}} {{height}}" role="img" aria-label="rows a second over time, at most {{peak}}">
    {{#ticks}}<line class="grid" x1="{{x}}" x2="{{x}}" y1="0" y2="{{height}}"/><text x="{{x}}" y="{{y}}">{{text}}</text>
    {{/ticks}}
    <path class="area" d="{{path}}"/>
    </svg></div>
    {{/throughput}}
    {{/starts}}
    {{/migration}}
    <footer>Written by oraferry {{tool}}. It holds values of rows where tables differ: keep it as you keep the data.</footer>
    """
}
