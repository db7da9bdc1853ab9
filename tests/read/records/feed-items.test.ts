import { expect, it } from "vitest";
import { readJson } from "../../../src/read/formats/read-json.js";
import { DEFAULT_LIMITS } from "../../../src/read/read-item.js";
import { feedItemsIn } from "../../../src/read/records/feed-items.js";

async function* bytesOf(value: unknown): AsyncGenerator<Buffer> {
  yield Buffer.from(JSON.stringify(value));
}

async function read(value: unknown) {
  const items = [];
  for await (const item of readJson(bytesOf(value), { file: "feed.json", limits: DEFAULT_LIMITS })) {
    items.push(item.article ?? item.error);
  }
  return items;
}

const feed = (...items: object[]) => ({ version: "https://jsonfeed.org/version/1.1", title: "The Holm Post", items });

it("reads the items of a JSON Feed, HTML as the text a reader sees", async () => {
  const items = await read(
    feed(
      {
        id: "https://holm.example/1",
        url: "https://holm.example/1",
        title: "Harbour to close",
        content_html: "<p>The harbour will <b>close</b>.</p><script>x()</script><p>&ldquo;No,&rdquo; said Ann Lee.</p>",
        date_published: "2025-02-07T10:00:00Z",
        authors: [{ name: "Rosa Diaz" }],
      },
      { id: "2", content_text: "Plain & simple.", content_html: "<p>not this</p>", source: "The Holm Echo" },
      { id: "3", title: "No text" },
    ),
  );
  expect(items).toEqual([
    {
      id: "https://holm.example/1",
      text: "The harbour will close.\n\n“No,” said Ann Lee.",
      title: "Harbour to close",
      published: "2025-02-07T10:00:00Z",
      authors: ["Rosa Diaz"],
      url: "https://holm.example/1",
      source: "The Holm Post",
    },
    { id: "2", text: "Plain & simple.", source: "The Holm Echo" },
    expect.objectContaining({ message: expect.stringContaining("record 3: no text") }),
  ]);
});

it.each([
  ["a record with a text of its own", { text: "x", items: [1] }],
  ["a list", [{ items: [] }]],
  ["items that are no list", { items: { a: 1 } }],
  ["nothing", null],
])("takes %s for no feed", (_, value) => {
  expect(feedItemsIn(value)).toBeNull();
});
