import type { Doc } from "../../model/layers.js";
import type { Mention } from "../../model/mention.js";
import { addTo } from "../../text/grouped.js";
import { type Asked, askedByName, askedByPhrase, askedByPronoun, isPeople, mayBe } from "./asked.js";
import { type Chance, Chances } from "./chances.js";
import { type Cluster, newCluster } from "./cluster.js";
import { Discourse } from "./discourse.js";
import { selves } from "./first-person.js";
import { isGroup, isTold, isWe, toPersons, weBefore } from "./groups.js";
import { antecedentOfPhrase } from "./nominals.js";
import { type Pending, pendingOf } from "./pending.js";
import { headNoun } from "./phrases.js";
import { antecedentOf, pronounAt } from "./pronouns.js";
import { speakersOf } from "./quoted-speakers.js";
import { fromHeadline, isHeadline, mentionOf, sourceTest } from "./references.js";
import { type Scene, tokenRange, wordAt } from "./scene.js";
import { antecedentOfTitle, isBody, isTitle } from "./titles.js";
import { Voices } from "./voices.js";

/**
 * Least chances, after what is impossible has been left out, from which the encoder's best antecedent is taken. Tuned to
 * the third weights on GUM's train and dev files and our own gold together (mean 0.730 to 0.733, own gold 0.749 to 0.759);
 * flat within 0.05.
 */
const LEAST = { pronoun: 0.65, phrase: 0.7, thing: 0.8, title: 0.5, name: 0.4, anonymous: 0.75 };
/** The same for the source of an attribution, who is somebody spoken of nearly always. */
const LEAST_OF_SOURCE = { pronoun: 0.3, phrase: 0.5 };

type NamePending = Pending & { readonly kind: "name" };
type PhrasePending = Pending & { readonly kind: "phrase" };

/**
 * Reads the article once, in order, and lets descriptions and pronouns join the entity they take up, as resolveReferences
 * does, but by what the encoder holds likely: the chances of the mentions of an entity are added up, after those that
 * type, number, gender, syntax and voice forbid have been left out. Where the encoder sees nobody (it reads a window at
 * a time) the rules choose. What turns out to have a name ('a girl named Reed') joins the entity of that name.
 */
export function joinReferences(
  scene: Scene,
  named: readonly Cluster[],
  doc: Doc<"attributions" | "blocks" | "recognition">,
): readonly Cluster[] {
  const joining = new Joining(scene, named, doc);
  for (const pending of pendingOf(scene, named, doc)) {
    if (pending.kind === "name") joining.readName(pending);
    else if (pending.kind === "phrase") joining.readPhrase(pending);
    else joining.readPronoun(pending);
  }
  const all = [...named.filter((cluster) => joining.live(cluster) === cluster), ...joining.nameless];
  const persons = all.filter((cluster) => cluster.type === "person");
  for (const { token, cluster, by } of selves(scene, persons, doc)) joining.readSelf(token, cluster, by);
  for (const cluster of all) if (isGroup(scene, cluster)) toPersons(cluster);
  return all.filter((cluster) => cluster.mentions.length > 0 && isTold(cluster));
}

class Joining {
  readonly nameless = new Set<Cluster>();
  readonly #discourse: Discourse;
  readonly #voices: Voices;
  readonly #chances: Chances;
  /** For each token, the entity of the mention that hangs on it. */
  readonly #at: (Cluster | undefined)[];
  /** Sources first told of as 'an official', 'officials'. */
  readonly #anonymous = new Set<Cluster>();
  /** People by each word of their names, lower case. */
  readonly #byWord = new Map<string, Cluster[]>();
  /** Nameless ones that the headline mentions. */
  readonly #headlined: Cluster[] = [];
  readonly #isSourceAt: (mention: Mention) => boolean;
  /** By voice, whom its last 'we' meant. */
  readonly #lastWe = new Map<string, Cluster>();

  constructor(
    readonly scene: Scene,
    named: readonly Cluster[],
    readonly doc: Doc<"attributions" | "blocks" | "recognition">,
  ) {
    this.#discourse = new Discourse(scene);
    this.#isSourceAt = sourceTest(scene, doc);
    this.#voices = new Voices(scene, doc);
    this.#at = scene.tokens.map(() => undefined);
    this.#chances = new Chances(
      this.#discourse,
      this.#voices,
      this.#at,
      speakersOf(scene, named, doc),
      doc.recognition,
    );
    for (const cluster of named.filter(({ type }) => type === "person"))
      for (const word of cluster.words) addTo(this.#byWord, word, cluster);
  }

