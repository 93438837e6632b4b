import type { Article, CleanArticle, Stored } from '../kernel/article.ts';
import type { Filters } from '../kernel/ask.ts';
import type { FoundQuotation, Quotation } from '../kernel/quotation.ts';
import type { Deliveries, Schedules } from './delivery-port.ts';
import type { AuditTrail, SourceStore } from './source-port.ts';
import type { Watches } from './watch-port.ts';

/** A found quotation with the utterance it was joined to; null starts an utterance of its own. */
export interface NewQuotation extends FoundQuotation {
  readonly utteranceId: string | null;
  /** Utterances held so far that this wording shows to be the same: all their wordings become part of `utteranceId`. */
  readonly merges?: readonly string[];
}

export interface QuotationHit {
  readonly quotation: Quotation;
  readonly article: Article;
}

export interface Page {
  /** How many to skip. */
  readonly from: number;
  /** How many to give. */
  readonly size: number;
}

/** A speaker as the archive has met them. */
export interface SpeakerRecord {
  readonly id: string;
  readonly name: string;
  /** Direct and mixed quotations. */
  readonly quotations: number;
  /** Roles as reported, the newest first; the day is the article's, null where unknown. */
  readonly roles: readonly {
    readonly role: string;
    readonly reportedAt: string | null;
    readonly times: number;
  }[];
  readonly outlets: readonly string[];
  readonly firstQuotedAt: string | null;
  readonly lastQuotedAt: string | null;
}

/** The way in: articles with their quotations. */
export interface ArticleWriter {
  /**
   * Stores one article with its quotations in one transaction; the same input twice changes nothing.
   * An article is known by its URL, else by its body; one that holds most of another’s text within a week, or stands in it, joins its
   * story. `reader` names what found the quotations (see Readings). Throws Fault `altered-quotation` when a span is not inside the body.
   */
  store(
    article: CleanArticle,
    quotations: readonly NewQuotation[],
    ingestedAt: Date,
    reader?: string | null,
  ): Promise<Stored>;
  /** Whether this article is held with exactly this body, so that reading it again can be spared. */
  holds(article: CleanArticle): Promise<boolean>;
}

/** An article, or an older version of one (`article.replacedAt` says so), with the quotations that were found in it. */
export interface Reading {
  /** Names it in this archive; later ones were stored later, articles before older versions. */
  readonly key: string;
  readonly article: Article;
  readonly quotations: readonly Pick<FoundQuotation, 'span' | 'kind' | 'speaker'>[];
}

/**
 * Which reader found the quotations of what is held, so that all of it can be read again when the reader changed. A reader is a short name
 * of everything that decides what is found; what was stored without one counts as read by another.
 */
export interface Readings {
  /** How much was read by another reader than this one. */
  countOthers(reader: string): Promise<{ readonly articles: number; readonly versions: number }>;
  /** The first of them after a key (null: of all); null when there is none. */
  nextOther(reader: string, after: string | null): Promise<Reading | null>;
  /**
   * Puts other quotations in place of those of a reading, in one transaction; its text and everything else stays. False, and nothing is
   * changed, when that text is not held any more. An older version keeps no utterances. Throws Fault `altered-quotation` as `store` does.
   */
  replace(reading: Reading, quotations: readonly NewQuotation[], reader: string): Promise<boolean>;
}

/** Finds quotations. What a person typed is taken as words, never as FTS or SQL syntax; as in ArticleSearch. */
export interface QuotationSearch {
  /** Candidates for half-remembered words, best first: any word may match, rare words weigh more. */
  nearestQuotations(words: string, filters: Filters, limit: number): Promise<QuotationHit[]>;
  /** What these speakers said, newest first; with `about`, ranked by its words, without those that share none. */
  quotationsBy(
    speakerIds: readonly string[],
    about: string | null,
    filters: Filters,
    page: Page,
  ): Promise<QuotationHit[]>;
  /** All quotations of the given articles, article by article in the order given, each in order of its text. */
  quotationsIn(articleIds: readonly string[]): Promise<QuotationHit[]>;
  /** All wordings of the given utterances. */
  utterances(utteranceIds: readonly string[]): Promise<QuotationHit[]>;
  quotation(id: string): Promise<QuotationHit | null>;
  /**
   * For half-remembered words, quotations of older versions that the article no longer holds; from `limit` versions at most. The
   * article of each hit is the older version. `filters.by` is a speaker's id.
   */
  earlierQuotations(words: string, filters: Filters, limit: number): Promise<QuotationHit[]>;
}

export interface ArticleSearch {
  /** By relevance, headline words first. */
  findArticles(words: string, filters: Filters, page: Page): Promise<Article[]>;
  /** Newest first, undated last. */
  latestArticles(filters: Filters, page: Page): Promise<Article[]>;
  /** Articles stored, or stored again with other words, after one instant and until another (included), in that order. */
  articlesIngested(after: Date, until: Date, page: Page): Promise<Article[]>;
  /** The articles of these ids that are held, in the order given. */
  articles(ids: readonly string[]): Promise<Article[]>;
  /** Older versions of the given articles, the oldest first; `replacedAt` is when each was replaced. */
  versions(articleIds: readonly string[]): Promise<Article[]>;
  /** All articles of the given stories: copies and rewrites of one another, first printed first, undated last. */
  stories(storyIds: readonly string[]): Promise<Article[]>;
}

export interface Search extends QuotationSearch, ArticleSearch {}

/** Who and what the archive has met: small enough to hold in memory for completion and spelling. */
export interface Directory {
  speakers(): Promise<SpeakerRecord[]>;
  outlets(): Promise<{ readonly name: string; readonly articles: number }[]>;
  /** How many articles each outlet (null: not stated) published on each day, between two days (both included), days in order. */
  coverage(
    since: string,
    until: string,
  ): Promise<{ readonly day: string; readonly outlet: string | null; readonly articles: number }[]>;
  /** Words of direct and mixed quotations, newest first. */
  recentQuotations(limit: number): Promise<string[]>;
  /** Words the archive holds that are within two edits of `word`, nearest and commonest first. */
  nearestWords(word: string, limit: number): Promise<string[]>;
  /** Reported speech is no quotation and is not counted as one. */
  totals(): Promise<{
    readonly articles: number;
    readonly quotations: number;
    readonly newest: string | null;
  }>;
}

/** Small things that must outlive the process. */
export interface KeyValues {
  /** Keeps a typed line for a button and gives its short token, the same for the same line. */
  keepLine(line: string): Promise<string>;
  lineOf(token: string): Promise<string | null>;
  /** True the first time a key is seen, false ever after (at least 24 h). */
  once(key: string, now: Date): Promise<boolean>;
  /** Whether it was seen, without seeing it. */
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
  /** Complaints in plain words; empty when every stored span still cuts out its words and the file is whole. */
  check(): Promise<string[]>;
  close(): Promise<void>;
}
