import type { QuotationHit } from '../../archive/port.ts';
import type { Article } from '../../kernel/article.ts';
import { shownSpeaker } from '../../kernel/quotation.ts';
import { groupBy } from '../show/group-by.ts';
import { type Figure, findFigures } from './find-figures.ts';

/** A figure with its article and the person quoted with it. */
export interface ReportedFigure extends Figure {
  readonly article: Article;
  readonly speaker: string | null;
}

/** Reports of one thing, first printed first; an article gives each number once. */
export type FigureGroup = readonly [ReportedFigure, ...ReportedFigure[]];

/** The figures of articles, each with the speaker whose quotation it stands in. */
export function reportedFigures(
  articles: readonly Article[],
  hits: readonly QuotationHit[],
): ReportedFigure[] {
  const quoted = groupBy(hits, ({ article }) => article.id);
  return articles.flatMap((article) =>
    findFigures(article.body).map((figure) => {
      const around = quoted
        .get(article.id)
        ?.find(
          ({ quotation: { span } }) => span.start <= figure.span.start && figure.span.end <= span.end + 1,
        );
      return { ...figure, article, speaker: around ? (shownSpeaker(around.quotation)?.name ?? null) : null };
    }),
  );
}

/**
 * Groups figures of one thing: the same noun and unit, in sentences that share enough of their other words.
 */
export function groupFigures(figures: readonly ReportedFigure[]): FigureGroup[] {
  const named = figures.filter(({ nounStems }) => nounStems.length);
  const keyed = groupBy(named, ({ unit, nounStems }) => `${unit} ${nounStems.join(' ')}`);
  return [...keyed.values()].flatMap((alike) => {
    const groups: [ReportedFigure, ...ReportedFigure[]][] = [];
    for (const figure of [...alike].sort(byDay)) {
      const group = groups.find((members) => members.some((other) => isSameThing(figure, other)));
      if (!group) groups.push([figure]);
      else if (!group.some((other) => other.value === figure.value && other.article.id === figure.article.id))
        group.push(figure);
    }
    return groups;
  });
}

/** Whether two articles report different numbers. */
export function differs(group: FigureGroup): boolean {
  return group.some((a) =>
    group.some(
      (b) =>
        a.value !== b.value &&
        a.article.id !== b.article.id &&
        !reports(group, a.article, b.value) &&
        !reports(group, b.article, a.value),
    ),
  );
}

/** An article that reports both numbers tells two things apart, so it does not differ from another. */
function reports(group: FigureGroup, { id }: Article, value: number): boolean {
  return group.some((each) => each.article.id === id && each.value === value);
}

/** A noun of one word (“people”) names many things, so its sentences must share most of their other words. */
function isSameThing(a: Figure, b: Figure): boolean {
  const shared = [...a.context].filter((stem) => b.context.has(stem)).length;
  if (a.nounStems.length > 1) return shared >= 2;
  return shared >= 3 && shared >= Math.min(a.context.size, b.context.size) / 2;
}

function byDay(a: ReportedFigure, b: ReportedFigure): number {
  const day = ({ article }: ReportedFigure) => article.publishedAt ?? '9999';
  return day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a.article.ingestedAt < b.article.ingestedAt ? -1 : 1;
}
