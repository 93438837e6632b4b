import type { QuotationHit } from '../../archive/port.ts';
import type { Article } from '../../kernel/article.ts';
import { shownSpeaker } from '../../kernel/quotation.ts';
import { groupBy } from '../show/group-by.ts';
import { type Figure, findFigures } from './find-figures.ts';

/** A figure with its article and the speaker whose quotation holds it, or null. */
export interface ReportedFigure extends Figure {
  readonly article: Article;
  readonly speaker: string | null;
}

/** Figures of one counted thing, in order of printing. Each number appears once for each article. */
export type FigureGroup = readonly [ReportedFigure, ...ReportedFigure[]];

/** Finds the figures of articles, each with the speaker of the quotation around it. */
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
 * Groups figures that count one thing: noun and unit are equal, and the sentences share enough of their other
 * words.
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

/** Whether two articles of the group report different numbers. */
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

/** An article that reports both numbers counts two things, so it does not differ from another article. */
function reports(group: FigureGroup, { id }: Article, value: number): boolean {
  return group.some((each) => each.article.id === id && each.value === value);
}

/**
 * A noun of one word (“people”) can count many things, so the sentences must share at least three other words
 * and half of those in the shorter one.
 */
function isSameThing(a: Figure, b: Figure): boolean {
  const shared = [...a.context].filter((stem) => b.context.has(stem)).length;
  if (a.nounStems.length > 1) return shared >= 2;
  return shared >= 3 && shared >= Math.min(a.context.size, b.context.size) / 2;
}

function byDay(a: ReportedFigure, b: ReportedFigure): number {
  const day = ({ article }: ReportedFigure) => article.publishedAt ?? '9999';
  return day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a.article.ingestedAt < b.article.ingestedAt ? -1 : 1;
}
