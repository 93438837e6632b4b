/** What ingest makes of one article on a page: clean, dated as stated, nothing invented. */
export interface CleanArticle {
  readonly headline: string;
  readonly outlet: string | null;
  readonly byline: string | null;
  /** The literal local day as stated, `YYYY-MM-DD` (or a full ISO time when one is given); null when unknown. */
  readonly publishedAt: string | null;
  /** How the date is known, or the evidence there is when it is not: for a reader. */
  readonly publishedHow: string;
  readonly url: string | null;
  /** Where it was read: a file's name, a URL, `standard input`. Never a private path. */
  readonly origin: string;
  /** Clean plain text; every span points into exactly this string. */
  readonly body: string;
}

/** An article as the archive holds it. */
export interface Article extends CleanArticle {
  readonly id: string;
  /** ISO time, UTC. */
  readonly ingestedAt: string;
  /** SHA-256 of the body, hex. */
  readonly bodyHash: string;
  /** Articles that are copies of one another share it. */
  readonly storyId: string;
  /** Of an older version: when other words took its place, ISO time, UTC. */
  readonly replacedAt?: string;
}

/** What a quotation or a story is shown with: enough for a reader to go and look. */
export interface Citation {
  readonly articleId: string;
  readonly headline: string;
  readonly outlet: string | null;
  readonly publishedAt: string | null;
  readonly url: string | null;
  readonly origin: string;
  /** Of an older version: when other words took its place, ISO time, UTC. */
  readonly replacedAt?: string;
}

export function cite(article: Article): Citation {
  const { id, headline, outlet, publishedAt, url, origin, replacedAt } = article;
  const cited = { articleId: id, headline, outlet, publishedAt, url, origin };
  return replacedAt === undefined ? cited : { ...cited, replacedAt };
}

/**
 * What became of an article that was handed in. `copy`: stored, as a copy of a story already held · `updated`: known, with other words
 * now; the older version is kept.
 */
export type Stored = 'added' | 'copy' | 'updated' | 'unchanged';
