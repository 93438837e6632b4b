import type { Span } from '../../text/span.ts';
import {
  fragmentsOf,
  type GoldArticle,
  type GoldAttribution,
  type GoldQuote,
  type GoldSpan,
} from './gold.ts';
import { seeded } from './seeded.ts';

/** Lengths, in words, of quotations inside a paraphrase; common lengths are listed more than once. */
const LENGTHS = [1, 2, 2, 3, 3, 4, 5, 6, 8, 10, 14];
const TO_THE_END = 0.4;
const WITH_ITS_SIGN = 0.9;
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}'’.-]*[\p{L}\p{N}])?/gu;
const LEADS = /^(?:that|to|for|of|as|about|whether|if|how)$/i;
const MARKS = /["“”\n]|''/;

/**
 * Copies an article and puts a few words of every statement reported without marks into quotation marks, as
 * if the reporter had quoted them. Returns the copy's annotation; `made` contains the ids of these synthetic
 * quotations. Reported statements are more than twice as numerous as quoted ones and teach the same: whose
 * verb it is.
 */
export function markStatements(
  article: GoldArticle,
  seed: number,
): GoldArticle & { readonly made: ReadonlySet<string> } {
  const chosen = chooseStatements(article, seeded(seed));
  const cuts = chosen
    .flatMap(({ span }) => [
      { at: span.start, mark: '“' },
      { at: span.end, mark: '”' },
    ])
    .sort((a, b) => a.at - b.at);
  const text = withMarks(article.text, cuts);
  const moveStart = (p: number) => p + cuts.filter(({ at }) => at <= p).length;
  const moveEnd = (p: number) => p + cuts.filter(({ at }) => at < p).length;
  const move = <T extends Span>(span: T): T => ({
    ...span,
    start: moveStart(span.start),
    end: moveEnd(span.end),
  });
  const moveSource = (source: GoldSpan): GoldSpan => ({
    ...move(source),
    ...(source.fragments && {
      fragments: source.fragments.map(([start, end]) => [moveStart(start), moveEnd(end)] as const),
    }),
  });
  const real = article.quotes.map(
    (q): GoldQuote => ({ ...move(q), source: q.source && moveSource(q.source) }),
  );
  const fresh = chosen.map(({ span, of }): GoldQuote => {
    const inner = move(span);
    return {
      ...inner,
      id: `made ${of.id}`,
      text: text.slice(inner.start, inner.end),
      kind: 'mixed',
      source: of.source && moveSource(of.source),
      attribution: of.id,
    };
  });
  return {
    ...article,
    text,
    quotes: [...real, ...fresh].sort((a, b) => a.start - b.start),
    attributions: [],
    made: new Set(fresh.map(({ id }) => id)),
  };
}

interface Chosen {
  readonly span: Span;
  readonly of: GoldAttribution;
}

/** Chooses the words to put into marks. No two choices touch, and none overlaps its source. */
function chooseStatements(article: GoldArticle, random: () => number): Chosen[] {
  const quoted = new Set(article.quotes.map((q) => q.attribution));
  const chosen: Chosen[] = [];
  for (const of of article.attributions) {
    if (!of.source || quoted.has(of.id)) continue;
    const span = chooseWords(article.text, of.content, random);
    if (!span || fragmentsOf(of.source).some((f) => f.start < span.end && f.end > span.start)) continue;
    if (!chosen.some((c) => c.span.start < span.end + 2 && c.span.end > span.start - 2))
      chosen.push({ span, of });
  }
  return chosen;
}

function withMarks(text: string, cuts: readonly { readonly at: number; readonly mark: string }[]): string {
  let out = '';
  let from = 0;
  for (const { at, mark } of cuts) {
    out += text.slice(from, at) + mark;
    from = at;
  }
  return out + text.slice(from);
}

/**
 * Chooses a few words of a statement, usually with the punctuation after them; null when the statement is too
 * short or already contains marks.
 */
function chooseWords(text: string, content: GoldSpan, random: () => number): Span | null {
  const longest = fragmentsOf(content).reduce((a, b) => (b.end - b.start > a.end - a.start ? b : a));
  const words = text.slice(longest.start, longest.end);
  if (MARKS.test(words)) return null;
  const found = Array.from(words.matchAll(WORD), (m) => ({
    start: longest.start + m.index,
    end: longest.start + m.index + m[0].length,
  }));
  if (found.length < 2) return null;
  let from = 0;
  while (from < found.length - 1 && LEADS.test(cutOf(text, found[from]))) from++;
  const length = Math.min(LENGTHS[Math.floor(random() * LENGTHS.length)] ?? 1, found.length - from);
  const room = found.length - from - length + 1;
  const first = random() < TO_THE_END ? found.length - length : from + Math.floor(random() * room);
  const [opening, closing] = [found[first], found[first + length - 1]];
  if (!opening || !closing) return null;
  const signed = /[,.?!]/.test(text.charAt(closing.end)) && random() < WITH_ITS_SIGN;
  return { start: opening.start, end: closing.end + (signed ? 1 : 0) };
}

function cutOf(text: string, span: Span | undefined): string {
  return span ? text.slice(span.start, span.end) : '';
}
