/**
 * What kind of act a cue names: a closed list. A cue of no known class has none.
 *
 * - `say` puts it in words: say, tell, note, a colon after a name; `write` in writing: write, tweet, post;
 * - `report` hands on another's word, or is a report: report, cite, according to, reportedly;
 * - `ask` puts a question: ask whether, wonder; `answer` meets one: answer, reply, respond;
 * - `claim` says what is in dispute or unproven: claim, allege, insinuate;
 * - `admit` grants it, often unwillingly: admit, concede, acknowledge; `agree` is of one mind: agree, confirm, accept;
 * - `deny` says it is not so: deny, dispute, reject; `refuse` will not do it: refuse, decline;
 * - `promise` binds oneself: promise, vow, threaten, agree to; `plan` means to do it: plan, intend, decide to, seek;
 * - `order` would have others do it: order, urge, call for, propose; `warn` of harm: warn, caution;
 * - `blame` finds fault: criticize, accuse, mock; `praise` does the opposite: praise, thank, defend;
 * - `call` names or describes: call, describe, compare; `discuss` only names the subject: discuss, refer to, talk about;
 * - `support` is for it: support, endorse, vote for; `oppose` is against it: oppose, block, sue;
 * - `think` holds it true: think, believe, consider; `expect` of the future: expect, predict, assume;
 * - `know` is aware of what is so: know, notice, remember; `show` proves it, as data do: show, find, demonstrate;
 * - `hope` wishes it true: hope, wish; `want` wishes to have or do it: want, prefer; `fear` dreads it: fear, worry;
 * - `doubt` holds it unlikely: doubt, be skeptical; `feel` is moved by it: love, hate, regret, be proud;
 * - `seem` gives an impression: seem, appear, apparently.
 */
export const CUE_CLASSES = [
  "say",
  "write",
  "report",
  "ask",
  "answer",
  "claim",
  "admit",
  "agree",
  "deny",
  "refuse",
  "promise",
  "plan",
  "order",
  "warn",
  "blame",
  "praise",
  "call",
  "discuss",
  "support",
  "oppose",
  "think",
  "expect",
  "know",
  "show",
  "hope",
  "want",
  "fear",
  "doubt",
  "feel",
  "seem",
] as const;
export type CueClass = (typeof CUE_CLASSES)[number];

/**
 * What a cue presents the content as, negation counted: a closed list.
 *
 * - `said` as so, in the source's words; `alleged` as so, on nobody's proof; `admitted` as so, against the source's interest;
 * - `denied` as not so; `open` as neither: 'did not deny', 'refused to say', 'does not know whether';
 * - `asked` as a question; `believed` as an opinion; `doubted` as unlikely: 'doubts', 'does not think';
 * - `known` as a fact; `hoped` as wished for; `feared` as dreaded;
 * - `promised` as what the source binds itself to; `intended` as what it means to do; `refused` as what it will not do or have;
 * - `requested` as what others should do; `supported` as good, `opposed` as bad.
 */
export const PRESENTATIONS = [
  "said",
  "alleged",
  "admitted",
  "denied",
  "open",
  "asked",
  "believed",
  "doubted",
  "known",
  "hoped",
  "feared",
  "promised",
  "intended",
  "refused",
  "requested",
  "supported",
  "opposed",
] as const;
export type Presentation = (typeof PRESENTATIONS)[number];

/** What the words of a cue mean, as far as the lexicons know. */
export interface CueMeaning {
  /** Base form of the cue's head with its particle: 'point out', 'call for', 'according to', 'claim'. */
  readonly cueLemma?: string;
  readonly cueClass?: CueClass;
  readonly presentedAs?: Presentation;
}
