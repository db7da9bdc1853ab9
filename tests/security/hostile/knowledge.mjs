/** Knowledge files that no run of Copydesk wrote, for `validate`, `show` and `corpus`. */

const SPAN = { start: 0, end: 3, text: "Ana" };

/** @param {object} good a valid knowledge file @returns {{path: string, content: string}[]} */
export function knowledge(good) {
  const changed = (change) => {
    const file = structuredClone(good);
    change(file);
    return JSON.stringify(file);
  };
  const files = {
    "span-negative": changed((file) => Object.assign(file.mentions[0], { start: -1 })),
    "span-backward": changed((file) => Object.assign(file.mentions[0], { start: 9, end: 2 })),
    "span-enormous": changed((file) => Object.assign(file.mentions[0], { end: 1e300 })),
    "span-part": changed((file) => Object.assign(file.mentions[0], { start: 0.5 })),
    "text-other": changed((file) => Object.assign(file.article, { text: "Other." })),
    "text-huge": changed((file) => Object.assign(file.article, { text: "a".repeat(2_000_000) })),
    "id-parent": changed((file) => Object.assign(file.article, { id: "../../etc/x" })),
    markup: changed((file) => Object.assign(file.entities[0], { name: "</script><script>alert(1)</script>" })),
    escapes: changed((file) => Object.assign(file.article, { title: "\u001b]0;owned\u0007\u001b[2J" })),
    "entity-missing": changed((file) => Object.assign(file.mentions[0], { entity: "none" })),
    "entity-proto": changed((file) => Object.assign(file.mentions[0], { entity: "__proto__" })),
    "id-twice": changed((file) => file.entities.push(...file.entities)),
    "many-spans": changed((file) => file.mentions.push(...Array(20_000).fill({ ...file.mentions[0], ...SPAN }))),
    "via-itself": changed((file) => {
      for (const quote of file.quotes) quote.via = quote.id;
    }),
    "lists-as-objects": changed((file) => Object.assign(file, { mentions: { 0: 1 }, quotes: null })),
    "version-other": changed((file) => Object.assign(file, { schemaVersion: "999.0.0" })),
    "version-only": '{"schemaVersion":"1.1.0"}',
    "version-list": '{"schemaVersion":[[[]]],"article":7}',
    proto: `{"schemaVersion":"1.1.0","__proto__":{"polluted":true},"article":{"__proto__":{"id":"x"}}}`,
    deep: `{"schemaVersion":"1.1.0","article":${"[".repeat(50_000)}${"]".repeat(50_000)}}`,
    cut: changed(() => undefined).slice(0, 200),
    empty: "",
    null: "null",
  };
  return Object.entries(files).map(([name, content]) => ({ path: `knowledge/${name}.knowledge.json`, content }));
}
