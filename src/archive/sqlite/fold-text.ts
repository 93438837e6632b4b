const CJK = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}';
const ONE_CJK = new RegExp(`[${CJK}]`, 'gu');
const HAS_CJK = new RegExp(`[${CJK}]`, 'u');
const CJK_RUN = new RegExp(`[${CJK}]+`, 'gu');

/** What FTS5's unicode61 tokenizer would not find its way in: unspaced scripts, ligatures, wide forms, invisible characters inside words. */
const NEEDS_FOLDING = new RegExp(
  `[${CJK}\\u{AD}\\u{2BC}\\u{200B}-\\u{200D}\\u{2060}\\u{FEFF}\\u{FB00}-\\u{FB06}\\u{FF00}-\\u{FFEF}]`,
  'u',
);
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu;

/** Text with compatibility forms and invisible characters resolved, as both the index and a typed line are read. */
export function plainForms(text: string): string {
  if (!NEEDS_FOLDING.test(text)) return text;
  return text.normalize('NFKC').replace(INVISIBLE, '').replaceAll('\u02BC', '\u2019');
}

/** The text with each run of an unspaced script set apart. */
export function spaceRuns(text: string): string {
  return NEEDS_FOLDING.test(text) ? text.replace(CJK_RUN, ' $& ') : text;
}

export function isCjk(text: string): boolean {
  return HAS_CJK.test(text);
}

/** The text as it is indexed: each character of an unspaced script is a word of its own. Only the index sees it. */
export function foldText(text: string): string {
  // A span may begin or end inside a surrogate pair; its half could not be stored.
  const whole = text.toWellFormed();
  return NEEDS_FOLDING.test(whole) ? plainForms(whole).replace(ONE_CJK, ' $& ') : whole;
}

/** Lower case without accents, for comparing names. */
export function foldName(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’ʼ]/gu, "'").toLowerCase();
}
