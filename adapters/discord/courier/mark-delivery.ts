import { createHash } from 'node:crypto';
import type { APIMessage, APIMessageTopLevelComponent } from 'discord.js';
import type { Mark } from '../draw/render-card.ts';

/** Messages a delivery may take; what does not fit is a button away. */
export const MOST_PARTS = 4;

function digest(...parts: readonly (string | number)[]): Buffer {
  return createHash('sha256').update(parts.join('\n')).digest();
}

/** Known to Discord for some minutes: a repeat within them gives the first message back. At most 25 characters. */
export function nonceOf(key: string, part: number): string {
  return digest('nonce', key, part).toString('hex').slice(0, 24);
}

/** Two numbers of 31 bits, none of them 0, which Discord takes for none (Components reference, "Anatomy of a component"). */
export function markOf(key: string, part: number, of: number): Mark {
  const bytes = digest('mark', key, part, of);
  const number = (at: number) => bytes.readUInt32BE(at) >>> 1 || 1;
  const first = number(0);
  const second = number(4);
  return [first, second === first ? (first % 1_000_000) + 1_000_001 : second];
}

/** Which part of which whole a message is of this delivery; null when it is none. */
export function partOf(
  { components }: Pick<APIMessage, 'components'>,
  key: string,
): { readonly part: number; readonly of: number } | null {
  const found = readMark(components ?? []);
  if (!found) return null;
  for (let of = 1; of <= MOST_PARTS; of += 1)
    for (let part = 1; part <= of; part += 1)
      if (String(markOf(key, part, of)) === String(found)) return { part, of };
  return null;
}

function readMark([top]: readonly (APIMessageTopLevelComponent | { readonly id?: number })[]): Mark | null {
  if (!top || !('components' in top) || top.id === undefined) return null;
  const title = top.components[0]?.id;
  return title === undefined ? null : [top.id, title];
}
