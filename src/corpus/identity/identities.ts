import type { Natural } from "../../adapters/natural.js";
import { bestMatch } from "./compare-names.js";
import {
  type ArticleNames,
  type Features,
  Frequencies,
  featuresOf,
  type NamedEntity,
  sharedContext,
} from "./context.js";
import { type Decision, decide } from "./decide.js";
import { evidenceOf, likeEntity, linksDiffer, MOST_NAMES } from "./evidence.js";
import { add, addFeatures, type Given, type Identity, type Merge, newId } from "./identity.js";
import { NameIndex } from "./name-index.js";
import { type IdentityType, type Name, readName } from "./names.js";

/** Share of context by which the best of several guesses must lead. */
const LEAD = 0.05;
/** Rules by which a name may be that of several. */
const GUESSES: ReadonlySet<Decision["rule"]> = new Set(["surname", "short-name", "acronym", "initials"]);

/** All identities of a corpus. Ids once given stay: identities only grow, and the elder of two that merge keeps its id. */
export class Identities {
  readonly #all = new Map<string, Identity>();
  readonly #index = new NameIndex();
  readonly #frequencies = new Frequencies();
  /** Features of the articles counted, for when they are assigned. */
  readonly #features = new WeakMap<ArticleNames, readonly Features[]>();
  #lastBorn = -1;
  #earlier: Identities | undefined;
  /** Those of an earlier build. */
  readonly #restored = new Set<string>();
  /** Those that are new or have a new name since the last {@link settle}. */
  #changed = new Set<string>();

  constructor(private readonly natural: Natural) {}

  /** Takes up identities of an earlier build. */
  restore(identities: Iterable<Identity>, frequencies: ReturnType<Frequencies["kept"]>): void {
    this.#frequencies.restore(frequencies);
    for (const identity of identities) {
      this.#all.set(identity.id, identity);
      this.#restored.add(identity.id);
      this.#lastBorn = Math.max(this.#lastBorn, identity.born);
      if (identity.into === undefined) this.#file(identity);
    }
  }

  /** Takes up only what must outlast a reading of everything anew: which of two is the elder, and what was merged. */
  succeed(earlier: Identities): void {
    this.#lastBorn = earlier.#lastBorn;
    this.#earlier = earlier;
  }