  /** What a cluster has become. */
  live(cluster: Cluster): Cluster {
    return this.#discourse.live(cluster);
  }

  readName({ at, mention, cluster: own }: NamePending): void {
    const cluster = this.live(own);
    const { first, end } = tokenRange(this.scene, mention);
    this.#at.fill(cluster, first, end);
    const best = this.#chances.best(at, askedByName(this.scene, cluster), new Set([cluster]));
    this.#join(cluster, mention, at, this.#isSourceAt(mention));
    const bearer = this.#bearer(at, first, cluster);
    if (bearer) this.#absorb(cluster, bearer);
    else if (isTitle(this.scene, cluster) || isBody(this.scene, cluster, first))
      this.#readTitle(cluster, first, end, best);
    else if (best && this.nameless.has(best.cluster) && !isThingOf(best.cluster, cluster)) {
      // A source that the article keeps nameless gets a name on strong evidence only.
      if (best.chance >= (this.#anonymous.has(best.cluster) ? LEAST.anonymous : LEAST.name))
        this.#absorb(cluster, best.cluster);
    }
  }

  /** 'The Secretary', taken for a name, is the one named before. */
  #readTitle(cluster: Cluster, first: number, end: number, best: Chance | undefined): void {
    const likely = best && best.chance >= LEAST.title && best.cluster.names.length > 0 ? best.cluster : undefined;
    const found = likely ?? antecedentOfTitle(this.#discourse, cluster, first, end);
    if (!found || found === cluster) return;
    found.names.push(...cluster.names);
    this.#absorb(found, cluster);
  }

  readPhrase({ at, phrase, isSource, isTitle: isOffice, cluster: beside }: PhrasePending): void {
    if (beside && (isOffice || this.#at[at])) this.#readOffice(at, phrase, this.live(beside));
    if (this.#at[at]) return;
    const asked = askedByPhrase(this.scene, phrase);
    const inside = new Set<Cluster>();
    for (let i = phrase.first; i < phrase.end; i++) if (this.#at[i]) inside.add(this.live(this.#at[i]!));
    const best =
      beside || (isSource && phrase.kind === "indefinite") ? undefined : this.#chances.best(at, asked, inside);
    // 'The ad' is hardly a person.
    const isOdd = best?.cluster.type === "person" && phrase.head.type !== "person";
    const likely =
      best && best.chance >= (isOdd ? LEAST.thing : (isSource ? LEAST_OF_SOURCE : LEAST).phrase)
        ? best.cluster
        : undefined;
    const known = beside ? this.live(beside) : (this.#named(at) ?? likely ?? this.#byRule(phrase));
    const cluster = known ?? this.#begin(phrase.head.type, phrase.head.isPlural, phrase.head.type === "other");
    if (!known && isHeadline(this.scene, this.doc, at)) this.#headlined.push(cluster);
    if (!known && isSource && phrase.kind !== "definite") this.#anonymous.add(cluster);
    cluster.heads.add(phrase.head.noun);
    for (const word of asked.proper) cluster.modifiers.add(word);
    if (cluster.gender === "u") cluster.gender = phrase.head.gender;
    const rule = beside ? "entities/apposition" : known ? "entities/description" : "entities/nameless";
    const by = likely ? "encoder/description" : rule;
    this.#join(cluster, mentionOf(this.scene, phrase.first, phrase.end, cluster, "nominal", by), at, isSource);
  }

  #readOffice(at: number, { first, end }: PhrasePending["phrase"], cluster: Cluster): void {
    cluster.mentions.push(mentionOf(this.scene, first, end, cluster, "nominal", "entities/title"));
    this.#at.fill(cluster, Math.min(at, first), end);
  }

  /** The one entity with the word at `at` in its name: 'Trump' where nobody took it for one. */
  #named(at: number): Cluster | undefined {
    const { pos, text } = this.scene.tokens[at]!;
    if (pos !== "PROPN" || headNoun(this.scene, text)) return undefined;
    const bearers = new Set((this.#byWord.get(text.toLowerCase()) ?? []).map((cluster) => this.live(cluster)));
    return bearers.size === 1 ? [...bearers][0] : undefined;
  }

  #byRule(phrase: PhrasePending["phrase"]): Cluster | undefined {
    const found = antecedentOfPhrase(this.#discourse, phrase) ?? fromHeadline(this.scene, this.#headlined, phrase);
    return found && this.live(found);
  }

  readPronoun({ at, ...pending }: Pending): void {
    if (this.#at[at]) return;
    const isSource = pending.kind === "pronoun" && pending.isSource;
    const asked = askedByPronoun(this.scene, at);
    const pronoun = pronounAt(this.scene, at);
    const weighed = pronoun && pronoun.gender !== "u" ? this.#chances.weighed(at, asked, pronoun, isSource) : undefined;
    const best = weighed ? undefined : this.#chances.best(at, asked, new Set());
    const likely =
      weighed ?? (best && best.chance >= (isSource ? LEAST_OF_SOURCE : LEAST).pronoun ? best.cluster : undefined);
    const ruled = likely || !pronoun ? undefined : antecedentOf(this.#discourse, at, pronoun, isSource);
    const known = likely ?? ruled ?? this.#weBefore(at, asked);
    const isThing = asked.types.length > 0 && !asked.types.includes("person");
    const cluster =
      known ?? this.#begin(asked.types.length === 1 ? asked.types[0]! : "other", asked.isPlural ?? false, isThing);
    if (cluster.gender === "u") cluster.gender = asked.gender;
    if (isWe(asked)) this.#lastWe.set(this.#voices.at(at), cluster);
    const by = likely ? "encoder/pronoun" : known ? "entities/pronoun" : "entities/nameless";
    this.#join(cluster, mentionOf(this.scene, at, at + 1, cluster, "pronoun", by), at, isSource);
  }

  /** 'We' goes on meaning whom it meant, in one voice. */
  #weBefore(at: number, asked: Asked): Cluster | undefined {
    const last = isWe(asked) ? this.#lastWe.get(this.#voices.at(at)) : undefined;
    return last && this.live(last);
  }

  /** Rules know whom 'I' means; what the encoder made of it goes. */
  readSelf(token: number, cluster: Cluster, by: string): void {
    const mention = mentionOf(this.scene, token, token + 1, cluster, "pronoun", by);
    const old = this.#at[token] && this.live(this.#at[token]!);
    const index = old ? old.mentions.findIndex(({ start, form }) => start === mention.start && form === "pronoun") : -1;
    if (index >= 0) old!.mentions.splice(index, 1);
    // 'I’m' is one token: the mention is its pronoun.
    cluster.mentions.push({ ...mention, end: mention.start + this.scene.tokens[token]!.text.search(/['’]|$/) });
  }

  /** The nameless one that bears a name: the man of 'a man named Reed', the lawyer of 'a lawyer, Ann Reed', 'we' of 'we Danes'. */
  #bearer(at: number, first: number, name: Cluster): Cluster | undefined {
    const { heads, relations } = this.doc.recognition;
    const verb = heads[first]!;
    const isNamed = /^(named|called|nicknamed|dubbed)$/.test(wordAt(this.scene, verb)) && /^acl/.test(relations[verb]!);
    const we = isPeople(this.scene, name) ? weBefore(this.scene, first) : undefined;
    if (!isNamed && we === undefined && relations[at] !== "appos") return undefined;
    const bearer = this.#at[we ?? heads[isNamed ? verb : at]!];
    const cluster = bearer && this.live(bearer);
    if (!cluster || !this.nameless.has(cluster) || isThingOf(cluster, name)) return undefined;
    return mayBe(this.scene, cluster, askedByName(this.scene, name)) ? cluster : undefined;
  }

  #begin(type: Cluster["type"], isPlural: boolean, isThing: boolean): Cluster {
    const cluster = { ...newCluster(type), isPlural, isThing };
    this.nameless.add(cluster);
    return cluster;
  }

  #join(cluster: Cluster, mention: Mention, token: number, isSource: boolean): void {
    cluster.mentions.push(mention);
    this.#at[token] = cluster;
    this.#discourse.note(cluster, mention);
    if (!isSource) return;
    cluster.isSource = true;
    this.#discourse.lastSource = cluster;
  }

  #absorb(into: Cluster, from: Cluster): void {
    this.nameless.delete(from);
    into.mentions.push(...from.mentions);
    for (const word of from.modifiers) into.modifiers.add(word);
    for (const noun of from.heads) into.heads.add(noun);
    if (into.gender === "u") into.gender = from.gender;
    into.isSource ||= from.isSource;
    this.#discourse.absorb(into, from);
  }
}

/** 'A recent report' before a person's or a place's name: a thing is neither. */
const isThingOf = ({ isThing }: Cluster, { type }: Cluster): boolean =>
  isThing && (type === "person" || type === "place");
