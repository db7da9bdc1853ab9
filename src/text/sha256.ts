import { createHash } from "node:crypto";

/** SHA-256 in hex. A text counts in UTF-8, half a surrogate pair in it as U+FFFD. */
export const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");
