import type { QuotationHit } from '../../archive/port.ts';
import { shownSpeaker } from '../../kernel/quotation.ts';
import { placeOf } from '../show/place-of.ts';
import type { NewStory } from './gather-news.ts';

/** Most weight that the speakers of one story add. */
const MOST_SPEAKERS = 5;

/** Stories ranked by weight, at most. Those after them are in order of date. */
const RANKED = 60;

interface Told {
  readonly utterances: Set<string>;
  readonly speakers: Set<string>;
}

/**
 * Orders stories as an editor would. First come those that most outlets carry, whole or by quotation, then
 * those with more named speakers; a followed speaker counts double. The newer story wins a tie. Utterances
 * and speakers of a story higher in the list no longer count, so that five stories cover five subjects.
 * `followed` holds speaker ids.
 */
export function rankStories(stories: readonly NewStory[], followed: ReadonlySet<string>): NewStory[] {
  const placesOf = placesByUtterance(stories);
  const left = [...stories].sort(newer);
  const told: Told = { utterances: new Set(), speakers: new Set() };
  const ranked: NewStory[] = [];
  while (left.length && ranked.length < RANKED) {
    const weights = left.map((story) => weigh(story, followed, placesOf, told));
    const [best] = left.splice(weights.indexOf(Math.max(...weights)), 1);
    if (!best) break;
    ranked.push(best);
    for (const { quotation } of best.quotations.filter(isSpoken)) {
      told.utterances.add(quotation.utteranceId);
      told.speakers.add(shownSpeaker(quotation)?.id ?? '');
    }
  }
  return [...ranked, ...left];
}

function weigh(
  { articles, quotations }: NewStory,
  followed: ReadonlySet<string>,
  placesOf: ReadonlyMap<string, ReadonlySet<string>>,
  told: Told,
): number {
  const own = new Set(articles.map(placeOf));
  const spoken = quotations
    .filter(isSpoken)
    .filter(({ quotation }) => !told.utterances.has(quotation.utteranceId));
  const places = new Set(spoken.flatMap(({ quotation }) => [...(placesOf.get(quotation.utteranceId) ?? [])]));
  const elsewhere = [...places].filter((place) => !own.has(place)).length;
  const speakers = new Set(spoken.flatMap(({ quotation }) => shownSpeaker(quotation)?.id ?? []));
  const voices = [...speakers]
    .filter((id) => !told.speakers.has(id))
    .reduce((sum, id) => sum + (followed.has(id) ? 1 : 0.5), 0);
  return 3 * own.size + 2 * elsewhere + Math.min(MOST_SPEAKERS, voices);
}

function isSpoken({ quotation }: QuotationHit): boolean {
  return quotation.kind !== 'indirect';
}

/** The places that printed each utterance, by utterance id. */
function placesByUtterance(stories: readonly NewStory[]): Map<string, Set<string>> {
  const places = new Map<string, Set<string>>();
  for (const { quotations } of stories)
    for (const { quotation, article } of quotations.filter(isSpoken)) {
      const known = places.get(quotation.utteranceId) ?? new Set();
      places.set(quotation.utteranceId, known.add(placeOf(article)));
    }
  return places;
}

/** Order of date: dated stories first, newest first; undated ones in order of ingest. */
function newer({ articles: [a] }: NewStory, { articles: [b] }: NewStory): number {
  if (a.publishedAt !== b.publishedAt) {
    if (a.publishedAt === null) return 1;
    if (b.publishedAt === null) return -1;
    return a.publishedAt < b.publishedAt ? 1 : -1;
  }
  return a.ingestedAt < b.ingestedAt ? -1 : a.ingestedAt > b.ingestedAt ? 1 : a.id < b.id ? -1 : 1;
}
