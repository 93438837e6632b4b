import type { Page } from '../../archive/port.ts';
import { type Article, type Citation, cite } from '../../kernel/article.ts';
import { wordsAlone } from '../../text/words.ts';
import type { AnswerDeps } from '../show/answer-deps.ts';
import { extract } from './extract.ts';

/** Articles assumed in a story when a page of stories is fetched. */
const COPIES = 2;

/** The first listed article of each story. `from` and `size` count stories. */
export async function firstOfStories(
  list: (page: Page) => Promise<Article[]>,
  { from, size }: Page,
): Promise<Article[]> {
  const firsts = new Map<string, Article>();
  const batch = (from + size) * COPIES;
  for (let at = 0; ; at += batch) {
    const articles = await list({ from: at, size: batch });
    for (const article of articles) if (!firsts.has(article.storyId)) firsts.set(article.storyId, article);
    if (articles.length < batch || firsts.size >= from + size) break;
  }
  return [...firsts.values()].slice(from, from + size);
}

/** A story in an answer: one article, citations of its copies, and the copies with a different extract. */
export interface ToldStory {
  readonly article: Article;
  readonly extract: string;
  readonly also: readonly Citation[];
  readonly differing: readonly { readonly article: Article; readonly extract: string }[];
}

/** Adds to each article the copies of its story, in order of printing. */
export async function withCopies(
  shown: readonly Article[],
  words: string | null,
  { archive }: Pick<AnswerDeps, 'archive'>,
): Promise<ToldStory[]> {
  const all = await archive.search.stories(shown.map(({ storyId }) => storyId));
  return shown.map((article) => {
    const copies = all.filter(({ id, storyId }) => storyId === article.storyId && id !== article.id);
    const held = copies.length ? wordsAlone(article.body) : '';
    return {
      article,
      extract: extract(article.body, words),
      also: copies.map(cite),
      differing: copies
        .map((copy) => ({ article: copy, extract: extract(copy.body, words) }))
        .filter((copy) => !held.includes(wordsAlone(copy.extract.replace(/ …$/u, '')))),
    };
  });
}
