import type { Archive, QuotationHit } from '../../archive/port.ts';
import { type Article, cite } from '../../kernel/article.ts';
import type { Block, Card } from '../../kernel/card.ts';
import type { Watch } from '../../kernel/watch.ts';
import { count } from '../../text/count.ts';
import { listOf } from '../briefing/introduce-news.ts';
import { leadOf } from '../briefing/lead-of.ts';
import type { Person } from '../show/answer-deps.ts';
import { foundCard } from '../show/found.ts';
import { note } from '../show/note.ts';
import { placeName } from '../show/place-of.ts';
import { evidenceOf, utteranceBlock } from '../show/show-utterances.ts';
import { matchWatch, type WatchMatch } from './match-watch.ts';
import { describeWanted, shortName, watchNames } from './watch-names.ts';

/** Articles in one alert, and quotations or passages shown of each, at most. */
const MOST_ARTICLES = 6;
const OF_ONE = 2;

/** New articles that match watches. `watches` holds numbers. */
export interface Alert {
  readonly watches: readonly number[];
  readonly articleIds: readonly string[];
}

interface Found {
  readonly article: Article;
  readonly watches: readonly Watch[];
  readonly match: WatchMatch;
}

/**
 * Composes the alert: each article once, with the words that match and the watches that they match. Returns
 * null when nothing matches any more, because a watch was removed or an article changed.
 */
export async function composeAlert(
  { watches, articleIds }: Alert,
  {
    archive,
    people,
    now,
  }: { archive: Pick<Archive, 'search' | 'watches'>; people: readonly Person[]; now: Date },
): Promise<Card | null> {
  const standing = (await archive.watches.all()).filter(({ number }) => watches.includes(number));
  const articles = await archive.search.articles(articleIds);
  const hits = await archive.search.quotationsIn(articles.map(({ id }) => id));
  const found = articles.flatMap((article) => {
    const own = hits.filter((hit) => hit.article.id === article.id);
    return foundIn(article, own, standing, people);
  });
  const answered = standing.filter((watch) => found.some((each) => each.watches.includes(watch)));
  const [first] = answered;
  if (!first) return null;
  const shown = found.slice(0, MOST_ARTICLES);
  const left = found.slice(MOST_ARTICLES).map(({ article }) => article);
  const blocks: Block[] = [
    ...shown.flatMap((each) => blocksOf(each, answered.length > 1)),
    ...leftOut(left),
    {
      kind: 'choices',
      intro: 'Enough of it?',
      lines: answered.map(({ number }) => `unwatch ${number}`),
    },
  ];
  return foundCard(titleOf(answered, found), blocks, { now });
}

function foundIn(
  article: Article,
  hits: readonly QuotationHit[],
  watches: readonly Watch[],
  people: readonly Person[],
): Found[] {
  const matches = watches.flatMap((watch) => {
    const match = matchWatch(watch.wanted, watchNames(watch.wanted, people), article, hits);
    return match ? [{ watch, match }] : [];
  });
  const ids = new Set(matches.flatMap(({ match }) => match.quotations.map(({ quotation }) => quotation.id)));
  const quotations = hits.filter(({ quotation }) => ids.has(quotation.id));
  const passages = matches.flatMap(({ match }) => match.passages);
  return matches.length
    ? [{ article, watches: matches.map(({ watch }) => watch), match: { quotations, passages } }]
    : [];
}

/** The title names a single article. For several it counts the articles. */
function titleOf(watches: readonly Watch[], found: readonly Found[]): string {
  const names = listOf(
    watches.map(({ wanted }) => shortName(wanted)),
    3,
  );
  const [only, ...others] = found;
  if (!only || others.length) return `Watch: ${names}, in ${count(found.length, 'new article')}`;
  const isQuoted = watches.every(({ wanted }) => wanted.kind !== 'words') && only.match.quotations.length > 0;
  return `Watch: ${names}${isQuoted ? ' quoted' : ''} in ${placeName(only.article)}`;
}

function blocksOf({ article, watches, match }: Found, several: boolean): Block[] {
  const { quotations, passages } = match;
  const words: Block[] = quotations.length
    ? quotations.slice(0, OF_ONE).map((hit) => utteranceBlock(evidenceOf(hit, [])))
    : passages.length
      ? [
          {
            kind: 'passage',
            paragraphs: passages.slice(0, OF_ONE).map(({ text, marked }) => ({ text, quoted: marked })),
            source: cite(article),
          },
        ]
      : [{ kind: 'story', extract: leadOf(article.body, []), source: cite(article), also: [] }];
  const more = (quotations.length || passages.length) - OF_ONE;
  const what = quotations.length ? 'more quotation' : 'more paragraph';
  return [
    // This note must stand above the words; below them it would seem to belong to the next article.
    ...(several ? [note(watches.map(named).join(' · '))] : []),
    ...words,
    ...(more > 0 ? [note(`And ${count(more, what)} in it.`)] : []),
  ];
}

function named({ number, wanted }: Watch): string {
  return `Watch ${number}: ${describeWanted(wanted)}`;
}

function leftOut(articles: readonly Article[]): Block[] {
  if (!articles.length) return [];
  const headlines = listOf(
    articles.map((article) => `“${article.headline}”${article.outlet ? ` (${article.outlet})` : ''}`),
    4,
  );
  return [note(`And ${count(articles.length, 'more article')}: ${headlines}.`)];
}
