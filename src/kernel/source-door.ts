import type { CleanArticle, Stored } from './article.ts';
import type { Asker } from './asker.ts';
import type { Source } from './source.ts';

/** What reading a source's entries came to. */
export interface EntryTally extends Readonly<Record<Stored, number>> {
  /** Left out: they do not touch the desk's topic. */
  readonly offTopic: number;
  /** Why some could not be read, one reason each. */
  readonly missed: readonly string[];
}

/** A feed that a page names as its own. */
export interface OfferedFeed {
  readonly url: string;
  readonly title: string | null;
}

/** What became of an address that an editor handed in. */
export type Added =
  | {
      readonly kind: 'followed';
      readonly source: Source;
      /** Read in at once; the rest waits (`source.waiting`). */
      readonly tally: EntryTally;
      readonly others: readonly OfferedFeed[];
      /** What of the feed could not be read. */
      readonly notes: readonly string[];
    }
  | {
      readonly kind: 'read';
      readonly source: Source;
      readonly article: CleanArticle;
      readonly stored: Stored;
      readonly feeds: readonly OfferedFeed[];
    }
  | { readonly kind: 'held'; readonly source: Source }
  | { readonly kind: 'refused' /** Plain words. */; readonly reason: string };

/** How the commands reach what the desk reads; nothing private can be reached through it. */
export interface SourceDoor {
  list(): Promise<Source[]>;
  /** Fetches an address, follows the feed or reads the page in. */
  add(url: string, all: boolean, asker: Asker): Promise<Added>;
  /** False where it is gone already. */
  remove(source: Source): Promise<boolean>;
  /** Whether the desk's configuration names it, so that it comes back. */
  isConfigured(source: Source): boolean;
}
