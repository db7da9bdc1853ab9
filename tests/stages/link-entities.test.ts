import { expect, test } from "vitest";
import { linkLexicons } from "../../src/lexicons/link-lexicons.js";
import { linkEntities } from "../../src/stages/link-entities.js";
import { doc, ignore } from "../helpers/doc.js";
import { marked } from "./links/marked.js";

const stage = linkEntities({ lexicons: linkLexicons() });

async function linked(source: string, published = "2024-03-05") {
  const { text, entities, target } = marked(source);
  const { entities: all, focus } = await stage.run({ ...doc(text, { published }), entities }, ignore);
  return { ...all[target]!, focus };
}

test.each([
  ["beside its state", "in [L*:Paris], [L:Texas], on Monday", "geonames:4717560 links/container"],
  ["beside its abbreviated state", "in [L*:Columbia], [L:S.C.], on Monday", "geonames:4575352 links/container"],
  ["as the only one", "in [L*:Reykjavik] on Monday", "geonames:3413829 links/only-one"],
  ["by what it is called", "the state of [L*:New York] sued", "wikidata:Q1384 links/kind"],
  ["by what editors mean", "[L*:Washington] sued", "geonames:4140963 links/preferred"],
  [
    "by the other places",
    "[L*:Birmingham], like [L:Montgomery], [L:Alabama] and [L:Mobile]",
    "geonames:4049979 links/other-places",
  ],
])("a place is linked %s", async (_how, source, expected) => {
  const { links } = await linked(source);
  expect(links.map(({ scheme, id, by }) => `${scheme}:${id} ${by}`)).toContain(expected);
});

test("a linked place has where it lies", async () => {
  expect((await linked("in [L*:Paris], [L:Texas]")).location).toEqual({
    name: "Paris",
    kind: "city",
    country: "US",
    division: "Texas",
    lat: 33.66,
    lon: -95.56,
  });
});

test.each([
  ["a team", "The [O*:Boston Harriers] won", "Boston geonames:4930956 links/best-known"],
  ["an agency", "The [O*:US Weather Office] said", "US wikidata:Q30 links/best-known"],
  ["a town that the article names", "[L:Exeter] and the [O*:Exeter School]", "Exeter geonames:2649808 links/same-name"],
  ["a state by what follows", "at [O*:Washington State Orchards]", "Washington wikidata:Q1223 links/only-one"],
])("a place in the name of %s is told, and is no link of the whole", async (_what, source, expected) => {
  const { links, location, placesInName } = await linked(source.replace("Exeter]", "Exeter], [L:Devon]"));
  expect(links).toEqual([]);
  expect(location).toBeUndefined();
  expect(
    placesInName?.flatMap(({ text, links: own }) => `${text} ${own[0]!.scheme}:${own[0]!.id} ${own[0]!.by}`),
  ).toEqual([expected]);
});

test.each([
  ["a person", "[P*:Jack London] wrote"],
  ["a small town's name that the article does not speak of", "[O*:Providence Farm] and [O:Springs Motors]"],
  ["a word", "the [O*:Maritime Museum]"],
  ["a place that is linked itself", "in [L*:Mexico City]"],
])("there is no place in the name of %s", async (_what, source) => {
  expect((await linked(source)).placesInName).toBeUndefined();
});

test.each([
  ["a state after its town", "in [L:Vinita], [L*:OK], on Monday", "wikidata:Q1649"],
  ["a state by its kind", "in the [L*:State of Hawaii] now", "wikidata:Q782"],
  ["a country by its kind", "to the [L*:Republic of Albania] now", "wikidata:Q222"],
  ["a city by its kind", "in [L*:Taipei City] now", "geonames:1668341"],
  ["a county in its state", "in [L*:Orange County], [L:Florida], on Monday", "geonames-admin2:US.FL.095"],
  ["an airport by its usual name", "at [L*:Heathrow] on Monday", "iata:LHR"],
  ["islands in short", "across the [L*:Falklands] now", "wikidata:Q9648"],
  ["a river", "along the [L*:Danube] now", "wikidata:Q1653"],
  ["a mountain shortened", "on [L*:Mt. Everest] now", "wikidata:Q513"],
  ["a site without a Wikidata id", "in [L*:Trafalgar Square] now", "copydesk:place/trafalgar-square"],
])("%s is linked", async (_what, source, expected) => {
  expect((await linked(source)).links.map(({ scheme, id }) => `${scheme}:${id}`)).toContain(expected);
});

test.each([
  ["a club", "The [O*:Boston Red Sox] won", "copydesk:us/boston-red-sox links/known-name"],
  [
    "an agency after its country",
    "The [O*:U.S. Environmental Protection Agency] said",
    "wikidata:Q460173 links/known-name",
  ],
  ["a university", "at the [O*:University of Helsinki] in Finland", "domain:helsinki.fi links/school"],
])("%s is linked by its name", async (_what, source, expected) => {
  const { links } = await linked(source);
  expect(links.map(({ scheme, id, by }) => `${scheme}:${id} ${by}`)).toEqual([expected]);
});

