import { openSqliteArchive } from '../../src/archive/sqlite/open-archive.ts';
import { compareShingles, shinglesOf } from '../../src/archive/stories/compare-shingles.ts';
import type { Article } from '../../src/kernel/article.ts';
import { NO_FILTERS } from '../../src/kernel/ask.ts';
import { foldText } from '../../src/text/fold-text.ts';
import { anArticle } from '../builders/an-article.ts';
import { CHANGES, copyOf, mergeReports, type Report, seededRandom } from '../builders/make-copies.ts';

/** How well copies are told from other reports, over all pairs. */
export interface Judged {
  readonly pairs: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** The pairs judged wrong, in words, the first few. */
  readonly wrong: readonly string[];
}

const DAY_MS = 86_400_000;

function areNear(a: Report, b: Report): boolean {
  return Math.abs(Date.parse(a.publishedAt ?? '') - Date.parse(b.publishedAt ?? '')) <= 5 * DAY_MS;
}

/** The reports with every kind of copy of each, and each second one merged with the next where that is of the same days, in an order of chance. */
export function withCopies(reports: readonly Report[], seed = 7): Report[] {
  const random = seededRandom(seed);
  const copies = reports.flatMap((report) => CHANGES.map((change) => copyOf(report, change, random)));
  const merged = reports.flatMap((report, at) => {
    const next = reports[at + 1];
    return next && at % 2 === 0 && areNear(report, next) ? [mergeReports(report, next)] : [];
  });
  return [...reports, ...copies, ...merged]
    .map((report) => ({ report, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ report }) => report);
}

/** Reads all reports into an archive, in order, and gives each with the article it became. */
async function storeAll(reports: readonly Report[]) {
  const archive = openSqliteArchive({ file: ':memory:' });
  for (const { id, headline, publishedAt, body } of reports)
    await archive.writer.store(
      anArticle({ headline, publishedAt, body, url: `https://outlet.example/${encodeURIComponent(id)}` }),
      [],
      new Date('2024-05-01T09:00:00Z'),
    );
  const articles = new Map<string, Article>();
  for (const article of await archive.search.latestArticles(NO_FILTERS, { from: 0, size: 100_000 }))
    articles.set(decodeURIComponent(new URL(article.url ?? '').pathname.slice(1)), article);
  await archive.close();
  return articles;
}

/** The verdict as a line for whoever runs the tests. */
export function sayJudged(what: string, { pairs, precision, recall, f1 }: Judged): string {
  const shown = [precision, recall, f1].map((share) => share.toFixed(4));
  return `Copies, ${what}: ${pairs} pairs, precision ${shown[0]}, recall ${shown[1]}, F1 ${shown[2]}\n`;
}

const sources = ({ id, of }: Report) => (of.length ? of : [id]);

/**
 * Stores the reports and judges every pair of them: two are copies when they come from one report. A page that merges two reports is
 * a copy of each: in the story of one, and found to be a copy of the other when the two are compared.
 */
export async function judgeStories(
  reports: readonly Report[],
  isSame: (a: string, b: string) => boolean = (a, b) => a === b,
): Promise<Judged> {
  const articles = await storeAll(reports);
  const shingles = new Map(reports.map(({ id, body }) => [id, shinglesOf(foldText(body))]));
  const contains = (a: Report, b: Report) => {
    const [one, two] = [shingles.get(a.id), shingles.get(b.id)];
    return one !== undefined && two !== undefined && compareShingles(one, two).kind === 'same';
  };
  const wrong: string[] = [];
  let [right, missed, invented] = [0, 0, 0];
  reports.forEach((a, at) => {
    for (const b of reports.slice(0, at)) {
      const [held, other] = [articles.get(a.id), articles.get(b.id)];
      if (!held || !other) throw new Error(`not stored: ${a.id} or ${b.id}`);
      const copies = sources(a).some((one) => sources(b).some((two) => isSame(one, two)));
      const merged = a.of.length > 1 || b.of.length > 1;
      const judged = held.storyId === other.storyId || (merged && contains(a, b));
      if (copies && judged) right += 1;
      else if (copies) missed += 1;
      else if (judged) invented += 1;
      if (copies !== judged && wrong.length < 20)
        wrong.push(`${copies ? 'missed' : 'invented'}: ${a.id} | ${b.id}`);
    }
  });
  const precision = right / (right + invented);
  const recall = right / (right + missed);
  return {
    pairs: (reports.length * (reports.length - 1)) / 2,
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    wrong,
  };
}
