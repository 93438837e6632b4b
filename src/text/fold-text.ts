/**
 * Unspaced scripts, for a class of a regular expression: the index holds each of their characters as a word.
 */
export const CJK = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}';
const ONE_CJK = new RegExp(`[${CJK}]`, 'gu');
const HAS_CJK = new RegExp(`[${CJK}]`, 'u');

/**
 * Characters that FTS5's unicode61 tokenizer cannot handle: unspaced scripts, ligatures, wide forms,
 * invisible characters inside words. Plain ranges of UTF-16 units, some too wide, because every text takes
 * this test and script classes are slower.
 */
const MAY_NEED_FOLDING =
  /[\u00AD\u02BC\u1100-\u11FF\u200B-\u200D\u2060\u2E80-\u9FFF\uA960-\uA97F\uAC00-\uD7FF\uD81B-\uD83C\uD840-\uD8BF\uF900-\uFAFF\uFB00-\uFB06\uFEFF\uFF00-\uFFEF]/;
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu;

/**
 * A text without compatibility forms and invisible characters; the index and typed lines are both read so.
 */
export function plainForms(text: string): string {
  if (!MAY_NEED_FOLDING.test(text)) return text;
  return text.normalize('NFKC').replace(INVISIBLE, '').replaceAll('\u02BC', '\u2019');
}

export function isCjk(text: string): boolean {
  return MAY_NEED_FOLDING.test(text) && HAS_CJK.test(text);
}

/** The text for the index: each character of an unspaced script becomes a word. */
export function foldText(text: string): string {
  // A span may begin or end inside a surrogate pair, and SQLite cannot store a lone surrogate.
  const whole = text.toWellFormed();
  return MAY_NEED_FOLDING.test(whole) ? plainForms(whole).replace(ONE_CJK, ' $& ') : whole;
}

/** Lower case without accents, for comparing names. */
export function foldName(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’ʼ]/gu, "'").toLowerCase();
}
