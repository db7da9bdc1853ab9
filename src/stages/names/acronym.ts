/** True when `short` is made of initials of `long`, in order: 'NSC' of 'National Security Council'; refuses 'U.S.' after a player. */
export function isAcronymOf(short: string, long: string): boolean {
  const letters = short.replace(/[^\p{L}]/gu, "").toUpperCase();
  const initials = long.split(/[\s-]+/).map((word) => word.slice(0, 1).toUpperCase());
  let at = 0;
  for (const initial of initials) if (initial === letters[at]) at++;
  return letters.length > 1 && at === letters.length;
}
