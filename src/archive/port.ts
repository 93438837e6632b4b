import type { Article, CleanArticle, Stored } from '../kernel/article.ts';
import type { Filters } from '../kernel/ask.ts';
import type { FoundQuotation, Quotation } from '../kernel/quotation.ts';
import type { Deliveries, Schedules } from './delivery-port.ts';
import type { AuditTrail, SourceStore } from './source-port.ts';
import type { Watches } from './watch-port.ts';

/** A found quotation with its utterance. A null `utteranceId` starts a new utterance. */
export interface NewQuotation extends FoundQuotation {
  readonly utteranceId: string | null;
  /**
   * Stored utterances that this wording proves to be the same statement. All their wordings move to `utteranceId`.
   */
  readonly merges?: readonly string[];
}

export interface QuotationHit {
  readonly quotation: Quotation;
  readonly article: Article;
}

export interface Page {
  /** Number of results to skip. */
  readonly from: number;
  /** Maximum number of results to return. */
  readonly size: number;
}

/** What the archive holds about one speaker. */
export interface SpeakerRecord {
  readonly id: string;
  readonly name: string;
  /** Number of direct and mixed quotations. */
  readonly quotations: number;
  /** Roles as reported, newest first. `reportedAt` is the article's date, null if unknown. */
  readonly roles: readonly {
    readonly role: string;
    readonly reportedAt: string | null;
    readonly times: number;
  }[];
  readonly outlets: readonly string[];
  readonly firstQuotedAt: string | null;
  readonly lastQuotedAt: string | null;
}

/** Stores articles with their quotations. */
export interface ArticleWriter {
  /**
   * Stores one article with its quotations in one transaction. Storing identical input again changes nothing.
   * An article is identified by its URL or, without one, by its body. It joins another article's story if they are
   * within a week of each other and one holds most of the other's text. `engine` is the engine version that found
   * the quotations (see Readings). Throws Fault `altered-quotation` if a span is not inside the body.
   */
  store(
    article: CleanArticle,
    quotations: readonly NewQuotation[],
    ingestedAt: Date,
    engine?: string | null,
  ): Promise<Stored>;
  /** Whether the archive holds this article with exactly this body, so that it need not be ingested again. */
  holds(article: CleanArticle): Promise<boolean>;
}

/** An article, or an older version of one (`article.replacedAt` is set), with the quotations found in it. */
export interface Reading {
  /** Identifies the reading in this archive. `nextOther` visits articles in storage order, then older versions. */
  readonly key: string;
  readonly article: Article;
  readonly quotations: readonly Pick<FoundQuotation, 'span' | 'kind' | 'speaker'>[];
}

/**
 * Records which engine version (`engine`) found the quotations of each stored text, so that all texts can be
 * processed again when the engine version changes. It is a short name of everything that decides which quotations
 * are found. A text stored without one counts as processed by another engine version.
 */
export interface Readings {
  /** Counts the texts whose quotations another engine version found. */
  countOthers(engine: string): Promise<{ readonly articles: number; readonly versions: number }>;
  /** The first such text after a key, or the first of all if `after` is null. Returns null if there is none. */
  nextOther(engine: string, after: string | null): Promise<Reading | null>;
  /**
   * Replaces the quotations of a reading in one transaction. Its text and everything else stays. Returns false and
   * changes nothing if the archive no longer holds that text. An older version keeps no utterances. Throws Fault
   * `altered-quotation` as `store` does.
   */
  replace(reading: Reading, quotations: readonly NewQuotation[], engine: string): Promise<boolean>;
}

/**
 * Finds quotations. Here and in ArticleSearch, typed text is treated as words, never as FTS or SQL syntax.
 */
