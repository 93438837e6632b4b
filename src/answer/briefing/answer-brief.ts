import { writeLine } from '../../ask/write-line.ts';
import type { Answer } from '../../kernel/answer.ts';
import { cite } from '../../kernel/article.ts';
import type { Block } from '../../kernel/card.ts';
import { speakerId } from '../../kernel/roster.ts';
import { count } from '../../text/count.ts';
import { dayText } from '../../text/day-text.ts';
import { figureRows } from '../figures/show-figures.ts';
import type { AnswerDeps } from '../show/answer-deps.ts';
import { foundWith } from '../show/found.ts';
import { narrowOrNothing } from '../show/narrow.ts';
import { note } from '../show/note.ts';
import { nothing } from '../show/nothing.ts';
import { changedFigures } from './changed-figures.ts';
import { chartCoverage } from './chart-coverage.ts';
import { chooseQuotations } from './choose-quotations.ts';
import { type BriefAsk, gatherNews, type NewStory, type News, sinceDay } from './gather-news.ts';
import { introduceNews, listOf, sinceText, titleOf } from './introduce-news.ts';
import { leadOf } from './lead-of.ts';
import { rankStories } from './rank-stories.ts';
import { type ShownQuotation, showChosen } from './show-chosen.ts';
import { unreadSources } from './unread-sources.ts';

/** Items on the first page, which must fit one screen. Later pages hold stories only, and more of them. */
const STORIES = 5;
const LATER_STORIES = 10;
const QUOTATIONS = 5;
const FIGURES = 3;
/** Left-out stories are named by headline up to this number. More are counted, with their outlets. */
const NAMED = 2;
/** Utterances that are looked up in the archive for earlier printings, at most. The rest count as new. */
const COMPARED = 400;

/**
 * Answers `brief`: what is new since a day or within an ingest window. The answer holds stories, the
 * quotations that matter, changed figures and a coverage chart.
 */
export async function answerBrief(ask: BriefAsk, deps: AnswerDeps): Promise<Answer> {
  const narrowed = await narrowOrNothing(ask, 'Briefing', deps);
  if (narrowed.kind === 'nothing') return narrowed;
  const news = await gatherNews(ask, narrowed.filters, deps);
  const followed = new Set(deps.desk.roster.map(({ name }) => speakerId(name)));
  const stories = rankStories(news.stories, followed);
  const from = ask.page === 1 ? 0 : STORIES + (ask.page - 2) * LATER_STORIES;
  const shown = stories.slice(from, ask.page === 1 ? STORIES : from + LATER_STORIES);
  if (!shown.length) return nothingNew(ask, news, deps);
  const left = stories.length - from - shown.length;
  const more = left > 0 ? writeLine({ ...ask, page: ask.page + 1 }, deps.commands) : null;
  const quotations = ask.page === 1 ? await quotationsThatMatter(ask, stories, followed, deps) : [];
  const figures = ask.page === 1 ? await changedFigures(stories, FIGURES, deps) : [];
  const told = shown.map((story) => storyOf(story, quotations));
  const blocks: Block[] = [
    ...(ask.page === 1 ? introduceNews(stories, followed) : []),
    ...told.map(({ block }) => block),
    ...leftOut(stories.slice(from + shown.length)),
    ...(quotations.length ? [note('In their words')] : []),
    ...quotations.map(({ block }) => block),
    ...(figures.length ? [note('Figures that differ or changed'), figureRows(figures)] : []),
    ...(ask.page === 1 ? await pictureOf(ask, stories, deps) : []),
    ...honesty(news),
    ...(ask.page === 1 ? await unreadSources(deps) : []),
  ];
  const evidence = {
    utterances: quotations.map((each) => each.evidence),
    articles: told.map(({ article, extract, also }) => ({ article, extract, also })),
    figures,
  };
  const title = titleOf(ask, stories.length, deps);
  return foundWith(evidence, { title, blocks, more, line: writeLine(ask, deps.commands) }, deps);
}

/**
 * Chooses the quotations for the first page. It leaves out utterances that an article printed before the
 * ingest window, because an earlier briefing covered them.
 */
