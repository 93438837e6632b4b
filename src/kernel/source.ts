/** Text as a feed gives it; HTML is not yet cleaned, nor to be trusted. */
export interface FeedText {
  readonly type: 'html' | 'text';
  readonly value: string;
}

export interface FeedInfo {
  /** Plain text on one line; null when the feed has none. */
  readonly title: string | null;
  readonly kind: 'rss' | 'rdf' | 'atom' | 'json';
  /** The site the feed is of. */
  readonly link: string | null;
  /** How long the feed asks to be left alone; ms. */
  readonly ttlMs: number | null;
}

export interface FeedEntry {
  /** The feed's own identifier of the entry, else a hash of link and title; unique in its feed. */
  readonly identity: string;
  /** Plain text on one line; null when the entry has none. */
  readonly title: string | null;
  /** Absolute, http or https. */
  readonly link: string | null;
  /** `YYYY-MM-DD`, or an ISO time with the offset that was stated (none when none was); null when unknown. */
  readonly publishedAt: string | null;
  /** For a reader: where the date is from, or why there is none. */
  readonly publishedHow: string;
  readonly author: string | null;
  readonly summary: FeedText | null;
  readonly content: FeedText | null;
}

/** Why a page was not fetched, for code to decide by; the reason beside it is for a reader. */
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

/** What keeps a source from being read, for code; the reason beside it is for a reader. */
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
  /** Plain words: what happened. */
  readonly reason: string;
  /** ISO time of the first poll that failed, of those in a row. */
  readonly since: string;
}

/** All that is remembered of a followed feed between two polls; plain data, to be stored as it is. */
export interface SourceState {
  /** Where it is asked for: as added, until the site says that it has moved for good. */
  readonly url: string;
  readonly state: 'new' | 'well' | 'failing' | 'stopped';
  readonly trouble: Trouble | null;
  /** Failed polls in a row. */
  readonly failures: number;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly feed: FeedInfo | null;
  /** ISO times, UTC; null for never. A stopped source has no next poll. */
  readonly nextPollAt: string | null;
  readonly polledAt: string | null;
  /** When the site last answered with the feed, or that it is unchanged. */
  readonly heardAt: string | null;
  /** When the whole feed last came, not only "unchanged". */
  readonly readAt: string | null;
  /** When it last brought anything new. */
  readonly newsAt: string | null;
  /** Marks of the entries that were handed on, the newest first. */
  readonly seen: readonly string[];
}

/** Who did something: an editor on a platform, or the desk's own configuration. */
export interface Doer {
  readonly id: string;
  readonly name: string;
  readonly platform: string;
}

/** What the desk reads: a feed that it follows, or a page that an editor handed in once. */
export interface Source {
  /** As readers name it; never given out a second time. */
  readonly number: number;
  readonly kind: 'feed' | 'page';
  /** As added. */
  readonly url: string;
  /** As the desk names it; null where it has no name of its own. */
  readonly name: string | null;
  /** Whether only what matches the desk's topic words is taken from it. */
  readonly topic: boolean;
  /** ISO time, UTC. */
  readonly addedAt: string;
  readonly addedBy: Doer;
  readonly state: SourceState;
  /** Articles that came from it and are held. */
  readonly articles: number;
  /** Entries still to be read. */
  readonly waiting: number;
  /** Entries that could not be read, and why the last of them could not. */
  readonly missed: { readonly entries: number; readonly reason: string } | null;
}

/** What a reader may ask of the sources. */
export type SourceAsk =
  | {
      readonly kind: 'add';
      readonly url: string /** Everything, not only what matches the topic. */;
      readonly all: boolean;
    }
  | { readonly kind: 'remove' /** Number, address or name. */; readonly source: string }
  | { readonly kind: 'sources' };

/** One line of the trail of what editors did, or were not let do. */
export interface AuditEntry {
  /** ISO time, UTC. */
  readonly at: string;
  readonly who: Doer;
  /** Where: “#china-desk”, “direct messages”. */
  readonly where: string;
  /** The typed line. */
  readonly line: string;
  readonly outcome: 'done' | 'nothing' | 'refused' | 'fault';
  /** What the desk answered, on one line. */
  readonly said: string;
}
