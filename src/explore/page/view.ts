import type { Child } from "./dom.js";
import type { Route } from "./route.js";

/** What a view puts on the page. */
export interface Shown {
  readonly title: string;
  readonly content: readonly Child[];
  /** Called when all of it is on the page: to load more, or to go to a place in it. */
  readonly after?: () => void;
}

/** Makes what a route shows. */
export type View = (route: Route) => Promise<Shown>;
