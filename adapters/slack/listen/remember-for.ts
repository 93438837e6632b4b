import type { Clock } from '../../../src/kernel/time/clock.ts';

/** Most answers to cache. When full, the cache is emptied. */
const MOST = 5_000;

/**
 * Caches `ask` by id; each answer is valid for `forMs(answer)` ms. Concurrent callers share one request. A
 * rejected request is not cached.
 */
export function rememberFor<T>(
  ask: (id: string) => Promise<T>,
  { clock, forMs }: { clock: Clock; forMs: (answer: T) => number },
): (id: string) => Promise<T> {
  const held = new Map<string, { answer: Promise<T>; until: number }>();
  return (id) => {
    const known = held.get(id);
    if (known && clock().getTime() < known.until) return known.answer;
    if (held.size >= MOST) held.clear();
    const entry = { answer: ask(id), until: Number.POSITIVE_INFINITY };
    held.set(id, entry);
    entry.answer.then(
      (answer) => {
        entry.until = clock().getTime() + forMs(answer);
      },
      () => held.delete(id),
    );
    return entry.answer;
  };
}
