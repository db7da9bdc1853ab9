import type { GoldArticle } from "../../src/evaluate/gold/gold-article.js";
import { at } from "../evaluate/gold/articles.js";

/** Speaker, cue, content in quotation marks; then speaker, cue, content without; a place. */
const STORIES: readonly (readonly [who: string, cue: string, direct: string, indirect: string, place: string])[] = [
  ["Maria Santos", "said", "The pier is safe.", "the pier would open in May", "Lisbon"],
  ["Henry Walsh", "said", "We lost the whole harvest.", "the farm needed help", "Dublin"],
  ["Karen Fischer", "told", "Nobody asked the tenants.", "the rent was too high", "Berlin"],
  ["David Okafor", "said", "Our buses are empty.", "the fare should fall", "Lagos"],
  ["Susan Miller", "added", "It will rain again.", "the dam was nearly full", "Denver"],
  ["Peter Novak", "said", "That goal was luck.", "the team had played badly", "Prague"],
];

/** Six short articles whose attributions rules find: a gold corpus for tests of the command. */
export const TOWN: readonly GoldArticle[] = STORIES.map(([who, cue, direct, indirect, place], index) => {
  const surname = who.replace(/^\S+ /, "");
  const text = `“${direct}” ${who} ${cue === "told" ? "told reporters" : cue} in ${place} on Tuesday. ${surname} said that ${indirect}.\n`;
  const s = (words: string, nth = 1) => at(text, words, nth);
  const that = s("said that");
  return {
    id: `town-${index + 1}`,
    text,
    published: "2031-03-12",
    names: [
      { ...s(who), type: "person" },
      { ...s(place), type: "place" },
      { ...s(surname, 2), type: "person" },
    ],
    times: [{ ...s("Tuesday"), type: "DATE", value: "2031-03-11" }],
    attribution: [
      { source: [s(who)], cue: [s(cue)], content: [s(direct)] },
      {
        source: [s(surname, 2)],
        cue: [{ start: that.start, end: that.start + "said".length }],
        content: [s(`that ${indirect}`)],
      },
    ],
  };
});
