import type { CleanArticle } from '../kernel/article.ts';
import type { AuditEntry, FeedEntry, Source, SourceState } from '../kernel/source.ts';

/** A source that has no number yet. */
export type NewSource = Omit<Source, 'number' | 'articles' | 'waiting' | 'missed'>;

/** An entry that waits to be read. */
export interface WaitingEntry {
  readonly entry: FeedEntry;
  /** Number of failed attempts to read the entry. */
  readonly attempts: number;
}

/** A visit to a source. One process at a time holds the lease; others skip the source until it expires. */
export interface Visit {
  readonly number: number;
  /** The lease holder: the name of the process. */
  readonly owner: string;
}

/** The list of sources. */
export interface SourceList {
  /** Adds a source. Returns null if a stored source has this URL or has moved to it. */
  add(source: NewSource): Promise<Source | null>;
  /** All sources in the order they were added, without `state.seen`, which can hold thousands of marks. */
  list(): Promise<Source[]>;
  /** Removes a source and keeps its articles. Returns false if no source has this number. */
  remove(number: number): Promise<boolean>;
}

/** Leases of sources, and the results of polls under a lease. */
export interface SourceVisits {
  /** Leases a source until `until` and returns it. Returns null if it is gone or another process holds it. */
  claim(visit: Visit, now: Date, until: Date): Promise<Source | null>;
  release(visit: Visit): Promise<void>;
  /**
   * Stores a poll's state and entries in one transaction. Returns false and stores nothing if this visit no longer
   * holds the lease.
   */
  keepPoll(visit: Visit, state: SourceState, entries: readonly FeedEntry[], now: Date): Promise<boolean>;
}

/** The waiting entries of sources. They survive a crash at every step. */
export interface SourceEntries {
  /** Due entries of a source, in order of arrival. */
  waiting(number: number, now: Date, limit: number): Promise<WaitingEntry[]>;
  /** Numbers of the sources that have due entries. */
  withWaiting(now: Date): Promise<number[]>;
  /** Removes an entry that was read. `article` is null if it was off the topic. */
  entryRead(number: number, identity: string, article: CleanArticle | null): Promise<void>;
  /** Records why an entry could not be read. A null `tryAt` means never try again. */
  entryMissed(number: number, identity: string, reason: string, tryAt: Date | null): Promise<void>;
}

/** Sources, their leases and their waiting entries. */
export interface SourceStore extends SourceList, SourceVisits, SourceEntries {}

/** Append-only record of the changes that editors made or were refused. */
export interface AuditTrail {
  record(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  latest(limit: number): Promise<AuditEntry[]>;
}
