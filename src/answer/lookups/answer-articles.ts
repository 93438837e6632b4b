import { writeLine } from '../../ask/write-line.ts';
import type { Answer } from '../../kernel/answer.ts';
import { type Article, cite } from '../../kernel/article.ts';
import { type Ask, NO_FILTERS } from '../../kernel/ask.ts';
import { likeness } from '../../text/compare-words.ts';
import { wordsOf } from '../../text/words.ts';
import { type AnswerDeps, PAGE_SIZE } from '../show/answer-deps.ts';
import { withFilters } from '../show/describe-ask.ts';
import { foundWith } from '../show/found.ts';
import { narrowOrNothing } from '../show/narrow.ts';
import { nothing } from '../show/nothing.ts';
import { before, pageOf } from '../show/page-of.ts';
import { firstOfStories, withCopies } from './fold-stories.ts';
import { REMEMBERED_WORDS } from './rank-memory.ts';

type Articles = Extract<Ask, { kind: 'find' | 'latest' }>;

/**
 * Answers `find` and `latest`: articles about some words, best match first, or the newest. Each comes with an
 * extract.
 */
export async function answerArticles(ask: Articles, deps: AnswerDeps): Promise<Answer> {
  const words = ask.kind === 'find' ? ask.words : null;
  const title = withFilters(words === null ? 'Latest articles' : `Articles about ${words}`, ask.filters);
  const narrowed = await narrowOrNothing(ask, title, deps);
  if (narrowed.kind === 'nothing') return narrowed;
  const { search } = deps.archive;
  const found = await firstOfStories(
    (page) =>
      words === null
        ? search.latestArticles(narrowed.filters, page)
        : search
            .findArticles(words, narrowed.filters, page)
            .then((near) => near.filter((each) => holds(each, words))),
    { from: before(ask), size: PAGE_SIZE + 1 },
  );
  const { shown, more } = pageOf(ask, found, deps);
  if (!shown.length) return nothing(`${title}: none`, ask.filters, await instead(ask, deps), deps);
  return answerWith(title, shown, more, ask, words, deps);
}

/**
 * Whether an article is about the words. It must contain all of one or two content words, or two and at least
 * half of more. A misspelt word counts.
 */
function holds({ headline, body }: Article, words: string): boolean {
  const asked = wordsOf(words).slice(0, REMEMBERED_WORDS);
  const content = asked.filter((word) => !word.isFunctionWord);
  if (!content.length) return true;
  const held = [...new Map(wordsOf(`${headline}\n${body}`).map((word) => [word.plain, word])).values()];
  const found = content.filter((word) => held.some((other) => likeness(word, other) > 0)).length;
  return found >= (content.length <= 2 ? content.length : Math.max(2, content.length / 2));
}

async function answerWith(
  title: string,
  shown: readonly Article[],
  more: string | null,
  ask: Articles,
  words: string | null,
  deps: AnswerDeps,
): Promise<Answer> {
  const stories = await withCopies(shown, words, deps);
  const blocks = stories.map(
    ({ article, extract, also }) => ({ kind: 'story', extract, source: cite(article), also }) as const,
  );
  const articles = stories.flatMap(({ article, extract, also, differing }) => [
    { article, extract, also },
    ...differing,
  ]);
  return foundWith(
    { utterances: [], articles },
    { title, blocks, more, line: writeLine(ask, deps.commands) },
    deps,
  );
}

async function instead(ask: Articles, { archive, commands }: AnswerDeps): Promise<string[]> {
  const filtered = Object.values(ask.filters).some(Boolean);
  const open = { ...ask, filters: NO_FILTERS, page: 1 };
  if (ask.kind === 'latest') return [writeLine(open, commands)];
  const unfiltered = filtered
    ? await archive.search.findArticles(ask.words, NO_FILTERS, { from: 0, size: 1 })
    : [];
  const words = wordsOf(ask.words)
    .filter((word) => !word.isFunctionWord)
    .map((word) => word.written)
    .slice(0, 8);
  const near = await Promise.all(words.map((word) => archive.directory.nearestWords(word, 1)));
  const corrected = near.flat().slice(0, 3).join(' ');
  return [
    ...(unfiltered.length ? [writeLine(open, commands)] : []),
    ...(corrected ? [`find ${corrected}`] : []),
    'latest',
  ];
}
