import { expect, test } from "vitest";
import { blockText } from "../../../src/read/html/block-text.js";
import { parsePage } from "../../../src/read/html/dom.js";

const textOf = async (html: string): Promise<string> => blockText((await parsePage(html, "page")).documentElement!);

test.each<[html: string, text: string]>([
  ["<p>One.</p><p>Two.</p>", "One.\n\nTwo."],
  ["<p>One<p>Two", "One\n\nTwo"],
  ["<p>a\n   b\t c</p>", "a b c"],
  ["<p>a <em>b</em><b>c</b></p>", "a bc"],
  ["<p>a<br>b<br><br>c</p>", "a\nb\n\nc"],
  ["<div>a<p>b</p>c</div>", "a\n\nb\n\nc"],
  ["<h1>H</h1>text<ul><li>x<li>y</ul>", "H\n\ntext\n\nx\n\ny"],
  ["<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\n\nc"],
  ["<pre>a\n  b</pre>", "a\nb"],
  ["<p>R&amp;D &ldquo;x&rdquo; &#8212; &lt;b&gt;</p>", "R&D “x” — <b>"],
  ["<p>a&nbsp;b in&shy;ter a&#8203;b</p>", "a\u00a0b in\u00adter a\u200bb"],
  ["<p>a<!-- no --><script>no()</script><style>no{}</style><noscript>no</noscript></p>", "a"],
  ["<p>a<svg><text>no</text></svg><button>no</button><iframe>no</iframe></p>", "a"],
  ["<html><head><title>no</title></head><p>a", "a"],
  ["just text", "just text"],
  ["a < b and c > d", "a < b and c > d"],
  ["<p></p>", ""],
])("%s", async (html, text) => {
  expect(await textOf(html)).toBe(text);
});
