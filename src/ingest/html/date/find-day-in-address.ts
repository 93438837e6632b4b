import type { FoundDay, PageDates } from './found-day.ts';
import { readDays } from './read-days.ts';

const IN_ADDRESS = [
  /[/_-]((?:19|20)\d{2})[/_-](\d{1,2})[/_-](\d{1,2})(?=[/_.-]|$)/u,
  /[/_-]((?:19|20)\d{2})(\d{2})(\d{2})(?=[/_.-]|$)/u,
  /[/_-]((?:19|20)\d{2})\/(\d{2})(\d{2})(?=[/_.-]|$)/u,
] as const;
/** Day and month in either order; skipped when the page's language does not tell which comes first. */
const YEAR_LAST = /[/_-](\d{1,2}-\d{1,2}-(?:19|20)\d{2})(?=[/_.-]|$)/u;
const MONTH_IN_ADDRESS = /\/((?:19|20)\d{2})\/([a-z]{3})\/(\d{1,2})(?=\/|$)/iu;

/** The date in the page's URL, or null. */
export function fromAddress({ url, order }: PageDates): FoundDay | null {
  if (!url) return null;
  for (const pattern of [...IN_ADDRESS, MONTH_IN_ADDRESS]) {
    const match = pattern.exec(url.slice(0, 500));
    if (!match) continue;
    const [words, year = '', month = '', day = ''] = match;
    const stated =
      readDays(`${year}-${/^\d/u.test(month) ? month : '0'}-${day}`, null)[0] ??
      readDays(`${day} ${month} ${year}`, null)[0];
    if (stated) return { day: stated.day, words: words.slice(1), at: 0, source: 'address' };
  }
  const words = YEAR_LAST.exec(url.slice(0, 500))?.[1] ?? '';
  const stated = readDays(words.replaceAll('-', '/'), order)[0];
  return stated ? { day: stated.day, words, at: 0, source: 'address' } : null;
}
