import type { Mishap } from './fault-proxy.ts';

/** How often each comes, of a hundred requests that send a message. */
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
/** The same of requests that only look, among them the one that asks what stands in a channel. */
const LOOKING: readonly (readonly [Mishap, number])[] = [
  ['none', 90],
  ['slow there', 4],
  ['rate limited', 2],
  ['error, not taken', 2],
  ['dropped, not taken', 2],
];

/** A mishap by chance; `random` gives 0 ≤ x < 1. */
export function drawMishap(sends: boolean, random: () => number): Mishap {
  let left = random() * 100;
  for (const [mishap, share] of sends ? SENDING : LOOKING) {
    left -= share;
    if (left < 0) return mishap;
  }
  return 'none';
}
