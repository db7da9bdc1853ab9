import type { NameLexicons } from "./lexicons.js";

/**
 * Index of the family name among the words of a full name: the last but for 'Jr.', the first in 'Kim Jong-un', 'Xi Jinping',
 * 'Yoon Suk Yeol'. Refuses the first in 'Lee Harvey Oswald': a given name after it decides.
 */
export function familyNameIndex(parts: readonly string[], lexicons: NameLexicons): number {
  let last = parts.length - 1;
  while (last > 0 && lexicons.suffixes.has(parts[last]!)) last--;
  const hasGivenName = parts.slice(1, last).some((part) => lexicons.firstNames.has(part));
  return last > 0 && lexicons.familyFirst.has(parts[0]!) && !hasGivenName ? 0 : last;
}
