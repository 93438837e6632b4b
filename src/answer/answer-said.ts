import type { QuotationHit } from '../archive/port.ts';
import { writeLine } from '../ask/write-line.ts';
import type { Answer } from '../kernel/answer.ts';
import type { Ask } from '../kernel/ask.ts';
import type { Block } from '../kernel/card.ts';
import { withWordings } from './answer-who-said.ts';
import { withFilters } from './describe-ask.ts';
import { matchPeople } from './match-people.ts';
import { narrowOrNothing } from './narrow.ts';
import { changeNotes } from './note-changes.ts';
import { nothing } from './nothing.ts';
import { before, pageOf } from './page-of.ts';
import { fullestFirst, utteranceBlock } from './show-utterances.ts';
import { type AnswerTools, PAGE_SIZE, type Person } from './tools.ts';

type Said = Extract<Ask, { kind: 'said' }>;

/** An utterance has seldom more wordings than this among a page's neighbours. */
const WORDINGS = 4;

/** What a person or body has said, newest first. */
export async function answerSaid(ask: Said, tools: AnswerTools): Promise<Answer> {
  const { people, near } = matchPeople(ask.person, tools.people);
  const [person, ...others] = people;
  const about = ask.about ? ` about ${ask.about}` : '';
  const title = withFilters(`What ${person?.name ?? ask.person} said${about}`, ask.filters);
  const instead = (names: readonly Person[]) =>
    names.slice(0, 3).map(({ name }) => writeLine({ ...ask, person: name, page: 1 }));
  if (!person)
    return nothing(
      `Nobody called “${ask.person}” is quoted here`,
      ask.filters,
      instead(near.length ? near : tools.people),
      tools,
    );
  const narrowed = await narrowOrNothing(ask, title, tools);
  if (narrowed.kind === 'nothing') return narrowed;
  const hits = await tools.archive.catalogue.quotationsBy([person.id], ask.about, narrowed.filters, {
    from: 0,
    size: (before(ask) + PAGE_SIZE + 1) * WORDINGS,
  });
  const { shown, more } = pageOf(ask, firstOfEach(hits).slice(before(ask)));
  if (!shown.length)
    return nothing(`${title}: nothing`, ask.filters, await insteadOfNothing(ask, person, tools), tools);
  const evidence = (await withWordings(shown, tools)).map(fullestFirst);
  const blocks: Block[] = [...evidence.map(utteranceBlock), ...(await changeNotes(evidence, tools))];
  if (others.length) blocks.push({ kind: 'choices', intro: 'Also called that:', lines: instead(others) });
  return {
    kind: 'found',
    card: { title, blocks, more, line: writeLine(ask), asOf: tools.now.toISOString() },
    evidence: { utterances: evidence, articles: [] },
  };
}

function firstOfEach(hits: readonly QuotationHit[]): QuotationHit[] {
  return hits.filter(
    (hit, i) => hits.findIndex((other) => other.quotation.utteranceId === hit.quotation.utteranceId) === i,
  );
}

async function insteadOfNothing(ask: Said, person: Person, tools: AnswerTools): Promise<string[]> {
  return [
    ...(person.quotations ? [`said ${person.name}`] : []),
    ...(ask.about ? [`who said ${ask.about}`, `find ${ask.about}`] : []),
    ...(person.quotations ? [] : tools.people.slice(0, 2).map(({ name }) => `said ${name}`)),
  ];
}