async function quotationsThatMatter(
  ask: BriefAsk,
  stories: readonly NewStory[],
  followed: ReadonlySet<string>,
  { archive }: AnswerDeps,
): Promise<ShownQuotation[]> {
  const ids = new Set(
    stories.flatMap(({ quotations }) => quotations.map((hit) => hit.quotation.utteranceId)),
  );
  const all = await archive.search.utterances([...ids].slice(0, COMPARED));
  const after = ask.ingested?.after;
  const told = new Set(
    after === undefined
      ? []
      : all.filter(({ article }) => article.ingestedAt <= after).map((hit) => hit.quotation.utteranceId),
  );
  const untold = stories.map(({ articles, quotations }) => ({
    articles,
    quotations: quotations.filter(({ quotation }) => !told.has(quotation.utteranceId)),
  }));
  return chooseQuotations(untold, followed, QUOTATIONS).map((chosen) =>
    showChosen(
      chosen,
      all.filter(({ quotation }) => quotation.utteranceId === chosen.utteranceId),
    ),
  );
}

function storyOf({ articles: [first, ...others] }: NewStory, quotations: readonly ShownQuotation[]) {
  const extract = leadOf(
    first.body,
    quotations.map(({ words }) => words),
  );
  const also = others.map(cite);
  const block: Block = { kind: 'story', extract, source: cite(first), also };
  return { block, article: first, extract, also };
}

async function pictureOf(ask: BriefAsk, stories: readonly NewStory[], deps: AnswerDeps): Promise<Block[]> {
  // The chart counts all outlets and speakers, so it does not fit an answer that is filtered by either.
  if (ask.filters.by !== null || ask.filters.in !== null) return [];
  const days = stories
    .flatMap(({ articles }) => articles.map(({ publishedAt }) => publishedAt?.slice(0, 10) ?? ''))
    .filter(Boolean)
    .sort();
  const [first, last] = [ask.ingested ? days[0] : sinceDay(ask, deps), days.at(-1)];
  const picture = first && last ? await chartCoverage(first, last, deps) : null;
  return picture ? [picture] : [];
}

function leftOut(stories: readonly NewStory[]): Block[] {
  if (!stories.length) return [];
  const headlines = stories.map(({ articles: [{ headline }] }) => `“${headline}”`);
  if (headlines.length <= NAMED)
    return [note(`And ${count(stories.length, 'more story', 'more stories')}: ${headlines.join(' and ')}.`)];
  const outlets = [...new Set(stories.flatMap(({ articles }) => articles.map(({ outlet }) => outlet ?? '')))];
  const named = outlets.filter(Boolean);
  const from = named.length ? `, from ${listOf(named, 3)}` : '';
  return [note(`And ${count(stories.length, 'more story', 'more stories')}${from}.`)];
}

/** Notes on completeness: late copies of old stories, changed articles, and articles not looked through. */
function honesty({ late, changed, cut }: News): Block[] {
  const headlines = (articles: News['late']) =>
    listOf(
      articles.map(({ headline, outlet }) => `“${headline}”${outlet ? ` (${outlet})` : ''}`),
      3,
    );
  return [
    ...(late.length
      ? [note(`Stories told before now stand in ${count(late.length, 'more place')}: ${headlines(late)}.`)]
      : []),
    ...(changed.length ? [note(`Changed since they were read: ${headlines(changed)}.`)] : []),
    ...(cut === null ? [] : [note(cutText(cut))]),
  ];
}

function cutText({ looked, first }: NonNullable<News['cut']>): string {
  const which = first ? 'the first of them to come in' : 'the newest of them';
  return `More than ${count(looked, 'article')} came in: this looked through ${which}, and not through the rest. Narrow it with in:, by: or since:, or ask “latest”.`;
}

async function nothingNew(ask: BriefAsk, { late, changed }: News, deps: AnswerDeps): Promise<Answer> {
  const { newest } = await deps.archive.directory.totals();
  const known = late.length + changed.length;
  const besides = known ? `; ${count(known, 'article')} told before came in again` : '';
  return nothing(
    `Nothing new since ${sinceText(ask, deps)}${besides}${newest ? `. The newest article is of ${dayText(newest)}` : ''}`,
    ask.filters,
    newest ? [`brief since:${newest.slice(0, 10)}`] : [],
    deps,
  );
}
