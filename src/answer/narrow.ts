import type { Filters } from '../kernel/ask.ts';
import { matchPeople } from './match-people.ts';
import type { AnswerTools } from './tools.ts';

/** Filters the archive can use, or why they fit nothing it holds. */
export type Narrowed =
  | { readonly kind: 'filters'; readonly filters: Filters }
  | { readonly kind: 'unknown'; readonly say: string; readonly instead: readonly Filters[] };

/** Puts a typed name or outlet right: `by:Burns` becomes the speaker's id, `in:gv wire` the outlet's own spelling. */
export function narrow(filters: Filters, tools: AnswerTools): Narrowed {
  const person = filters.by ? matchPeople(filters.by, tools.people) : null;
  if (filters.by && person && !person.people.length)
    return {
      kind: 'unknown',
      say: `nobody called “${filters.by}”`,
      instead: person.near.slice(0, 3).map(({ name }) => ({ ...filters, by: name })),
    };
  const outlet = filters.in ? matchOutlet(filters.in, tools.outlets) : null;
  if (filters.in && !outlet)
    return {
      kind: 'unknown',
      say: `no outlet called “${filters.in}”`,
      instead: [null, ...tools.outlets.slice(0, 2)].map((name) => ({ ...filters, in: name })),
    };
  return { kind: 'filters', filters: { ...filters, by: person?.people[0]?.id ?? null, in: outlet } };
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
