import type { Clock } from '../../../src/kernel/time/clock.ts';

/** As many answers are held; one more and all are asked anew. */
const MOST = 5_000;

/** The question, asked once an id for as long as its answer holds (`forMs`, ms); those who ask meanwhile share one answer. */
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