test("a country in a report of a game is its team's name, and no link", async () => {
  const game =
    "[O*:Belgium] beat [O:Peru]. The goalkeeper and the midfielders sang in the stadium after the semifinal.";
  const { links, placesInName } = await linked(game);
  expect(links).toEqual([]);
  expect(placesInName?.map(({ text, location }) => `${text} ${location.country}`)).toEqual(["Belgium BE"]);
  expect((await linked(game.replace("O*", "L*"))).links).toEqual([]);
  expect((await linked(`Fans in ${game.replace("O*", "L*")}`)).links).not.toEqual([]);
  expect((await linked("[O*:Belgium] beat the estimate.")).links).not.toEqual([]);
});

test("two capital letters are a state only after a town", async () => {
  expect((await linked("It was [L*:OK] to go")).links).toEqual([]);
});

test("what stays open keeps its candidates, the likeliest first, and no link", async () => {
  const { links, candidates, location } = await linked("[L*:Springfield] voted");
  expect(links).toEqual([]);
  expect(location).toBeUndefined();
  expect(candidates.length).toBeGreaterThan(1);
  expect(candidates.map(({ score }) => score)).toEqual(candidates.map(({ score }) => score).toSorted((a, b) => b - a));
});

test.each([
  ["an unknown village", "in [L*:Upper Snoring]"],
  ["a part of a house", "in the [L*:Capitol]"],
  ["a person of a city's name", "[P*:Paris] sang"],
  ["a company of a city's name", "[O*:Phoenix] sued"],
  ["a person by the name alone", "[P*:Emmanuel Macron] came"],
  ["a part of a school's name", "the [O*:American University] of Beirut"],
  ["a school abroad", "the [O*:American University] in Cairo"],
])("%s is not linked", async (_what, source) => {
  expect((await linked(source)).links).toEqual([]);
});

test.each([
  ["by a name that is its own", "[O*:NATO] met", "wikidata:Q7184 links/known-name"],
  [
    "by a name in the country beside it",
    "[L:Iran]'s [O*:Foreign Ministry] in [L:Vienna], [L:Austria]",
    "copydesk:ir/foreign links/country-beside",
  ],
  [
    "by a name in the article's country",
    "The [O*:Supreme Court] in [L:Nairobi], [L:Kenya]",
    "copydesk:ke/supreme-court links/focus-country",
  ],
  ["by a company's whole name", "[O*:Lloyds Bank] closed", "wikidata:Q1152847 links/company"],
])("an organization is linked %s", async (_how, source, expected) => {
  const { links } = await linked(source);
  expect(links.map(({ scheme, id, by }) => `${scheme}:${id} ${by}`)).toEqual([expected]);
});

test.each([
  ["a ministry that many countries have", "The [O*:Foreign Ministry] answered"],
  ["a party of another country", "The [O*:Democratic Party] won in [L:Botswana]"],
  ["a court of a country the lexicon lacks", "The [O*:Supreme Court] in [L:Gaborone], [L:Botswana]"],
  ["a company that is not known", "[O*:Snoring Widgets] closed"],
])("%s is not linked", async (_what, source) => {
  expect((await linked(source)).links).toEqual([]);
});

test("an office and a name on a day of the term link a person; the office alone names a candidate, inferred", async () => {
  const named = await linked("[P*:Macron|French President] came to [L:Lyon], [L:France]");
  expect(named.links).toMatchObject([{ id: "Q3052772", by: "links/name-and-office" }]);
  const alone = await linked("[p*:the president] came to [L:Lyon], [L:France]");
  expect(alone.links).toEqual([]);
  expect(alone.candidates).toMatchObject([{ name: "Emmanuel Macron", inferred: true }]);
  const earlier = await linked("[p*:the president] came to [L:Lyon], [L:France]", "2010-03-05");
  expect(earlier.candidates).toMatchObject([{ name: "Nicolas Sarkozy" }]);
  expect((await linked("[P*:Macron|French President] came", "2010-03-05")).links).toEqual([]);
});

test("the countries an article is about, by share", async () => {
  const { focus } = await linked("[L:Lyon], [L:Marseille] and [X:Germans] in [L:Berlin]");
  expect(focus).toEqual([
    { country: "DE", share: 0.5 },
    { country: "FR", share: 0.5 },
  ]);
});

test("the user's own names go first, for entities of their type", async () => {
  const own = linkEntities({
    lexicons: linkLexicons(),
    userNames: [
      {
        name: "Paris",
        type: "place",
        scheme: "desk",
        id: "7",
        location: { name: "Paris", kind: "city", country: "US" },
      },
    ],
  });
  const { text, entities } = marked("[L:Paris] and [P:Paris]");
  const [place, person] = (await own.run({ ...doc(text), entities }, ignore)).entities;
  expect(place).toEqual({
    links: [{ scheme: "desk", id: "7", score: 1, by: "links/user" }],
    candidates: [],
    location: { name: "Paris", kind: "city", country: "US" },
  });
  expect(person!.links).toEqual([]);
});
