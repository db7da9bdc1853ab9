/** The error page's style. Classes of faults differ by a letter and a line, so that nothing hangs on colour. */
export const ERROR_STYLE = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1a1a1a; --soft: #595959; --rule: #d9d9d9; --wash: #f6f5f2;
  --mark: #e3edf8; --fault: #ffe3d6; --edge: #b3400a; --on: #ffe08a; }
@media (prefers-color-scheme: dark) { :root { --paper: #16181c; --ink: #e8e6e1; --soft: #a9a9a4; --rule: #3a3d44;
  --wash: #1e2127; --mark: #23344a; --fault: #4a2a1c; --edge: #ffa477; --on: #66561c; } }
* { box-sizing: border-box; }
html, body { height: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); display: grid; grid-template: auto minmax(0, 1fr) / 25rem minmax(0, 1fr);
  font: 15px/1.5 system-ui, "Segoe UI", Helvetica, Arial, sans-serif; }
header { grid-column: 1 / -1; padding: .8rem 1.4rem .7rem; border-bottom: 1px solid var(--rule); }
h1 { font-size: 1rem; margin: 0 0 .1rem; }
.meta { color: var(--soft); margin: 0 0 .6rem; font-size: .82rem; }
form { display: flex; flex-wrap: wrap; gap: .5rem 1.1rem; font-size: .84rem; align-items: center; }
select { font: inherit; max-width: 20rem; background: var(--paper); color: var(--ink); border: 1px solid var(--soft);
  border-radius: 4px; padding: .1rem .3rem; }
nav { overflow-y: auto; background: var(--wash); border-right: 1px solid var(--rule); padding: .6rem; }
nav ol { list-style: none; margin: 0; padding: 0; }
nav p { margin: .2rem .4rem .5rem; color: var(--soft); font-size: .82rem; }
nav button { display: block; width: 100%; text-align: left; font: inherit; font-size: .84rem; line-height: 1.4; color: inherit;
  background: none; border: 0; border-radius: 4px; padding: .35rem .5rem; cursor: pointer; overflow-wrap: anywhere; }
nav button[aria-current] { background: var(--on); }
nav .cost { float: right; margin-left: .6em; font-variant-numeric: tabular-nums; color: var(--soft); }
nav button[aria-current] .cost, nav button[aria-current] .of { color: inherit; }
nav .of { display: block; color: var(--soft); font-size: .78rem; }
.class { font-weight: 600; }
main { overflow-y: auto; padding: .8rem 1.6rem 4rem; }
h2 { font-size: .95rem; margin: 0; overflow-wrap: anywhere; }
.what { color: var(--soft); font-size: .84rem; margin: .1rem 0 .7rem; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th { text-align: left; font-size: .78rem; letter-spacing: .05em; text-transform: uppercase; color: var(--soft); position: sticky;
  top: -.8rem; background: var(--paper); padding: .4rem .6rem; border-bottom: 1px solid var(--rule); font-weight: 600; }
td { vertical-align: top; padding: .3rem .6rem .5rem; font: 16px/1.6 Georgia, "Times New Roman", serif; white-space: pre-wrap;
  overflow-wrap: break-word; unicode-bidi: isolate; }
td + td { border-left: 1px solid var(--rule); }
mark { background: var(--mark); color: inherit; border-radius: 2px; }
mark.source { text-decoration: underline double; text-underline-offset: 3px; }
mark.cue { font-style: italic; text-decoration: underline dotted; text-underline-offset: 3px; }
mark.fault { background: var(--fault); box-shadow: inset 0 -2px 0 var(--edge); }
mark.here { background: var(--on); box-shadow: inset 0 -3px 0 var(--edge); }
mark[data-letter]::after { content: "\\2060" attr(data-letter); font: 600 .58em system-ui, sans-serif; vertical-align: super;
  line-height: 0; color: var(--soft); }
mark.fault[data-letter]::after { color: inherit; }
.key { font-size: .82rem; color: var(--soft); margin: .8rem .6rem 0; }
:focus-visible { outline: 2px solid #0b57a4; outline-offset: 1px; }
@media (max-width: 60rem) { body { grid-template: auto 40vh minmax(0, 1fr) / 1fr; } }
`;
