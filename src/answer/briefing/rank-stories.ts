import type { QuotationHit } from '../../archive/port.ts';
import { shownSpeaker } from '../../kernel/quotation.ts';
import { placeOf } from '../show/place-of.ts';
import type { NewStory } from './gather-news.ts';

/** A crowd of speakers in one story counts no further than this many. */
const MOST_SPEAKERS = 5;

/** So many stories are put in order; what comes after them only by day. */
const RANKED = 60;

interface Told {
  readonly utterances: Set<string>;
  readonly speakers: Set<string>;
}

/**
 * Stories as an editor orders them: what most outlets carry leads, whole or by its quotations, then what quotes more people by name,
 * those the desk follows first; then the newest. What an earlier story of the list has told counts no more, so that five stories are
 * five things. `followed` are speaker ids.
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

/** Where the words of each utterance stand. */
function placesByUtterance(stories: readonly NewStory[]): Map<string, Set<string>> {
  const places = new Map<string, Set<string>>();
  for (const { quotations } of stories)
    for (const { quotation, article } of quotations.filter(isSpoken)) {
      const known = places.get(quotation.utteranceId) ?? new Set();
      places.set(quotation.utteranceId, known.add(placeOf(article)));
    }
  return places;
}

/** Dated stories first, the newest of them first; the others in the order they were read in. */
function newer({ articles: [a] }: NewStory, { articles: [b] }: NewStory): number {
  if (a.publishedAt !== b.publishedAt) {
    if (a.publishedAt === null) return 1;
    if (b.publishedAt === null) return -1;
    return a.publishedAt < b.publishedAt ? 1 : -1;
  }
  return a.ingestedAt < b.ingestedAt ? -1 : a.ingestedAt > b.ingestedAt ? 1 : a.id < b.id ? -1 : 1;
}
