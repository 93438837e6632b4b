import { writeLine } from '../../ask/write-line.ts';
import type { Answer } from '../../kernel/answer.ts';
import type { Article } from '../../kernel/article.ts';
import type { Ask, Filters } from '../../kernel/ask.ts';
import type { Block } from '../../kernel/card.ts';
import { count } from '../../text/count.ts';
import { contentStems } from '../../text/words.ts';
import type { AnswerDeps } from '../show/answer-deps.ts';
import { withFilters } from '../show/describe-ask.ts';
import { foundWith } from '../show/found.ts';
import { narrowOrNothing } from '../show/narrow.ts';
import { note } from '../show/note.ts';
import { nothing } from '../show/nothing.ts';
import { differs, type FigureGroup, groupFigures, reportedFigures } from './compare-figures.ts';
import { figureRows } from './show-figures.ts';

type Figures = Extract<Ask, { kind: 'figures' }>;

/** Articles that are searched for figures, at most: the best matches of the words, or the newest. */
const ARTICLES = 60;
/** Rows on one page; a row shows one counted thing. */
const ROWS = 6;
/** A count below this is shown only when two articles report it: “six senators” alone says little. */
const SMALL = 13;

/**
 * Answers `figures`: reported numbers, grouped by what they count. Groups with different numbers come first,
 * then those that most articles report.
 */
export async function answerFigures(ask: Figures, deps: AnswerDeps): Promise<Answer> {
  const title = withFilters(ask.words ? `Figures about ${ask.words}` : 'Figures', ask.filters);
  const narrowed = await narrowOrNothing(ask, title, deps);
  if (narrowed.kind === 'nothing') return narrowed;
  const articles = await articlesFor(ask.words, narrowed.filters, deps);
  const hits = await deps.archive.search.quotationsIn(articles.map(({ id }) => id));
  const groups = groupFigures(reportedFigures(articles, hits))
    .filter((group) => isAbout(group, ask.words) && isTelling(group))
    .sort((a, b) => Number(differs(b)) - Number(differs(a)) || placesIn(b) - placesIn(a));
  const from = (ask.page - 1) * ROWS;
  const shown = groups.slice(from, from + ROWS);
  if (!shown.length)
    return nothing(
      `${title}: none`,
      ask.filters,
      ask.words ? ['figures', `find ${ask.words}`] : ['latest'],
      deps,
    );
  const differing = groups.filter(differs).length;
  const differ: Block[] =
    ask.page === 1 && differing ? [note(`Reports differ on ${count(differing, 'of them', 'of them')}.`)] : [];
  const told = [...new Map(shown.flat().map(({ article }) => [article.id, article])).values()];
  const evidence = {
    utterances: [],
    figures: shown,
    articles: told.map((article) => ({ article, extract: sentenceIn(shown, article), also: [] })),
  };
  const more = groups.length > from + ROWS ? writeLine({ ...ask, page: ask.page + 1 }, deps.commands) : null;
  const blocks = [...differ, figureRows(shown)];
  return foundWith(evidence, { title, blocks, more, line: writeLine(ask, deps.commands) }, deps);
}

function articlesFor(words: string | null, filters: Filters, { archive }: AnswerDeps): Promise<Article[]> {
  const page = { from: 0, size: ARTICLES };
  return words === null
    ? archive.search.latestArticles(filters, page)
    : archive.search.findArticles(words, filters, page);
}

/** Whether one figure of the group holds each asked word in its noun or its sentence. */
function isAbout(group: FigureGroup, words: string | null): boolean {
  const asked = contentStems(words ?? '');
  if (!asked.length) return true;
  return group.some(({ nounStems, context }) =>
    asked.every((stem) => nounStems.includes(stem) || context.has(stem)),
  );
}

function isTelling(group: FigureGroup): boolean {
  return group.some(({ unit, value }) => unit !== 'count' || value >= SMALL) || placesIn(group) > 1;
}

function placesIn(group: FigureGroup): number {
  return new Set(group.map(({ article }) => article.id)).size;
}

function sentenceIn(groups: readonly FigureGroup[], { id }: Article): string {
  return groups.flat().find(({ article }) => article.id === id)?.sentence ?? '';
}