  /** Merges what the earlier identities had merged; after everything is assigned. */
  mergeAsBefore(): void {
    for (const { id, into } of this.#earlier?.all() ?? []) {
      const [one, other] = [this.#all.get(id), into && this.#all.get(into.id)];
      if (into && one && other) this.merge(one, other, into);
    }
  }

  /** All identities, those that merged into others too. */
  all(): Iterable<Identity> {
    return this.#all.values();
  }

  /** What the next build needs of how often features stand in articles. */
  frequencies(): ReturnType<Frequencies["kept"]> {
    return this.#frequencies.kept();
  }

  /** The identity with an id, as it was given. */
  get(id: string): Identity | undefined {
    return this.#all.get(id);
  }

  /** The identity that an id leads to, over merges. */
  root(identity: Identity): Identity {
    let at = identity;
    while (at.into !== undefined) at = this.#all.get(at.into.id)!;
    return at;
  }

  /** Counts how often features stand in articles; before {@link assign}, for all articles of a build. */
  count(articles: readonly ArticleNames[]): void {
    for (const article of articles) {
      const features = featuresOf(article, this.natural);
      this.#features.set(article, features);
      this.#frequencies.add(features.flat());
    }
  }

  /**
   * Gives each entity of an article its identity, in the order of its entities. What `kept` gives was given before, and
   * stays; an identity that is known already has learned from it then.
   */
  assign(article: ArticleNames, kept: (entity: NamedEntity) => Given | undefined): readonly Given[] {
    const features = this.#features.get(article) ?? featuresOf(article, this.natural);
    const taken = new Set<string>();
    const given: Given[] = [];
    const order = article.entities
      .map((entity, index) => ({ entity, index, words: readName(entity.type, entity.name).words.length }))
      .sort((a, b) => b.words - a.words); // a full name first: a bare surname must not take its place
    for (const { entity, index } of order) {
      const before = kept(entity);
      const found = before ? undefined : this.#find(entity, features[index]!, taken);
      const known = before ? this.#all.get(before.givenId) : found?.identity;
      const identity = known ?? this.#add(before?.givenId ?? newId(article, entity, this.#all), entity.type);
      if (!(before && known && this.#restored.has(known.id))) this.#learn(identity, entity, features[index]!);
      taken.add(this.root(identity).id);
      given[index] = before ?? {
        givenId: identity.id,
        rule: found?.rule ?? "new",
        score: found?.score ?? null,
        evidence: found?.evidence ?? null,
      };
    }
    return given;
  }

  /** Merges identities that turned out to be one since the last time. `apart` tells pairs that must not be. */
  settle(apart: (a: Identity, b: Identity) => boolean): void {
    const changed = [...this.#changed].map((id) => this.#all.get(id)!).sort((a, b) => a.born - b.born);
    this.#changed = new Set();
    for (const identity of changed) {
      if (identity.into !== undefined) continue;
      const found = this.#find(likeEntity(identity), [...identity.features.keys()], new Set([identity.id]), (other) =>
        apart(identity, other),
      );
      if (found) this.merge(identity, found.identity, found);
    }
  }

  /** Makes one identity of two: the elder. */
  merge(a: Identity, b: Identity, why: Omit<Merge, "id">): void {
    const [one, two] = [this.root(a), this.root(b)];
    if (one === two) return;
    const [elder, younger] = one.born < two.born ? [one, two] : [two, one];
    younger.into = { id: elder.id, rule: why.rule, score: why.score, evidence: why.evidence };
    this.#index.remove(younger);
    for (const [name, count] of younger.names) this.#name(elder, name, count);
    for (const [feature, count] of younger.features) add(elder.features, feature, count);
    for (const link of younger.links) this.#link(elder, link);
  }

  /** Takes a merge back: the identity stands for itself again. What the other learned from it stays there. */
  unmerge(identity: Identity): void {
    delete identity.into;
    this.#file(identity);
  }

  /** Forgets identities. */
  remove(identities: Iterable<Identity>): void {
    for (const identity of identities) {
      this.#index.remove(identity);
      this.#all.delete(identity.id);
      this.#changed.delete(identity.id);
    }
  }

  #find(
    entity: Pick<NamedEntity, "type" | "name" | "aliases" | "links">,
    features: Features,
    taken: ReadonlySet<string>,
    apart: (other: Identity) => boolean = () => false,
  ): {
    readonly identity: Identity;
    readonly rule: Decision["rule"];
    readonly score: number;
    readonly evidence: string;
  } | null {
    const names = [entity.name, ...entity.aliases].map((name) => readName(entity.type, name));
    const among = (ids: readonly string[]) =>
      ids
        .map((id) => this.#all.get(id)!)
        .filter((other) => other.type === entity.type && !apart(other))
        .flatMap((other) => this.#compare(entity, names, features, other, taken.has(other.id)) ?? [])
        .sort((a, b) => b.score - a.score || a.identity.born - b.identity.born);
    // Most entities bear a name that is known: then no other names are gone through.
    const [same] = among(this.#index.bearers(entity.type, names[0]!));
    if (same) return same;
    const found = among(this.#index.candidates(entity.type, names, entity.links));
    const [best, second] = found;
    if (best === undefined) return null;
    return GUESSES.has(best.rule) && second && second.rule === best.rule && best.share - second.share < LEAD
      ? null
      : best;
  }

  #compare(
    entity: Pick<NamedEntity, "type" | "links">,
    names: readonly Name[],
    features: Features,
    other: Identity,
    isTaken: boolean,
  ) {
    const { type } = entity;
    const link = entity.links.find((one) => other.links.has(one));
    if (link === undefined && linksDiffer(entity.links, other.links)) return null;
    const known = [...other.names.keys()].slice(0, MOST_NAMES).map((written) => readName(type, written));
    const best = bestMatch(type, names, known, this.natural);
    if (best === null) return null;
    const { match, name, other: otherName } = best;
    // The article's reader saw both and told them apart; only an equal full name speaks against it.
    if (isTaken && match.rule !== "same-name") return null;
    const shared = sharedContext(features, other.features, this.#frequencies);
    const decision: Decision | null =
      link === undefined
        ? decide({ type, name, match, shared, features, known: other.features })
        : { rule: "link", score: 1 };
    if (decision === null) return null;
    const evidence = evidenceOf(name, otherName, link, shared);
    return { ...decision, identity: other, evidence, share: shared.share };
  }

  #add(id: string, type: IdentityType): Identity {
    const born = this.#earlier?.get(id)?.born ?? ++this.#lastBorn;
    const identity: Identity = { id, type, born, names: new Map(), features: new Map(), links: new Set() };
    this.#all.set(id, identity);
    return identity;
  }

  #learn(given: Identity, entity: NamedEntity, features: Features): void {
    for (const identity of new Set([given, this.root(given)])) {
      for (const name of new Set([entity.name, ...entity.aliases])) this.#name(identity, name, 1);
      for (const link of entity.links) this.#link(identity, link);
      addFeatures(identity, features);
    }
  }

  #name(identity: Identity, written: string, count: number): void {
    if (!identity.names.has(written)) {
      this.#changed.add(identity.id);
      if (identity.into === undefined) this.#index.addName(identity, written);
    }
    add(identity.names, written, count);
  }

  #link(identity: Identity, link: string): void {
    identity.links.add(link);
    if (identity.into === undefined) this.#index.addLink(identity, link);
  }

  #file(identity: Identity): void {
    for (const written of identity.names.keys()) this.#index.addName(identity, written);
    for (const link of identity.links) this.#index.addLink(identity, link);
  }
}
