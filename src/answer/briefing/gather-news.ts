import { DateTime } from 'luxon';
import type { QuotationHit } from '../../archive/port.ts';
import type { Article } from '../../kernel/article.ts';
import type { Ask, Filters } from '../../kernel/ask.ts';
import type { AnswerDeps } from '../show/answer-deps.ts';
import { groupBy } from '../show/group-by.ts';

export type BriefAsk = Extract<Ask, { kind: 'brief' }>;

/** One story among what is new: its new articles, the first printed first, and what they quote. */
export interface NewStory {
  readonly articles: readonly [Article, ...Article[]];
  readonly quotations: readonly QuotationHit[];
}

/** What is new: stories with their copies folded, in no order yet. */
export interface News {
  readonly stories: readonly NewStory[];
  /** New copies of stories that were held before. */
  readonly late: readonly Article[];
  /** Articles held before whose words were changed. */
  readonly changed: readonly Article[];
  /** How many articles were looked through where there were more, and whether these are the first that came in or the newest; else null. */
  readonly cut: { readonly looked: number; readonly first: boolean } | null;
}

/** Articles looked through for one briefing, at most. */
const MOST_CONSIDERED = 1_000;
/** Undated articles are looked for among so many that were read in, at most. */
const MOST_INGESTED = 5_000;

/** The first day of a lookup: as asked, else yesterday in the desk's zone. */
export function sinceDay({ filters }: BriefAsk, { desk, now }: Pick<AnswerDeps, 'desk' | 'now'>): string {
  const yesterday = DateTime.fromJSDate(now, { zone: desk.zone }).minus({ days: 1 }).toISODate();
  return filters.since ?? yesterday ?? now.toISOString().slice(0, 10);
}

/** What is new since a day (published, or read in where no day is stated), or in a stretch of reading in. `filters` are narrowed. */
export async function gatherNews(ask: BriefAsk, filters: Filters, deps: AnswerDeps): Promise<News> {
  const { search } = deps.archive;
  // One more than is looked through, to know whether there are more.
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

/** Those of the articles that were held, in other words, before an instant. */
async function heldBefore(
  articles: readonly Article[],
  after: string,
  { archive }: AnswerDeps,
): Promise<Article[]> {
  const versions = await archive.search.versions(articles.map(({ id }) => id));
  const held = new Set(versions.filter(({ ingestedAt }) => ingestedAt <= after).map(({ id }) => id));
  return articles.filter(({ id }) => held.has(id));
}

/** Articles by story; a story of which a copy was held before `after` is not new. */
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
