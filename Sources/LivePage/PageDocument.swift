import Reporting

/// The page's three files: they are the same for every migration, and what is shown comes by the script.
enum PageDocument {
  static let html = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="referrer" content="no-referrer"/>
    <title>oraferry</title>
    <link rel="stylesheet" href="page.css"/>
    <script src="page.js" defer="defer"></script>
    </head>
    <body>
    <h1>Migration</h1>
    <p class="sub"><span id="source" class="text"></span> <span id="arrow" hidden="hidden">to</span>
    <span id="target" class="text"></span></p>
    <noscript><p>This page needs its script, which comes from the program that runs the migration.</p></noscript>
    <p id="lost" class="lost" role="alert" hidden="hidden"></p>
    <div id="verdict" class="verdict" role="status"><b id="headline">Connecting</b> <span id="problem" class="text"></span>
    <ul id="summary" class="summary"></ul>
    <p id="report" hidden="hidden">Report: <code id="report-path" class="text"></code></p>
    <div id="cancelling" class="actions" hidden="hidden">
    <button id="cancel" type="button">Cancel the migration</button>
    <span id="sure" hidden="hidden">What is committed stays, and the next start goes on with it.
    <button id="yes" type="button" class="bad">Yes, cancel</button>
    <button id="no" type="button">No</button></span></div>
    <p id="advice" class="text" hidden="hidden"></p></div>
    <div id="overall" hidden="hidden">
    <progress id="bar" aria-label="Rows copied"></progress>
    <div class="cards">
    <div class="card"><b id="rows"></b><span id="rows-of">rows</span></div>
    <div class="card"><b id="rate"></b><span id="bytes-rate">rows a second</span></div>
    <div class="card"><b id="left"></b>left, about</div>
    <div class="card"><b id="elapsed"></b><span id="elapsed-of">so far</span></div>
    <div class="card"><b id="tables-done"></b>tables</div>
    <div class="card"><b id="rejected"></b>rows left out</div>
    </div></div>
    <section id="phases-part" hidden="hidden"><h2>Phases</h2><ol id="phases" class="phases"></ol></section>
    <section id="workers-part" hidden="hidden"><h2>Sessions</h2><div class="wide"><table class="workers">
    <thead><tr><th class="n">No.</th><th>copies</th><th class="n">for</th></tr></thead>
    <tbody id="workers"></tbody></table></div></section>
    <section id="tables-part" hidden="hidden"><h2>Tables</h2><div class="wide"><table class="rows">
    <thead><tr><th class="name">Table</th><th class="bar">Progress</th><th class="n">Rows</th><th class="n">Rows/s</th>
    <th class="n">Time</th><th class="n">Left out</th></tr></thead>
    <tbody id="tables"></tbody></table></div><p id="omitted" hidden="hidden"></p></section>
    <section id="log-part" hidden="hidden"><h2>Log</h2><pre id="log" class="log" tabindex="0"></pre></section>
    <footer>No value of any row is shown here. The address of this page is a secret of this machine.</footer>
    </body>
    </html>

    """

  /// The reports' style, and what only this page has.
  static let style =
    HTMLPage.style + """
      [hidden] { display: none !important; }
      .text { overflow-wrap: anywhere; unicode-bidi: isolate; white-space: pre-wrap; }
      .verdict.note { border-color: var(--c0); } .verdict.note b { color: var(--c0); }
      .lost { border: 1px solid var(--bad); border-radius: .4rem; color: var(--bad); font-weight: 600;
        padding: .5rem .9rem; }
      .stale > :not(#lost) { opacity: .55; }
      .summary { margin: .4rem 0 0; padding-left: 1.1rem; } .summary:empty { display: none; }
      .summary li { overflow-wrap: anywhere; unicode-bidi: isolate; }
      .verdict p { margin: .5rem 0 0; } .actions { margin-top: .7rem; }
      button { background: var(--soft); border: 1px solid var(--line); border-radius: .4rem; color: inherit;
        cursor: pointer; font: inherit; margin: .2rem .3rem .2rem 0; padding: .35rem .9rem; }
      button:hover { border-color: currentColor; } button.bad { background: var(--bad); color: Canvas; }
      progress { accent-color: var(--c0); appearance: none; background: var(--soft); border: 0; border-radius: .3rem;
        display: block; height: .7rem; overflow: hidden; width: 100%; }
      progress::-webkit-progress-bar { background: var(--soft); }
      progress::-webkit-progress-value { background: var(--c0); } progress::-moz-progress-bar { background: var(--c0); }
      progress.done::-webkit-progress-value { background: var(--good); }
      progress.done::-moz-progress-bar { background: var(--good); }
      #overall { margin-top: 1.2rem; } #bar { height: 1rem; }
      #overall .cards { grid-template-columns: repeat(3, minmax(0, 1fr)); } .card b { overflow-wrap: anywhere;
        white-space: normal; }
      #tables .of { white-space: normal; }
      .phases { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; margin: 0; padding: 0; }
      .phases li { border: 1px solid var(--line); border-radius: 1rem; padding: .2rem .8rem; }
      .phases .waiting { opacity: .6; } .phases .running { border-color: var(--c0); font-weight: 600; }
      .phases .done { border-color: var(--good); color: var(--good); }
      .workers { width: auto; } .workers td, .workers th { padding-right: 1.4rem; }
      td.bar progress { margin-top: .45rem; }
      .waiting td { opacity: .65; } .left-out { color: var(--bad); font-weight: 600; }
      .log { background: var(--soft); border-radius: .4rem; font-size: .85em; margin: 0; max-height: 22rem;
        overflow: auto; overflow-wrap: anywhere; padding: .7rem .9rem; unicode-bidi: plaintext; white-space: pre-wrap; }
      @media (max-width: 40rem) { #overall .cards { grid-template-columns: repeat(2, minmax(0, 1fr)); }
        .rows td:empty { display: none; } #tables .of { grid-column: 1 / -1; } .rows thead { display: none; } .rows td[data-label]::before { content: attr(data-label);
        display: block; font-size: .75em; opacity: .65; } .rows td { text-align: left; } }
      @media print { .actions { display: none; } .log { max-height: none; } }

      """
}
