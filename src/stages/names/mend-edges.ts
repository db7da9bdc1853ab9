import { type AdoptedName, type Adoption, areClose, opensSentence, startsCapital, tokensOf } from "./adoption.js";

/**
 * A name with the edges it has for a reader: without punctuation at its end ('Cork,'), the ending of 'Danish-born', the
 * party of '(R-Elko)', courtesy titles and roles before a person ('Ms Voss', 'Rancher Bert Lind') and letters after one
 * ('Ann Lee KC'); with the article of 'told The Tidewater Record'. Leaves 'Lady Lee' and 'London-based'.
 */
export function mendEdges(adoption: Adoption, name: AdoptedName): AdoptedName {
  const bare = withoutTail(adoption, name);
  if (/^[RDI]-\p{Lu}/u.test(wordsOf(adoption, bare))) {
    return { ...bare, start: bare.start + 2, type: "place", by: "names/home" };
  }
  return bare.type === "person" ? withoutTitles(adoption, bare) : withArticle(adoption, bare);
}

const wordsOf = ({ text }: Adoption, { start, end }: AdoptedName): string => text.slice(start, end);

function withoutTail(adoption: Adoption, name: AdoptedName): AdoptedName {
  const words = wordsOf(adoption, name);
  const bare = words.replace(/(?<![\s,;:–—-])[\s,;:–—-]+$|-(?:born|flagged)$/u, "");
  if (bare === words || !/\p{L}/u.test(bare)) return name;
  const type = name.type === "other" && adoption.lexicons.places.has(bare) ? "place" : name.type;
  return { ...name, end: name.start + bare.length, type, by: "names/trimmed" };
}

function withoutTitles(adoption: Adoption, name: AdoptedName): AdoptedName {
  const { text, tokens, lexicons } = adoption;
  let { first, end } = tokensOf(adoption, name);
  while (end - first > 1 && isTitle(adoption, first, end)) first++;
  while (end - first > 2 && lexicons.postNominals.has(tokens[end - 1]!.text)) end--;
  if (tokens[end - 1]!.text === ",") end--;
  const start = Math.max(name.start, tokens[first]!.start);
  const stop = Math.min(name.end, tokens[end - 1]!.end);
  if (lexicons.roles.has(text.slice(start, stop).toLowerCase())) return name; // 'Mr. President'
  if (start > name.start || stop < name.end) return { ...name, start, end: stop, by: "names/trimmed" };
  return withArticle(adoption, name);
}

/** Titles go by capitals in transcripts: 'MR TULLY', 'BARONESS ACHEBE'. */
function isTitle(adoption: Adoption, index: number, end: number): boolean {
  const { tokens, lexicons } = adoption;
  const { text } = tokens[index]!;
  if (!startsCapital(tokens[index + 1]?.text)) return false;
  const title = (text.slice(0, 1) + text.slice(1).toLowerCase()).replace(/\.$/, "");
  if (lexicons.courtesy.has(title)) return true;
  const isMore = end - index > 2;
  if (lexicons.peerage.has(title)) return isMore;
  if (!isMore || lexicons.firstNames.has(title)) return false;
  // 'Horologist Klaus Lind': the first word of a sentence, by its ending
  const isTrade = /\p{L}{3}(?:ist|maker|keeper|master)$/u.test(text) && opensSentence(adoption, index);
  return lexicons.roles.has(text.toLowerCase()) || isTrade;
}

/** A capital inside a sentence says that the article is the name's; at its start only an outlet's name keeps it. */
function withArticle(adoption: Adoption, name: AdoptedName): AdoptedName {
  const { tokens, lexicons } = adoption;
  const { first, end } = tokensOf(adoption, name);
  const noun = tokens[end - 1]!.text.toLowerCase();
  const isOutlet = lexicons.outletNouns.has(noun) && !lexicons.groups.has(noun); // not 'The Space Agency'

  if (tokens[first]!.text === "The" && end - first > 1) {
    const isStray = name.type === "organization" && !isOutlet && opensSentence(adoption, first);
    return isStray ? { ...name, start: tokens[first + 1]!.start, by: "names/trimmed" } : name;
  }
  const article = tokens[first - 1];
  if (article?.text !== "The" || !areClose(article, tokens[first]) || name.type === "place") return name;
  const isInside = !opensSentence(adoption, first - 1);
  const isTold = isInside && tokens[first - 2]?.text === "told";
  if (!isTold && !(isOutlet && (isInside || end - first > 1))) return name;
  return { ...name, start: article.start, type: "organization", by: "names/outlet" };
}
