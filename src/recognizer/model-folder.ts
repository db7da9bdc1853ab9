import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ModelError } from "../model/errors.js";

/** The project's `models` folder, seen from the sources and from `dist`. Throws a ModelError when it is not there. */
export function modelFolder(): string {
  const places = ["../../models/", "../../../models/"].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const found = places.find((place) => existsSync(`${place}manifest.json`));
  if (found === undefined) {
    throw new ModelError(
      `no model: manifest.json is in none of ${places.join(", ")}; install copydesk whole, or use the pipeline rules-only`,
    );
  }
  return found;
}
