const actions = new Set<() => void>();

/** Has an action done should the process be ended at once; gives the function that takes it back. */
export function onStop(action: () => void): () => void {
  actions.add(action);
  return () => actions.delete(action);
}

/** Before a sudden end: temporary files are removed, worker processes ended. */
export function stopAtOnce(): void {
  for (const action of actions) action();
}
