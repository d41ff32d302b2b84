extension HTMLPage {
  /// The one style sheet of all pages, for light and dark, for phones and for paper.
  public static let style = """
    :root { color-scheme: light dark; --good: #1f8a55; --warn: #b7791f; --bad: #c4453c; --note: #64748b;
      --line: #8884; --soft: #8881; --c0: #3b82c4; --c1: #d08a2e; --c2: #4aa37a; --c3: #a56fc0; --c4: #c8595b;
      --c5: #5b6fc7; --c6: #8a8f3a; --c7: #3aa3a8; }
    @media (prefers-color-scheme: dark) { :root { --good: #3fb97c; --warn: #d6a243; --bad: #ee7268; --note: #94a3b8; } }
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
    .dot { border-radius: 50%; display: inline-block; height: .7rem; margin-right: .4rem; print-color-adjust: exact;
      width: .7rem; }
    .dot.good { background: var(--good); } .dot.c0 { background: var(--c0); } .dot.c1 { background: var(--c1); }
    .dot.bad { background: var(--bad); } .dot.warn { background: var(--warn); } .dot.note { background: var(--note); }
    svg { display: block; height: auto; overflow: visible; width: 100%; }
    svg.bars { height: .9rem; margin-top: .25rem; }
    svg text { fill: currentColor; font: 11px system-ui, "DejaVu Sans", sans-serif; opacity: .7; }
    svg .grid { stroke: currentColor; stroke-opacity: .15; } svg .area { fill: var(--c0); fill-opacity: .55; }
    .fill { fill: var(--c0); } .rest { fill: var(--soft); }
    .c0 { fill: var(--c0); } .c1 { fill: var(--c1); } .c2 { fill: var(--c2); } .c3 { fill: var(--c3); }
    .c4 { fill: var(--c4); } .c5 { fill: var(--c5); } .c6 { fill: var(--c6); } .c7 { fill: var(--c7); }
    rect.good { fill: var(--good); } rect.warn { fill: var(--warn); } rect.bad { fill: var(--bad); }
    .figure { text-align: right; } .figure .mark, .figures .mark, .rows .mark { white-space: inherit; }
    .figures { font-size: .87em; line-height: 1.4; } .figures th { white-space: normal; }
    .figures .name { background: Canvas; left: 0; position: sticky; } .figures .key { min-width: 9rem; }
    footer { border-top: 1px solid var(--line); margin-top: 3rem; opacity: .7; padding-top: .8rem; }
    @media (max-width: 40rem) { .hide { display: none; } .cards { grid-template-columns: repeat(2, 1fr); }
      dl { grid-template-columns: 1fr; } dd { margin-bottom: .4rem; } .name { min-width: 6rem; }
      .rows tr { border-bottom: 1px solid var(--line); display: grid; gap: 0 .7rem;
        grid-template-columns: repeat(3, minmax(0, 1fr)); padding: .35rem 0; }
      .rows td, .rows th { border: 0; padding: 0; } .rows .name { grid-column: 1 / -1; }
      .rows .n { white-space: normal; }
      .rows .bar { grid-column: 1 / -1; min-width: 0; order: 1; width: auto; } }
    @media print { tfoot { display: table-row-group; }
      body { font-size: 11px; max-width: none; padding: 0; } details { break-inside: avoid; }
      .card, .verdict, svg, tr { break-inside: avoid; } .wide { overflow: visible; } .figures { font-size: 8px; }
      .figures .name { min-width: 0; position: static; } td, th { padding-right: .4rem; } }

    """
}
