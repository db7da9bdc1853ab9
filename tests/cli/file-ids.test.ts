import { expect, it } from "vitest";
import { fileIds } from "../../src/cli/file-ids.js";

it("gives base names, and folders before them where the name is taken", () => {
  const ids = fileIds();
  const files = ["in/x/story.txt", "in/y/story.txt", "in/z/y/story.html.gz", "in/x/other.md", "in/y/story.txt"];
  expect(files.map(ids.idOf)).toEqual(["story", "y/story", "z/y/story", "other", "y/story"]);
  expect(["story", "y/story"].map(ids.isMade)).toEqual([false, true]);
});

it.each(["feed.ndjson", "table.csv.gz", "crawl.warc.gz", "-", "/dev/fd/63"])(
  "leaves the ids of %s to its records",
  (file) => {
    expect(fileIds().idOf(file)).toBeUndefined();
  },
);
