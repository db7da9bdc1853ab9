/** Names, links and folders that mislead. Names of 255 bytes and control characters are what Linux takes. */

const TEXT = "“We are safe,” Mayor Ana Bell said on Monday.";

const NAMES = [
  "line\nfeed.txt",
  "escape\u001b[31m.txt",
  "bell\u0007.txt",
  "tab\t.txt",
  " lead.txt",
  "-o.txt",
  "--force.txt",
  "$(touch copydesk-escaped).txt",
  "`touch copydesk-escaped`.txt",
  "a;touch copydesk-escaped.txt",
  "[a-z].txt",
  "{a,b}.txt",
  "star*.txt",
  "%2e%2e%2f.txt",
  "..txt",
  "...txt",
  "..%00.txt",
  "con.txt",
  "e\u0301.txt",
  "\u00e9.txt",
  "\u202egnp.txt",
  "back\\slash.txt",
  `${"x".repeat(251)}.txt`,
  `${"é".repeat(125)}.txt`,
  "__proto__.txt",
  "x.knowledge.json.txt",
  "UPPER.TXT",
];

/** Files, and with `link` or `folder` what else a folder can hold. @returns {object[]} */
export const folders = () => [
  ...NAMES.map((name) => ({ path: `names/${name}`, content: TEXT })),
  ...["txt", "md", "html", "json", "ndjson", "csv", "warc"].map((end) => ({ path: `empty/empty.${end}`, content: "" })),
  { path: "odd/folder.json", folder: true },
  { path: "odd/folder.txt/inside.txt", content: TEXT },
  { path: "odd/link-to-itself.txt", link: "link-to-itself.txt" },
  { path: "odd/link-to-nothing.txt", link: "nothing.txt" },
  { path: "odd/link-to-parent", link: ".." },
  { path: "odd/link-to-root.txt", link: "/" },
  { path: "odd/link-to-zeros.txt", link: "/dev/zero" },
  { path: "odd/link-to-random.json", link: "/dev/random" },
  { path: "odd/link-round-1.txt", link: "link-round-2.txt" },
  { path: "odd/link-round-2.txt", link: "link-round-1.txt" },
  { path: "odd/link-to-file.txt", link: "../empty/empty.txt" },
  { path: `odd/${"deep/".repeat(100)}deep.txt`, content: TEXT },
];
