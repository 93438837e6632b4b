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

/** Who waits for what, and what was found for them: each article once a watch. */
export interface Watches {
  /** It looks at what is stored from now on. */
  add(watch: NewWatch): Promise<Watch>;
  /** All of them, the oldest first. */
  all(): Promise<Watch[]>;
  /** False when there is none such; what was found for it and not told is forgotten. */
  remove(number: number): Promise<boolean>;
  /** Starts one again that was stopped; false when there is none such, or it runs. What was found meanwhile is untold. */
  resume(number: number, at: Date): Promise<boolean>;
  /** The first arrivals nobody has looked at. */
  arrivals(limit: number): Promise<Arrival[]>;
  /**
   * Notes what watches found in arrivals and puts these away, in one transaction. Not noted: what a watch found before, in this article,
   * in a copy of it, or (where it was found by quotations) in articles that hold all of the same utterances; what arrived before the
   * watch was made. False, and nothing is changed, when another process was first.
   */
  note(arrivals: readonly number[], hits: readonly NewWatchHit[]): Promise<boolean>;
  /** What was found and is not told yet, watch by watch. */
  untold(): Promise<WatchHit[]>;
  /** Puts an alert into the outbox and what it tells of away, in one transaction. False, and nothing is changed, when some of it is told already. */
  tell(delivery: NewDelivery, hits: readonly WatchHit[]): Promise<boolean>;
}
