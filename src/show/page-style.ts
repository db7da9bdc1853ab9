/**
 * The page's style. Kinds differ by the line under them and by a letter, so that nothing hangs on colour; switches work
 * without script; paper gets both columns one after the other.
 */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1a1a1a; --soft: #595959; --rule: #d9d9d9; --wash: #f6f5f2;
  --person: #0b57a4; --organization: #8a2a6b; --place: #1b6e3c; --other: #7a5200; --time: #b3400a; --quote: #fff3c9;
  --on: #ffe08a; }
@media (prefers-color-scheme: dark) { :root { --paper: #16181c; --ink: #e8e6e1; --soft: #a9a9a4; --rule: #3a3d44;
  --wash: #1e2127; --person: #7fb7f5; --organization: #e39ac9; --place: #7fd0a0; --other: #e0b860; --time: #ffa477;
  --quote: #3a3420; --on: #66561c; } }
* { box-sizing: border-box; }
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
.mention, .time { border-radius: 2px; text-decoration-line: underline !important; text-decoration-thickness: 2px !important;
  text-underline-offset: 3px; text-decoration-skip-ink: none; }
.person { --tint: var(--person); text-decoration-style: solid !important; }
.organization { --tint: var(--organization); text-decoration-style: double !important; text-decoration-thickness: 1px !important; }
.place { --tint: var(--place); text-decoration-style: dotted !important; }
.other { --tint: var(--other); text-decoration-style: dashed !important; }
.time { --tint: var(--time); text-decoration-style: wavy !important; text-decoration-thickness: 1px !important; }
.mention, .time { text-decoration-color: var(--tint) !important; }
.nominal, .pronoun { text-decoration-thickness: 1px !important; }
.letter::before { content: "\\2060"; }
.letter::after { content: attr(data-letter); display: inline-block; font-size: .55em; vertical-align: super; line-height: 0;
  margin-left: .1em; color: var(--tint); text-decoration: none; }
.pronoun > .letter { display: none; }
.quote { background: var(--quote); -webkit-box-decoration-break: clone; box-decoration-break: clone; padding: .08em .1em; }
.cue { font-style: italic; }
.no { font: 600 .56em/1 system-ui, "Segoe UI", Helvetica, Arial, sans-serif; vertical-align: .55em; padding: .05em .34em;
  margin: 0 .15em; border-radius: .7em; background: var(--paper); box-shadow: 0 0 0 1px var(--rule); }
article .no { color: var(--soft); }
.claim { box-shadow: inset 0 -1px 0 var(--soft); }
.claim-no { border-radius: 0; }
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
body:has(#show-people:not(:checked)) article .person, body:has(#show-organizations:not(:checked)) article .organization,
body:has(#show-places:not(:checked)) article .place, body:has(#show-other:not(:checked)) article .other,
body:has(#show-dates:not(:checked)) article .time { text-decoration-line: none !important; }
body:has(#show-people:not(:checked)) article .person > .letter, body:has(#show-organizations:not(:checked)) article .organization > .letter,
body:has(#show-places:not(:checked)) article .place > .letter, body:has(#show-other:not(:checked)) article .other > .letter,
body:has(#show-quotations:not(:checked)) article .no:not(.claim-no), body:has(#show-claims:not(:checked)) .claim-no,
body:has(#show-dates:not(:checked)) article .time > .letter { display: none; }
body:has(#show-quotations:not(:checked)) .quote { background: none; padding: 0; }
body:has(#show-quotations:not(:checked)) .cue { font-style: inherit; }
body:has(#show-claims:not(:checked)) .claim { box-shadow: none; }
@media (max-width: 56rem) { main { display: block; padding: 0; } article { padding: 1rem 1.2rem; }
  header { padding: 1rem 1.2rem; } aside { position: static; max-height: none; border: 0; border-top: 1px solid var(--rule); } }
@media print { :root { --paper: #fff; --ink: #000; --soft: #444; --rule: #999; --wash: #fff; --quote: #eee; --on: transparent;
  --person: #000; --organization: #000; --place: #000; --other: #000; --time: #000; }
  body { font-size: 11pt; } main { display: block; padding: 0; } .layers, .skip, .refs, nav { display: none; }
  header { padding: 0 0 .5rem; } article { max-width: none; padding-bottom: 1rem; }
  aside { position: static; max-height: none; overflow: visible; border: 0; padding: 0; }
  .quote { border: 1px solid #bbb; border-width: 1px 0; } blockquote { display: block; } li, tr { break-inside: avoid; } }
`;
