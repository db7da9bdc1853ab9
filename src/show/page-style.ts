import { MARK_STYLE } from "./mark-style.js";

/** The page's style; paper gets both columns one after the other. */
export const PAGE_STYLE = `
${MARK_STYLE}* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.6 Georgia, "Times New Roman", serif; }
.skip { position: absolute; left: -99em; }
.skip:focus { left: 1em; top: 1em; background: var(--paper); padding: .3em .6em; z-index: 2; }
header { padding: 1rem 2rem .8rem; border-bottom: 1px solid var(--rule); }
h1 { font: 600 1rem/1.3 system-ui, "Segoe UI", Helvetica, Arial, sans-serif; margin: 0 0 .15rem; max-width: 60em; }
.meta, .layers, aside, .kind, .no, .letter::after { font-family: system-ui, "Segoe UI", Helvetica, Arial, sans-serif; }
.meta { color: var(--soft); font-size: .82rem; margin: 0 0 .7rem; }
.layers { display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; border: 0; margin: 0; padding: 0; font-size: .85rem; }
.layers legend { float: left; margin-right: 1.1rem; color: var(--soft); }
.layers label { cursor: pointer; white-space: nowrap; }
main { display: grid; grid-template-columns: minmax(0, 1fr) minmax(20rem, 27rem); gap: 0 2.2rem; padding: 0 0 0 2rem; }
article { padding: 1.2rem 0 4rem; max-width: 41em; }
aside { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding: 1rem 1.6rem 3rem; font-size: .84rem;
  line-height: 1.45; background: var(--wash); border-left: 1px solid var(--rule); }
.block { white-space: pre-wrap; overflow-wrap: break-word; margin: 0 0 .9em; unicode-bidi: isolate; }
.headline { font-size: 1.6rem; font-weight: bold; line-height: 1.25; }
.subheading { font-weight: bold; }
.deck { font-size: 1.1rem; font-style: italic; }
.byline, .dateline, .caption { font-size: .9rem; }
.caption { padding-left: .8em; border-left: 3px solid var(--rule); }
.boilerplate, .again { color: var(--soft); font-size: .8rem; }
.kind { display: block; color: var(--soft); font-size: .64rem; letter-spacing: .06em; text-transform: uppercase;
  font-style: normal; font-weight: normal; line-height: 1.5; }
article a { color: inherit; text-decoration: none; }
h2 { font-size: .78rem; letter-spacing: .05em; text-transform: uppercase; color: var(--soft); margin: 1.3rem 0 .4rem;
  border-bottom: 1px solid var(--rule); padding-bottom: .15rem; }
nav { display: flex; flex-wrap: wrap; gap: 0 .8rem; font-size: .92em; }
aside ul, aside ol { list-style: none; margin: 0; padding: 0; }
aside li { padding: .28rem .35rem; border-radius: 4px; }
aside a { color: inherit; text-underline-offset: 2px; }
aside .name { font-weight: 600; }
aside .role, aside .also, aside .about { color: var(--soft); }
aside .about { font-size: .92em; }
aside .refs a { display: inline-block; min-width: 1.1em; margin-right: .35em; text-align: center; }
blockquote { margin: .1rem 0 0; font-family: Georgia, "Times New Roman", serif; display: -webkit-box; overflow: hidden;
  -webkit-box-orient: vertical; -webkit-line-clamp: 4; }
.nobody { font-style: italic; }
table { border-collapse: collapse; width: 100%; }
td, th { text-align: left; vertical-align: top; padding: .2rem .6rem .2rem .35rem; font-weight: normal; }
td.value { font-variant-numeric: tabular-nums; }
summary { cursor: pointer; }
summary h2 { display: inline-block; border: 0; margin-bottom: 0; }
:target, .on { background: var(--on); }
:focus-visible { outline: 2px solid var(--person); outline-offset: 2px; }
[id] { scroll-margin: 5rem; }
@media (max-width: 56rem) { main { display: block; padding: 0; } article { padding: 1rem 1.2rem; }
  header { padding: 1rem 1.2rem; } aside { position: static; max-height: none; border: 0; border-top: 1px solid var(--rule); } }
@media print { :root { --paper: #fff; --ink: #000; --soft: #444; --rule: #999; --wash: #fff; --quote: #eee; --on: transparent;
  --person: #000; --organization: #000; --place: #000; --other: #000; --time: #000; }
  body { font-size: 11pt; } main { display: block; padding: 0; } .layers, .skip, .refs, nav { display: none; }
  header { padding: 0 0 .5rem; } article { max-width: none; padding-bottom: 1rem; }
  aside { position: static; max-height: none; overflow: visible; border: 0; padding: 0; }
  .quote { border: 1px solid #bbb; border-width: 1px 0; } blockquote { display: block; } li, tr { break-inside: avoid; } }
`;
