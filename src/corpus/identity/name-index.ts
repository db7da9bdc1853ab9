import type { Identity } from "./identity.js";
import { exactKey, keysOf } from "./keys.js";
import { type IdentityType, type Name, readName } from "./names.js";

/** Compared under one key at most: an odd key with thousands behind it must not make the work quadratic. */
const MOST_UNDER_KEY = 60;

/** Identities by the keys of their names and by their links. */
export class NameIndex {
  readonly #ids = new Map<string, Set<string>>();

  /** Files an identity under one of its names. */
  addName({ id, type }: Identity, written: string): void {
    for (const key of keysOf(type, readName(type, written)).own) this.#add(key, id);
  }

  addLink({ id }: Identity, link: string): void {
    this.#add(linkKey(link), id);
  }

  /** Takes an identity out, under all its names and links. */
  remove({ id, type, names, links }: Identity): void {
    const keys = [...names.keys()].flatMap((written) => keysOf(type, readName(type, written)).own);
    for (const key of [...keys, ...[...links].map(linkKey)]) {
      const ids = this.#ids.get(key);
      ids?.delete(id);
      if (ids?.size === 0) this.#ids.delete(key);
    }
  }

  /** Ids of identities that have this very name. */
  bearers(type: IdentityType, name: Name): readonly string[] {
    return [...(this.#ids.get(exactKey(type, name)) ?? [])].slice(0, MOST_UNDER_KEY);
  }

  /** Ids of identities that may be the bearer of one of these names or links. */
  candidates(type: IdentityType, names: readonly Name[], links: readonly string[]): readonly string[] {
    const found = new Set<string>();
    for (const key of [...names.flatMap((name) => keysOf(type, name).sought), ...links.map(linkKey)]) {
      let left = MOST_UNDER_KEY;
      for (const id of this.#ids.get(key) ?? []) {
        if (left-- === 0) break;
        found.add(id);
      }
    }
    return [...found];
  }

  #add(key: string, id: string): void {
    const ids = this.#ids.get(key);
    if (ids) ids.add(id);
    else this.#ids.set(key, new Set([id]));
  }
}

const linkKey = (link: string): string => `link:${link}`;
