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

/** Slack refuses an empty text element, so an empty text is none. */
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

/** A label over a link; a label that is itself an address is shown beside the link, never over another one. */
export function linked(label: string, link: string | null, style?: Style): (RichTextText | RichTextLink)[] {
  if (!link || !label) return run(label, style);
  if (/:\/\/|\bwww\./iu.test(label))
    return [...run(`${label} `, style), { type: 'link', url: link, text: 'open' }];
  return [{ type: 'link', url: link, text: cleanText(label), ...(style ? { style } : {}) }];
}

/** One line of furniture (a name, a headline) short enough to read, with `…` where it was cut. */
export function shortLine(text: string, limit: number): string {
  const line = cleanLine(text);
  const { text: fitted, left } = fitText(line, limit - 1);
  return left ? `${fitted.trimEnd()}…` : line;
}

/** A beginning of third-party text that is at most `limit` long once it is JSON, and how much was left out. */
export function fitJson(text: string, limit: number): { text: string; left: number } {
  return fitText(text, limit, (part) => JSON.stringify(part).slice(1, -1));
}

/** `… and 3,204 more characters in the article`, to stand outside the quotation; nothing when all is shown. */
export function leftOut(left: number, where = ' in the article'): RichTextText[] {
  return left ? run(`… ${andMore(left, 'character')}${where}`, { italic: true }) : [];
}

/** `and 3 more articles`; nothing when nothing is left out. */
export function leftOutThings(n: number, thing: string) {
  if (n <= 0) return [];
  return run(thing === 'more' ? andMore(n) : `and ${count(n, thing)}`, {
    italic: true,
  });
}

/** The text cut at the spans' edges, in order: joined again it is the text. Spans may overlap, lie outside or be in any order. */
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

/** The place itself, or the one after it when it would cut a surrogate pair in two. */
function wholeCharacter(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') ? at + 1 : at;
}

/** Third-party words with the marked ones in bold, which needs no colour to be seen. */
export function markedRuns(text: string, spans: readonly Span[]): RichTextText[] {
  return markSpans(text, spans).flatMap((part) => run(part.text, part.marked ? { bold: true } : undefined));
}
