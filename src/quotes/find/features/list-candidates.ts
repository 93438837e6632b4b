import { itemAt } from '../../../text/item-at.ts';
import type { Mention } from '../names/mention.ts';
import type { Paragraph, ParsedArticle } from '../reading/parse-article.ts';
import { isSpeech } from '../reading/shape-words.ts';

/** A possible speaker of a quotation and its origin. With a null mention, the text names no speaker. */
export interface Candidate {
  readonly mention: Mention | null;
  readonly from: 'paragraph' | 'last speaker' | 'paragraph before' | 'paragraph after' | 'nobody';
}

/** The speaker of the last statement before a quotation. */
export interface LastSpeaker {
  readonly mention: Mention | null;
  readonly paragraph: number;
  /** Index of that statement among the quotations of its paragraph. */
  readonly quotation: number;
}

const NEAR_SENTENCES = 2;
const NEAREST_BEFORE = 9;
const NEAREST_AFTER = 8;
const FROM_PARAGRAPH_BEFORE = 4;

/** Lists the possible speakers of the quotation at token `at`. The last candidate is "nobody". */
export function listCandidates(
  article: ParsedArticle,
  paragraph: Paragraph,
  at: number,
  last: LastSpeaker | null,
): Candidate[] {
  const candidates: Candidate[] = [];
  const taken = new Set<Mention>();
  const add = (mention: Mention, from: Candidate['from']) => {
    if (taken.has(mention)) return;
    taken.add(mention);
    candidates.push({ mention, from });
  };
  const split = firstFrom(paragraph.mentions, at);
  const sentence = paragraph.tokens[at]?.sentence ?? 0;
  for (const m of paragraph.mentions.slice(Math.max(0, split - NEAREST_BEFORE), split + NEAREST_AFTER))
    if (Math.abs(m.sentence - sentence) <= NEAR_SENTENCES) add(m, 'paragraph');
  if (last?.mention) add(last.mention, last.paragraph === paragraph.index ? 'paragraph' : 'last speaker');
  const before = article.paragraphs[paragraph.index - 1];
  if (before && isFirstQuotation(paragraph, at))
    for (const m of before.mentions.filter(isSubjectLike(before)).slice(-FROM_PARAGRAPH_BEFORE))
      add(m, 'paragraph before');
  const after = article.paragraphs[paragraph.index + 1];
  if (after && paragraph.mentions.length === 0)
    for (const m of after.mentions.slice(0, 2)) add(m, 'paragraph after');
  candidates.push({ mention: null, from: 'nobody' });
  return candidates;
}

/** Index of the first mention that starts at or after a token; the number of mentions if there is none. */
export function firstFrom(mentions: readonly Mention[], at: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (itemAt(mentions, middle).first < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function isFirstQuotation(paragraph: Paragraph, at: number): boolean {
  return paragraph.tokens[at]?.quotation === 0;
}

/** Tests whether a mention is beside a verb of speech or starts its sentence. */
function isSubjectLike(paragraph: Paragraph): (mention: Mention) => boolean {
  const { classes, tokens } = paragraph;
  // A last sentence that ends in a colon introduces the quotation, whatever its verb: "Tom Harker echoed:".
  const end = tokens.at(-1);
  const leads = end?.lower === ':' ? end.sentence : -1;
  return (m) => {
    if (m.sentence === leads) return true;
    for (let i = m.last; i < m.last + 3; i++) if (isSpeech(classes[i])) return true;
    return isSpeech(classes[m.first - 1]) || m.first === 0 || tokens[m.first - 1]?.sentence !== m.sentence;
  };
}
