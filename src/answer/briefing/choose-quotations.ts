import type { QuotationHit } from '../../archive/port.ts';
import { shownSpeaker } from '../../kernel/quotation.ts';
import { readEditing } from '../../quotes/check/read-editing.ts';
import { contentStems, wordsAlone } from '../../text/words.ts';
import { groupBy } from '../show/group-by.ts';
import { placeOf } from '../show/place-of.ts';
import type { NewStory } from './gather-news.ts';

/** An utterance chosen for a briefing: its new wordings, the one to show first. */
export interface ChosenQuotation {
  readonly utteranceId: string;
  readonly wordings: readonly [QuotationHit, ...QuotationHit[]];
}

interface Weighed extends ChosenQuotation {
  readonly weight: number;
  /**
   * The id of the only story that prints it. Where several stories do, the utterance's own id, so that it
   * counts towards no story's limit.
   */
  readonly story: string;
  readonly speaker: string;
  readonly plain: string;
}

/**
 * Most quotations from one story and from one speaker. The first pass takes one each; the second allows two
 * where the list is not full.
 */
const OF_ONE = [1, 2];
/** Longest wording that a person reads at a glance, in UTF-16 units. */
export const GLANCE = 360;
/** A wording shorter than this, in UTF-16 units, loses weight, because it says little. */
const SHORT = 45;

/**
 * Chooses the quotations that matter, best first. Only attributed utterances with quotation marks qualify.
 * More outlets, a followed speaker, a statement rather than a question, and a length that reads at a glance
 * add weight. Words already chosen are not chosen again under another speaker's name. `followed` holds
 * speaker ids.
 */
export function chooseQuotations(
  stories: readonly NewStory[],
  followed: ReadonlySet<string>,
  most: number,
): ChosenQuotation[] {
  const hits = stories.flatMap(({ quotations }) => quotations);
  const spoken = hits.filter(({ quotation }) => quotation.kind !== 'indirect' && shownSpeaker(quotation));
  const weighed = [...groupBy(spoken, ({ quotation }) => quotation.utteranceId)]
    .map(([utteranceId, wordings]) => weigh(utteranceId, wordings, followed))
    .sort((a, b) => b.weight - a.weight);
  const chosen: Weighed[] = [];
  for (const ofOne of OF_ONE)
    for (const each of weighed) {
      if (chosen.length === most) break;
      const alike = (key: 'story' | 'speaker') => chosen.filter((other) => other[key] === each[key]).length;
      if (alike('story') >= ofOne || alike('speaker') >= ofOne) continue;
      if (chosen.some(({ plain }) => plain.includes(each.plain) || each.plain.includes(plain))) continue;
      chosen.push(each);
    }
  return chosen.sort((a, b) => b.weight - a.weight);
}

function weigh(
  utteranceId: string,
  wordings: readonly [QuotationHit, ...QuotationHit[]],
  followed: ReadonlySet<string>,
): Weighed {
  const [best, ...others] = [...wordings].sort((a, b) => spoken(b) - spoken(a)) as [
    QuotationHit,
    ...QuotationHit[],
  ];
  const speaker = shownSpeaker(best.quotation)?.id ?? '';
  const places = new Set(wordings.map(({ article }) => placeOf(article))).size;
  const stories = new Set(wordings.map(({ article }) => article.storyId));
  const weight = 3 * Math.min(4, places) + (followed.has(speaker) ? 2 : 0) + standing(best);
  return {
    utteranceId,
    wordings: [best, ...others],
    weight,
    story: stories.size === 1 ? best.article.storyId : utteranceId,
    speaker,
    plain: wordsAlone(best.quotation.words),
  };
}

/**
 * How well one wording reads by itself in a briefing, 0 to 6. A direct quotation, a good length, a statement
 * and words that the headline repeats add to it.
 */
function standing({ quotation: { kind, words }, article: { headline } }: QuotationHit): number {
  const length = words.length;
  const size = length < SHORT ? length / SHORT : 1 + Math.min(1, length / GLANCE);
  const said = new Set(contentStems(words));
  const echoed = contentStems(headline);
  const echo = echoed.filter((stem) => said.has(stem)).length / Math.max(1, echoed.length);
  return (kind === 'direct' ? 1.5 : 0) + size + (/\?\W*$/u.test(words) ? 0 : 0.5) + 2 * echo;
}

/**
 * `standing`, less 2 for a wording that an editor changed: “[Xi] could have said” ranks below another
 * outlet's unedited words.
 */
function spoken(hit: QuotationHit): number {
  return standing(hit) - (isEdited(hit.quotation.words) ? 2 : 0);
}

function isEdited(words: string): boolean {
  return readEditing(words).some(({ bracket, spoken }) => bracket !== null || spoken !== null);
}
