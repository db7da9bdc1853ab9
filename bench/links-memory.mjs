/** In a process that loads nothing else, what the gazetteers and lists of links hold, in bytes: node --expose-gc bench/links-memory.mjs */
const resident = () => {
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().rss;
};
const bare = resident();
const { linkLexicons } = await import("../dist/src/lexicons/link-lexicons.js");
const { gazetteer, demonyms, organizations } = linkLexicons();
const loaded = resident();
const names = [...demonyms.values(), ...organizations.keys()];
for (const name of names) {
  gazetteer.places(name);
  gazetteer.brand(name);
  gazetteer.school(name);
}
process.stdout.write(`${JSON.stringify({ bare, loaded, names: names.length, used: resident() })}\n`);
