/**
 * A worker process that does as the article's text says: 'echo …', 'die', 'spin', 'large' (tells of much memory), 'fatal'
 * as an argument to not start, 'never' to never be ready.
 */
const mode = process.argv[2];
process.on("disconnect", () => process.exit(0));
process.on("message", ({ article }) => {
  if (article.text === "die") process.exit(3);
  while (article.text === "spin");
  const resident = article.text === "large" ? 1e12 : 1;
  process.send({ answer: { json: `${article.text} by ${process.pid}`, counts: {} }, resident });
});
if (mode === "fatal") process.send({ fatal: { name: "UsageError", message: "no such pipeline" } });
else if (mode === "exit") process.exit(1);
else if (mode !== "never") process.send({ ready: { name: "obeying", model: null } });
