import { expect, test } from "vitest";
import { NO_FILTER } from "../../../src/explore/page/kinds.js";
import { passing, type QuoteFilter } from "../../../src/explore/page/quote-rows.js";
import type { CoreData, QuoteChunk } from "../../../src/explore/site-data.js";

const CORE: CoreData = {
  outlets: ["The Holm Post", "Tarn Weekly"],
  articles: {
    keys: ["a", "b", "c"],
    titles: ["A", "B", "C"],
    days: ["2025-03-02", "2025-02", ""],
    outlets: [0, 1, -1],
    quotes: [2, 1, 1],
  },
  names: {
    ids: ["p-1", "p-2"],
    names: ["Rosa Diaz", "Ann Lee"],
    types: [0, 0],
    articles: [2, 1],
    quotes: [2, 1],
    also: ["Mayor Díaz", ""],
  },
  said: { names: [], named: 0, anonymous: 0, unresolved: 0 },
  places: [],
  quotes: 4,
  chunks: 1,
  buckets: 1,
};
const CHUNK: QuoteChunk = {
  articles: [0, 0, 1, 2],
  ids: ["q1", "q2", "q1", "q1"],
  speakers: [0, -1, 0, 1],
  sources: [-1, 0, -1, -1],
  kinds: [0, 1, 1, 2],
  attitudes: [0, 0, 1, 0],
  presented: [0, 1, -1, 0],
  cues: [1, 1, 1, 1],
  texts: ["The harbour will close", "nobody warned the harbour", "it may reopen", "no"],
  words: ["a port official", "say"],
};
const LISTS = {
  kinds: ["direct", "indirect", "mixed"],
  attitudes: ["assertion", "belief"],
  presented: ["said", "denied"],
};
test.each<[Partial<QuoteFilter>, readonly number[]]>([
  [{}, [0, 1, 2, 3]],
  [{ by: "p-1" }, [0, 2]],
  [{ by: "p-9" }, []],
  [{ who: "diaz" }, [0, 2]],
  [{ who: "official" }, [1]],
  [{ outlet: "Tarn Weekly" }, [2]],
  [{ outlet: "No Such" }, []],
  [{ from: "2025-03-01" }, [0, 1]],
  [{ from: "2025-02-15" }, [0, 1, 2]],
  [{ to: "2025-02-28" }, [2]],
  [{ from: "2025-02", to: "2025-02" }, [2]],
  [{ kind: "indirect" }, [1, 2]],
  [{ attitude: "belief" }, [2]],
  [{ presented: "denied" }, [1]],
  [{ q: "harbour" }, [0, 1]],
  [{ q: "harbour", kind: "direct" }, [0]],
])("%j leaves %j", (given, expected) => {
  expect(passing(CORE, CHUNK, { ...NO_FILTER, ...given }, LISTS)).toEqual(expected);
});
