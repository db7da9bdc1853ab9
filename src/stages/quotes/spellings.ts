const AMERICAN = [
  [/ise(?=[ds]?$)/, "ize"],
  [/ising$/, "izing"],
  [/our(?=(?:s|ed|ing)?$)/, "or"],
  [/yse(?=[ds]?$)/, "yze"],
  [/^sceptic/, "skeptic"],
] as const;

/** The word, and how American English spells it, as the word lists do: 'criticised' and 'criticized', 'favour' and 'favor'. */
export const spellings = (word: string): readonly string[] => [
  ...new Set([word, ...AMERICAN.map(([british, american]) => word.replace(british, american))]),
];
