import type { ClaimLexicons } from "../../lexicons/claim-lexicons.js";
import type { Quantity } from "../../model/claim.js";
import type { Phrase } from "./phrases.js";
import type { Tree } from "./tree.js";

const DIGITS = /^\d{1,15}(?:,\d{3}){0,6}(?:\.\d{1,9})?$/;
const SCALES: ReadonlyMap<string, number> = new Map([
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
]);
const PERCENT = new Set(["%", "percent", "pct"]);
const MAX_WORDS = 8; // of one number: 'two hundred and forty thousand'

/**
 * The number a phrase gives, with its unit: '$4.2 million' is 4200000 USD, 'about 30 soldiers' 30 soldier, '5 per cent'
 * 5 %. Undefined without a number that its head is counted by: 'the soldiers of 1914'.
 */
export function quantityOf(
  tree: Tree,
  { head, range }: Phrase,
  lexicons: Pick<ClaimLexicons, "numbers" | "currencies">,
  isDated: (token: number) => boolean = () => false,
): Quantity | undefined {
  const first = numeralOf(tree, head, range.first);
  if (first === undefined || isDated(first)) return undefined;
  const value = numberFrom(tree, first, range.end, lexicons.numbers);
  if (value === undefined) return undefined;
  const symbol = lexicons.currencies.get(tree.tokens[first - 1]?.text ?? "")?.[0];
  const money = symbol ?? lexicons.currencies.get(tree.word(head))?.[0];
  if (money !== undefined) return { value, currency: money };
  const isPercent =
    PERCENT.has(tree.word(head)) || tree.tokens[first + 1]?.text === "%" || tree.word(first + 1) === "percent";
  if (isPercent) return { value, unit: "%" };
  return tree.pos(head) === "NOUN" ? { value, unit: tree.tokens[head]!.lemma } : { value };
}

/** True for the percentage inside 'a 31% rise', 'a cut of 22 percent'. */
const isShare = (tree: Tree, token: number): boolean =>
  PERCENT.has(tree.word(token)) && ["compound", "nmod"].includes(tree.kind(token));

/** The first token of the number that counts a head: the head itself, or a numeral before it or after a currency sign. */
function numeralOf(tree: Tree, head: number, from: number): number | undefined {
  const isNumeral = (token: number) => tree.pos(token) === "NUM";
  const counted = [head, ...tree.children(head).filter((child) => isShare(tree, child))]; // 'a 31% rise'
  let first = isNumeral(head)
    ? head
    : counted.flatMap(tree.children).find((child) => tree.kind(child) === "nummod" && isNumeral(child));
  while (first !== undefined && first - 1 >= from && isNumeral(first - 1)) first--;
  return first;
}

/** The value of number words in a row: '4.2 million', 'two hundred'. */
function numberFrom(tree: Tree, first: number, end: number, words: ClaimLexicons["numbers"]): number | undefined {
  let total = 0;
  let current: number | undefined;
  for (let token = first; token < Math.min(end, first + MAX_WORDS) && tree.pos(token) === "NUM"; token++) {
    const word = tree.word(token);
    const scale = SCALES.get(word);
    const plain = DIGITS.test(word) ? Number(word.replaceAll(",", "")) : Number(words.get(word)?.[0] ?? Number.NaN);
    if (scale !== undefined) {
      total += (current ?? 1) * scale;
      current = undefined;
    } else if (Number.isNaN(plain)) return undefined;
    else if (!DIGITS.test(word) && plain >= 100) current = (current ?? 1) * plain;
    else current = (current ?? 0) + plain;
  }
  const value = total + (current ?? 0);
  return total === 0 && current === undefined ? undefined : Number(value.toPrecision(12));
}
