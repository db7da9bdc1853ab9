import { z } from "zod";

/** A date or date and time in ISO 8601 as an article's record gives it; a day is enough. */
const isoDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2}([T ].*)?)?)?$/, "expected an ISO 8601 date such as 2025-02-07 or 2025-02-07T09:30:00Z");

/** What a pipeline reads: the text and what the record around it says. `text` is never edited after reading. */
export const articleSchema = z.object({
  id: z.string().min(1),
  text: z.string(),
  title: z.string().optional(),
  published: isoDate.optional(),
  /** Authors as the record names them. */
  authors: z.array(z.string()).optional(),
  url: z.string().optional(),
  /** The outlet's name or host. */
  source: z.string().optional(),
});

/** An article as a pipeline gets it. */
export type Article = Readonly<z.infer<typeof articleSchema>>;
