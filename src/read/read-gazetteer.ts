import { readFile } from "node:fs/promises";
import { InputError } from "../model/errors.js";
import type { UserName } from "../model/linking.js";
import { ENTITY_TYPES, type EntityType } from "../model/mention.js";

const NEEDED = ["name", "scheme", "id"] as const;

/**
 * Reads a user's own gazetteer: a CSV file in UTF-8 with the columns name, scheme, id, and if wanted type, country (ISO
 * 3166-1 alpha-2), lat and lon. Throws an InputError that names the file, the line and the mend.
 */
export async function readGazetteer(file: string): Promise<readonly UserName[]> {
  const { parse } = await import("csv-parse/sync");
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (cause) {
    throw new InputError(
      "cannot be read; give the path of a CSV file with the columns name, scheme, id",
      { file },
      { cause },
    );
  }
  let rows: { record: Record<string, string>; info: { lines: number } }[];
  try {
    rows = parse(text, { columns: true, bom: true, info: true, skip_empty_lines: true, trim: true });
  } catch (cause) {
    throw new InputError(`is no CSV: ${cause instanceof Error ? cause.message : String(cause)}`, { file }, { cause });
  }
  return rows.map(({ record, info }) => userName(record, file, info.lines));
}

function userName(row: Record<string, string>, file: string, line: number): UserName {
  for (const column of NEEDED) {
    if (!row[column]) throw new InputError(`has no ${column}; each row needs ${NEEDED.join(", ")}`, { file, line });
  }
  const type = row.type || undefined;
  if (type && !(ENTITY_TYPES as readonly string[]).includes(type)) {
    throw new InputError(`type '${type}' is not known; write one of ${ENTITY_TYPES.join(", ")}, or nothing`, {
      file,
      line,
    });
  }
  const lat = coordinate(row.lat, 90, "lat", file, line);
  const lon = coordinate(row.lon, 180, "lon", file, line);
  const isPlaced = Boolean(row.country) || (lat !== undefined && lon !== undefined);
  return {
    name: row.name!,
    scheme: row.scheme!,
    id: row.id!,
    ...(type && { type: type as EntityType }),
    ...(isPlaced && {
      location: {
        name: row.name!,
        kind: "city",
        ...(row.country && { country: row.country }),
        ...(lat !== undefined && lon !== undefined && { lat, lon }),
      },
    }),
  };
}

function coordinate(value: string | undefined, most: number, column: string, file: string, line: number) {
  if (!value) return undefined;
  const degrees = Number(value);
  if (!(Math.abs(degrees) <= most)) {
    throw new InputError(`${column} '${value}' is no number from -${most} to ${most}; write degrees, such as 48.85`, {
      file,
      line,
    });
  }
  return degrees;
}
