extension StatisticsPage {
  static let title = "{{source}} and {{target}}: oraferry statistics"

  static let body = """
    <h1>Oracle <bdi>{{source}}</bdi> and PostgreSQL <bdi>{{target}}</bdi> in numbers</h1>
    <p class="sub"><bdi>{{sourcePlace}}</bdi> and <bdi>{{targetPlace}}</bdi> · {{moment}} · oraferry {{tool}}</p>
    {{#verdict}}
    <div class="verdict {{style}}"><b>{{title}}</b>{{text}}</div>
    {{/verdict}}
    <div class="cards">
    {{#cards}}
    <div class="card"><b>{{figure}}</b>{{name}}</div>
    {{/cards}}
    </div>
    {{#hasDifferences}}
    <h2>Where they differ</h2>
    <table class="rows">
    <thead><tr><th class="name">table</th><th>figure</th><th class="n">Oracle</th><th class="n">PostgreSQL</th></tr></thead>
    <tbody>
    {{#differences}}
    <tr><td class="name"><bdi>{{table}}</bdi></td><td>{{figure}}</td><td class="figure"><bdi class="mark bad">{{source}}</bdi></td><td class="figure"><bdi class="mark bad">{{target}}</bdi></td></tr>
    {{/differences}}
    </tbody></table>
    {{/hasDifferences}}
    {{#hasTables}}
    <h2>Rows</h2>
    <p><span class="dot c0"></span>Oracle &#160; <span class="dot c1"></span>PostgreSQL</p>
    <table class="rows">
    <thead><tr><th class="name">table</th><th class="bar"></th><th class="n">Oracle</th><th class="n">PostgreSQL</th><th class="n">result</th></tr></thead>
    <tbody>
    {{#tables}}
    <tr><td class="name"><bdi>{{name}}</bdi></td><td class="bar"><svg class="bars" viewBox="0 0 100 14" preserveAspectRatio="none" role="img" aria-label="{{label}}"><rect class="rest" width="100" height="6"/><rect class="c0" width="{{sourceWidth}}" height="6"/><rect class="rest" y="8" width="100" height="6"/><rect class="c1" y="8" width="{{targetWidth}}" height="6"/></svg></td><td class="n">{{source}}</td><td class="n">{{target}}</td><td class="n"><span class="mark {{style}}">{{mark}}</span></td></tr>
    {{/tables}}
    </tbody>
    <tfoot><tr><td class="name">all</td><td class="bar"></td><td class="n">{{sourceRows}}</td><td class="n">{{targetRows}}</td><td class="n"></td></tr></tfoot>
    </table>
    <h2>All other figures</h2>
    <p>One number where both models agree. Where they do not: <span class="mark bad">Oracle’s ≠ PostgreSQL’s</span>. Bytes on disk are not compared.</p>
    <div class="wide"><table class="figures">
    <thead><tr><th class="name">table</th>{{#headings}}<th class="{{style}}">{{name}}</th>{{/headings}}<th class="n">bytes, Oracle</th><th class="n">bytes, PostgreSQL</th></tr></thead>
    <tbody>
    {{#figures}}
    <tr><td class="name"><bdi>{{name}}</bdi>{{#isAlone}}<br/><span class="mark bad">{{only}}</span>{{/isAlone}}</td>{{#cells}}<td class="{{style}}"><bdi{{#differs}} class="mark bad"{{/differs}}>{{text}}</bdi></td>{{/cells}}<td class="n">{{sourceBytes}}</td><td class="n">{{targetBytes}}</td></tr>
    {{/figures}}
    </tbody>
    <tfoot><tr><td class="name">all</td>{{#totals}}<td class="{{style}}"><span{{#differs}} class="mark bad"{{/differs}}>{{text}}</span></td>{{/totals}}<td class="n">{{sourceBytes}}</td><td class="n">{{targetBytes}}</td></tr></tfoot>
    </table></div>
    {{/hasTables}}
    <footer>Written by oraferry {{tool}}. The numbers stand in output/csv/oracle_stat.csv and postgres_stat.csv, too.</footer>
    """
}
