import type { Report } from "./report.js";
export const errorPage = (_: Report): string => "";
