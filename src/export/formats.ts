import type { ExportFormat } from "./export-format.js";
import { followTheMoney } from "./follow-the-money.js";
import { ninjs } from "./ninjs.js";
import { schemaOrg } from "./schema-org.js";
import { webAnnotation } from "./web-annotation.js";

/** Every format that one knowledge file can be turned into on its own, in the order of the documentation. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [webAnnotation, schemaOrg, ninjs, followTheMoney];
