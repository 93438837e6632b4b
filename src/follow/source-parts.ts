import type { Archive } from '../archive/port.ts';
import type { FetchNet } from '../ingest/fetch/fetch-url.ts';
import type { HtmlWorker } from '../ingest/html/open-html-worker.ts';
import type { CleanArticle, Stored } from '../kernel/article.ts';
import type { Log } from '../kernel/log.ts';
import type { DeskConfig } from '../kernel/settings/desk-config.ts';
import type { Clock } from '../kernel/time/clock.ts';

/** Limits on fetching the pages behind feed entries. */
export interface SourceLimits {
  /** Pause between two pages of one host, in ms. */
  readonly pageGapMs: number;
  /** The longest time spent on one source's entries in a row, so that no source delays the others, in ms. */
  readonly stretchMs: number;
  /** That time while a person waits for the answer to `add`, in ms. */
  readonly addStretchMs: number;
}

export const SOURCE_LIMITS: SourceLimits = { pageGapMs: 2_000, stretchMs: 60_000, addStretchMs: 12_000 };

/** Dependencies of reading sources. */
export interface SourceParts {
  readonly config: DeskConfig;
  readonly archive: Archive;
  /** `stop` aborts all work when the desk closes. */
  readonly net: FetchNet & { readonly stop: AbortSignal };
  readonly html: HtmlWorker;
  readonly read: (article: CleanArticle) => Promise<Stored>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  readonly limits: SourceLimits;
  /** The name of this process among those that use one archive. */
  readonly owner: string;
}
