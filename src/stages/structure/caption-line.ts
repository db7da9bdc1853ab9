import type { LineRule } from "./page.js";

const MAX_WORDS = 90;
/** A credit in brackets at the end: '[YONHAP]', '(AP Photo/Jane Roe)'. */
const CREDIT_AT_END = /[([]([^()[\]]{2,60})[)\]]\.?$/u;
/** A credit after the words: '… in 2019. Photo: Jane Roe.', '… Jane Roe/Getty Images', 'JANE ROE via Getty Images.' */
const CREDIT_WORDS =
  /(?:^|[\s.|])(?:(?:File )?(?:Photo|Image|Picture|Photograph|Credit|Photo credit|Photo courtesy)(?::| by | courtesy of )\s?)(?=[\p{Lu}\p{N}])[^.]{2,60}\.?$/u;
/** 'AP Photo/Jane Roe' alone. */
const AGENCY_PHOTO = /^\(?(?:AP|AFP|EPA|Reuters)(?: (?:File|Pool))? (?:Photo|Image)\b/i;
const SLASH_CREDIT = /(?:\p{L}|,)\s?(?:\/|\||—|–|\bvia\b|\bfor\b)\s?([\p{Lu}][\p{L}\s.-]{1,40}?)\.?$/u;

/** Captions and picture credits. Takes 'Roe, left, with Doe in Oslo. [YONHAP]', 'Photo by Jane Roe'; refuses 'Photos of the damage spread.' */
export const captionLine: LineRule = ({ lines, lexicons }, index) => {
  const { text, words } = lines[index]!;
  if (words > MAX_WORDS || words < 2) return undefined;
  const isCaption =
    isCreditInBrackets(text, lexicons.newsAgencies) ||
    CREDIT_WORDS.test(text.slice(-90)) ||
    isSlashCredit(text, lexicons.newsAgencies) ||
    AGENCY_PHOTO.test(text) ||
    hasLabel(text, lexicons.captionLabels);
  return isCaption ? "caption" : undefined;
};

function isCreditInBrackets(text: string, agencies: ReadonlySet<string>): boolean {
  const credit = CREDIT_AT_END.exec(text.slice(-70))?.[1]?.toLowerCase();
  if (credit === undefined) return false;
  return (
    /^(?:ap |afp |reuters |file )?(?:photo|image|picture|handout)s?\b/.test(credit) ||
    /\b(?:photo|images)$/.test(credit) ||
    (/\[[^[\]]*\]\.?$/.test(text) && credit.split(/[/,]\s?/).some((part) => agencies.has(part.trim()))) ||
    credit
      .split(/\s?[/]\s?/)
      .slice(1)
      .some((part) => agencies.has(part.trim()))
  );
}

const isSlashCredit = (text: string, agencies: ReadonlySet<string>): boolean => {
  const agency = SLASH_CREDIT.exec(text.slice(-70))?.[1]?.toLowerCase();
  return agency !== undefined && agencies.has(agency);
};

/** 'FILE - ', 'FILE PHOTO: ', 'Caption: ': a label of captions, then a colon or dash, then words. */
function hasLabel(text: string, labels: ReadonlySet<string>): boolean {
  const [, label = ""] = /^([\p{L} ]{4,24}?)\s?(?::|\s[-–—])\s/u.exec(text.slice(0, 40)) ?? [];
  return labels.has(label.toLowerCase());
}
