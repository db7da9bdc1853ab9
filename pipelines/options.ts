import type { UserName } from "../src/model/linking.js";

/** What a user may add to any pipeline. */
export interface PipelineOptions {
  /** The user's own names of people, organizations and places; they go before all other links. */
  readonly userNames?: readonly UserName[];
}
