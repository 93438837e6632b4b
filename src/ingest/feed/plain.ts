import { parseHTML } from 'linkedom';
import type { FeedText } from '../../kernel/source.ts';
import { cleanLine } from '../../text/clean-text.ts';

/** Tags that occur in titles and names; other angle brackets are text ("a <b", "<name@example.org>"). */
const TAGS =
  /<!--[^<>]*-->|<\/?(?:a|abbr|acronym|b|big|blockquote|br|center|cite|code|del|div|em|font|h[1-6]|hr|i|img|ins|li|mark|ol|p|pre|q|s|script|small|span|strike|strong|style|sub|sup|tt|u|ul|wbr)(?:\s[^<>]*|\/)?>/giu;
const LONGEST = 2_000;

/** One line of plain text: without tags, entities decoded, at most 2,000 characters; null when empty. */
export function plainLine(text: FeedText | null): string | null {
  if (text === null) return null;
  const value = text.value.slice(0, LONGEST * 4);
  const plain = text.type === 'html' ? decodeEntities(value.replace(TAGS, spaceFor)) : value;
  return (
    cleanLine(plain)
      .slice(0, LONGEST)
      .toWellFormed()
      .replace(/\uFFFD$/u, '') || null
  );
}

function spaceFor(tag: string): string {
  return /^<\/?(?:br|p|div|li|h\d|hr)\b/iu.test(tag) ? ' ' : '';
}

const { document } = parseHTML('<!doctype html><html><body></body></html>');
const holder = document.createElement('p');

export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  holder.innerHTML = text.replaceAll('<', '&lt;');
  return holder.textContent ?? text;
}
