import type { QuotationHit } from '../../archive/port.ts';
import { writeLine } from '../../ask/write-line.ts';
import type { Answer, UtteranceEvidence } from '../../kernel/answer.ts';
import type { Ask, Filters } from '../../kernel/ask.ts';
import { wordsOf } from '../../text/words.ts';
import type { AnswerDeps } from '../show/answer-deps.ts';
import { withFilters } from '../show/describe-ask.ts';
import { foundWith } from '../show/found.ts';
import { narrowOrNothing } from '../show/narrow.ts';
import { changeNotes } from '../show/note-changes.ts';
import { nothing } from '../show/nothing.ts';
import { before, pageOf } from '../show/page-of.ts';
import { evidenceOf, utteranceBlock } from '../show/show-utterances.ts';
import { isRecollected, REMEMBERED_WORDS, recollect } from './rank-memory.ts';

type WhoSaid = Extract<Ask, { kind: 'who said' }>;

/** Candidates compared word by word, at most. The measured range is 50 to 200. */
const CANDIDATES = 120;
/** Older versions of changed articles that are searched, at most. */
const EARLIER = 20;
/** Lowest score of a result, as a share of the best score. */
const WEAKEST = 0.6;

/** Answers `who said`: finds the utterances nearest to half-remembered words. */
export async function answerWhoSaid(ask: WhoSaid, deps: AnswerDeps): Promise<Answer> {
  const title = withFilters(`Who said “${ask.words}”`, ask.filters);
  const narrowed = await narrowOrNothing(ask, title, deps);
  if (narrowed.kind === 'nothing') return narrowed;
  const ranked = await recall(ask.words, narrowed.filters, deps);
  const utterances = oneAnUtterance(ranked.filter(({ answers }) => answers));
  const { shown, more } = pageOf(ask, utterances.slice(before(ask)), deps);
  if (!shown.length)
    return nothing(
      `Nobody here is quoted saying “${ask.words}”`,
      ask.filters,
      await nearest(ask, ranked, deps),
      deps,
    );
  const evidence = await withWordings(shown, deps);
  const blocks = [...evidence.map(utteranceBlock), ...(await changeNotes(evidence, deps))];
  return foundWith(
    { utterances: evidence, articles: [] },
    { title, blocks, more, line: writeLine(ask, deps.commands) },
    deps,
  );
}

interface Ranked {
  readonly hit: QuotationHit;
  readonly score: number;
  readonly covered: number;
  /** True for an answer, false for a candidate that only helps with suggestions. */
  readonly answers: boolean;
}

/** Compares candidates from the archive with the words; answers come first, then the higher score. */
async function recall(words: string, filters: Filters, { archive }: AnswerDeps): Promise<Ranked[]> {
  const remembered = wordsOf(words).slice(0, REMEMBERED_WORDS);
  const hits = [
    ...(await archive.search.nearestQuotations(words, filters, CANDIDATES)),
    ...(await archive.search.earlierQuotations(words, filters, EARLIER)),
  ];
  const ranked = hits
    .map((hit) => {
      const recollection = recollect(remembered, hit.quotation.words);
      return { hit, ...recollection, answers: isRecollected(remembered, recollection) };
    })
    .sort(
      (a, b) =>
        Number(b.answers) - Number(a.answers) ||
        b.score - a.score ||
        a.hit.quotation.words.length - b.hit.quotation.words.length,
    );
  const best = ranked[0]?.score ?? 0;
  return ranked.map((each) => ({ ...each, answers: each.answers && each.score >= best * WEAKEST }));
}

/** Wordings whose scores differ by less than this answer equally well; the longest of them is shown. */
const ALIKE = 0.05;

/**
 * One hit for each utterance, in order of its best score: the longest of the wordings that answer equally
 * well.
 */
function oneAnUtterance(ranked: readonly Ranked[]): QuotationHit[] {
  const groups = new Map<string, [Ranked, ...Ranked[]]>();
  for (const each of ranked) {
    const group = groups.get(each.hit.quotation.utteranceId);
    if (group) group.push(each);
    else groups.set(each.hit.quotation.utteranceId, [each]);
  }
  const length = ({ hit }: Ranked) => hit.quotation.words.length;
  return [...groups.values()].map((group) => {
    const [best] = group;
    // A wording more than twice as long is a long statement that contains the remembered words by chance.
    const good = group.filter((each) => each.score > best.score - ALIKE && length(each) <= 2 * length(best));
    return good.reduce((fullest, each) => (length(each) > length(fullest) ? each : fullest)).hit;
  });
}

/** Adds to each utterance all its wordings, ignoring filters: a reader should see every outlet's words. */
export async function withWordings(
  shown: readonly QuotationHit[],
  { archive }: AnswerDeps,
): Promise<UtteranceEvidence[]> {
  const wordings = await archive.search.utterances(shown.map((hit) => hit.quotation.utteranceId));
  return shown.map((hit) =>
    evidenceOf(
      hit,
      wordings.filter((each) => each.quotation.utteranceId === hit.quotation.utteranceId),
    ),
  );
}

/**
 * Suggested lines that find something: without the filters, with the words of the nearest quotations, or as
 * `find`.
 */
async function nearest(ask: WhoSaid, ranked: readonly Ranked[], deps: AnswerDeps): Promise<string[]> {
  const open = { by: null, in: null, since: null, until: null };
  const filtered = Object.values(ask.filters).some(Boolean);
  const unfiltered = filtered ? (await recall(ask.words, open, deps)).filter(({ answers }) => answers) : [];
  const shared = ranked
    .filter(({ covered }) => covered > 0)
    .flatMap(({ hit }) => sharedWords(ask.words, hit.quotation.words));
  const articles = await deps.archive.search.findArticles(ask.words, open, { from: 0, size: 1 });
  return [
    ...(unfiltered.length ? [writeLine({ ...ask, filters: open, page: 1 }, deps.commands)] : []),
    ...(shared.length ? [`who said ${[...new Set(shared)].slice(0, 3).join(' ')}`] : []),
    ...(articles.length ? [`find ${ask.words}`] : []),
  ];
}

/** The remembered content words that stand in the quotation, without marks. */
function sharedWords(typed: string, quotation: string): string[] {
  const held = new Set(wordsOf(quotation).map((word) => word.stem));
  return wordsOf(typed)
    .filter((word) => !word.isFunctionWord && held.has(word.stem))
    .map((word) => word.plain);
}
