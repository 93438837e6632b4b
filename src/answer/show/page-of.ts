import { writeLine } from '../../ask/write-line.ts';
import type { FilteredAsk } from '../../kernel/ask.ts';
import { type AnswerDeps, PAGE_SIZE } from './answer-deps.ts';

/**
 * Cuts one page from `found`, which must start at the page's first item and hold one item more than a page to
 * have a next one. `more` is the typed line of the next page, or null.
 */
export function pageOf<T>(
  ask: FilteredAsk,
  found: readonly T[],
  { commands }: Pick<AnswerDeps, 'commands'>,
): { readonly shown: readonly T[]; readonly more: string | null } {
  const more = found.length > PAGE_SIZE ? writeLine({ ...ask, page: ask.page + 1 }, commands) : null;
  return { shown: found.slice(0, PAGE_SIZE), more };
}

/** The number of items on the pages before this one. */
export function before(ask: FilteredAsk): number {
  return (ask.page - 1) * PAGE_SIZE;
}