export interface QuotationSearch {
  /** Candidates for half-remembered words, best first. Any word may match; rare words weigh more. */
  nearestQuotations(words: string, filters: Filters, limit: number): Promise<QuotationHit[]>;
  /**
   * Quotations of these speakers, newest first. With `about`, only quotations that share a word with it, best first.
   */
  quotationsBy(
    speakerIds: readonly string[],
    about: string | null,
    filters: Filters,
    page: Page,
  ): Promise<QuotationHit[]>;
  /** All quotations of the given articles, in the order of `articleIds` and then of the text. */
  quotationsIn(articleIds: readonly string[]): Promise<QuotationHit[]>;
  /** All wordings of the given utterances. */
  utterances(utteranceIds: readonly string[]): Promise<QuotationHit[]>;
  quotation(id: string): Promise<QuotationHit | null>;
  /**
   * For half-remembered words, finds quotations of older versions that the current article no longer holds, from at
   * most `limit` versions. The article of each hit is the older version. `filters.by` is a speaker's id.
   */
  earlierQuotations(words: string, filters: Filters, limit: number): Promise<QuotationHit[]>;
}

export interface ArticleSearch {
  /** By relevance, headline words first. */
  findArticles(words: string, filters: Filters, page: Page): Promise<Article[]>;
  /** Newest first, undated last. */
  latestArticles(filters: Filters, page: Page): Promise<Article[]>;
  /**
   * Articles stored, or stored again with other words, after `after` (excluded) until `until` (included), in order
   * of storing.
   */
  articlesIngested(after: Date, until: Date, page: Page): Promise<Article[]>;
  /** The stored articles with these ids, in the order of `ids`. */
  articles(ids: readonly string[]): Promise<Article[]>;
  /** Older versions of the given articles, oldest first. `replacedAt` is when each was replaced. */
  versions(articleIds: readonly string[]): Promise<Article[]>;
  /** All articles of the given stories, earliest publication first, undated last. */
  stories(storyIds: readonly string[]): Promise<Article[]>;
}

export interface Search extends QuotationSearch, ArticleSearch {}

/** Speakers, outlets and words of the archive, small enough to hold in memory for completion and spelling. */
export interface Directory {
  speakers(): Promise<SpeakerRecord[]>;
  outlets(): Promise<{ readonly name: string; readonly articles: number }[]>;
  /**
   * Number of articles that each outlet published on each day from `since` to `until` (both included), by day. A
   * null outlet means that the article states none.
   */
  coverage(
    since: string,
    until: string,
  ): Promise<{ readonly day: string; readonly outlet: string | null; readonly articles: number }[]>;
  /** Words of direct and mixed quotations, newest first. */
  recentQuotations(limit: number): Promise<string[]>;
  /** Words of the archive within two edits of `word`, nearest first, then most common. */
  nearestWords(word: string, limit: number): Promise<string[]>;
  /** Totals of the archive. `quotations` leaves out indirect quotations. */
  totals(): Promise<{
    readonly articles: number;
    readonly quotations: number;
    readonly newest: string | null;
  }>;
}

/** Small values that must survive a restart. */
export interface KeyValues {
  /** Stores a typed line for a button. Returns its short token, which is always the same for that line. */
  keepLine(line: string): Promise<string>;
  lineOf(token: string): Promise<string | null>;
  /** Marks a key as seen. Returns true the first time, false afterwards for at least 24 hours. */
  once(key: string, now: Date): Promise<boolean>;
  /** Whether a key was marked as seen. Does not mark it. */
  seen(key: string): Promise<boolean>;
}

export interface Archive {
  readonly writer: ArticleWriter;
  readonly readings: Readings;
  readonly search: Search;
  readonly directory: Directory;
  readonly keyValues: KeyValues;
  readonly schedules: Schedules;
  readonly deliveries: Deliveries;
  readonly sources: SourceStore;
  readonly watches: Watches;
  readonly audit: AuditTrail;
  /** Problems in plain words. Empty if the file is intact and every stored span still yields its words. */
  check(): Promise<string[]>;
  close(): Promise<void>;
}
