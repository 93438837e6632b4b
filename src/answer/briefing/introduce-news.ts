import { DateTime } from 'luxon';
import type { Block } from '../../kernel/card.ts';
import { shownSpeaker } from '../../kernel/quotation.ts';
import { count } from '../../text/count.ts';
import { dayText } from '../../text/day-text.ts';
import type { AnswerDeps } from '../show/answer-deps.ts';
import { withFilters } from '../show/describe-ask.ts';
import { placeOf } from '../show/place-of.ts';
import { type BriefAsk, type NewStory, sinceDay } from './gather-news.ts';

/** People named as most quoted, at most. */
const MOST_QUOTED = 3;

/** The title of a briefing: “Fentanyl talks: 13 new stories since 10 Oct 2023”. */
export function titleOf(ask: BriefAsk, stories: number, deps: AnswerDeps): string {
  const title = `${deps.desk.name}: ${count(stories, 'new story', 'new stories')} since ${sinceText(ask, deps)}`;
  return withFilters(title, { ...ask.filters, since: null });
}

/**
 * The day from which a briefing covers news. For an ingest window it includes the time, in the desk's zone.
 */
export function sinceText(ask: BriefAsk, deps: AnswerDeps): string {
  if (!ask.ingested) return dayText(sinceDay(ask, deps));
  const after = DateTime.fromISO(ask.ingested.after, { zone: deps.desk.zone });
  return after.toFormat('d LLL yyyy, HH:mm', { locale: 'en' });
}

/** The introduction above the stories: how many articles of which days, and who is quoted most. */
export function introduceNews(stories: readonly NewStory[], followed: ReadonlySet<string>): Block[] {
  const articles = stories.flatMap((story) => [...story.articles]);
  const outlets = new Set(articles.flatMap(({ outlet }) => outlet ?? [])).size;
  const days = articles.flatMap(({ publishedAt }) => publishedAt?.slice(0, 10) ?? []).sort();
  const undated = articles.length - days.length;
  const of =
    undated === 0
      ? `, dated ${rangeOf(days)}`
      : days.length === 0
        ? ', none with a stated date'
        : `: ${days.length} dated ${rangeOf(days)} and ${undated} without a stated date`;
  const where = outlets ? ` from ${count(outlets, 'outlet')}` : '';
  const quoted = mostQuoted(stories, followed);
  const names = quoted.length ? ` Most quoted: ${listOf(quoted, MOST_QUOTED)}.` : '';
  return [
    { kind: 'text', text: `${count(articles.length, 'article')}${where}${of}.${names}`, tone: 'plain' },
  ];
}

/**
 * A range of sorted days `YYYY-MM-DD` as text: “10 Oct 2023”, “10 to 11 Oct 2023”, “28 Sep to 11 Oct 2023”.
 */
export function rangeOf(days: readonly string[]): string {
  const [first = '', last = ''] = [days[0], days.at(-1)];
  if (first === last) return dayText(first);
  const shared = first.slice(0, 7) === last.slice(0, 7) ? 1 : first.slice(0, 4) === last.slice(0, 4) ? 2 : 3;
  return `${dayText(first).split(' ').slice(0, shared).join(' ')} to ${dayText(last)}`;
}

/** The names of the most quoted people: followed speakers first, then by outlets, then by utterances. */
function mostQuoted(stories: readonly NewStory[], followed: ReadonlySet<string>): string[] {
  const people = new Map<string, { name: string; outlets: Set<string>; utterances: Set<string> }>();
  for (const { quotations } of stories)
    for (const { quotation, article } of quotations) {
      const speaker = quotation.kind === 'indirect' ? null : shownSpeaker(quotation);
      if (!speaker) continue;
      const known = people.get(speaker.id) ?? {
        name: speaker.name,
        outlets: new Set(),
        utterances: new Set(),
      };
      known.outlets.add(placeOf(article));
      known.utterances.add(quotation.utteranceId);
      people.set(speaker.id, known);
    }
  const weight = (id: string) => (followed.has(id) ? 1 : 0);
  return [...people]
    .sort(
      ([a, one], [b, other]) =>
        weight(b) - weight(a) ||
        other.outlets.size - one.outlets.size ||
        other.utterances.size - one.utterances.size,
    )
    .slice(0, MOST_QUOTED)
    .map(([, { name }]) => name);
}

/** Joins items into a list; those after the first `most` are counted: “A, B and C”, “A, B and 4 more”. */
export function listOf(items: readonly string[], most: number): string {
  const shown = items.length > most ? [...items.slice(0, most), `${items.length - most} more`] : items;
  const last = shown.at(-1) ?? '';
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${last}` : last;
}
