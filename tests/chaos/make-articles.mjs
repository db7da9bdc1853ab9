/**
 * Articles of our own in any number, the same for the same number: invented places, people and events, with quotations,
 * dates, figures and claims, so that every stage has work.
 *   node tests/chaos/make-articles.mjs --count 5000 > articles.ndjson
 *   node tests/chaos/make-articles.mjs --bytes 1000000000 --format csv|ndjson|warc > big.csv
 */
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const FIRST =
  "Ana Bram Carla Dov Elif Femi Greta Hugo Ines Jonas Kira Luc Mara Nils Oona Pavel Rosa Sven Tara Yusuf".split(" ");
const LAST =
  "Arden Bell Corvo Dahl Ekman Fontana Grey Hoffman Ibsen Jarvis Keller Lindqvist Moreau Novak Okafor Petrov Quist Reyes Stone Vance".split(
    " ",
  );
const TOWNS =
  "Harrowgate,Port Alder,Millbrook,Saint Orin,Westfold,Lake Verity,Ostrava Bay,Cedar Falls,Norwick,Tamsin".split(",");
const ROLES = "Mayor,Police chief,Finance minister,Harbor master,Union leader,Professor,Judge,Senator".split(",");
const BODIES =
  "City Council,Transit Authority,Harbor Commission,Teachers Union,Northern Rail Group,Velden Bank,Institute of Coastal Studies".split(
    ",",
  );
const THINGS =
  "the new bridge,the flood barrier,the school budget,the ferry line,the water tariff,the tram depot,the hospital wing".split(
    ",",
  );
const EVENTS = "approved,delayed,rejected,reopened,criticized,funded,cancelled".split(",");
const DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
const MONTHS = "January February March April May June July August September October November December".split(" ");

/** Numbers from a seed: the same on every machine. */
function dice(seed) {
  let state = (seed * 2654435761 + 12345) >>> 0;
  return (size) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * size);
  };
}

/** The nth article: {id, title, published, url, text}. */
export function article(number) {
  const roll = dice(number + 1);
  const pick = (list) => list[roll(list.length)];
  const person = () => `${pick(FIRST)} ${pick(LAST)}`;
  const [town, body, thing, event] = [pick(TOWNS), pick(BODIES), pick(THINGS), pick(EVENTS)];
  const [chief, critic] = [person(), person()];
  const role = pick(ROLES);
  const surname = chief.split(" ")[1];
  const published = `2025-${String(1 + roll(12)).padStart(2, "0")}-${String(1 + roll(28)).padStart(2, "0")}`;
  const title = `${body} ${event} plan for ${thing} in ${town}`;
  const turns = [
    () => `“We have waited ${2 + roll(9)} years for ${thing},” ${role} ${chief} said on ${pick(DAYS)}.`,
    () => `${critic}, who lives in ${pick(TOWNS)}, said the ${body} had not kept its word.`,
    () => `According to ${surname}, work will begin in ${pick(MONTHS)} and cost $${1 + roll(90)} million.`,
    () => `The ${body} was founded in ${1900 + roll(120)} and employs ${100 + roll(9000)} people.`,
    () => `“It is too late,” ${critic} told reporters. “Nobody asked us ${roll(2) ? "last week" : "two months ago"}.”`,
    () => `${surname} denied that ${thing} would be closed before ${pick(MONTHS)} ${2026 + roll(6)}.`,
    () => `Some ${10 + roll(80)} percent of residents want the plan changed, a survey by the ${pick(BODIES)} found.`,
    () => `The court in ${pick(TOWNS)} is expected to rule next ${pick(DAYS)}.`,
  ];
  const paragraphs = Array.from({ length: 5 + roll(8) }, () => [pick(turns)(), pick(turns)()].join(" "));
  const lead = `The ${body} ${event} its plan for ${thing} on ${pick(DAYS)}, ${role.toLowerCase()} ${chief} announced.`;
  const text = [title, `${town.toUpperCase()} — ${lead}`, ...paragraphs].join("\n\n");
  return { id: `story-${number}`, title, published, url: `https://news.example/${number}`, text };
}

const csvField = (value) => `"${value.replaceAll('"', '""')}"`;

function warcRecord({ title, published, url, text, id }) {
  const paragraphs = text
    .split("\n\n")
    .slice(1)
    .map((paragraph) => `<p>${paragraph}</p>`);
  const html = `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title><meta property="article:published_time" content="${published}"></head><body><nav>Home</nav><article><h1>${title}</h1>${paragraphs.join("\n")}</article></body></html>`;
  const block = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`;
  return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:${id}>\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2025-02-07T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(block)}\r\n\r\n${block}\r\n\r\n`;
}

const FORMATS = {
  ndjson: { head: "", record: (item) => `${JSON.stringify(item)}\n` },
  csv: {
    head: "id,title,published,url,text\n",
    record: ({ id, title, published, url, text }) => `${[id, title, published, url, text].map(csvField).join(",")}\n`,
  },
  warc: { head: "", record: warcRecord },
};

/** Articles as bytes of a format, until `count` or `bytes` is reached. */
export function* written({ count = Number.POSITIVE_INFINITY, bytes = Number.POSITIVE_INFINITY, format = "ndjson" }) {
  const { head, record } = FORMATS[format];
  if (head) yield head;
  for (let number = 0, size = 0; number < count && size < bytes; number++) {
    const text = record(article(number));
    size += Buffer.byteLength(text);
    yield text;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { count: { type: "string" }, bytes: { type: "string" }, format: { type: "string", default: "ndjson" } },
  });
  const limits = Object.fromEntries(
    ["count", "bytes"].filter((key) => values[key]).map((key) => [key, Number(values[key])]),
  );
  let batch = "";
  for (const text of written({ ...limits, format: values.format })) {
    batch += text;
    if (batch.length < 1 << 20) continue;
    if (!process.stdout.write(batch)) await once(process.stdout, "drain");
    batch = "";
  }
  process.stdout.write(batch);
}
