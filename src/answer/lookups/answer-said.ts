import type { Page, QuotationHit } from '../../archive/port.ts';
import { writeLine } from '../../ask/write-line.ts';
import type { Answer } from '../../kernel/answer.ts';
import type { Ask } from '../../kernel/ask.ts';
import type { Block } from '../../kernel/card.ts';
import { type AnswerDeps, PAGE_SIZE, type Person } from '../show/answer-deps.ts';
import { withFilters } from '../show/describe-ask.ts';
import { foundWith } from '../show/found.ts';
import { matchPeople } from '../show/match-people.ts';
import { narrowOrNothing } from '../show/narrow.ts';
import { changeNotes } from '../show/note-changes.ts';
import { nothing } from '../show/nothing.ts';
import { before, pageOf } from '../show/page-of.ts';
import { fullestFirst, utteranceBlock } from '../show/show-utterances.ts';
import { withWordings } from './answer-who-said.ts';

type Said = Extract<Ask, { kind: 'said' }>;

/**
 * Hits fetched for each utterance wanted. Where utterances have more wordings than this, another batch is
 * fetched.
 */
const WORDINGS = 4;

/** Answers `said`: what a person or body said, newest first. */
export async function answerSaid(ask: Said, deps: AnswerDeps): Promise<Answer> {
  const { people, near } = matchPeople(ask.person, deps.people);
  const [person, ...others] = people;
  const about = ask.about ? ` about ${ask.about}` : '';
  const title = withFilters(`What ${person?.name ?? ask.person} said${about}`, ask.filters);
  const instead = (names: readonly Person[]) =>
    names.slice(0, 3).map(({ name }) => writeLine({ ...ask, person: name, page: 1 }, deps.commands));
  if (!person)
    return nothing(
      `Nobody called “${ask.person}” is quoted here`,
      ask.filters,
      instead(near.length ? near : deps.people),
      deps,
    );
  const narrowed = await narrowOrNothing(ask, title, deps);
  if (narrowed.kind === 'nothing') return narrowed;
  const hits = await firstOfUtterances(
    (page) => deps.archive.search.quotationsBy([person.id], ask.about, narrowed.filters, page),
    before(ask) + PAGE_SIZE + 1,
  );
  const { shown, more } = pageOf(ask, hits.slice(before(ask)), deps);
  if (!shown.length)
    return nothing(`${title}: nothing`, ask.filters, await insteadOfNothing(ask, person, deps), deps);
  const evidence = (await withWordings(shown, deps)).map(fullestFirst);
  const blocks: Block[] = [...evidence.map(utteranceBlock), ...(await changeNotes(evidence, deps))];
  if (others.length) blocks.push({ kind: 'choices', intro: 'Also called that:', lines: instead(others) });
  return foundWith(
    { utterances: evidence, articles: [] },
    { title, blocks, more, line: writeLine(ask, deps.commands) },
    deps,
  );
}

/**
 * The first hit of each utterance, in the order of `list`, for at least `count` utterances where there are so
 * many.
 */
async function firstOfUtterances(
  list: (page: Page) => Promise<QuotationHit[]>,
  count: number,
): Promise<QuotationHit[]> {
  const firsts = new Map<string, QuotationHit>();
  const size = count * WORDINGS;
  for (let from = 0; ; from += size) {
    const hits = await list({ from, size });
    for (const hit of hits)
      if (!firsts.has(hit.quotation.utteranceId)) firsts.set(hit.quotation.utteranceId, hit);
    if (hits.length < size || firsts.size >= count) return [...firsts.values()];
  }
}

async function insteadOfNothing(ask: Said, person: Person, deps: AnswerDeps): Promise<string[]> {
  return [
    ...(person.quotations ? [`said ${person.name}`] : []),
    ...(ask.about ? [`who said ${ask.about}`, `find ${ask.about}`] : []),
    ...(person.quotations ? [] : deps.people.slice(0, 2).map(({ name }) => `said ${name}`)),
  ];
}
