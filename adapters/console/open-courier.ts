import type { Writable } from 'node:stream';
import type { Courier } from '../../src/kernel/delivery.ts';
import { plainText } from '../../src/render/plain-text.ts';
import { lookOf } from '../../src/render/plain-text-look.ts';
import { writeOut } from './write-out.ts';

/** Delivers to the terminal: prints, whatever is being typed. What stood there before cannot be looked for. */
export function openCourier(
  output: Writable & { readonly isTTY?: boolean; readonly columns?: number },
  env: Readonly<Record<string, string | undefined>>,
): Courier {
  const printed = new Set<string>();
  return {
    platform: 'console',
    send: async (_address, card, key) => {
      const taken = await writeOut(output, `\n\n${plainText(card, lookOf(output, env))}\n\n`);
      if (!taken) return { kind: 'later', afterMs: null, reason: 'The terminal is closed.' };
      printed.add(key);
      return { kind: 'sent', ref: key };
    },
    find: async (_address, key) => (printed.has(key) ? { kind: 'found', ref: key } : { kind: 'absent' }),
  };
}
