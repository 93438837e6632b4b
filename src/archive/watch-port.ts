import type { Article } from '../kernel/article.ts';
import type { NewDelivery } from '../kernel/delivery.ts';
import type { Quotation } from '../kernel/quotation.ts';
import type { NewWatch, Watch } from '../kernel/watch.ts';

/** An article that was stored, or stored anew with other words, and that no watch has looked at yet. */
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

/** A hit to be noted: by which of the article's utterances, or by other words where there is none. */
export interface NewWatchHit extends WatchHit {
  readonly utteranceIds: readonly string[];
  /** The arrival it was found by. */
  readonly arrival: number;
}

/** The list of watches. */
export interface WatchList {
  /** The new watch looks at articles that are stored from now on. */
  add(watch: NewWatch): Promise<Watch>;
  /** All of them, the oldest first. */
  all(): Promise<Watch[]>;
  /** Deletes a watch with its untold hits; false where there is none. */
  remove(number: number): Promise<boolean>;
  /** Starts a stopped watch again; false where there is none, or it runs. Its hits of the meantime are untold. */
  resume(number: number, at: Date): Promise<boolean>;
}

/** What watches found: each article once a watch. */
export interface WatchHits {
  /** The first arrivals that no watch has looked at. */
  arrivals(limit: number): Promise<Arrival[]>;
  /**
   * Stores hits and removes their arrivals, in one transaction. Left out are arrivals before the watch was made, and what the watch
   * found before: in this article, in a copy of it or, for hits by quotations, in articles that hold all of the same utterances.
   * False, and nothing is changed, when another process was first.
   */
  note(arrivals: readonly number[], hits: readonly NewWatchHit[]): Promise<boolean>;
  /** Hits that no alert has told, watch by watch. */
  untold(): Promise<WatchHit[]>;
  /** Plans an alert and marks its hits as told, in one transaction. False, and nothing is changed, when one of them is told already. */
  tell(delivery: NewDelivery, hits: readonly WatchHit[]): Promise<boolean>;
}

export interface Watches extends WatchList, WatchHits {}
