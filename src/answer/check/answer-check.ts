import type { QuotationHit } from '../../archive/port.ts';
import { writeLine } from '../../ask/write-line.ts';
import type { Answer } from '../../kernel/answer.ts';
import type { Ask, Filters } from '../../kernel/ask.ts';
import type { Block } from '../../kernel/card.ts';
import { shownSpeaker } from '../../kernel/quotation.ts';
import { wordsOf } from '../../text/words.ts';
import { withWordings } from '../lookups/answer-who-said.ts';
import type { AnswerDeps } from '../show/answer-deps.ts';
import { withFilters } from '../show/describe-ask.ts';
import { foundWith } from '../show/found.ts';
import { matchPeople } from '../show/match-people.ts';
import { narrow } from '../show/narrow.ts';
import { changeNotes } from '../show/note-changes.ts';
import { nothing } from '../show/nothing.ts';
import { utteranceBlock } from '../show/show-utterances.ts';
import type { HeldRecord } from './gather-records.ts';
import { type Judged, judgeClaim } from './judge-claim.ts';
import { judgeEarlier } from './judge-earlier.ts';

type Check = Extract<Ask, { kind: 'check' }>;

const ANY_TIME = { in: null, since: null, until: null };

/**
 * Answers `check`: whether a quotation stands as it was printed. The answer shows the verdict, a diff by
 * word, and the nearest printed wording.
 */
export async function answerCheck(ask: Check, deps: AnswerDeps): Promise<Answer> {
  const narrowed = narrow({ ...ask.filters, by: null }, deps);
  if (narrowed.kind === 'unknown')
    return nothing(
      `${inMarks(ask.quotation)}: ${narrowed.say}`,
      ask.filters,
      narrowed.instead.map((filters) =>
        writeLine({ ...ask, filters: { ...filters, by: ask.filters.by } }, deps.commands),
      ),
      deps,
    );
  const { filters } = narrowed;
  const { by } = ask.filters;
  const { people, near } = by ? matchPeople(by, deps.people) : { people: [], near: [] };
  if (by && !people.length) {
    // “… used by the cartels” may be part of the quotation and not name a speaker, so the whole text is
    // judged too.
    const whole = { ...ask, quotation: `${ask.quotation} by ${by}`, filters: { ...ask.filters, by: null } };
    const judged = await judgeClaim(whole.quotation, [], filters, deps);
    if (judged.words === 'exact' || judged.words === 'cut') return answerWith(whole, judged, deps);
    const named = near.slice(0, 2).map(({ name }) => ({ ...ask.filters, by: name }));
    return nothing(
      `Nobody called “${by}” is here`,
      ask.filters,
      [...named, { ...ask.filters, by: null }].map((each) =>
        writeLine({ ...ask, filters: each }, deps.commands),
      ),
      deps,
    );
  }
  const judged = await judgeClaim(ask.quotation, people, filters, deps);
  const earlier = await judgeEarlier(ask.quotation, people, filters, judged, deps);
  if (earlier?.record) return answerWith(ask, earlier, deps, judged.record);
  return judged.record ? answerWith(ask, judged, deps) : notFound(ask, judged, deps);
}

/**
 * Shows a verdict. `today` is the nearest record that is printed now, set when `judged` rests on an older
 * version of an article.
 */
async function answerWith(
  ask: Check,
  judged: Judged,
  deps: AnswerDeps,
  today: HeldRecord | null = null,
): Promise<Answer> {
  const { record, verdict, diff } = judged;
  if (!record) return notFound(ask, judged, deps);
  const evidence = await withWordings(oneAnUtterance(record), deps);
  const now = today ? await withWordings(oneAnUtterance(today), deps) : [];
  const isPlain = diff.every(({ kind }) => kind === 'same');
  const claimedBy = judged.claimed ? `, ${judged.claimed.name}` : '';
  const blocks: Block[] = [
    { kind: 'text', text: `Checked: ${inMarks(ask.quotation)}${claimedBy}.`, tone: 'plain' },
    ...(isPlain ? [] : [{ kind: 'diff', runs: diff } as const]),
    ...notes(judged).map((text) => ({ kind: 'text', text, tone: 'note' }) as const),
    ...evidence.map(utteranceBlock),
    ...(now.length
      ? [{ kind: 'text', text: 'The nearest that is printed today:', tone: 'note' } as const]
      : []),
    ...now.map(utteranceBlock),
    ...(await changeNotes([...evidence, ...now], deps)),
  ];
  const title = withFilters(titleOf(judged), { ...ask.filters, by: null });
  const line = writeLine({ ...ask, page: 1 }, deps.commands);
  return foundWith(
    { utterances: [...evidence, ...now], articles: [] },
    { title, blocks, line, verdict },
    deps,
  );
}

