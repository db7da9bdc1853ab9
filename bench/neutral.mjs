/** From a knowledge file to the neutral form that ../shared/score.py reads. Offsets are UTF-16 code units in both. */

const NER_TYPES = { person: "PER", organization: "ORG", place: "LOC", other: "MISC" };

const ends = ({ start, end }) => [start, end];

/** @param {object} file a knowledge file, or {id, error} */
export function neutral(id, file) {
  if (file.error) return { id, entities: [], timexes: [], attributions: [], mentions: [] };
  return {
    id,
    entities: file.mentions
      .filter((mention) => mention.form === "name")
      .map(({ start, end, type }) => ({ start, end, type: NER_TYPES[type] })),
    timexes: file.times.map(({ start, end, type, value }) => ({ start, end, type, value })),
    attributions: file.quotes
      .filter((quote) => quote.via === undefined)
      .map(({ source, cue, content }) => ({
        source: source.map(ends),
        cue: cue.map(ends),
        content: content.map(ends),
      })),
    mentions: file.mentions.map(({ start, end, entity }) => ({ start, end, cluster: entity })),
  };
}

/** One line of claims for CaRB's metric: each claim's parts as texts, all pieces of a part, the verb that is implied before them. */
export function claimsOf(sentence, file) {
  const text = (part) => (part.pieces ? part.pieces.map((piece) => piece.text).join(" ") : part.text);
  const claims = (file.claims ?? [])
    .filter((claim) => claim.predicate || claim.implied)
    .map(({ subject, predicate, implied, arguments: rest }) => ({
      subject: subject ? text(subject) : "",
      predicate: [implied, predicate && text(predicate)].filter(Boolean).join(" "),
      arguments: rest.map(text),
    }));
  return { sentence, claims };
}
