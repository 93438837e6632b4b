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

/** What the desk reads, and what of it still waits to be read. Survives the process at every step. */
export interface SourceStore {
  /** Null where a source with this address, or one that has moved to it, is held already. */
  add(source: NewSource): Promise<Source | null>;
  /** In the order they were added; the marks of what was seen (`state.seen`), which are many, are left out. */
  list(): Promise<Source[]>;
  /** False where there is none; its articles stay. */
  remove(number: number): Promise<boolean>;
  /** The source as it is now, when nobody else visits it; null otherwise, or where it is gone. */
  claim(visit: Visit, now: Date, until: Date): Promise<Source | null>;
  release(visit: Visit): Promise<void>;
  /** Keeps what a poll brought in one transaction; false, and nothing is kept, where the visit is not this owner's any more. */
  keepPoll(visit: Visit, state: SourceState, entries: readonly FeedEntry[], now: Date): Promise<boolean>;
  /** Entries to read now, in the order they came. */
  waiting(number: number, now: Date, limit: number): Promise<WaitingEntry[]>;
  /** Which sources have entries to read now. */
  withWaiting(now: Date): Promise<number[]>;
  /** Notes that an entry was read; `article` is null where it was left out. */
  entryRead(number: number, identity: string, article: CleanArticle | null): Promise<void>;
  /** Notes why an entry could not be read, and when to try again; null for never. */
  entryMissed(number: number, identity: string, reason: string, tryAt: Date | null): Promise<void>;
}

/** Who changed what, and who was not let. Only ever added to. */
export interface AuditTrail {
  record(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  latest(limit: number): Promise<AuditEntry[]>;
}
