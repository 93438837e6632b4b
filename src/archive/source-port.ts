import type { CleanArticle } from '../kernel/article.ts';
import type { AuditEntry, FeedEntry, Source, SourceState } from '../kernel/source.ts';

/** A source before it has a number. */
export type NewSource = Omit<Source, 'number' | 'articles' | 'waiting' | 'missed'>;

/** An entry that waits to be read. */
export interface WaitingEntry {
  readonly entry: FeedEntry;
  /** How often it was tried and could not be read. */
  readonly attempts: number;
}

/** One process at a time visits a source; the others pass it over until its time is up. */
export interface Visit {
  readonly number: number;
  /** Names the process. */
  readonly owner: string;
}

/** The list of what the desk reads. */
export interface SourceList {
  /** Null where a source with this URL, or one that has moved to it, is held already. */
  add(source: NewSource): Promise<Source | null>;
  /** In the order they were added. Leaves out the marks of what was seen (`state.seen`), which are many. */
  list(): Promise<Source[]>;
  /** False where there is none; its articles stay. */
  remove(number: number): Promise<boolean>;
}

/** Leases of sources, and what a poll under one brings. */
export interface SourceVisits {
  /** Leases a source until `until` and returns it; null where another process holds it, or there is none. */
  claim(visit: Visit, now: Date, until: Date): Promise<Source | null>;
  release(visit: Visit): Promise<void>;
  /** Stores a poll's state and entries in one transaction. False, and nothing is stored, where the lease is no longer this visit's. */
  keepPoll(visit: Visit, state: SourceState, entries: readonly FeedEntry[], now: Date): Promise<boolean>;
}

/** The entries of sources that wait to be read. They survive the process at every step. */
export interface SourceEntries {
  /** Entries of a source that are due, in the order they came. */
  waiting(number: number, now: Date, limit: number): Promise<WaitingEntry[]>;
  /** The sources that have entries due. */
  withWaiting(now: Date): Promise<number[]>;
  /** Removes an entry that was read; `article` is null where it was left out. */
  entryRead(number: number, identity: string, article: CleanArticle | null): Promise<void>;
  /** Records why an entry could not be read, and when to try again; null for never. */
  entryMissed(number: number, identity: string, reason: string, tryAt: Date | null): Promise<void>;
}

/** What the desk reads, and what of it still waits to be read. */
export interface SourceStore extends SourceList, SourceVisits, SourceEntries {}

/** Who changed what, and who was not let. Only ever added to. */
export interface AuditTrail {
  record(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  latest(limit: number): Promise<AuditEntry[]>;
}
