/**
 * Colours, and how marks in an article look. Kinds differ by the line under them and by a letter, so that nothing hangs on
 * colour; switches with the ids `show-people`, `show-organizations` … work without script.
 */
export const MARK_STYLE = `:root { color-scheme: light dark; --paper: #fff; --ink: #1a1a1a; --soft: #595959; --rule: #d9d9d9; --wash: #f6f5f2;
  --person: #0b57a4; --organization: #8a2a6b; --place: #1b6e3c; --other: #7a5200; --time: #b3400a; --quote: #fff3c9;
  --on: #ffe08a; }
@media (prefers-color-scheme: dark) { :root { --paper: #16181c; --ink: #e8e6e1; --soft: #a9a9a4; --rule: #3a3d44;
  --wash: #1e2127; --person: #7fb7f5; --organization: #e39ac9; --place: #7fd0a0; --other: #e0b860; --time: #ffa477;
  --quote: #3a3420; --on: #66561c; } }
.mention, .time { border-radius: 2px; text-decoration-line: underline !important; text-decoration-thickness: 2px !important;
  text-underline-offset: 3px; text-decoration-skip-ink: none; }
.person { --tint: var(--person); text-decoration-style: solid !important; }
.organization { --tint: var(--organization); text-decoration-style: double !important; text-decoration-thickness: 1px !important; }
.place { --tint: var(--place); text-decoration-style: dotted !important; }
.other { --tint: var(--other); text-decoration-style: dashed !important; }
.time { --tint: var(--time); text-decoration-style: wavy !important; text-decoration-thickness: 1px !important; }
.mention, .time { text-decoration-color: var(--tint) !important; }
.nominal, .pronoun { text-decoration-thickness: 1px !important; }
.letter { white-space: nowrap; }
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
`;
