/** A regular expression as it stands in source. */
export interface Literal {
  readonly file: string;
  readonly line: number;
  readonly source: string;
  readonly flags: string;
}

/** What may stand before a regular expression; after a name, a number or a closing bracket '/' divides. */
const BEFORE = /(?:^|[=(,:[!&|?{};+*%~^<>-]|\b(?:return|typeof|case|of|in|do|else|yield|await))$/;

/** The regular expressions written out in TypeScript source: strings, templates and comments are passed over. */
export function literalsIn(file: string, code: string): readonly Literal[] {
  const found: Literal[] = [];
  const braces: number[] = []; // of templates that are open: how many braces stand open in their ${…}
  let before = "";
  for (let at = 0; at < code.length; ) {
    const rest = code.slice(at, at + 2);
    if (rest === "//") at = ends(code, "\n", at);
    else if (rest === "/*") at = ends(code, "*/", at) + 2;
    else if (code[at] === '"' || code[at] === "'") {
      at = afterString(code, at);
      before = ")";
    } else if (code[at] === "`" || (code[at] === "}" && braces.at(-1) === 0)) {
      if (code[at] === "}") braces.pop();
      at = afterTemplatePart(code, at + 1);
      if (code[at - 1] === "{") braces.push(0);
      before = code[at - 1] === "{" ? "{" : ")";
    } else if (code[at] === "/" && BEFORE.test(before) && REGEX.test(code.slice(at, at + MOST))) {
      const [whole, source, flags] = REGEX.exec(code.slice(at, at + MOST))!;
      found.push({ file, line: code.slice(0, at).split("\n").length, source: source!, flags: flags! });
      at += whole.length;
      before = ")";
    } else {
      if (braces.length > 0 && code[at] === "{") braces[braces.length - 1]!++;
      if (braces.length > 0 && code[at] === "}") braces[braces.length - 1]!--;
      if (/\S/.test(code[at]!)) before = (before + code[at]).slice(-12);
      else if (/\w$/.test(before)) before += " ";
      before = before.replace(/ $/, /\w/.test(code[at + 1] ?? "") ? " " : "");
      at++;
    }
  }
  return found;
}

/** No literal is longer. */
const MOST = 2_000;
const REGEX = /^\/((?:[^\\/[\n]|\\.|\[(?:[^\\\]\n]|\\.)*\])+)\/([dgimsuvy]*)/;

const ends = (code: string, mark: string, from: number): number => {
  const at = code.indexOf(mark, from);
  return at === -1 ? code.length : at;
};

function afterString(code: string, from: number): number {
  let at = from + 1;
  while (at < code.length && code[at] !== code[from]) at += code[at] === "\\" ? 2 : 1;
  return at + 1;
}

/** Past the closing backtick, or past the '${' that interrupts the template. */
function afterTemplatePart(code: string, from: number): number {
  let at = from;
  while (at < code.length && code[at] !== "`" && code.slice(at, at + 2) !== "${") at += code[at] === "\\" ? 2 : 1;
  return code[at] === "`" ? at + 1 : at + 2;
}
