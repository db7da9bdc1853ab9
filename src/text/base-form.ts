/**
 * The base form of a verb that a lemmatizer took for something else and left alone ('a dispute has soured', lemma
 * 'soured'): by spelling. Any other lemma is given back as it is. Wrong where spelling does not tell: 'sited' is 'sit'
 * doubled or 'site', and comes out as 'site'.
 */
export function baseForm(word: string, lemma: string): string {
  if (/ves$/.test(word) && /fe?$/.test(lemma)) return word.slice(0, -1); // 'lives' as 'life'
  if (lemma !== word) return lemma;
  const stem = word.replace(/(?:ed|ing)$/, "");
  if (stem === word || stem.length < 3 || !/[aeiouy]/.test(stem)) return lemma;
  if (/([^aeioulsz])\1$/.test(stem)) return stem.slice(0, -1); // fitted
  if (/[^aeiou]i$/.test(stem)) return `${stem.slice(0, -1)}y`; // carried
  const takesE = /(?:[cuvz]|[^n]g|[^s]s|[^aeo]at|(?<![aeo])[iu]r)$/.test(stem); // involved, stated, required
  return takesE || /^[^aeiou]*[aeiou][bdklmnpt]$/.test(stem) ? `${stem}e` : stem; // named, but visited
}
