import type { CleanArticle, Stored } from './article.ts';
import type { Asker } from './asker.ts';
import type { Source } from './source.ts';

/** How many entries of a source had which result. */
export interface EntryTally extends Readonly<Record<Stored, number>> {
  /** Entries left out because they do not match the desk's topic. */
  readonly offTopic: number;
  /** One reason for each entry that could not be read. */
  readonly missed: readonly string[];
}

/** A feed that a page links to. */
export interface OfferedFeed {
  readonly url: string;
  readonly title: string | null;
}

/** The result of `add`. */
export type Added =
  | {
      readonly kind: 'followed';
      readonly source: Source;
      /** Entries read at once; the others wait (`source.waiting`). */
      readonly tally: EntryTally;
      readonly others: readonly OfferedFeed[];
      /** Parts of the feed that could not be read. */
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

/** How commands reach the sources. It refuses private addresses. */
export interface SourceDoor {
  list(): Promise<Source[]>;
  /** Fetches a URL, then follows the feed or reads the page. */
  add(url: string, all: boolean, asker: Asker): Promise<Added>;
  /** False where the source is gone already. */
  remove(source: Source): Promise<boolean>;
  /** Whether the desk's configuration names the source, so that it returns at the next start. */
  isConfigured(source: Source): boolean;
}
