import { createHash } from 'node:crypto';
import type { APIMessage, APIMessageTopLevelComponent } from 'discord.js';
import type { Mark } from '../draw/render-card.ts';

/** The most messages of a delivery. A button shows what does not fit. */
export const MOST_PARTS = 4;

function digest(...parts: readonly (string | number)[]): Buffer {
  return createHash('sha256').update(parts.join('\n')).digest();
}

/** The nonce, at most 25 characters. For some minutes Discord answers a repeated nonce with the first message. */
export function nonceOf(key: string, part: number): string {
  return digest('nonce', key, part).toString('hex').slice(0, 24);
}

/** Two 31-bit numbers other than 0, which Discord reads as no id (Components reference, "Anatomy of a component"). */
export function markOf(key: string, part: number, of: number): Mark {
  const bytes = digest('mark', key, part, of);
  const number = (at: number) => bytes.readUInt32BE(at) >>> 1 || 1;
  const first = number(0);
  const second = number(4);
  return [first, second === first ? (first % 1_000_000) + 1_000_001 : second];
}

/** The part number and part count of a message of this delivery; null for every other message. */
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
