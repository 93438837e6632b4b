/** Text from a feed. HTML is not cleaned yet and not trusted. */
export interface FeedText {
  readonly type: 'html' | 'text';
  readonly value: string;
}

export interface FeedInfo {
  /** Plain text on one line; null where the feed has none. */
  readonly title: string | null;
  readonly kind: 'rss' | 'rdf' | 'atom' | 'json';
  /** The feed's website. */
  readonly link: string | null;
  /** Minimum time between polls that the feed asks for, in ms. */
  readonly ttlMs: number | null;
}

export interface FeedEntry {
  /** The feed's identifier of the entry, else a hash of link and title; unique in the feed. */
  readonly identity: string;
  /** Plain text on one line; null where the entry has none. */
  readonly title: string | null;
  /** Absolute http or https URL. */
  readonly link: string | null;
  /** `YYYY-MM-DD`, or an ISO time with the stated offset, if any; null where unknown. */
  readonly publishedAt: string | null;
  /** Where the date comes from, or why there is none, in plain words. */
  readonly publishedHow: string;
  readonly author: string | null;
  readonly summary: FeedText | null;
  readonly content: FeedText | null;
}

/** Why a page was not fetched, for code; the reason beside it is for people. */
export type FetchRefusalCode =
  | 'bad-address'
  | 'scheme'
  | 'credentials'
  | 'port'
  | 'private-address'
  | 'dns'
  | 'unreachable'
  | 'tls'
  | 'timed-out'
  | 'too-large'
  | 'bad-encoding'
  | 'content-type'
  | 'empty'
  | 'cut-off'
  | 'bad-response'
  | 'bad-redirect'
  | 'redirect-loop'
  | 'too-many-redirects'
  | 'http-status';

/** Why a source cannot be read, for code; the reason beside it is for people. */
export type TroubleCode =
  | Exclude<FetchRefusalCode, 'http-status'>
  | 'bot-wall'
  | 'sign-in'
  | 'not-found'
  | 'gone'
  | 'asked-too-often'
  | 'out-of-order'
  | 'refused-by-site'
  | 'not-a-feed';

export interface Trouble {
  readonly code: TroubleCode;
  /** What happened, in plain words. */
  readonly reason: string;
  /** ISO time of the first of the failed polls in a row. */
  readonly since: string;
}

/** The state of a followed feed between two polls, stored as it is. */
export interface SourceState {
  /** The URL to fetch: as added, until a permanent redirect replaces it. */
  readonly url: string;
  readonly state: 'new' | 'well' | 'failing' | 'stopped';
  readonly trouble: Trouble | null;
  /** Failed polls in a row. */
  readonly failures: number;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly feed: FeedInfo | null;
  /** ISO times, UTC, as the next ones; null for never. A stopped source has no next poll. */
  readonly nextPollAt: string | null;
  readonly polledAt: string | null;
  /** When the site last sent the feed or “unchanged”. */
  readonly heardAt: string | null;
  /** When the site last sent the whole feed. */
  readonly readAt: string | null;
  /** When the feed last had a new entry. */
  readonly newsAt: string | null;
  /** Marks of the entries that were handed on, newest first. */
  readonly seen: readonly string[];
}

/** Who did something: an editor on a platform, or the desk's configuration. */
export interface Doer {
  readonly id: string;
  readonly name: string;
  readonly platform: string;
}

/** A feed that the desk follows, or a page that an editor added once. */
export interface Source {
  /** The number people use; never reused. */
  readonly number: number;
  readonly kind: 'feed' | 'page';
  /** As added. */
  readonly url: string;
  /** The desk's name for it, if any. */
  readonly name: string | null;
  /** Whether only entries that match the desk's topic are read. */
  readonly topic: boolean;
  /** ISO time, UTC. */
  readonly addedAt: string;
  readonly addedBy: Doer;
  readonly state: SourceState;
  /** Articles in the archive that came from it. */
  readonly articles: number;
  /** Entries that wait to be read. */
  readonly waiting: number;
  /** Entries that could not be read, and the reason of the last one. */
  readonly missed: { readonly entries: number; readonly reason: string } | null;
}

/** A command about sources. */
export type SourceAsk =
  | {
      readonly kind: 'add';
      readonly url: string /** Everything, not only what matches the topic. */;
      readonly all: boolean;
    }
  | { readonly kind: 'remove' /** Number, address or name. */; readonly source: string }
  | { readonly kind: 'sources' };

/** One entry of the audit trail: an editors' command, carried out or refused. */
export interface AuditEntry {
  /** ISO time, UTC. */
  readonly at: string;
  readonly who: Doer;
  /** The destination's name: “#china-desk”, “direct messages”. */
  readonly where: string;
  /** The typed line. */
  readonly line: string;
  readonly outcome: 'done' | 'nothing' | 'refused' | 'fault';
  /** The desk's answer, on one line. */
  readonly said: string;
}
