import { lastSign } from './cut-sentences.ts';
import type { Token } from './cut-words.ts';
import { isFirstQuotation, type LastSpeaker } from './list-candidates.ts';
import type { Paragraph, Reading } from './read-article.ts';
import type { QuotationModel } from './read-model.ts';
import { isSpeech } from './shape-words.ts';

/** What is true of a quotation whoever said it. */
export interface Scene {
  readonly reading: Reading;
  readonly paragraph: Paragraph;
  /** Token index of the quotation. */
  readonly at: number;
  readonly last: LastSpeaker | null;
  readonly model: QuotationModel;
  /** Token index of the nearest verb of speech before and after, in the quotation's sentence, else -1. */
  readonly cueBefore: number;
  readonly cueAfter: number;
  /** Every verb of speech before the quotation in its sentence, the outermost first. */
  readonly chain: readonly number[];
  /** `,` `.` `?` `!` inside the closing mark. */
  readonly sign: string;
  readonly lead: string;
  /** Nothing but quotations stands in the paragraph. */
  readonly alone: boolean;
  readonly opener: boolean;
  readonly startsCapital: boolean;
  readonly length: 's' | 'm' | 'l';
}

/** How far a verb is looked for, in tokens. */
const REACH = 40;

/** The scene of the quotation at a token of a paragraph. */
export function setScene(
  reading: Reading,
  paragraph: Paragraph,
  at: number,
  last: LastSpeaker | null,
  model: QuotationModel,
): Scene {
  const { tokens, classes } = paragraph;
  const token = tokens[at] as Token;
  const marks = paragraph.marks[token.quotation];
  const inner = marks
    ? reading.body.slice(marks.inner.start, Math.min(marks.inner.end, marks.inner.start + 200))
    : '';
  const before = tokens[at - 1];
  const size = token.end - token.start;
  return {
    reading,
    paragraph,
    at,
    last,
    model,
    cueBefore: nearestCue(classes, tokens, at, -1),
    cueAfter: nearestCue(classes, tokens, at, 1),
    chain: cuesBefore(classes, tokens, at),
    sign: lastSign(reading.body, token),
    lead: !before ? '^' : before.sentence !== token.sentence ? '|' : classes[at - 1] || 'm',
    alone: tokens.length <= 12 && tokens.every((t) => t.kind !== 'word'),
    opener: isFirstQuotation(paragraph, at) && at <= 1,
    startsCapital: /^\p{Lu}/u.test(inner),
    length: size < 25 ? 's' : size < 70 ? 'm' : 'l',
  };
}

function nearestCue(classes: readonly string[], tokens: readonly Token[], at: number, step: 1 | -1): number {
  const sentence = tokens[at]?.sentence;
  for (let i = at + step, n = 0; n < REACH && tokens[i]?.sentence === sentence; i += step, n++)
    if (isSpeech(classes[i])) return i;
  return -1;
}

function cuesBefore(classes: readonly string[], tokens: readonly Token[], at: number): number[] {
  const sentence = tokens[at]?.sentence;
  const chain: number[] = [];
  for (let i = at - 1, n = 0; n < REACH && tokens[i]?.sentence === sentence; i--, n++)
    if (isSpeech(classes[i])) chain.unshift(i);
  return chain;
}
