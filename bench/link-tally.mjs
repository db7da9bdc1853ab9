/** Counts what links say of the gold's named mentions, a row for each kind of identity. */

const share = (a, b) => (b === 0 ? "-" : (a / b).toFixed(3));

export function tally(pairs, gold, { answer, nameKey }) {
  const rows = new Map();
  const wrong = [];
  const count = (row, { isKnown, isLinked, isRight }) => {
    const sums = rows.get(row) ?? { gold: 0, known: 0, linked: 0, right: 0 };
    sums.gold += 1;
    sums.known += isKnown ? 1 : 0;
    sums.linked += isLinked ? 1 : 0;
    sums.right += isRight ? 1 : 0;
    rows.set(row, sums);
  };
  for (const { document, file } of pairs) {
    for (const mention of document.mentions) {
      if (!mention.named || !mention.identity) continue;
      const title = decodeURIComponent(mention.identity);
      const { links, inside } = answer(file, mention, document.text);
      const judge = (row, wanted, own = links) => {
        const isRight = wanted !== undefined && own.some(({ scheme, id }) => `${scheme}:${id}` === wanted);
        count(row, { isKnown: wanted !== undefined, isLinked: own.length > 0, isRight });
        if (own.length > 0 && !isRight) {
          const words = document.text.slice(mention.start, mention.end);
          wrong.push(
            `${row}: ${document.id} '${words}' is ${title} ${wanted ?? "-"}, linked to ${own[0].scheme}:${own[0].id} by ${own[0].by}`,
          );
        }
      };
      if (mention.type === "place") {
        const wanted = gold.place(title)?.id;
        judge("places", wanted);
        if (inside) judge("of these, inside longer names", wanted);
        if (gold.isCountry(title)) judge("countries and US states", wanted);
      } else if (mention.type === "organization") {
        judge("organizations", gold.organization(title), inside ? [] : links);
      } else if (mention.type === "person") {
        const [link] = inside ? [] : links;
        const isRight = link?.name !== undefined && nameKey(link.name) === nameKey(title.replaceAll("_", " "));
        count("persons", { isKnown: false, isLinked: link !== undefined, isRight });
      }
    }
  }
  return {
    wrong,
    rows,
    table: [
      "| identities of | mentions | in the gazetteers | linked | right | precision | recall | recall of those in the gazetteers |",
      "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
      ...[...rows].map(
        ([row, { gold: all, known, linked, right }]) =>
          `| ${row} | ${all} | ${known} | ${linked} | ${right} | ${share(right, linked)} | ${share(right, all)} | ${share(right, known)} |`,
      ),
    ],
  };
}
