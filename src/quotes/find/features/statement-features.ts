import { shape } from '../reading/shape-words.ts';
import { type Token, wordTokens } from '../words/tokenize.ts';
import { firstFrom } from './list-candidates.ts';
import type { QuotationContext } from './quotation-context.ts';

/** How many mentions before and after a quotation are considered. */
const NEAR = 8;

/** The words in marks as the statement classifier sees them. */
interface Words {
  readonly words: readonly Token[];
  /** The number of words in bins, and in three coarser bins. */
  readonly size: string;
  readonly short: 's' | 'm' | 'l';
  /** `T`: title case (70 % capitals or more). `t`: several capitals. Else empty. */
  readonly titleCase: string;
  readonly first: 'C' | 'c';
  /**
   * Whether verbs of speech come before (`b`), after (`a`) or on both sides (`ab`) in the sentence; else `-`.
   */
  readonly cue: string;
}

/** Returns the features that tell a statement in marks from a title, a nickname or a scare quote. */
export function statementFeatures(context: QuotationContext): string[] {
  const { paragraph, at, article } = context;
  const marks = paragraph.marks[paragraph.tokens[at]?.quotation ?? -1];
  if (!marks) return [];
  const end = Math.min(marks.inner.end, marks.inner.start + 400);
  const words = wordTokens(article.body, { start: marks.inner.start, end }).filter((t) => t.kind === 'word');
  const n = words.length;
  const capitals = words.filter((w) => w.capital).length;
  const seen: Words = {
    words,
    size: n > 12 ? '13' : n > 8 ? '9' : n > 5 ? '6' : `${n}`,
    short: n > 5 ? 'l' : n > 2 ? 'm' : 's',
    titleCase: n > 1 && capitals >= 0.7 * n ? 'T' : capitals > 1 ? 't' : '',
    first: words[0]?.capital ? 'C' : 'c',
    cue: context.cueAfter >= 0 ? (context.cueBefore >= 0 ? 'ab' : 'a') : context.cueBefore >= 0 ? 'b' : '-',
  };
  const out = ['bias', `capitals ${Math.round((4 * capitals) / Math.max(1, n))} ${seen.size}`];
  if (marks.open) out.push('open', `open ${seen.size}`);
  if (marks.continues) out.push('continues');
  describeInside(context, seen, out);
  describeFrame(context, seen, out);
  describeTelling(context, seen, out);
  describeCompany(context, seen, out);
  return out;
}

function describeInside(
  { sign, lead, model }: QuotationContext,
  { words, size, titleCase, first, cue }: Words,
  out: string[],
): void {
  out.push(`size ${size}`, `case ${titleCase}${first} ${size}`, `sign ${sign} ${size}`);
  out.push(`cue ${cue}`, `cue ${cue} ${size}`, `cue ${cue} ${titleCase}${first} ${sign}`);
  if (words.some((w) => (model.cues.get(w.lower) ?? 0) > 0.3)) out.push(`speech ${size}`);
  if (words.some((w) => SPOKEN.has(w.lower))) out.push('spoken', `spoken ${size}`);
  if (words.length <= 4) for (const w of words) out.push(`word ${w.lower}`);
  if (words.length < 2 || !words.every((w) => w.capital || w.end - w.start <= 3)) return;
  const opening = lead === ',' || lead === ':' ? lead : '';
  out.push(`title ${opening}`, `title ${opening} ${sign} ${size}`);
  out.push(`title ${opening} ${cue} ${words.every((w) => w.capital)}`);
}

