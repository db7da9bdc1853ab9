import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { rulesOnly } from "../../../pipelines/rules-only.js";

const SEEDS = fileURLToPath(new URL("../../../../shared/seeds/", import.meta.url));
const FACTS: readonly [person: string, role: string][] = [
  ["Donald Trump", "U.S. President"],
  ["Kim Jong-un", "North Korean leader"],
  ["Shigeru Ishiba", "Japanese Prime Minister"],
  ["Yoon Suk Yeol", "now-impeached President"],
  ["Joe Biden", "former President"],
  ["Fumio Kishida", "then Japanese Prime Minister"],
  ["Andrew Yeo", "the SK-Korea Foundation chair at the Brookings Institution"],
];
const ORGANIZATIONS = ["Axios", "Fox News", "Brookings Institution", "State Department", "National Security Council"];

describe.skipIf(!existsSync(SEEDS))(
  "the two articles of ../shared/seeds (skipped where the folder is missing)",
  async () => {
    const files = existsSync(SEEDS) ? await Promise.all(readdirSync(SEEDS).sort().map(read)) : [];
    const all = files.flatMap((file) => file.entities);

    test.each(FACTS)("%s, %s", (name, role) => {
      const persons = all.filter((entity) => entity.type === "person" && entity.name === name);
      expect(persons.length).toBeGreaterThan(0);
      expect(persons.flatMap((person) => person.roles)).toContain(role);
    });

    test.each(ORGANIZATIONS)("%s", (name) => {
      expect(all.filter((entity) => entity.name === name).map((entity) => entity.type)).toContain("organization");
    });

    test("NSC is the council", () => {
      expect(all.find((entity) => entity.name === "National Security Council")?.aliases).toEqual(["NSC"]);
    });

    test("‘he’ is the nameless official where the official speaks", () => {
      const file = files[0]!;
      const speakers = file.quotes
        .filter((quote) => quote.source.some((span) => span.text === "he"))
        .map((quote) => quote.speaker.status === "resolved" && quote.speaker.entity);
      expect(speakers.length).toBeGreaterThanOrEqual(2);
      const official = file.entities.find(
        (entity) => entity.anonymous && entity.name.includes("administration official"),
      );
      expect(new Set(speakers)).toEqual(new Set([official?.id]));
    });

    test("nameless officials stay apart", () => {
      const nameless = files[1]!.entities.filter((entity) => entity.anonymous).map((entity) => entity.name);
      expect(nameless).toEqual(
        expect.arrayContaining([
          "former Trump administration official",
          "former senior Trump administration official",
          "source",
          "former U.S. official",
        ]),
      );
    });
  },
);

async function read(name: string) {
  const reader = await rulesOnly();
  return reader.read({ id: name, text: readFileSync(`${SEEDS}${name}`, "utf8") });
}
