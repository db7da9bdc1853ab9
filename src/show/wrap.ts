// biome-ignore lint/suspicious/noControlCharactersInRegex: the codes that the painter writes
const CODE = /\u001b\[[\d;]*m/g;

/** Columns that a painted text takes: its code points, without the painter's codes. */
const columnsOf = (text: string): number => [...text.replace(CODE, "")].length;

/**
 * Lines no wider than `width` columns, broken at spaces; an indented line, a list's item, goes on `hang` columns
 * further in. A word that is wider than a line stays whole: an address must stay one that can be copied. Painted text keeps
 * its codes.
 */
export function wrapped(text: string, width: number, hang = 0): string {
  return text
    .split("\n")
    .map((line) => wrappedLine(line, width, hang))
    .join("\n");
}

function wrappedLine(line: string, width: number, hang: number): string {
  if (columnsOf(line) <= width) return line;
  const indent = /^ */.exec(line)![0];
  const lines: string[] = [];
  let current = indent;
  let columns = indent.length;
  let isStart = true;
  for (const word of line.slice(indent.length).split(" ")) {
    const size = columnsOf(word);
    if (!isStart && columns + 1 + size > width) {
      lines.push(current);
      current = indent === "" ? "" : indent + " ".repeat(hang);
      columns = current.length;
      isStart = true;
    }
    current += isStart ? word : ` ${word}`;
    columns += size + (isStart ? 0 : 1);
    isStart = false;
  }
  return [...lines, current].join("\n");
}
