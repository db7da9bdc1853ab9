/** Countries, territories and world regions with Wikidata and ISO ids, from country-coder. */
import { borders } from "@rapideditor/country-coder";
import { header, writeTable } from "./table-file.mjs";

const LEVELS = {
  country: "country",
  territory: "territory",
  subterritory: "territory",
  sharedLandform: "region",
  region: "region",
  subregion: "region",
  intermediateRegion: "region",
  union: "region",
};

/** Where the package gives a territory to who holds it: by Wikidata id, what is written instead. */
const MENDED = { Q7835: { country: "UA", aliases: ["UA-43"] } };

const features = borders.features.map(({ properties, geometry }) => ({
  ...properties,
  ...MENDED[properties.id],
  geometry,
}));
const byId = new Map(features.map((feature) => [feature.id, feature]));

/** Area and centroid of a ring in degrees, degrees of longitude shortened by latitude. */
function centre(ring) {
  let area = 0;
  let x = 0;
  let y = 0;
  for (let i = 0; i < ring.length - 1; i++) {
    const cross = ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
    area += cross;
    x += (ring[i][0] + ring[i + 1][0]) * cross;
    y += (ring[i][1] + ring[i + 1][1]) * cross;
  }
  const lat = y / (3 * area);
  return { area: Math.abs(area / 2) * Math.cos((lat * Math.PI) / 180), lon: x / (3 * area), lat };
}

const METROPOLITAN_FRANCE = "FX";

/** Outer rings of a feature and of what belongs to it, but not of territories with a code of their own. */
const rings = (feature, depth = 0) => [
  ...(feature.geometry?.coordinates ?? []).map((polygon) => polygon[0]),
  ...(depth < 3 ? (feature.members ?? []) : []).flatMap((id) => {
    const member = byId.get(id);
    return member && (!member.iso1A2 || member.id === METROPOLITAN_FRANCE) ? rings(member, depth + 1) : [];
  }),
];

function place(feature) {
  const [largest] = rings(feature)
    .map(centre)
    .sort((a, b) => b.area - a.area);
  return largest ? [largest.lat.toFixed(2), largest.lon.toFixed(2)] : ["", ""];
}

const isRegion = (feature) => LEVELS[feature.level] === "region";

export function countries() {
  const rows = features
    .filter((feature) => LEVELS[feature.level])
    .map((feature) => [
      feature.iso1A2 ?? feature.id,
      feature.wikidata,
      feature.iso1A3 ?? "",
      LEVELS[feature.level],
      feature.nameEn,
      (feature.aliases ?? []).find((alias) => /^[A-Z]{2}-/.test(alias)) ?? "",
      (isRegion(feature) ? undefined : feature.iso1A2) ?? feature.country ?? "",
      ...(isRegion(feature) ? ["", ""] : place(feature)),
    ]);
  const head = header(
    [
      "Countries, territories and world regions: ISO 3166-1 code (else M49 or Wikidata id), Wikidata id, ISO alpha-3, kind,",
      "name, ISO 3166-2 code, the country it belongs to, latitude and longitude of the middle of its largest part.",
      "Crimea is of Ukraine (UA-43), where country-coder, which goes by who holds a place, has Russia: so ISO 3166-2 and the",
      "United Nations (General Assembly resolution 68/262 of 27 March 2014, on the territorial integrity of Ukraine).",
    ],
    "@rapideditor/country-coder 5.6.1 (npm), Crimea mended by hand",
    "ISC",
  );
  return writeTable("countries.tsv", head, rows);
}
