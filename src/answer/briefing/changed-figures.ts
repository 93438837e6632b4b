import { NO_FILTERS } from '../../kernel/ask.ts';
import { differs, type FigureGroup, groupFigures, reportedFigures } from '../figures/compare-figures.ts';
import type { AnswerDeps } from '../show/answer-deps.ts';
import type { NewStory } from './gather-news.ts';

/** New stories that are searched for figures, at most: the first ones of the list. */
const STORIES = 60;
/** New figures that are looked up in the archive, at most, and the articles found for each. */
const LOOKED_UP = 12;
const EARLIER = 8;

/**
 * Finds figures for which a new article gives a different number from another article, new or already held.
 * The figure with the most reports comes first; `most` limits the list.
 */
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
  // A noun of one word is in too many articles to look up.
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
