import { parentPort, workerData } from 'node:worker_threads';
import { openSqliteArchive } from '../../src/archive/sqlite/open-archive.ts';
import { logEvent } from '../../src/deliver/note-event.ts';
import { openDelivery } from '../../src/deliver/open-delivery.ts';
import type { Courier } from '../../src/kernel/delivery.ts';
import { openLog } from '../../src/kernel/log.ts';

/** The settings of the second bot. Its clock shows `from` at the instant `began` and runs `speed` times faster, all in ms. */
export interface BlockedGiven {
  readonly file: string;
  readonly platform: string;
  readonly from: number;
  readonly began: number;
  readonly speed: number;
  /** Where the event loop blocks: before the handover, or after it and before the result is recorded. */
  readonly blocks: 'before sending' | 'before recording';
  /** The loop blocks until this is 1. */
  readonly free: Int32Array;
}

export type FromBlocked =
  | { readonly kind: 'blocked' }
  | { readonly kind: 'done'; readonly log: readonly string[] };

const given = workerData as BlockedGiven;
const { from, began, speed, blocks, free } = given;
const clock = () => new Date(from + (Date.now() - began) * speed);
const tell = (message: FromBlocked) => parentPort?.postMessage(message);

/** Blocks the thread: no timer, answer or lease renewal runs until it returns. */
function standStill(): void {
  tell({ kind: 'blocked' });
  Atomics.wait(free, 0, 0);
}

const courier: Courier = {
  platform: 'slack',
  pace: { channelMs: 1_000, platformMs: 200 },
  send: async (_address, _card, key) => {
    await fetch(`${given.platform}/${encodeURIComponent(key)}`, { method: 'POST' });
    if (blocks === 'before recording') standStill();
    return { kind: 'sent', ref: 'from the blocked one' };
  },
  find: async () => ({ kind: 'unknown', reason: 'It does not ask.' }),
};
const lines: string[] = [];
const log = openLog('info', [], (line) => lines.push(line));
const archive = openSqliteArchive({ file: given.file });
const delivery = openDelivery({
  archive,
  couriers: new Map([['slack', courier]]),
  compose: async ({ key }) => {
    if (blocks === 'before sending') standStill();
    return { kind: 'card', card: { title: key, blocks: [], more: null, line: null, asOf: '' } };
  },
  clock,
  random: () => 0.5,
  sleep: async () => undefined,
  owner: 'here:1:blocked',
  mayLive: () => true,
  note: (event) => logEvent(log, event),
});
await delivery.tick();
await delivery.close();
await archive.close();
tell({ kind: 'done', log: lines.map((line) => (JSON.parse(line) as { msg: string }).msg) });
