import type { Metadata } from '../dom/gather-metadata.ts';
import type { NearLine } from '../dom/near-line.ts';
import type { DayOrder, SaidDay } from './read-days.ts';

/**
 * Places where a page can state its date; `findDay` sets their order of trust. `changed` means the date of
 * the last change.
 */
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
  /** The date in the metadata, when the displayed date won over it. */
  readonly otherwise?: string;
}

export interface PageDates {
  readonly metadata: Metadata;
  readonly url: string | null;
  /** The page's HTML as received, scripts included. */
  readonly html: string;
  readonly lines: readonly NearLine[];
  /** Index of the headline among the page's elements; null without a headline. */
  readonly headlineAt: number | null;
  readonly order: DayOrder;
}

/** Adds the source to a date; null when there is no date. */
export function found(said: SaidDay | null | undefined, source: DaySource): FoundDay | null {
  return said ? { ...said, source } : null;
}
