import type { Article } from '../kernel/article.ts';
import type { NewDelivery } from '../kernel/delivery.ts';
import type { Quotation } from '../kernel/quotation.ts';
import type { NewWatch, Watch } from '../kernel/watch.ts';

/** An article, new or stored again with other words, that watches have not examined yet. */
export interface Arrival {
  readonly number: number;
  readonly article: Article;
  readonly quotations: readonly Quotation[];
}

/** An article that a watch found. */
export interface WatchHit {
  readonly watch: number;
  readonly articleId: string;
}

/** A hit to store. An empty `utteranceIds` means that other words of the article matched. */
export interface NewWatchHit extends WatchHit {
  readonly utteranceIds: readonly string[];
  /** Number of the arrival that led to the hit. */
  readonly arrival: number;
}

/** The list of watches. */
export interface WatchList {
  /** Adds a watch. It examines only articles that are stored from now on. */
  add(watch: NewWatch): Promise<Watch>;
  /** All watches, oldest first. */
  all(): Promise<Watch[]>;
  /** Deletes a watch with its unreported hits. Returns false if no watch has this number. */
  remove(number: number): Promise<boolean>;
  /**
   * Restarts a stopped watch. Returns false if there is none or it is running. Hits found meanwhile are unreported.
   */
  resume(number: number, at: Date): Promise<boolean>;
}

/** Hits of watches. A watch reports each article once. */
export interface WatchHits {
  /** The oldest arrivals that watches have not examined. */
  arrivals(limit: number): Promise<Arrival[]>;
  /**
   * Stores hits and removes their arrivals, in one transaction. Skips arrivals from before the watch was made, and
   * repeats: the same article, a copy of it or, for hits by quotations, only utterances that articles of earlier hits hold.
   * Returns false and changes nothing if another process was first.
   */
  note(arrivals: readonly number[], hits: readonly NewWatchHit[]): Promise<boolean>;
  /** Hits that no alert has reported, by watch. */
  untold(): Promise<WatchHit[]>;
  /**
   * Plans an alert and marks its hits as reported, in one transaction. Returns false and changes nothing if one of
   * them is reported already.
   */
  tell(delivery: NewDelivery, hits: readonly WatchHit[]): Promise<boolean>;
}

export interface Watches extends WatchList, WatchHits {}
