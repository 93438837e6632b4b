import { NO_FILTERS } from '../../kernel/ask.ts';
import { differs, type FigureGroup, groupFigures, reportedFigures } from '../figures/compare-figures.ts';
import type { AnswerDeps } from '../show/answer-deps.ts';
import type { NewStory } from './gather-news.ts';

/** Figures are looked for in so many new stories, the first ones. */
const STORIES = 60;
/** So many new figures are looked up in the rest of the archive, so many articles for each. */
const LOOKED_UP = 12;
const EARLIER = 8;

/** Figures of which a new article gives another number than another article, new or held before; the most reported first. */
export async function changedFigures(
  stories: readonly NewStory[],
  most: number,
  { archive }: Pick<AnswerDeps, 'archive'>,
): Promise<FigureGroup[]> {
  const fresh = stories.slice(0, STORIES);
  const articles = fresh.flatMap(({ articles: [first, ...others] }) => [first, ...others]);
  const hits = fresh.flatMap(({ quotations }) => quotations);
  const figures = reportedFigures(articles, hits);
  const ids = new Set(articles.map(({ id }) => id));
  // What is counted in two words or more can be looked up; one alone is in too many articles.
  const wanted = figures.filter(({ nounStems }) => nounStems.length > 1).slice(0, LOOKED_UP);
  const earlier = await Promise.all(
    wanted.map(({ noun }) => archive.search.findArticles(noun, NO_FILTERS, { from: 0, size: EARLIER })),
  );
  const others = [...new Map(earlier.flat().map((article) => [article.id, article])).values()].filter(
    ({ id }) => !ids.has(id),
  );
  const quotedThere = await archive.search.quotationsIn(others.map(({ id }) => id));
  const groups = groupFigures([...figures, ...reportedFigures(others, quotedThere)]);
  return groups
    .filter((group) => differs(group) && group.some(({ article }) => ids.has(article.id)))
    .sort((a, b) => b.length - a.length)
    .slice(0, most);
}