/** Puts claimed words in quotation marks, unless they contain some. */
function inMarks(words: string): string {
  return /[“”]/u.test(words) ? words : `“${words}”`;
}

/** One hit for each utterance of the record: the halves of a split quotation can be two utterances. */
function oneAnUtterance({ hits }: HeldRecord): QuotationHit[] {
  return hits.filter(
    (hit, i) => hits.findIndex((other) => other.quotation.utteranceId === hit.quotation.utteranceId) === i,
  );
}

function speakerOf({ record }: Judged): string | null {
  return record ? (shownSpeaker(record.hits[0].quotation)?.name ?? null) : null;
}

/** The title of the answer: the verdict, and whether an earlier version of an article holds the words. */
function titleOf(judged: Judged): string {
  const earlier = judged.record?.hits[0].article.replacedAt ? ', in an earlier version' : '';
  return `${verdictOf(judged)}${earlier}`;
}

function verdictOf(judged: Judged): string {
  const name = speakerOf(judged);
  switch (judged.verdict) {
    case 'exact':
      return name ? `Exact: ${name} is quoted in these words` : 'Exact: these words were printed';
    case 'altered':
      return name ? `Altered: ${name} is quoted in other words` : 'Altered: other words were printed';
    case 'cut':
      return `Cut: words were left out without an ellipsis${name ? ` (${name})` : ''}`;
    case 'other speaker':
      return `Other speaker: ${name} is quoted, not ${judged.claimed?.name}`;
    case 'not found':
      return 'Not in this archive';
    default:
      return judged.verdict satisfies never;
  }
}

/** Notes on findings that the title does not state. */
function notes({ verdict, words, unnamed, claimed, diff }: Judged): string[] {
  const isOther = verdict === 'other speaker';
  return [
    ...(isOther && words === 'altered' ? ['The words were altered too.'] : []),
    ...(isOther && words === 'cut' ? ['Words were left out without an ellipsis, too.'] : []),
    ...(words === 'exact' && diff.some(({ kind }) => kind === 'added')
      ? ['The ellipsis stands for the words in print that the claim leaves out.']
      : []),
    ...(unnamed && claimed
      ? [`The text names no speaker: whether ${claimed.name} said it is not in it.`]
      : []),
  ];
}

async function notFound(ask: Check, judged: Judged, deps: AnswerDeps): Promise<Answer> {
  const suggestions = await instead(ask, judged, deps);
  const by = judged.claimed ? ` by ${judged.claimed.name}` : '';
  const answer = await nothing(
    `Not in this archive: ${inMarks(ask.quotation)}${by}`,
    { ...ask.filters, by: null },
    suggestions,
    deps,
  );
  return { ...answer, verdict: 'not found' };
}

/**
 * Suggested lines that find something near: the claim without outlet and days, the words it shares with a
 * quotation, or the claimed speaker's own statements.
 */
async function instead(ask: Check, { candidates, claimed }: Judged, deps: AnswerDeps): Promise<string[]> {
  const { search } = deps.archive;
  const open: Filters = { ...ask.filters, ...ANY_TIME };
  const isNarrowed = Object.keys(ANY_TIME).some((key) => ask.filters[key as keyof Filters]);
  const elsewhere =
    isNarrowed &&
    (await judgeClaim(ask.quotation, claimed ? [claimed] : [], { ...open, by: null }, deps)).record;
  const shared = candidates
    .map((hit) => sharedWords(ask.quotation, hit.quotation.words))
    .reduce((most, each) => (each.length > most.length ? each : most), []);
  const about = shared.slice(0, 4).join(' ');
  const own =
    claimed && shared.length > 1
      ? await search.quotationsBy([claimed.id], about, { ...open, by: null }, { from: 0, size: 1 })
      : [];
  return [
    ...(elsewhere ? [writeLine({ ...ask, filters: open }, deps.commands)] : []),
    ...(own.length && claimed ? [`said ${claimed.name} about ${about}`] : []),
    ...(shared.length > 1 ? [`who said ${about}`] : []),
    ...(claimed?.quotations ? [`said ${claimed.name}`] : []),
  ];
}

/** The content words of a claim that also stand in a quotation, as the claim spells them. */
function sharedWords(claim: string, quotation: string): string[] {
  const held = new Set(wordsOf(quotation).map(({ stem }) => stem));
  const shared = wordsOf(claim).filter(({ stem, isFunctionWord }) => !isFunctionWord && held.has(stem));
  return [...new Set(shared.map(({ written }) => written))];
}
