/** True for a turn of a conversation: 'Q: Why now?', 'JR: It was time.'; refuses 'Goals: Roe 34'. */
export const isLabelled = (text: string): boolean => /^\p{Lu}{1,4}\s?:\s/u.test(text);

/** True for a lone time of day over an entry of a live blog: '11:58', '6.15pm GMT'. */
export const isClock = (text: string): boolean => /^\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?$/i.test(text);
