extension ReportPage {
  static let style = """
    :root { color-scheme: light dark; --good: #1f8a55; --warn: #b7791f; --bad: #c4453c; --note: #64748b;
      --line: #8884; --soft: #8881; --c0: #3b82c4; --c1: #d08a2e; --c2: #4aa37a; --c3: #a56fc0; --c4: #c8595b;
      --c5: #5b6fc7; --c6: #8a8f3a; --c7: #3aa3a8; }
    * { box-sizing: border-box; }
    body { font: 15px/1.5 system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; margin: 0 auto;
      max-width: 66rem; padding: 2rem 1rem 4rem; }
    h1 { font-size: 1.5rem; line-height: 1.25; margin: 0; } h2 { font-size: 1.1rem; margin: 2.4rem 0 .7rem; }
    h3 { font-size: 1rem; margin: 1.2rem 0 .4rem; }
    .sub { margin: .3rem 0 1.4rem; opacity: .75; overflow-wrap: anywhere; }
    .verdict { border-left: .5rem solid; border-radius: .4rem; background: var(--soft); padding: .9rem 1.1rem; }
    .verdict b { display: block; font-size: 1.5rem; line-height: 1.3; }
    .verdict.good { border-color: var(--good); } .verdict.good b { color: var(--good); }
    .verdict.warn { border-color: var(--warn); } .verdict.warn b { color: var(--warn); }
    .verdict.bad { border-color: var(--bad); } .verdict.bad b { color: var(--bad); }
    .cards { display: grid; gap: .8rem; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); margin-top: 1rem; }
    .card { border: 1px solid var(--line); border-radius: .5rem; padding: .6rem .9rem; }
    .card b { display: block; font-size: 1.3rem; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; } th { font-weight: 600; text-align: left; }
    td, th { border-bottom: 1px solid var(--line); overflow-wrap: anywhere; padding: .35rem .7rem .35rem 0;
      vertical-align: top; }
    td:last-child, th:last-child { padding-right: 0; }
    .n { font-variant-numeric: tabular-nums; overflow-wrap: normal; text-align: right; white-space: nowrap; }
    .sides { table-layout: fixed; } .sides .column { width: 22%; } .sides .row { font-weight: 600; padding-top: .9rem; }
    .chart { min-width: 34rem; }
    .name { min-width: 9rem; } .bar { min-width: 6rem; width: 22%; }
    tfoot td { border-bottom: 0; font-weight: 600; }
    .mark { font-weight: 600; white-space: nowrap; } .mark.good { color: var(--good); } .mark.bad { color: var(--bad); }
    dl { display: grid; gap: .2rem 1.2rem; grid-template-columns: max-content 1fr; margin: 0; }
    dt { opacity: .75; } dd { margin: 0; overflow-wrap: anywhere; }
    details { border: 1px solid var(--line); border-radius: .5rem; margin: .8rem 0; padding: .5rem .9rem; }
    summary { cursor: pointer; font-weight: 600; } .remedy { opacity: .8; } code { font-size: .85em; opacity: .8; }
    .dot { border-radius: 50%; display: inline-block; height: .7rem; margin-right: .4rem; width: .7rem; }
    .dot.bad { background: var(--bad); } .dot.warn { background: var(--warn); } .dot.note { background: var(--note); }
    svg { display: block; height: auto; overflow: visible; width: 100%; }
    svg text { fill: currentColor; font: 11px system-ui, "DejaVu Sans", sans-serif; opacity: .7; }
    svg .grid { stroke: currentColor; stroke-opacity: .15; } svg .area { fill: var(--c0); fill-opacity: .55; }
    .fill { fill: var(--c0); } .rest { fill: var(--soft); }
    .c0 { fill: var(--c0); } .c1 { fill: var(--c1); } .c2 { fill: var(--c2); } .c3 { fill: var(--c3); }
    .c4 { fill: var(--c4); } .c5 { fill: var(--c5); } .c6 { fill: var(--c6); } .c7 { fill: var(--c7); }
    footer { border-top: 1px solid var(--line); margin-top: 3rem; opacity: .7; padding-top: .8rem; }
    @media (max-width: 40rem) { .hide { display: none; } .cards { grid-template-columns: repeat(2, 1fr); }
      dl { grid-template-columns: 1fr; } dd { margin-bottom: .4rem; } .name { min-width: 6rem; } }
    @media print { body { font-size: 11px; max-width: none; padding: 0; } details { break-inside: avoid; }
      .card, .verdict, svg, tr { break-inside: avoid; } }

    """

  static let template = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{{{styleHash}}}'; base-uri 'none'; form-action 'none'"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="referrer" content="no-referrer"/>
    <title>{{source}} to {{target}}: oraferry report</title>
    <style>{{{style}}}</style>
    </head>
    <body>
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
    <dt>by</dt><dd>sums of 128-bit keyed hashes over every value of every row, in a canonical form that is made from Oracle's and from PostgreSQL's bytes by code that takes no part in the copy</dd>
    </dl>
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
    </body>
    </html>

    """
}
