/** An article as ingest reads it: clean text, the stated date, nothing invented. */
export interface CleanArticle {
  readonly headline: string;
  readonly outlet: string | null;
  readonly byline: string | null;
  /**
   * The literal local day as stated, `YYYY-MM-DD` (or a full ISO time when one is given); null when unknown.
   */
  readonly publishedAt: string | null;
  /** Where the date comes from, or why it is unknown, in plain words. */
  readonly publishedHow: string;
  readonly url: string | null;
  /** A file's name, a URL or `standard input`; never a private path. */
  readonly origin: string;
  /** Clean plain text. Every span points into this string. */
  readonly body: string;
}

/** An article as the archive stores it. */
export interface Article extends CleanArticle {
  readonly id: string;
  /** ISO time, UTC. */
  readonly ingestedAt: string;
  /** SHA-256 of the body, hex. */
  readonly bodyHash: string;
  /** Copies of one story share it. */
  readonly storyId: string;
  /** Only of an older version: when another version replaced it, ISO time, UTC. */
  readonly replacedAt?: string;
}

/** Where words were printed: enough for a person to find the article. */
export interface Citation {
  readonly articleId: string;
  readonly headline: string;
  readonly outlet: string | null;
  readonly publishedAt: string | null;
  readonly url: string | null;
  readonly origin: string;
  /** Only of an older version: when another version replaced it, ISO time, UTC. */
  readonly replacedAt?: string;
}

export function cite(article: Article): Citation {
  const { id, headline, outlet, publishedAt, url, origin, replacedAt } = article;
  const cited = { articleId: id, headline, outlet, publishedAt, url, origin };
  return replacedAt === undefined ? cited : { ...cited, replacedAt };
}

/**
 * The result of storing an article. `copy`: stored as a copy of a story in the archive · `updated`: the
 * archive had it with other words, and keeps that version.
 */
export type Stored = 'added' | 'copy' | 'updated' | 'unchanged';
