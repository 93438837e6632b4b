import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Span } from '../../text/span.ts';

/** An annotated span, with `fragments` when it has gaps. */
export interface GoldSpan extends Span {
  readonly text: string;
  readonly fragments?: readonly (readonly [number, number])[];
}

export interface GoldQuote extends Span {
  readonly id: string;
  readonly text: string;
  readonly kind: 'direct' | 'mixed';
  readonly source: GoldSpan | null;
  readonly attribution: string;
}

export interface GoldAttribution {
  readonly id: string;
  readonly source: GoldSpan | null;
  readonly cue: GoldSpan | null;
  readonly content: GoldSpan;
}

/** One annotated article of the training corpus. */
export interface GoldArticle {
  readonly id: string;
  readonly publisher: string;
  readonly text: string;
  readonly quotes: readonly GoldQuote[];
  readonly others: readonly Span[];
  readonly attributions: readonly GoldAttribution[];
}

/** Parses the articles of a corpus file: JSON lines, gzipped or not. */
export function readGold(path: string): GoldArticle[] {
  const raw = readFileSync(path);
  const text = (raw[0] === 0x1f && raw[1] === 0x8b ? gunzipSync(raw) : raw).toString('utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line): GoldArticle => JSON.parse(line));
}

export function fragmentsOf(span: GoldSpan): Span[] {
  return span.fragments ? span.fragments.map(([start, end]) => ({ start, end })) : [span];
}

export function overlaps(a: Span, b: Span): boolean {
  return Math.min(a.end, b.end) > Math.max(a.start, b.start);
}

/**
 * Similarity of two spans, 0 to 1: shared characters divided by all characters, after trimming both spans'
 * ends to letters and digits.
 */
export function sameWords(text: string, a: Span, b: Span): number {
  const [x, y] = [trim(text, a), trim(text, b)];
  const shared = Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
  return shared && shared / (x.end - x.start + y.end - y.start - shared);
}

function trim(text: string, { start, end }: Span): Span {
  const inner = /[\p{L}\p{N}]/u;
  let [from, to] = [start, end];
  while (from < to && !inner.test(text.charAt(from))) from++;
  while (to > from && !inner.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}
