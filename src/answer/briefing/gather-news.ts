import { DateTime } from 'luxon';
import type { QuotationHit } from '../../archive/port.ts';
import type { Article } from '../../kernel/article.ts';
import type { Ask, Filters } from '../../kernel/ask.ts';
import type { AnswerDeps } from '../show/answer-deps.ts';
import { groupBy } from '../show/group-by.ts';

export type BriefAsk = Extract<Ask, { kind: 'brief' }>;

/** A story with new articles, the first printed first, and the quotations in them. */
export interface NewStory {
  readonly articles: readonly [Article, ...Article[]];
  readonly quotations: readonly QuotationHit[];
}

/** What is new. Copies are folded into stories, which have no order yet. */
export interface News {
  readonly stories: readonly NewStory[];
  /** New copies of stories that the archive already held. */
  readonly late: readonly Article[];
  /** Articles that the archive already held and whose words changed. */
  readonly changed: readonly Article[];
  /**
   * Set when more articles came in than one briefing looks through; else null. `looked` counts those looked
   * through. `first` is true when they are the first that came in, false when they are the newest.
   */
  readonly cut: { readonly looked: number; readonly first: boolean } | null;
}

/** Articles that one briefing looks through, at most. */
const MOST_CONSIDERED = 1_000;
/** Articles that are searched by ingest time for undated ones, at most. */
const MOST_INGESTED = 5_000;

/** The first day that a briefing covers, `YYYY-MM-DD`: `since:`, by default yesterday in the desk's zone. */
export function sinceDay({ filters }: BriefAsk, { desk, now }: Pick<AnswerDeps, 'desk' | 'now'>): string {
  const yesterday = DateTime.fromJSDate(now, { zone: desk.zone }).minus({ days: 1 }).toISODate();
  return filters.since ?? yesterday ?? now.toISOString().slice(0, 10);
}

/**
 * Gathers what is new since a day, or within an ingest window. An undated article counts by its ingest time.
 * `filters` must come from `narrow`.
 */
export async function gatherNews(ask: BriefAsk, filters: Filters, deps: AnswerDeps): Promise<News> {
  const { search } = deps.archive;
  // One more than the limit, to detect that there are more.
  const all = ask.ingested
    ? await readInWithin(
        new Date(ask.ingested.after),
        new Date(ask.ingested.until),
        MOST_CONSIDERED + 1,
        deps,
      )
    : await publishedSince({ ...filters, since: sinceDay(ask, deps) }, deps);
  const found = all.slice(0, MOST_CONSIDERED);
  const cut = all.length > found.length ? { looked: found.length, first: ask.ingested !== null } : null;
  const inOutlet = found.filter(({ outlet }) => filters.in === null || outlet === filters.in);
  const hits = await search.quotationsIn(inOutlet.map(({ id }) => id));
  const quoting = new Set(
    hits.filter(({ quotation }) => quotation.speaker?.id === filters.by).map(({ article }) => article.id),
  );
  const wanted = inOutlet.filter(({ id }) => filters.by === null || quoting.has(id));
  const after = ask.ingested?.after ?? null;
  const changed = after === null ? [] : await heldBefore(wanted, after, deps);
  const fresh = wanted.filter((article) => !changed.includes(article));
  return { ...(await fold(fresh, hits, after, deps)), changed, cut };
}

async function readInWithin(
  after: Date,
  until: Date,
  most: number,
  { archive }: AnswerDeps,
): Promise<Article[]> {
  return archive.search.articlesIngested(after, until, { from: 0, size: most });
}

async function publishedSince(filters: Filters, deps: AnswerDeps): Promise<Article[]> {
  const dated = await deps.archive.search.latestArticles(filters, { from: 0, size: MOST_CONSIDERED + 1 });
  const zone = { zone: deps.desk.zone };
  const start = DateTime.fromISO(filters.since ?? '', zone).toMillis() - 1;
  const end = filters.until
    ? DateTime.fromISO(filters.until, zone).endOf('day').toMillis()
    : deps.now.getTime();
  const readIn = await readInWithin(new Date(start), new Date(end), MOST_INGESTED, deps);
  return [...dated, ...readIn.filter(({ publishedAt }) => publishedAt === null)].slice(
    0,
    MOST_CONSIDERED + 1,
  );
}

/** The articles of which the archive held an older version at `after`, an instant. */
async function heldBefore(
  articles: readonly Article[],
  after: string,
  { archive }: AnswerDeps,
): Promise<Article[]> {
  const versions = await archive.search.versions(articles.map(({ id }) => id));
  const held = new Set(versions.filter(({ ingestedAt }) => ingestedAt <= after).map(({ id }) => id));
  return articles.filter(({ id }) => held.has(id));
}

/**
 * Groups new articles by story. A story is not new, but `late`, when the archive held a copy of it at
 * `after`.
 */
async function fold(
  fresh: readonly Article[],
  hits: readonly QuotationHit[],
  after: string | null,
  { archive }: AnswerDeps,
): Promise<Pick<News, 'stories' | 'late'>> {
  const inStories = await archive.search.stories([...new Set(fresh.map(({ storyId }) => storyId))]);
  const ids = new Set(fresh.map(({ id }) => id));
  const byStory = groupBy(inStories, ({ storyId }) => storyId);
  const quoted = groupBy(hits, ({ article }) => article.id);
  const stories: NewStory[] = [];
  const late: Article[] = [];
  for (const copies of byStory.values()) {
    const [first, ...others] = copies.filter(({ id }) => ids.has(id));
    if (!first) continue;
    const told = copies.some(({ id, ingestedAt }) => !ids.has(id) && after !== null && ingestedAt <= after);
    if (told) late.push(first, ...others);
    else {
      const articles = [first, ...others] as const;
      stories.push({ articles, quotations: articles.flatMap(({ id }) => quoted.get(id) ?? []) });
    }
  }
  return { stories, late };
}
