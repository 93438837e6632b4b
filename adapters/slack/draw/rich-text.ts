import type {
  RichTextBlock,
  RichTextElement,
  RichTextLink,
  RichTextQuote,
  RichTextSection,
  RichTextText,
} from '@slack/types';
import { cleanLine, cleanText } from '../../../src/text/clean-text.ts';
import { andMore, count } from '../../../src/text/count.ts';
import { fitText } from '../../../src/text/fit-text.ts';
import type { Span } from '../../../src/text/span.ts';

type Part = RichTextBlock['elements'][number];
type Style = NonNullable<RichTextText['style']>;

/** One run of text; none for empty text, because Slack rejects an empty text element. */
export function run(text: string, style?: Style): RichTextText[] {
  const clean = cleanText(text);
  return clean ? [{ type: 'text', text: clean, ...(style ? { style } : {}) }] : [];
}

export function section(elements: readonly RichTextElement[]): RichTextSection[] {
  return elements.length ? [{ type: 'rich_text_section', elements: [...elements] }] : [];
}

export function quote(elements: readonly RichTextElement[]): RichTextQuote[] {
  return elements.length ? [{ type: 'rich_text_quote', elements: [...elements] }] : [];
}

export function richText(elements: readonly Part[]): RichTextBlock[] {
  return elements.length ? [{ type: 'rich_text', elements: [...elements] }] : [];
}

/**
 * A link with a label. If the label itself looks like a URL, it is shown as text beside the link, so that it
 * cannot disguise another destination.
 */
export function linked(label: string, link: string | null, style?: Style): (RichTextText | RichTextLink)[] {
  if (!link || !label) return run(label, style);
  if (/:\/\/|\bwww\./iu.test(label))
    return [...run(`${label} `, style), { type: 'link', url: link, text: 'open' }];
  return [{ type: 'link', url: link, text: cleanText(label), ...(style ? { style } : {}) }];
}

/**
 * Cleans text such as a name or headline into one line of at most `limit` characters, with `…` where it is
 * cut.
 */
export function shortLine(text: string, limit: number): string {
  const line = cleanLine(text);
  const { text: fitted, left } = fitText(line, limit - 1);
  return left ? `${fitted.trimEnd()}…` : line;
}

/**
 * The longest beginning of an article's text that takes at most `limit` characters as JSON, and how many
 * characters are left out.
 */
export function fitJson(text: string, limit: number): { text: string; left: number } {
  return fitText(text, limit, (part) => JSON.stringify(part).slice(1, -1));
}

/**
 * `… and 3,204 more characters in the article`, which must stand outside the quotation bar. Empty if `left`
 * is 0.
 */
export function leftOut(left: number, where = ' in the article'): RichTextText[] {
  return left ? run(`… ${andMore(left, 'character')}${where}`, { italic: true }) : [];
}

/** `and 3 more articles`. Empty if nothing is left out. */
export function leftOutThings(n: number, thing: string) {
  if (n <= 0) return [];
  return run(thing === 'more' ? andMore(n) : `and ${count(n, thing)}`, {
    italic: true,
  });
}

/**
 * Cuts the text at the edges of the spans, in order; the joined parts equal the text. Spans may overlap, lie
 * outside the text and come in any order.
 */
function markSpans(text: string, spans: readonly Span[]): { text: string; marked: boolean }[] {
  const parts: { text: string; marked: boolean }[] = [];
  let at = 0;
  const push = (end: number, marked: boolean) => {
    if (end > at) parts.push({ text: text.slice(at, end), marked });
    at = Math.max(at, end);
  };
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const end = wholeCharacter(text, Math.min(span.end, text.length));
    if (end <= at) continue;
    push(wholeCharacter(text, Math.min(span.start, text.length)), false);
    push(end, true);
  }
  push(text.length, false);
  return parts;
}

/** `at`, or the next position if `at` would split a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') ? at + 1 : at;
}

/** Text with the marked spans in bold, which is visible without colour. */
export function markedRuns(text: string, spans: readonly Span[]): RichTextText[] {
  return markSpans(text, spans).flatMap((part) => run(part.text, part.marked ? { bold: true } : undefined));
}
