import { writeLine } from '../../ask/write-line.ts';
import type { Answer } from '../../kernel/answer.ts';
import type { Ask } from '../../kernel/ask.ts';
import type { Block } from '../../kernel/card.ts';
import { count } from '../../text/count.ts';
import { dayText } from '../../text/day-text.ts';
import type { AnswerDeps, Person } from '../show/answer-deps.ts';
import { withFilters } from '../show/describe-ask.ts';
import { foundWith } from '../show/found.ts';
import { matchPeople } from '../show/match-people.ts';
import { narrow } from '../show/narrow.ts';
import { nothing } from '../show/nothing.ts';
import { fullestFirst, utteranceBlock } from '../show/show-utterances.ts';
import { withWordings } from './answer-who-said.ts';

type WhoIs = Extract<Ask, { kind: 'who is' }>;

/** Latest quotations shown, at most. */
const LATEST = 3;

/**
 * Answers `who is`: reported roles, aliases, how often and by which outlets the person is quoted, and the
 * latest quotations.
 */
export async function answerWhoIs(ask: WhoIs, deps: AnswerDeps): Promise<Answer> {
  const { people, near } = matchPeople(ask.person, deps.people);
  const [person, ...others] = people;
  const instead = (names: readonly Person[]) =>
    names.slice(0, 3).map(({ name }) => writeLine({ ...ask, person: name }, deps.commands));
  if (!person)
    return nothing(
      `Nobody called “${ask.person}” is here`,
      ask.filters,
      instead(near.length ? near : deps.people),
      deps,
    );
  const narrowed = narrow({ ...ask.filters, by: null }, deps);
  if (narrowed.kind === 'unknown')
    return nothing(`${person.name}: ${narrowed.say}`, ask.filters, [`who is ${person.name}`], deps);
  const hits = await deps.archive.search.quotationsBy([person.id], null, narrowed.filters, {
    from: 0,
    size: LATEST * 2,
  });
  const latest = hits.filter(
    (hit, i) => hits.findIndex((other) => other.quotation.utteranceId === hit.quotation.utteranceId) === i,
  );
  const evidence = (await withWordings(latest.slice(0, LATEST), deps)).map(fullestFirst);
  const blocks: Block[] = [{ kind: 'facts', rows: facts(person) }];
  if (evidence.length)
    blocks.push({ kind: 'text', text: 'Latest words', tone: 'note' }, ...evidence.map(utteranceBlock));
  if (others.length) blocks.push({ kind: 'choices', intro: 'Also called that:', lines: instead(others) });
  const said = { ...ask, kind: 'said', person: person.name, about: null, page: 1 } as const;
  const more = person.quotations > LATEST ? writeLine(said, deps.commands) : null;
  const title = withFilters(person.name, ask.filters);
  return foundWith(
    { utterances: evidence, articles: [] },
    { title, blocks, more, line: writeLine(ask, deps.commands) },
    deps,
  );
}

function facts(person: Person): { label: string; value: string }[] {
  const roles = distinctRoles(person).map(({ role, reportedAt }) =>
    reportedAt ? `${role} (reported ${dayText(reportedAt)})` : role,
  );
  const dates = [
    person.firstQuotedAt && `first ${dayText(person.firstQuotedAt)}`,
    person.lastQuotedAt && `last ${dayText(person.lastQuotedAt)}`,
  ];
  return [
    { label: 'Role as reported', value: roles.join('; ') || 'not reported here' },
    ...(person.rosterRole && !says(roles.join(), person.rosterRole)
      ? [{ label: 'Desk’s own note', value: person.rosterRole }]
      : []),
    ...(person.aliases.length ? [{ label: 'Also known as', value: person.aliases.join(', ') }] : []),
    {
      label: 'Quoted',
      value: person.quotations
        ? [count(person.quotations, 'time'), ...dates.filter(Boolean)].join(', ')
        : 'never word for word',
    },
    ...(person.outlets.length ? [{ label: 'By', value: person.outlets.join(', ') }] : []),
  ];
}

function says(text: string, role: string): boolean {
  return text.toLowerCase().includes(role.toLowerCase());
}

/** The newest reported roles, at most three, without those that another role repeats or contains. */
function distinctRoles({ roles }: Person): Person['roles'] {
  return roles
    .filter(
      ({ role }, i) =>
        !roles.some((other, j) => j !== i && says(other.role, role) && (j < i || !says(role, other.role))),
    )
    .slice(0, 3);
}
