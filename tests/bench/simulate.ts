import { seededRandom } from '../builders/make-copies.ts';
import { AWKWARD_ZONES, awkwardCadences } from './awkward-schedules.ts';
import { simulateYear } from './simulate-year.ts';

/** A year of schedules in awkward zones, against a plan made by looking at every minute. */
const began = Date.now();
const { wrong, ...counts } = await simulateYear({
  zones: AWKWARD_ZONES,
  cadences: (n, from) => [...awkwardCadences(n, from), ...awkwardCadences(n + 5, from).slice(0, 1)],
  from: '2026-01-01T00:00:00.000Z',
  days: Number(process.argv[3] ?? 366),
  random: seededRandom(Number(process.argv[2] ?? 1)),
});
process.stdout.write(
  `${JSON.stringify({ ...counts, wrong: wrong.length, seconds: (Date.now() - began) / 1000 })}\n`,
);
for (const line of wrong.slice(0, 20)) process.stdout.write(`${line}\n`);
if (wrong.length) process.exitCode = 1;
