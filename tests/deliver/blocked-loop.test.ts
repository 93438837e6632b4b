import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite/open-archive.ts';
import { logEvent } from '../../src/deliver/note-event.ts';
import type { Courier } from '../../src/kernel/delivery.ts';
import { openLog } from '../../src/kernel/log.ts';
import { temporaryFolder } from '../archive/temporary-folder.ts';
import { aSchedule } from '../builders/a-schedule.ts';
import { openHouse } from './a-house.ts';
import type { BlockedGiven, FromBlocked } from './blocked-worker.ts';

const FIRST = Date.parse('2026-03-11T12:00:00.000Z');
const KEY = '1@2026-03-11T12:00Z';
const MINUTE_MS = 60_000;
/** A minute of the bots' clocks takes 0.2 s: a lease lapses after 0.6 s. */
const SPEED = 300;

let folder: ReturnType<typeof temporaryFolder>;
let platform: Server;
let arrived: string[];
beforeEach(async () => {
  folder = temporaryFolder();
  arrived = [];
  platform = createServer((request, response) => {
    const key = decodeURIComponent((request.url ?? '').slice(1));
    if (request.method === 'POST') arrived.push(key);
    response.writeHead(arrived.includes(key) ? 200 : 404).end();
  });
  await once(platform.listen(0, '127.0.0.1'), 'listening');
});
afterEach(async () => {
  platform.closeAllConnections();
  platform.close();
  folder.remove();
});

/** The courier of the bot that is not blocked, over the same platform. */
function awake(origin: string): Courier {
  const at = (key: string) => `${origin}/${encodeURIComponent(key)}`;
  return {
    platform: 'slack',
    pace: { channelMs: 1_000, platformMs: 200 },
    send: async (_address, _card, key) => {
      await fetch(at(key), { method: 'POST' });
      return { kind: 'sent', ref: 'from the one awake' };
    },
    find: async (_address, key) =>
      (await fetch(at(key))).ok ? { kind: 'found', ref: 'found by the one awake' } : { kind: 'absent' },
  };
}

/** Two bots on one archive file. The event loop of one is blocked from its first delivery until the other has finished it. */
async function race(blocks: BlockedGiven['blocks'], from: number) {
  const file = join(folder.path, 'archive.sqlite');
  const archive = openSqliteArchive({ file });
  await archive.schedules.add(aSchedule());
  const origin = `http://127.0.0.1:${(platform.address() as AddressInfo).port}`;
  const began = Date.now();
  const clock = () => new Date(from + (Date.now() - began) * SPEED);
  const free = new Int32Array(new SharedArrayBuffer(4));
  const workerData: BlockedGiven = { file, platform: origin, from, began, speed: SPEED, blocks, free };
  const worker = new Worker(new URL('./blocked-worker.ts', import.meta.url), { workerData });
  const next = async () => ((await once(worker, 'message')) as [FromBlocked])[0];
  expect(await next()).toEqual({ kind: 'blocked' });

  const log: string[] = [];
  const lines = openLog('info', [], (line) => log.push((JSON.parse(line) as { msg: string }).msg));
  const { delivery } = openHouse(
    { now: clock, set: () => {}, move: () => {} },
    {
      archive,
      couriers: new Map([['slack', awake(origin)]]),
      owner: 'here:2:awake',
      sleep: async (ms, signal) => {
        await pause(ms / SPEED, undefined, { signal }).catch(() => undefined);
      },
      note: (event) => logEvent(lines, event),
    },
  );
  while ((await archive.deliveries.latest(1))?.state !== 'sent') {
    await delivery.tick();
    await pause(MINUTE_MS / SPEED);
  }
  const done = next();
  Atomics.store(free, 0, 1);
  Atomics.notify(free, 0);
  const blocked = await done;
  await delivery.tick();
  await delivery.close();
  const delivered = await archive.deliveries.latest(1);
  await archive.close();
  await worker.terminate();
  return { delivered, log, blockedLog: blocked.kind === 'done' ? blocked.log : [] };
}

describe('a bot whose event loop is blocked for longer than its lease', () => {
  it('before it hands over: another sends in its place, late, and it sends nothing when it wakes', async () => {
    const { delivered, log, blockedLog } = await race('before sending', FIRST + 4 * MINUTE_MS);
    expect(arrived).toEqual([KEY]);
    expect(delivered).toMatchObject({ state: 'sent', late: true, ref: 'from the one awake' });
    expect(log).toContain('delivery sent late');
    expect(blockedLog).toEqual(['delivery planned', 'another process has taken over this delivery']);
  });

  it('after it handed over: another finds that it arrived, and nobody sends it again', async () => {
    const { delivered, log, blockedLog } = await race('before recording', FIRST);
    expect(arrived).toEqual([KEY]);
    expect(delivered).toMatchObject({ state: 'sent', ref: 'found by the one awake' });
    expect(log).toContain('delivery found sent');
    expect(blockedLog).toEqual(['delivery planned', 'another process has taken over this delivery']);
  });
});

it('a bot that is alone and blocked for four hours sends the last slot late, once, and says what it skipped', async () => {
  const speed = 4_000;
  let began = Date.now();
  const clock = () => new Date(FIRST + (Date.now() - began) * speed);
  const log: string[] = [];
  const lines = openLog('info', [], (line) => log.push((JSON.parse(line) as { msg: string }).msg));
  const { archive, courier, delivery } = openHouse(
    { now: clock, set: () => {}, move: () => {} },
    { sleep: async () => undefined, note: (event) => logEvent(lines, event) },
  );
  const cadence = { kind: 'hours', every: 1, from: new Date(FIRST).toISOString() } as const;
  await archive.schedules.add(aSchedule({ cadence, nextSlot: new Date(FIRST).toISOString() }));
  began = Date.now();
  await delivery.tick();
  // Nothing runs on this thread from 12:00 until 16:20.
  const blockedMs = began + (260 * MINUTE_MS) / speed - Date.now();
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Math.max(1, blockedMs));
  await delivery.tick();
  await delivery.tick();
  await delivery.close();
  expect(courier.arrived.map(({ key }) => key)).toEqual([KEY, '1@2026-03-11T16:00Z']);
  expect(await archive.schedules.get(1)).toMatchObject({
    skipped: 3,
    lastSkipped: '2026-03-11T15:00:00.000Z',
  });
  expect(log).toContain('slots came too late and were skipped');
  expect(log).toContain('delivery sent late');
  await archive.close();
});
