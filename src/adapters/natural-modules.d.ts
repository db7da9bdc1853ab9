declare module "natural/lib/natural/distance/jaro-winkler_distance.js" {
  const distance: (a: string, b: string, options: { readonly ignoreCase: boolean }) => number;
  export = distance;
}

declare module "natural/lib/natural/stemmers/porter_stemmer.js" {
  const stemmer: { stem(word: string): string };
  export = stemmer;
}
