import { checkKnowledgeFile } from "../../src/emit/check.js";
import { type KnowledgeFile, SCHEMA_VERSION } from "../../src/model/knowledge-file.js";
import { sha256 } from "../../src/text/sha256.js";

/** What a test says of an article, in words that stand in its text; a word's nth occurrence is written 'she#2'. */
export interface Facts {
  readonly id?: string;
  /** Name -> mentions; the type after a slash, 'person' when it is not said: 'Holm/place'. */
  readonly entities?: Readonly<Record<string, readonly string[]>>;
  readonly roles?: Readonly<Record<string, readonly string[]>>;
  /** Speaker (an entity's name, or '?' for nobody), cue, contents. */
  readonly quotes?: readonly (readonly [speaker: string, cue: string, ...contents: string[]])[];
  readonly times?: readonly (readonly [words: string, value: string | null])[];
  /** Subject, predicate, argument, and the number of the quote that says so, from 0. */
  readonly claims?: readonly (readonly [string, string, string, number?])[];
  readonly problems?: readonly string[];
  /** Put before every number of every id, to renumber. */
  readonly idBase?: number;
  readonly withText?: boolean;
}

/** A valid knowledge file with these facts. */
export function knowledge(text: string, facts: Facts = {}): KnowledgeFile {
  const base = facts.idBase ?? 0;
  const at = (words: string) => {
    const [, plain = words, nth = "1"] = /^(.*)#(\d+)$/s.exec(words) ?? [];
    let start = -1;
    for (let n = 0; n < Number(nth); n++) start = text.indexOf(plain, start + 1);
    if (start < 0) throw new Error(`no '${words}' in the text`);
    return { start, end: start + plain.length, text: plain };
  };
  const entities = Object.entries(facts.entities ?? {}).map(([key, words], index) => {
    const [, name = key, type = "person"] = /^(.*)\/(place|organization|other)$/s.exec(key) ?? [];
    return { id: `e${base + index}`, name, type: type as "person", words };
  });
  const idOf = (name: string): string => {
    const found = entities.find((entity) => entity.name === name);
    if (!found) throw new Error(`no entity '${name}'`);
    return found.id;
  };
  const file: KnowledgeFile = {
    schemaVersion: SCHEMA_VERSION,
    generator: { name: "copydesk", version: "0.0.0", pipeline: "by-hand", model: null },
    offsetUnit: "utf-16",
    article: {
      id: facts.id ?? "a1",
      title: null,
      bylines: [],
      dateline: null,
      published: null,
      publishedFrom: null,
      url: null,
      source: null,
      language: "en",
      sha256: sha256(text),
      ...(facts.withText === false ? {} : { text }),
      blocks: [{ kind: "body", start: 0, end: text.length }],
    },
    sentences: [],
    entities: entities.map(({ id, name, type }) => ({
      id,
      type,
      name,
      aliases: [],
      roles: [...(facts.roles?.[name] ?? [])],
      links: [],
    })),
    mentions: entities
      .flatMap(({ id, type, words }) => words.map((word) => ({ entity: id, type, word, ...at(word) })))
      .sort((a, b) => a.start - b.start)
      .map(({ word, ...mention }, index) => ({
        id: `m${base + index}`,
        ...mention,
        form: /^(she|he|they|it)(#|$)/i.test(word) ? ("pronoun" as const) : ("name" as const),
        by: "hand",
      })),
    times: (facts.times ?? []).map(([words, value], index) => ({
      id: `t${base + index}`,
      ...at(words),
      type: "DATE",
      value,
      anchor: { kind: "none" },
      by: "hand",
    })),
    quotes: (facts.quotes ?? []).map(([speaker, cue, ...contents], index) => ({
      id: `q${base + index}`,
      kind: "direct",
      content: contents.map(at),
      cue: cue === "" ? [] : [at(cue)],
      source: [],
      speaker:
        speaker === "?" ? { status: "unresolved", reason: "no-source" } : { status: "resolved", entity: idOf(speaker) },
      attitude: "assertion",
      by: "hand",
    })),
    claims: (facts.claims ?? []).map(([subject, predicate, argument, quote], index) => {
      const [from, verb, to] = [at(subject), at(predicate), at(argument)];
      return {
        id: `c${base + index}`,
        start: from.start,
        end: to.end,
        text: text.slice(from.start, to.end),
        subject: from,
        predicate: verb,
        arguments: [to],
        assertedBy: quote === undefined ? "article" : `q${base + quote}`,
        polarity: "affirmed",
        modality: "asserted",
        by: "hand",
      };
    }),
    problems: (facts.problems ?? []).map((message) => ({ stage: "hand", rule: "doubt", message })),
  };
  const [fault] = checkKnowledgeFile(file);
  if (fault) throw new Error(`${fault.path}: ${fault.message}`);
  return file;
}
