import { writeLine } from '../../ask/write-line.ts';
import type { FilteredAsk } from '../../kernel/ask.ts';
import { type AnswerDeps, PAGE_SIZE } from './answer-deps.ts';

/** One page of what was found, and the typed line of the next when there is more. `found` starts at the page's first item. */
export function pageOf<T>(
  ask: FilteredAsk,
  found: readonly T[],
  { commands }: Pick<AnswerDeps, 'commands'>,
): { readonly shown: readonly T[]; readonly more: string | null } {
  const more = found.length > PAGE_SIZE ? writeLine({ ...ask, page: ask.page + 1 }, commands) : null;
  return { shown: found.slice(0, PAGE_SIZE), more };
}

/** How many items come before this page. */
export function before(ask: FilteredAsk): number {
  return (ask.page - 1) * PAGE_SIZE;
}
