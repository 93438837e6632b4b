import type { MonthDay, Weekday } from '../../kernel/schedule.ts';
import type { DayContext } from '../resolve-day.ts';
import type { TypedToken } from '../split-line.ts';
import type { WhenWord } from './split-when.ts';

/** What a time is relative to, and the asker's country: ISO 3166 alpha-2, or null. */
export interface WhenContext extends DayContext {
  readonly country: string | null;
}

/** The words of a line and the tokens that they come from. */
export interface WhenText {
  readonly tokens: readonly TypedToken[];
  readonly words: readonly WhenWord[];
}

/** A time of day in minutes since midnight. `bare`: a number up to 12 alone, which can mean morning or afternoon. */
export interface TimeOfDay {
  readonly minutes: number;
  readonly bare: boolean;
}

/** One part of a schedule's time, in any order. */
export type WhenPart =
  /** `single`: one day behind “on”, which can mean every week or once. */
  | { readonly kind: 'days'; readonly days: readonly Weekday[]; readonly single: boolean }
  | { readonly kind: 'except'; readonly days: readonly Weekday[] }
  | { readonly kind: 'month days'; readonly on: readonly MonthDay[]; readonly sure: boolean }
  /** “weekly” or “monthly”, without the day. */
  | { readonly kind: 'each'; readonly unit: 'week' | 'month' }
  | { readonly kind: 'interval'; readonly every: number; readonly unit: 'minute' | 'hour' | 'day' | 'week' }
  /** “every second”: every other, or the second of the month. */
  | { readonly kind: 'second'; readonly weekday: Weekday }
  /** “twice a day”: how many times a day must be named. */
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'part of day'; readonly half: 'am' | 'pm'; readonly name: string }
  | { readonly kind: 'times'; readonly times: readonly TimeOfDay[] }
  | { readonly kind: 'window'; readonly from: TimeOfDay; readonly to: TimeOfDay; readonly typed: string }
  | { readonly kind: 'minute'; readonly minute: number }
  | { readonly kind: 'cron'; readonly expression: string }
  /** A calendar day, `YYYY-MM-DD`; `or`: another day that the words can mean; `half`: “tonight” is the later half. */
  | { readonly kind: 'date'; readonly date: string; readonly or: string | null; readonly half: 'pm' | null }
  | { readonly kind: 'delay'; readonly minutes: number }
  | { readonly kind: 'zone'; readonly zone: string; readonly typed: string }
  | { readonly kind: 'zone unclear'; readonly zones: readonly string[]; readonly typed: string }
  | { readonly kind: 'quiet' }
  | { readonly kind: 'to'; readonly to: string }
  | { readonly kind: 'politeness' }
  /** A word that has the form of a part and is none: `25:00`, `America/Chicgo`. */
  | { readonly kind: 'wrong'; readonly say: string; readonly typed: string };

/** A part, and the index of the word behind it. */
export interface ReadPart {
  readonly part: WhenPart;
  readonly next: number;
}

/** Reads the part that begins at word `at`; null where none begins there. */
export type PartReader = (text: WhenText, at: number, context: WhenContext) => ReadPart | null;

/** The text of a word, or an empty string behind the last word. */
export function wordAt({ words }: WhenText, at: number): string {
  return words[at]?.text ?? '';
}

/** The index of the first word at or behind `at` that is none of `skipped`. */
export function skipWords(text: WhenText, at: number, skipped: ReadonlySet<string>): number {
  let next = at;
  while (skipped.has(wordAt(text, next))) next += 1;
  return next;
}
