import { svg } from "./dom.js";

/** A bar as long as a share of the width, from 0 to 1, beginning at another share. For the eye only: the number stands beside it. */
export const shareBar = (share: number, from = 0): SVGSVGElement =>
  svg(
    "svg",
    { class: "share", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("rect", { class: "barh", x: 100 * from, y: 1, width: Math.max(0.6, 100 * share), height: 8 }),
  );

/** '12.3 %'. */
export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
