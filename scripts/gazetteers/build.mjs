/** Rebuilds src/lexicons/gazetteers from registry packages: `npm run gazetteers`. Same packages, same bytes. */
import { brands } from "./brands.mjs";
import { cities, divisions } from "./cities.mjs";
import { countries } from "./countries.mjs";

console.table([countries(), divisions(), cities(), brands()]);
