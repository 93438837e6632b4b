import type { Archive } from '../archive/port.ts';
import type { FetchNet } from '../ingest/fetch/fetch-url.ts';
import type { HtmlWorker } from '../ingest/html/open-html-worker.ts';
import type { CleanArticle, Stored } from '../kernel/article.ts';
import type { Log } from '../kernel/log.ts';
import type { DeskConfig } from '../kernel/settings/desk-config.ts';
import type { Clock } from '../kernel/time/clock.ts';

/** How politely pages behind entries are fetched. */
export interface SourceLimits {
  /** Between two pages of one host; ms. */
  readonly pageGapMs: number;
  /** How long the entries of one source are read at a stretch, so that no source holds up the others; ms. */
  readonly stretchMs: number;
  /** The same while somebody waits for the answer to “add”; ms. */
  readonly addStretchMs: number;
}

export const SOURCE_LIMITS: SourceLimits = { pageGapMs: 2_000, stretchMs: 60_000, addStretchMs: 12_000 };

/** What reading sources stands on. */
export interface SourceParts {
  readonly config: DeskConfig;
  readonly archive: Archive;
  /** Its `stop` gives everything up when the desk closes. */
  readonly net: FetchNet & { readonly stop: AbortSignal };
  readonly html: HtmlWorker;
  readonly read: (article: CleanArticle) => Promise<Stored>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  readonly limits: SourceLimits;
  /** Names this process among those on one archive. */
  readonly owner: string;
}
