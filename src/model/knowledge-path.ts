/** Ending of a knowledge file's name. */
export const KNOWLEDGE_SUFFIX = ".knowledge.json";

/**
 * True for the path of a knowledge file, counted from the folder that is searched. What is hidden, or stands in a hidden
 * folder, is a run's own or not whole yet.
 */
export const isKnowledgePath = (path: string): boolean =>
  path.endsWith(KNOWLEDGE_SUFFIX) && !/(?:^|[/\\])\./.test(path);
