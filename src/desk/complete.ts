import { offerSchedules, type ScheduleOffers } from '../answer/schedules/offer-schedules.ts';
import type { Person } from '../answer/show/answer-deps.ts';
import type { CommandParam } from '../kernel/command.ts';

/** The lists in memory that completions come from. */
export interface Completions extends ScheduleOffers {
  readonly people: readonly Person[];
  readonly outlets: readonly string[];
  /** Words of recent quotations, newest first. */
  readonly quotations: readonly string[];
}

/** Suggestions while a person types: names that begin with the letters, then names that contain them; at most `limit`. */
export function complete(
  what: NonNullable<CommandParam['completes']>,
  typed: string,
  limit: number,
  held: Completions,
): string[] {
  switch (what) {
    case 'cadences':
    case 'zones':
    case 'lookups':
    case 'schedules':
      return offerSchedules(what, typed, limit, held);
    case 'people':
    case 'outlets':
    case 'quotations':
    case 'commands':
      return nearest(candidates(what, held), typed, limit);
    default:
      return what satisfies never;
  }
}

type Named = 'people' | 'outlets' | 'quotations' | 'commands';

function candidates(what: Named, held: Completions): readonly Candidate[] {
  switch (what) {
    case 'people':
      return held.people.map(({ name, aliases }) => ({ offer: name, alike: [name, ...aliases] }));
    case 'outlets':
      return held.outlets.map((name) => ({ offer: name, alike: [name] }));
    case 'quotations':
      return held.quotations.map((words) => ({ offer: words, alike: [words] }));
    case 'commands':
      return held.commands
        .filter(({ hidden }) => !hidden)
        .map(({ name }) => ({ offer: name, alike: [name] }));
    default:
      return what satisfies never;
  }
}

interface Candidate {
  readonly offer: string;
  readonly alike: readonly string[];
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'’"“”]/gu, '')
    .toLowerCase()
    .trim();
}

function nearest(all: readonly Candidate[], typed: string, limit: number): string[] {
  const wanted = fold(typed);
  const ranks: string[][] = [[], [], []];
  for (const { offer, alike } of all) {
    const rank = Math.min(...alike.map((text) => rankOf(fold(text), wanted)));
    if (rank < 3 && (ranks[rank]?.length ?? 0) < limit) ranks[rank]?.push(offer);
    if (ranks[0]?.length === limit) break;
  }
  return [...new Set(ranks.flat())].slice(0, limit);
}

/** 0: the name begins with it · 1: a word begins with it · 2: the name contains it · 3: no match. */
function rankOf(text: string, wanted: string): 0 | 1 | 2 | 3 {
  if (text.startsWith(wanted)) return 0;
  if (text.includes(` ${wanted}`)) return 1;
  return text.includes(wanted) ? 2 : 3;
}
