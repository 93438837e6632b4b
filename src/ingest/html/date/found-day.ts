import type { Metadata } from '../dom/gather-metadata.ts';
import type { NearLine } from '../dom/near-line.ts';
import type { DayOrder, SaidDay } from './read-days.ts';

/** Where a page may state its day, most trusted first; `changed` ones state the day it was last changed. */
export type DaySource =
  | 'metadata'
  | 'published mark'
  | 'time beside the headline'
  | 'line beside the headline'
  | 'opening of the text'
  | 'line above the text'
  | 'address'
  | 'mark'
  | 'line below the text'
  | 'data'
  | 'created'
  | 'time'
  | 'changed';

export interface FoundDay extends SaidDay {
  readonly source: DaySource;
  /** The day the page's metadata states, when another is shown. */
  readonly otherwise?: string;
}

export interface PageDates {
  readonly metadata: Metadata;
  readonly url: string | null;
  /** As the page was given, scripts and all. */
  readonly html: string;
  readonly lines: readonly NearLine[];
  /** The headline's place among the page's elements; null without one. */
  readonly headlineAt: number | null;
  readonly order: DayOrder;
}

/** A day with where it is from; null for none. */
export function found(said: SaidDay | null | undefined, source: DaySource): FoundDay | null {
  return said ? { ...said, source } : null;
}
