import { writeLine } from '../../ask/write-line.ts';
import type { Ask } from '../../kernel/ask.ts';
import { PAGE_SIZE } from './answer-deps.ts';

type Paged = Extract<Ask, { readonly page: number }>;

/** One page of what was found, and the typed line of the next when there is more. `found` starts at the page's first item. */
export function pageOf<T>(
  ask: Paged,
  found: readonly T[],
): { readonly shown: readonly T[]; readonly more: string | null } {
  const more = found.length > PAGE_SIZE ? writeLine({ ...ask, page: ask.page + 1 }) : null;
  return { shown: found.slice(0, PAGE_SIZE), more };
}

/** How many items come before this page. */
export function before(ask: Paged): number {
  return (ask.page - 1) * PAGE_SIZE;
}
