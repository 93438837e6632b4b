import { itemAt } from '../../../text/item-at.ts';
import type { Paragraph, ParsedArticle } from '../reading/parse-article.ts';
import { isSpeech } from '../reading/shape-words.ts';
import type { QuotationModel } from '../words/parse-model.ts';
import { lastCharacter } from '../words/split-sentences.ts';
import type { Token } from '../words/tokenize.ts';
import { type Subject, subjectOf } from './find-subjects.ts';
import { isFirstQuotation, type LastSpeaker } from './list-candidates.ts';

/** Facts about a quotation that do not depend on the candidate speaker. */
export interface QuotationContext {
  readonly article: ParsedArticle;
  readonly paragraph: Paragraph;
  /** Token index of the quotation. */
  readonly at: number;
  readonly last: LastSpeaker | null;
  readonly model: QuotationModel;
  /**
   * Token indexes of the nearest verbs of speech before and after the quotation, in its sentence, else -1.
   */
  readonly cueBefore: number;
  readonly cueAfter: number;
  /** Token indexes of the verbs of speech before the quotation in its sentence, the leftmost first. */
  readonly chain: readonly number[];
  /**
   * Subjects of the first of several verbs in `chain`, of `cueBefore` and of `cueAfter`; null without one.
   */
  readonly outer: Subject | null;
  readonly inner: Subject | null;
  readonly behind: Subject | null;
  /** The punctuation sign inside the closing mark, such as `,` `.` `?` `!`; empty if there is none. */
  readonly sign: string;
  readonly lead: string;
  /** The paragraph holds quotations and signs, and no words outside them. */
  readonly alone: boolean;
  readonly opener: boolean;
  /** The next paragraph is a signature, a dash and a mention: "— Ada Quill". */
  readonly signed: boolean;
  readonly startsCapital: boolean;
  readonly length: 's' | 'm' | 'l';
}

/** How far from the quotation a verb may be, in tokens. */
const REACH = 40;

/** Builds the context of the quotation at token `at`. */
export function quotationContext(
  article: ParsedArticle,
  paragraph: Paragraph,
  at: number,
  last: LastSpeaker | null,
  model: QuotationModel,
): QuotationContext {
  const { tokens, classes } = paragraph;
  const token = itemAt(tokens, at);
  const marks = paragraph.marks[token.quotation];
  const inner = marks
    ? article.body.slice(marks.inner.start, Math.min(marks.inner.end, marks.inner.start + 200))
    : '';
  const before = tokens[at - 1];
  const size = token.end - token.start;
  const chain = cuesBefore(classes, tokens, at);
  const cueBefore = chain.at(-1) ?? -1;
  const cueAfter = nearestCue(classes, tokens, at, 1);
  return {
    article,
    paragraph,
    at,
    last,
    model,
    cueBefore,
    cueAfter,
    chain,
    outer: chain.length > 1 ? subjectOf(paragraph, itemAt(chain, 0)) : null,
    inner: cueBefore < 0 ? null : subjectOf(paragraph, cueBefore),
    behind: cueAfter < 0 ? null : subjectOf(paragraph, cueAfter),
    sign: lastCharacter(article.body, token),
    lead: !before ? '^' : before.sentence !== token.sentence ? '|' : classes[at - 1] || 'm',
    alone: tokens.length <= 12 && tokens.every((t) => t.kind !== 'word'),
    signed: isSignature(article.paragraphs[paragraph.index + 1]),
    opener: isFirstQuotation(paragraph, at) && at <= 1,
    startsCapital: /^\p{Lu}/u.test(inner),
    length: size < 25 ? 's' : size < 70 ? 'm' : 'l',
  };
}

function isSignature(paragraph: Paragraph | undefined): boolean {
  if (!paragraph || paragraph.tokens.length > 12 || paragraph.marks.length > 0) return false;
  return /^[-–—]$/.test(paragraph.tokens[0]?.lower ?? '') && paragraph.mentions.length > 0;
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