/** Adds the words and classes right before and after the marks. */
function describeFrame(
  { paragraph, at, sign, lead: leadClass }: QuotationContext,
  { words, short, titleCase, first, cue }: Words,
  out: string[],
): void {
  const { tokens, classes } = paragraph;
  const sentence = tokens[at]?.sentence;
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  const lead = !before ? '^' : before.sentence !== sentence ? '|' : before.lower || 'Q';
  const tail = !next ? '$' : next.sentence !== sentence ? '|' : next.lower || 'Q';
  const lead2 = before && before.sentence === sentence ? (tokens[at - 2]?.lower ?? '^') : '^';
  const look = `${titleCase}${first} ${short}`;
  out.push(
    `lead ${lead}`,
    `lead ${lead} ${words.length > 5 ? 'l' : 's'}`,
    `lead ${leadClass} ${cue} ${titleCase}`,
  );
  out.push(`tail ${tail}`, `ends ${lead} ${sign} ${titleCase}`, `frame ${lead} ${tail} ${short}`);
  out.push(
    `leads ${lead2} ${lead}`,
    `lead2 ${lead2} ${short}`,
    `lead ${lead} ${look}`,
    `tail ${tail} ${look}`,
  );
  const around = [at - 2, at - 1, at + 1].map((i) => classes[i] || 'm').join(' ');
  out.push(`classes ${around} ${short}`);
  if (before?.capital && next?.capital && next.sentence === sentence && words.length <= 2)
    out.push('nickname');
}

/** Adds the verbs of speech and thought around the marks. */
function describeTelling(
  context: QuotationContext,
  { size, short, titleCase, first }: Words,
  out: string[],
): void {
  const { at, cueBefore, cueAfter } = context;
  const { tokens, classes } = context.paragraph;
  const chain = context.chain.map((i) => classes[i]).join('');
  out.push(`chain ${chain} ${short}`, `chain ${chain} ${titleCase}${first}`);
  if (cueBefore >= 0) {
    out.push(`verb ${tokens[cueBefore]?.lower}`, `reach ${shape(tokens, classes, cueBefore + 1, at, 5)}`);
    out.push(`reach ${at - cueBefore < 6} ${size} ${titleCase}`);
  }
  const told = nearestTold(context);
  if (told) out.push(`told ${told.lower}`, `told ${told.letter} ${told.steps > 4} ${size}`);
  if (cueAfter >= 0)
    out.push(
      `verbafter ${tokens[cueAfter]?.lower}`,
      `reachafter ${shape(tokens, classes, at + 1, cueAfter, 4)}`,
    );
}

/** Adds what else the paragraph and the sentence hold. */
function describeCompany(context: QuotationContext, seen: Words, out: string[]): void {
  const { paragraph, at, alone } = context;
  const { words, size } = seen;
  const { mentions, marks, tokens, titled } = paragraph;
  describeBrother(context, seen, out);
  if (alone) out.push('alone');
  if (titled) out.push('titled');
  if (marks.length > 1) out.push(`others ${words.length > 5 ? 'l' : 's'}`);
  const split = firstFrom(mentions, at);
  const near = mentions
    .slice(Math.max(0, split - NEAR), split + NEAR)
    .filter((m) => m.sentence === tokens[at]?.sentence);
  if (near.some((m) => m.kind === 'pronoun')) out.push(`pronoun ${size}`);
  if (!near.length) out.push(`unmentioned ${size}`);
}

/** Adds whether the words in marks before these were a statement, as titles and slogans come in lists. */
function describeBrother(
  { paragraph, at, last }: QuotationContext,
  { short, titleCase, first }: Words,
  out: string[],
): void {
  const { tokens, classes } = paragraph;
  const own = tokens[at]?.quotation ?? 0;
  if (own < 1) return;
  const kept = last?.paragraph === paragraph.index && last.quotation === own - 1 ? 'kept' : 'dropped';
  let from = at - 1;
  while (from > 0 && at - from < 12 && tokens[from]?.quotation !== own - 1) from--;
  const gap = shape(tokens, classes, from + 1, at, 4);
  out.push(`brother ${kept} ${gap}`, `brother ${kept} ${titleCase}${first} ${short}`, `brother ${kept}`);
}

/** The nearest verb of speech or thought before the quotation, at most nine tokens back. */
function nearestTold({
  paragraph,
  at,
}: QuotationContext): { lower: string; letter: string; steps: number } | null {
  const { tokens, classes } = paragraph;
  for (let i = at - 1; i >= 0 && at - i <= 9 && tokens[i]?.sentence === tokens[at]?.sentence; i--) {
    const letter = classes[i] ?? '';
    if (/^[VvGgAh]$/.test(letter)) return { lower: tokens[i]?.lower ?? '', letter, steps: at - i };
  }
  return null;
}

const SPOKEN = new Set(
  "i we you i'm we're i've we've it's that's don't can't me us my our is are was were have has".split(' '),
);
