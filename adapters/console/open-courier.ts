import type { Writable } from 'node:stream';
import { LOCAL_PLATFORM } from '../../src/kernel/asker.ts';
import type { Courier } from '../../src/kernel/delivery.ts';
import { plainText } from '../../src/render/plain-text.ts';
import { lookOf } from '../../src/render/plain-text-look.ts';
import type { Print } from './converse.ts';

interface CourierOptions {
  readonly print: Print;
  /** The stream that `print` writes to; its width and colour apply. */
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Delivers cards to the terminal. `find` knows only what this process printed, so a delivery that an earlier
 * process printed is printed again.
 */
export function openCourier({ print, output, env }: CourierOptions): Courier {
  const printed = new Set<string>();
  return {
    platform: LOCAL_PLATFORM,
    pace: { channelMs: 0, platformMs: 0 },
    send: async (_address, card, key) => {
      try {
        if (!(await print(plainText(card, lookOf(output, env)))))
          return { kind: 'later', afterMs: null, reason: 'The terminal is closed.' };
      } catch {
        return { kind: 'later', afterMs: null, reason: 'The terminal cannot be written to.' };
      }
      printed.add(key);
      return { kind: 'sent', ref: key };
    },
    find: async (_address, key) => (printed.has(key) ? { kind: 'found', ref: key } : { kind: 'absent' }),
  };
}
