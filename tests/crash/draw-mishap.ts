import type { Mishap } from './fault-proxy.ts';

/** Frequency of each fault in a hundred requests that send a message. */
const SENDING: readonly (readonly [Mishap, number])[] = [
  ['none', 58],
  ['slow there', 8],
  ['slow back', 8],
  ['rate limited', 5],
  ['error, not taken', 4],
  ['error, taken', 5],
  ['dropped, not taken', 4],
  ['dropped, taken', 5],
  ['answered twice', 3],
];
/** Frequency of each fault in a hundred requests that only read, such as a channel's history. */
const LOOKING: readonly (readonly [Mishap, number])[] = [
  ['none', 90],
  ['slow there', 4],
  ['rate limited', 2],
  ['error, not taken', 2],
  ['dropped, not taken', 2],
];

/** Draws a fault. `random` gives 0 ≤ x < 1. */
export function drawMishap(sends: boolean, random: () => number): Mishap {
  let left = random() * 100;
  for (const [mishap, share] of sends ? SENDING : LOOKING) {
    left -= share;
    if (left < 0) return mishap;
  }
  return 'none';
}
