import type { Label, Labelled, Tie } from "./labelled.js";

/** The same labels with every broken span as several, each later piece tied to the first: for tools without broken spans. */
export function apart(labelled: Labelled): Labelled {
  const ties: Tie[] = [...labelled.ties];
  const labels = labelled.labels.flatMap((label): readonly Label[] =>
    label.pieces.map((piece, index) => {
      if (index === 0) return { ...label, pieces: [piece] };
      const id = `${label.id}-${index + 1}`;
      ties.push({ type: "PartOf", from: id, to: label.id });
      return { id, label: label.label, pieces: [piece] };
    }),
  );
  return { ...labelled, labels, ties };
}

/** Undoes {@link apart}: pieces tied to one span become one label again, in the order of the ties. */
export function joined(labelled: Labelled): Labelled {
  const partOf = new Map(
    labelled.ties.flatMap(({ type, from, to }) => (type === "PartOf" ? [[from, to] as const] : [])),
  );
  if (partOf.size === 0) return labelled;
  const first = (id: string): string => {
    const seen = new Set<string>(); // a ring of ties would have no first
    let at = id;
    while (partOf.has(at) && !seen.has(at)) {
      seen.add(at);
      at = partOf.get(at)!;
    }
    return at;
  };
  const byId = new Map(labelled.labels.map((label) => [label.id, label]));
  for (const from of partOf.keys()) {
    const [part, whole] = [byId.get(from), byId.get(first(from))];
    if (part === undefined || whole === undefined || part === whole) continue;
    byId.set(whole.id, { ...whole, pieces: [...whole.pieces, ...part.pieces] });
    byId.delete(from);
  }
  const ties = labelled.ties
    .filter(({ type }) => type !== "PartOf")
    .map(({ type, from, to }) => ({ type, from: first(from), to: first(to) }));
  return { ...labelled, labels: [...byId.values()], ties };
}
