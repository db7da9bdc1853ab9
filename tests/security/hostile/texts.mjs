/** Texts built to be slow or to break rules: a pattern over and over, as much of it as is asked for. */

/** What is repeated, by name. Each was chosen for a rule that reads such text. */
const REPEATED = {
  "one-letter": "a",
  "one-capital": "A",
  "one-digit": "7",
  spaces: " ",
  tabs: "\t",
  "line-feeds": "\n",
  "carriage-returns": "\r",
  "line-separators": "\u2028",
  "no-break-spaces": "\u00a0",
  "zero-width": "\u200b",
  "soft-hyphens": "so\u00adft ",
  hyphens: "-",
  dashes: "— ",
  dots: ".",
  ellipses: "… ",
  commas: ", ",
  apostrophes: "'",
  "straight-marks": '"',
  "opening-marks": "“",
  "closing-marks": "”",
  "mixed-marks": "“‘«„\"'",
  "marks-and-letters": "“a” ",
  "nested-marks": "“He said ‘she said “no”’” ",
  parentheses: "(",
  "both-parentheses": "()",
  brackets: "[[",
  braces: "{}",
  angles: "<",
  entities: "&amp;",
  slashes: "/",
  backslashes: "\\",
  ats: "@a ",
  hashes: "#a ",
  initials: "A. ",
  "initials-joined": "A.B.",
  abbreviations: "U.S. ",
  titles: "Mr. ",
  "titles-and-names": "President Sir Dr. Anna ",
  names: "Anna Berg ",
  "names-and-commas": "Anna Berg, ",
  "names-and-and": "Anna and Berg and ",
  "hyphenated-names": "Anna-Berg-",
  "apostrophe-names": "O’O’",
  "name-particles": "van der von de la ",
  "of-the": "Ministry of the ",
  "acronyms-in-parentheses": "(NATO) ",
  capitals: "THE ",
  "title-case": "The ",
  "mixed-case": "aB",
  said: "said ",
  "he-said": "he said ",
  "said-that": "said that he said that ",
  "according-to": "according to ",
  "told-by": "told by reporters told by ",
  "not-not": "not never no ",
  "if-if": "if when unless ",
  who: "who said who said ",
  "quote-said": "“a,” he said. ",
  "quote-no-end": "“a he said. ",
  "questions-and-answers": "Q: a?\nA: b.\n",
  bylines: "By Anna Berg, Jo Roe and ",
  datelines: "LIMA, June 3 (AP) — ",
  agencies: "(AP) — ",
  captions: "Photo: Anna Berg/AP\n",
  bullets: "• a\n",
  "numbered-lines": "1. a\n",
  months: "January ",
  weekdays: "Monday, ",
  "month-days": "May 1, ",
  "relative-days": "the day before the day after ",
  "next-last": "next last ",
  "iso-dates": "2025-02-07",
  "iso-parts": "2025-",
  times: "10:10:",
  "half-times": "at 10 p.m. to ",
  decades: "the mid-1990s ",
  ordinals: "the 1st of the ",
  quarters: "first quarter of ",
  "number-words": "one hundred and ",
  millions: "million billion ",
  "grouped-digits": "1,000,",
  decimals: "1.",
  money: "$1 ",
  "money-joined": "$1.0",
  percents: "1% ",
  fractions: "1/2/",
  links: "http://a.a/a?a=a&",
  "bare-domains": "a.a.a.",
  mails: "a@a.",
  "combining-marks": "e\u0301\u0323\u0327",
  "bare-combining": "\u0301",
  "right-to-left": "\u202e",
  isolates: "\u2066\u2069",
  hebrew: "שלום ",
  arabic: "قال ",
  chinese: "他说，",
  "full-width": "ＡＢＣ　",
  emoji: "👩🏽‍🚀",
  "joined-emoji": "👩‍",
  flags: "🇩🇪",
  "private-use": "\ue000",
  "not-characters": "\uffff",
  "escape-codes": "\u001b[31m",
  "byte-order-marks": "\ufeff",
  "markup-in-text": "<b>“a”</b> ",
  "script-in-text": "<script>alert(1)</script> ",
};

/** Texts that are not one thing repeated. */
const ODD = {
  "marks-opened-then-closed": (size) => `${"“".repeat(size / 2)}a${"”".repeat(size / 2)}`,
  "parentheses-opened-then-closed": (size) => `${"(".repeat(size / 2)}a${")".repeat(size / 2)}`,
  "ends-in-a-label": () => "The council met on Monday.\n\nA",
  "label-alone": () => "Q",
  "almost-a-date": (size) => `${"1".repeat(size)} May`,
  "one-word-then-said": (size) => `${"x".repeat(size)} said.`,
  "one-sentence": (size) => `The mayor ${"who knew the judge ".repeat(size / 19)}said no.`,
  "many-sentences": (size) => "No. Yes. ".repeat(size / 9),
  "many-entities": (size) => Array.from({ length: size / 12 }, (_, n) => `Ana B${letters(n)} met`).join(" "),
  "many-surnames": (size) => Array.from({ length: size / 12 }, (_, n) => `${letters(n)} Berg said.`).join(" "),
  "many-pronouns": (size) => `Anna Berg spoke. ${"She saw her. ".repeat(size / 13)}`,
  "many-quotes-one-speaker": (size) => `${"“We saw it.” ".repeat(size / 13)}said Anna Berg.`,
  "paragraphs-each-opened": (size) => "“It goes on\n\n".repeat(size / 13),
  "same-paragraph": (size) => "The council met on Monday.\n\n".repeat(size / 28),
};

/** Letters that tell a number: a name of its own for each. */
function letters(number) {
  let rest = number;
  let name = "";
  do {
    name = String.fromCharCode(97 + (rest % 26)) + name;
    rest = Math.floor(rest / 26);
  } while (rest > 0);
  return name[0].toUpperCase() + name.slice(1);
}

/**
 * Each text with a name, about `size` UTF-16 units long.
 * @param {number} size @returns {{name: string, text: string}[]}
 */
export const hostileTexts = (size) => [
  ...Object.entries(REPEATED).map(([name, part]) => ({ name, text: part.repeat(Math.ceil(size / part.length)) })),
  ...Object.entries(ODD).map(([name, make]) => ({ name, text: make(Math.floor(size)) })),
];

/** @param {number} size @returns {{path: string, content: string}[]} */
export const texts = (size) =>
  hostileTexts(size).map(({ name, text }) => ({ path: `texts/${name}.txt`, content: text }));
