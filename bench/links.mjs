/**
 * Measures links against the Wikipedia identities of GUM's mentions in ../shared/corpora/coref:
 *   node bench/links.mjs [--pipeline news] [--wrong]
 * A title is tied to the gazetteer's ids by name and qualifier ('Fort Lee, New Jersey'), or by bench/link-titles.tsv where
 * that fails; a title that no gazetteer has counts as missed, and as wrong when it is linked. A named gold mention is
 * compared with the link of the file's mention of the same words, 'the' and what follows a comma left out.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { loadGazetteer } from "../dist/src/lexicons/gazetteer.js";
import { linkLexicons } from "../dist/src/lexicons/link-lexicons.js";
import { nameKey } from "../dist/src/text/name-key.js";
import { throughWorker } from "./worker.mjs";

const GENRES = ["news", "voyage", "bio", "interview"];
const { values } = parseArgs({
  options: { pipeline: { type: "string", default: "news" }, wrong: { type: "boolean", default: false } },
});
const gazetteer = loadGazetteer();
const { organizations } = linkLexicons();
const lines = (path) =>
  readFileSync(new URL(path, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
const byHand = new Map(lines("link-titles.tsv").map((line) => line.split("\t")));

const known = (place) => {
  if (place.kind !== "city")
    return { country: 8, region: 7.8, territory: 7 }[place.kind] ?? (place.country === "US" ? 7.2 : 5);
  return Math.log10(Math.max(place.population, 500)) + (place.isCapital ? 0.8 : 0) - (place.isOtherName ? 1 : 0);
};

/** `scheme:id` of a place's title, or undefined when the gazetteers have none. */
function placeOf(title) {
  if (byHand.has(title)) return byHand.get(title) || undefined;
  const [name, within] = title.replace(/ \((.*)\)$/, ", $1").split(", ");
  const inside = (place) =>
    gazetteer.divisionsNamed(within).includes(place.division) ||
    gazetteer.places(within).some(({ kind, country }) => /country|territory/.test(kind) && country === place.country);
  const [best] = gazetteer
    .places(name)
    .filter((place) => !within || inside(place))
    .sort((a, b) => known(b) - known(a));
  return best && { id: `${best.ids[0].scheme}:${best.ids[0].id}`, place: best };
}

const bare = (text) =>
  text
    .replace(/^the\s+/i, "")
    .replace(/['’]s$/, "")
    .split(/,\s|\s\(/)[0]
    .trim();
const isWide = (place) => place && (place.kind === "country" || (place.kind === "division" && place.country === "US"));

const corpora = GENRES.flatMap((genre) =>
  ["train", "dev"].flatMap((split) =>
    lines(`../../shared/corpora/coref/gum-${genre}-${split}.jsonl`).map((line) => JSON.parse(line)),
  ),
);
const files = await throughWorker(
  corpora.map(({ id, text, published }) => ({ id, text, ...(published && { published }) })),
  values.pipeline,
);
const rows = new Map();
const count = (row, linked, right, known) => {
  const sums = rows.get(row) ?? { gold: 0, known: 0, linked: 0, right: 0 };
  sums.gold += 1;
  sums.known += known ? 1 : 0;
  sums.linked += linked ? 1 : 0;
  sums.right += right ? 1 : 0;
  rows.set(row, sums);
};
for (const [index, gold] of corpora.entries()) {
  const file = files[index];
  const named = file.mentions.filter(({ form }) => form === "name");
  const entities = new Map(file.entities.map((entity) => [entity.id, entity]));
  for (const mention of gold.mentions) {
    if (!mention.named || !mention.identity) continue;
    const title = decodeURIComponent(mention.identity).replaceAll("_", " ");
    const words = bare(gold.text.slice(mention.start, mention.end));
    const same = named.find((own) => own.start < mention.end && mention.start < own.end && bare(own.text) === words);
    const links = (same && entities.get(same.entity)?.links) ?? [];
    const judge = (row, wanted) => {
      const right = wanted !== undefined && links.some(({ scheme, id }) => `${scheme}:${id}` === wanted);
      if (values.wrong && links.length > 0 && !right) {
        process.stdout.write(
          `${row}: ${gold.id} '${words}' is ${title} ${wanted ?? "-"}, linked to ${links[0].scheme}:${links[0].id} by ${links[0].by}\n`,
        );
      }
      count(row, links.length > 0, right, wanted !== undefined);
    };
    if (mention.type === "place") {
      const target = placeOf(title);
      const wanted = typeof target === "string" ? target : target?.id;
      judge("places", wanted);
      if (isWide(target?.place ?? gazetteer.places(title)[0])) judge("countries and US states", wanted);
    } else if (mention.type === "organization") {
      const candidates = organizations.get(nameKey(title.replace(/ \(.*/, ""))) ?? [];
      const brand = gazetteer.brand(title);
      const [only] = candidates;
      const country = gazetteer.places(title).find(({ kind }) => kind === "country");
      judge(
        "organizations",
        only
          ? only.wikidata
            ? `wikidata:${only.wikidata}`
            : `copydesk:${only.key}`
          : brand
            ? `wikidata:${brand.id}`
            : country
              ? `wikidata:${country.ids[0].id}`
              : undefined,
      );
    } else if (mention.type === "person") {
      const link = links[0];
      count("persons", links.length > 0, link?.name && nameKey(link.name) === nameKey(title), false);
    }
  }
}
const share = (a, b) => (b === 0 ? "-" : (a / b).toFixed(3));
process.stdout.write(
  "| identities of | mentions | in the gazetteers | linked | right | precision | recall | recall of those in the gazetteers |\n",
);
process.stdout.write("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
for (const [row, { gold, known: inside, linked, right }] of rows) {
  process.stdout.write(
    `| ${row} | ${gold} | ${inside} | ${linked} | ${right} | ${share(right, linked)} | ${share(right, gold)} | ${share(right, inside)} |\n`,
  );
}
