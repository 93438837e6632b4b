import type { FoundDay, PageDates } from './found-day.ts';
import { readDays } from './read-days.ts';

const IN_ADDRESS = [
  /[/_-]((?:19|20)\d{2})[/_-](\d{1,2})[/_-](\d{1,2})(?=[/_.-]|$)/u,
  /[/_-]((?:19|20)\d{2})(\d{2})(\d{2})(?=[/_.-]|$)/u,
  /[/_-]((?:19|20)\d{2})\/(\d{2})(\d{2})(?=[/_.-]|$)/u,
] as const;
const MONTH_IN_ADDRESS = /\/((?:19|20)\d{2})\/([a-z]{3})\/(\d{1,2})(?=\/|$)/iu;

/** The day in a page's address. */
export function fromAddress({ url }: PageDates): FoundDay | null {
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
  return null;
}
