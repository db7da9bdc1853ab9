/** Whether to colour an output: NO_COLOR (no-color.org) wins over FORCE_COLOR, which wins over what the output is. */
export function isColoured(environment: NodeJS.ProcessEnv, output: { readonly isTTY?: boolean }): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment;
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== "" && FORCE_COLOR !== "0") return true;
  return output.isTTY === true && TERM !== "dumb";
}
