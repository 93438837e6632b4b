import type { Article } from '../../kernel/article.ts';

const DAY_MS = 86_400_000;
const SPAN_DAYS = 8;

/** Articles further apart than this, in days, are not compared. */
const WINDOW = 7;

/** An article's dates, in days since 1970. `published` is null if unknown. */
export interface Days {
  readonly published: number | null;
  readonly ingested: number;
}

/** The span of days under which an article's shingles are stored. */
export interface Place {
  readonly undated: 0 | 1;
  readonly span: number;
}

export function daysOf({ publishedAt, ingestedAt }: Pick<Article, 'publishedAt' | 'ingestedAt'>): Days {
  const day = (text: string | null) => {
    const ms = text === null ? Number.NaN : Date.parse(text.slice(0, 10));
    return Number.isNaN(ms) ? null : Math.floor(ms / DAY_MS);
  };
  return { published: day(publishedAt), ingested: day(ingestedAt) ?? 0 };
}

export function spanOf(day: number): number {
  return Math.floor(day / SPAN_DAYS);
}

/** The place of an article: by publication day, or by ingest day if undated. */
export function placeOf({ published, ingested }: Days): Place {
  return published === null
    ? { undated: 1, span: spanOf(ingested) }
    : { undated: 0, span: spanOf(published) };
}

/** The spans that hold any day within a week of this one, at most three. */
export function spansAround(day: number): number[] {
  return [...new Set([day - WINDOW, day, day + WINDOW].map(spanOf))];
}

/** Whether two articles were published (or, if either is undated, ingested) within seven days. */
export function areNear(a: Days, b: Days): boolean {
  const apart =
    a.published === null || b.published === null ? a.ingested - b.ingested : a.published - b.published;
  return Math.abs(apart) <= WINDOW;
}
