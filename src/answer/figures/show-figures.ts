import type { Block } from '../../kernel/card.ts';
import { count } from '../../text/count.ts';
import { dayText } from '../../text/day-text.ts';
import { groupBy } from '../show/group-by.ts';
import { placeName } from '../show/place-of.ts';
import type { FigureGroup, ReportedFigure } from './compare-figures.ts';

/** Longest part of a sentence shown around a figure, in UTF-16 units. */
const SENTENCE = 170;
/** Numbers shown for one counted thing, and outlets named for one number, at most. */
const MOST_NUMBERS = 4;
const MOST_NAMED = 3;

/** Shows figures as rows: the counted thing, then each number with its speaker, outlets and sentence. */
export function figureRows(groups: readonly FigureGroup[]): Extract<Block, { kind: 'facts' }> {
  return { kind: 'facts', rows: groups.map((group) => ({ label: labelOf(group), value: numbersOf(group) })) };
}

function labelOf([first]: FigureGroup): string {
  return first.unit === 'percent' ? `share of ${first.noun}` : first.noun || 'money';
}

function numbersOf(group: FigureGroup): string {
  const numbers = [...groupBy(group, ({ value }) => value).values()];
  const shown = numbers.slice(0, MOST_NUMBERS).map((reports) => {
    const [first] = reports;
    const by = first.speaker ? `, according to ${first.speaker}` : '';
    return `${first.printed}${by} (${placesOf(reports)}): ${around(first)}`;
  });
  const left = numbers.length - shown.length;
  return [...shown, ...(left ? [`and ${count(left, 'other number')}`] : [])].join('\n');
}

function placesOf(reports: readonly ReportedFigure[]): string {
  const places = [
    ...new Set(reports.map(({ article }) => `${placeName(article)}, ${dayText(article.publishedAt)}`)),
  ];
  const left = places.length - MOST_NAMED;
  return [...places.slice(0, MOST_NAMED), ...(left > 0 ? [`${left} more`] : [])].join('; ');
}

/** The part of a long sentence around the number, in whole words. */
function around({ sentence, printed }: ReportedFigure): string {
  if (sentence.length <= SENTENCE) return sentence;
  const at = Math.max(0, sentence.indexOf(printed));
  const from = Math.max(0, Math.min(at - SENTENCE / 3, sentence.length - SENTENCE));
  const start = from === 0 ? 0 : sentence.indexOf(' ', from) + 1;
  const last = sentence.lastIndexOf(' ', start + SENTENCE);
  const end = start + SENTENCE >= sentence.length ? sentence.length : last > start ? last : start + SENTENCE;
  return `${start ? '… ' : ''}${sentence.slice(start, end).toWellFormed()}${end < sentence.length ? ' …' : ''}`;
}
