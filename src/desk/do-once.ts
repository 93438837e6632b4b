import type { KeyValues } from '../archive/port.ts';
import type { Clock } from '../kernel/time/clock.ts';

/**
 * Does a piece of work once for a key: not while it is under way, nor ever after it was done, across restarts; work that threw, or
 * died with its process, is done when it is asked for again. Gives whether it did it now; throws what the work throws.
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
