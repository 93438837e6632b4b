import type { KeyValues } from '../archive/port.ts';
import type { Clock } from '../kernel/time/clock.ts';

/**
 * Runs work once per key, also across restarts: not while it runs, and not after it succeeded. Work that threw, or
 * whose process died, runs when it is requested again. Returns whether it ran now. Throws what the work throws.
 */
export function doOnce(
  memory: Pick<KeyValues, 'seen' | 'once'>,
  clock: Clock,
): (key: string, work: () => Promise<void>) => Promise<boolean> {
  const underWay = new Set<string>();
  return async (key, work) => {
    if (underWay.has(key)) return false;
    underWay.add(key);
    try {
      if (await memory.seen(key)) return false;
      await work();
      await memory.once(key, clock());
      return true;
    } finally {
      underWay.delete(key);
    }
  };
}
