/** A part of a regular expression: what is read once (`atom`), what stands in brackets, and how often it may come. */
interface Part {
  readonly source: string;
  /** The alternatives in a group, each a sequence; none for an atom. */
  readonly choices?: readonly (readonly Part[])[];
  readonly isAssertion: boolean;
  readonly isEndless: boolean;
  readonly least: number;
}

/** Signs to build texts of: those that patterns of this project ask for. */
const SIGNS = [..." \t\n\u00a0aAzZéÉ0919.,;:!?'’\"“”‘-–—…()[]{}<>/\\&@#$%*+=_|~^`•€\u0301\u200d\u00ad"];
const MOST_SAMPLES = 7;

/** Texts that make a backtracking engine try many ways, if the pattern has many: each repeatable part pumped `size` times. */
export function pumpTexts(source: string, flags: string, size: number): readonly string[] {
  const samplesOf = sampler(flags.replace(/[gyd]/g, ""));
  const parts = parse(source);
  const loops = endless(parts, []);
  const votes = new Map<string, number>();
  for (const { part } of loops) for (const sample of samplesOf(part)) votes.set(sample, (votes.get(sample) ?? 0) + 1);
  const texts = new Set<string>();
  for (const { part, before } of loops) {
    const prefix = before.map((one) => (one.isAssertion || one.least === 0 ? "" : (samplesOf(one)[0] ?? ""))).join("");
    // A sign that several loops take is what they can quarrel about.
    const samples = [...samplesOf(part)].sort((a, b) => votes.get(b)! - votes.get(a)!).slice(0, MOST_SAMPLES);
    for (const sample of samples) {
      const body = sample.repeat(Math.ceil(size / sample.length));
      for (const head of new Set(["", prefix])) for (const tail of ["", "\u0001"]) texts.add(head + body + tail);
    }
  }
  // What stands before a loop, over and over: each start is tried, and may run to the end.
  for (const { before, part } of loops) {
    const unit = [...before, part].map((one) => (one.isAssertion ? "" : (samplesOf(one)[0] ?? ""))).join("");
    if (unit.length > 1) texts.add(`${unit.repeat(Math.ceil(size / unit.length))}\u0001`);
  }
  return [...texts];
}

function endless(parts: readonly Part[], before: readonly Part[]): { part: Part; before: readonly Part[] }[] {
  return parts.flatMap((part, at) => {
    const ahead = [...before, ...parts.slice(0, at)];
    const inner = (part.choices ?? []).flatMap((choice) => endless(choice, ahead));
    return part.isEndless ? [{ part, before: ahead }, ...inner] : inner;
  });
}

/** Gives texts that a part, once, takes whole. */
function sampler(flags: string): (part: Part) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  const samplesOf = (part: Part): readonly string[] => {
    const found = known.get(part.source) ?? sample(part);
    known.set(part.source, found);
    return found;
  };
  const sample = ({ source, choices }: Part): readonly string[] => {
    let takes: RegExp;
    try {
      takes = new RegExp(`^(?:${source})$`, flags);
    } catch {
      return []; // a reference to a group that is elsewhere
    }
    const single = SIGNS.filter((sign) => takes.test(sign));
    if (choices === undefined) return single;
    const joined = choices.flatMap((choice) => {
      const lists = choice.filter((one) => !one.isAssertion).map(samplesOf);
      return [0, 1].map((n) => lists.map((list) => list[n] ?? list[0] ?? "").join(""));
    });
    const whole = joined
      .flatMap((text) => [text, text.trimEnd(), text.trimStart()])
      .filter((text) => text !== "" && takes.test(text));
    return [...new Set([...whole.slice(0, 4), ...single])];
  };
  return samplesOf;
}

const ATOM =
  /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|k<\w+>|c[A-Z]|.)|\[(?:[^\]\\]|\\.)*\]|[^()|]/suy;
const OPEN = /\((?:\?(?:<?[=!]|:|<\w+>))?/y;
const TIMES = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/y;

/** The parts of a pattern. */
export function parse(source: string): readonly Part[] {
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match) at += match[0].length;
    return match;
  };
  const sequence = (): { readonly choices: readonly (readonly Part[])[] } => {
    const choices: Part[][] = [[]];
    while (at < source.length && source[at] !== ")") {
      if (source[at] === "|") {
        choices.push([]);
        at++;
        continue;
      }
      const from = at;
      let inner: readonly (readonly Part[])[] | undefined;
      let isAssertion = false;
      const open = take(OPEN);
      if (open) {
        isAssertion = /[=!]$/.test(open[0]);
        inner = sequence().choices;
        at++; // the closing bracket
      } else {
        isAssertion = /^(?:\\[bB]|[\^$])$/.test(take(ATOM)![0]);
      }
      const own = source.slice(from, at);
      const times = take(TIMES);
      const isEndless =
        times !== null &&
        (times[1] === "*" || times[1] === "+" || (times[3] === "," && times[4] === "") || Number(times[4] ?? 0) > 50);
      const least = times === null || times[1] === "+" ? 1 : Number(times[2] ?? 0);
      choices.at(-1)!.push({ source: own, isAssertion, isEndless, least, ...(inner && { choices: inner }) });
    }
    return { choices };
  };
  const { choices } = sequence();
  return choices.length === 1 ? choices[0]! : [{ source, choices, isAssertion: false, isEndless: false, least: 1 }];
}
