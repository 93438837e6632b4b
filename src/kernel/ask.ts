import type { ScheduleAsk } from './schedule-ask.ts';
import type { SourceAsk } from './source.ts';
import type { WatchAsk } from './watch.ts';

/** What every lookup can be narrowed by. Dates are local days, `YYYY-MM-DD`, both ends included. */
export interface Filters {
  readonly by: string | null;
  readonly in: string | null;
  readonly since: string | null;
  readonly until: string | null;
  /** Only what was read in, or read anew with other words, within a stretch of time: what a schedule's lookup asks for. */
  readonly ingested?: Ingested;
}

export const NO_FILTERS: Filters = { by: null, in: null, since: null, until: null };

interface Narrowed {
  readonly filters: Filters;
  /** 1-based. */
  readonly page: number;
}

/** A stretch of reading in: ISO times, UTC, the first excluded. */
export interface Ingested {
  readonly after: string;
  readonly until: string;
}

/** A question the desk can answer, one member a command. */
export type Ask =
  | ({ readonly kind: 'who said'; readonly words: string } & Narrowed)
  | ({ readonly kind: 'said'; readonly person: string; readonly about: string | null } & Narrowed)
  | ({ readonly kind: 'who is'; readonly person: string } & Narrowed)
  /** `filters.by` is who is claimed to have said it. */
  | ({ readonly kind: 'check'; readonly quotation: string } & Narrowed)
  | ({ readonly kind: 'find'; readonly words: string } & Narrowed)
  | ({ readonly kind: 'latest' } & Narrowed)
  /** `ingested`: only what was read in within a stretch of time, whatever its date; null for what a reader asks. */
  | ({ readonly kind: 'brief'; readonly ingested: Ingested | null } & Narrowed)
  | SourceAsk
  | ({ readonly kind: 'figures'; readonly words: string | null } & Narrowed)
  | WatchAsk
  | ScheduleAsk
  | { readonly kind: 'context'; readonly quotation: string }
  | { readonly kind: 'help'; readonly command: string | null };

/** The Ask of one command. */
export type AskOf<Kind extends Ask['kind']> = Extract<Ask, { readonly kind: Kind }>;

/** The Asks that filters narrow and that answer in pages. */
export type FilteredAsk = Extract<Ask, Narrowed>;

/** The values a reader gave, by param name, filters and `page` among them; all optional at this point. */
export type AskValues = Readonly<Record<string, string | undefined>>;
