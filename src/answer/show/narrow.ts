import { writeLine } from '../../ask/write-line.ts';
import type { Answer } from '../../kernel/answer.ts';
import type { FilteredAsk, Filters } from '../../kernel/ask.ts';
import type { AnswerDeps } from './answer-deps.ts';
import { matchPeople } from './match-people.ts';
import { nothing } from './nothing.ts';

/** Filters that the archive can use, or the reason why a filter matches nothing, with filters that do. */
export type Narrowed =
  | { readonly kind: 'filters'; readonly filters: Filters }
  | { readonly kind: 'unknown'; readonly say: string; readonly instead: readonly Filters[] };

/** Resolves typed names: `by:Burns` becomes the speaker's id, `in:gv wire` the outlet's own spelling. */
export function narrow(filters: Filters, deps: AnswerDeps): Narrowed {
  const person = filters.by ? matchPeople(filters.by, deps.people) : null;
  if (filters.by && person && !person.people.length)
    return {
      kind: 'unknown',
      say: `nobody called “${filters.by}”`,
      instead: person.near.slice(0, 3).map(({ name }) => ({ ...filters, by: name })),
    };
  const outlet = filters.in ? matchOutlet(filters.in, deps.outlets) : null;
  if (filters.in && !outlet)
    return {
      kind: 'unknown',
      say: `no outlet called “${filters.in}”`,
      instead: [null, ...deps.outlets.slice(0, 2)].map((name) => ({ ...filters, in: name })),
    };
  return { kind: 'filters', filters: { ...filters, by: person?.people[0]?.id ?? null, in: outlet } };
}

/**
 * Resolves the filters of an Ask. When one matches nothing, returns an empty answer that says so and suggests
 * lines with filters that match.
 */
export async function narrowOrNothing(
  ask: FilteredAsk,
  title: string,
  deps: AnswerDeps,
): Promise<Extract<Narrowed, { kind: 'filters' }> | Extract<Answer, { kind: 'nothing' }>> {
  const narrowed = narrow(ask.filters, deps);
  if (narrowed.kind === 'filters') return narrowed;
  const instead = narrowed.instead.map((filters) => writeLine({ ...ask, filters, page: 1 }, deps.commands));
  return nothing(`${title}: ${narrowed.say}`, ask.filters, instead, deps);
}

function matchOutlet(typed: string, outlets: readonly string[]): string | null {
  const plain = (text: string) =>
    text
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase()
      .replace(/^the/, '');
  const wanted = plain(typed);
  if (!wanted) return null;
  return (
    outlets.find((name) => plain(name) === wanted) ??
    outlets.find((name) => plain(name).includes(wanted)) ??
    null
  );
}
