import type { Doc } from "../../model/layers.js";
import type { Cluster } from "./cluster.js";
import { type Scene, tokenRange } from "./scene.js";

/** Who speaks at each token of quotations whose source is a name. */
export function speakersOf(
  scene: Scene,
  named: readonly Cluster[],
  { attributions }: Doc<"attributions">,
): ReadonlyMap<number, Cluster> {
  const bearers = new Map<number, Cluster>();
  for (const cluster of named) {
    if (cluster.type !== "person") continue;
    for (const name of cluster.names) bearers.set(tokenRange(scene, name).first, cluster);
  }
  const speakers = new Map<number, Cluster>();
  for (const { source, content } of attributions) {
    const range = source[0] && tokenRange(scene, source[0]);
    let speaker: Cluster | undefined;
    for (let i = range?.first ?? 0; range && i < range.end && !speaker; i++) speaker = bearers.get(i);
    if (!speaker) continue;
    for (const span of content) {
      const { first, end } = tokenRange(scene, span);
      for (let i = first; i < end; i++) if (scene.quotationOf[i]! >= 0) speakers.set(i, speaker);
    }
  }
  return speakers;
}
