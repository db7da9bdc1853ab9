/** What the page of a comparison adds to the style of all pages. Nothing hangs on colour: lost, gained and changed are words too. */
export const DIFF_STYLE = `
main { display: block; padding: 0 2rem 3rem; max-width: 76rem; }
.totals { display: block; overflow-x: auto; width: auto; font: .84rem/1.5 system-ui, "Segoe UI", Helvetica, Arial, sans-serif; margin: 1.2rem 0; }
.totals th { color: var(--soft); } .totals tbody th { color: var(--ink); }
.totals td.figure, .totals th.figure { text-align: right; font-variant-numeric: tabular-nums; }
.totals tr { border-bottom: 1px solid var(--rule); }
.verdict { font-weight: 600; } .verdict.over { color: var(--lost); }
:root { --lost: #a11b1b; --gained: #1b6e3c; --changed: #7a5200; --del: #fbe3e0; --ins: #ddf1e2; }
@media (prefers-color-scheme: dark) { :root { --lost: #ff9a8f; --gained: #7fd0a0; --changed: #e0b860; --del: #4a2422; --ins: #1f3d2a; } }
section { border-top: 1px solid var(--rule); padding: .4rem 0 1.2rem; }
section > h2 { font-size: 1rem; text-transform: none; letter-spacing: 0; color: var(--ink); border: 0; margin: .8rem 0 0; }
section > .meta { margin: 0 0 .4rem; }
section ol { list-style: none; margin: 0; padding: 0; }
.change { padding: .45rem 0 .45rem .8rem; border-left: 3px solid var(--rule); margin: .4rem 0; }
.change.lost { border-color: var(--lost); border-left-style: dashed; } .change.gained { border-color: var(--gained); }
.change.changed, .change.merged, .change.split { border-color: var(--changed); border-left-style: double; }
h3 { font: 600 .74rem/1.4 system-ui, "Segoe UI", Helvetica, Arial, sans-serif; margin: 0; letter-spacing: .02em; }
.lost > h3 { color: var(--lost); } .gained > h3 { color: var(--gained); }
.changed > h3, .merged > h3, .split > h3 { color: var(--changed); }
.label { margin: 0; font-size: .95rem; line-height: 1.45; overflow-wrap: anywhere; }
dl { margin: .2rem 0 0; display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .1rem .8rem; font-size: .88rem; line-height: 1.45; }
dt { color: var(--soft); font-family: system-ui, "Segoe UI", Helvetica, Arial, sans-serif; font-size: .8rem; }
dd { margin: 0; overflow-wrap: anywhere; }
del { background: var(--del); text-decoration-thickness: 1px; } ins { background: var(--ins); text-decoration: none;
  border-bottom: 1px solid var(--gained); }
.none { color: var(--soft); font-style: italic; }
.excerpt { margin: .25rem 0 0; color: var(--soft); font-size: .82rem; line-height: 1.45; overflow-wrap: anywhere; }
mark { background: var(--quote); color: var(--ink); }
.failures { font-size: .85rem; overflow-wrap: anywhere; }
@media (max-width: 56rem) { main { padding: 0 1.2rem 2rem; } dl { display: block; } }
.layers + .layers { margin-top: .4rem; }
@media (max-width: 40rem) { .totals tr { display: grid; grid-template-columns: 5rem repeat(5, minmax(0, 1fr)); }
  .totals thead { font-size: .78rem; } .totals td, .totals th { padding-left: 0; padding-right: .3rem; }
  .totals td:last-child { grid-column: 1 / -1; color: var(--soft); padding-top: 0; }
  .totals td:last-child:empty, .totals thead th:last-child { display: none; } }
@media print { .change { break-inside: avoid; } :root { --lost: #000; --gained: #000; --changed: #000; --del: #eee; --ins: #eee; } }
`;
