import { openSqliteArchive } from '../../src/archive/sqlite/open-archive.ts';
import type { DeliveryEvent } from '../../src/deliver/note-event.ts';
import { openDelivery } from '../../src/deliver/open-delivery.ts';
import type { Card } from '../../src/kernel/card.ts';
import type { Cadence } from '../../src/kernel/schedule.ts';
import { nextSlot } from '../../src/kernel/time/next-slot.ts';
import { aCourier, later, TAKEN, uncertain } from '../builders/a-courier.ts';
import { planOtherwise } from './plan-otherwise.ts';
import { wallMinutes } from './wall-minutes.ts';

const MINUTE_MS = 60_000;

export interface Simulation {
  readonly zones: readonly string[];
  readonly cadences: (n: number, from: string) => readonly Cadence[];
  readonly from: string;
  readonly days: number;
  /** Chance, 0 to 1, the same every time. */
  readonly random: () => number;
}

export interface Simulated {
  readonly schedules: number;
  readonly zones: number;
  readonly minutes: number;
  readonly ticks: number;
  readonly restarts: number;
  /** Slots of the plan made otherwise. */
  readonly slots: number;
  readonly onTime: number;
  readonly late: number;
  readonly skipped: number;
  /** Attempts that failed or whose end was not known. */
  readonly troubled: number;
  /** What differs from the plan, in words; empty when all is right. */
  readonly wrong: readonly string[];
}

/** Sixteen hours at most: beyond the grace. */
const LONGEST_OUTAGE_MINUTES = 960;
const GRACE_MINUTES = 720;
const LATE_MINUTES = 5;

/** Which minutes tick: most; sometimes a few are missed, seldom many, and after either the bot is another process now and then. */
function planTicks(
  minutes: number,
  random: () => number,
): { readonly ticks: number[]; readonly restarts: Set<number> } {
  const ticks: number[] = [];
  const restarts = new Set<number>();
  for (let minute = 0; minute < minutes; minute += 1) {
    const chance = random();
    if (chance < 0.000_03) minute += Math.floor(random() * LONGEST_OUTAGE_MINUTES);
    else if (chance < 0.001) minute += Math.floor(random() * 10);
    if (minute >= minutes) break;
    ticks.push(minute);
    if (chance < 0.002) restarts.add(minute);
  }
  return { ticks, restarts };
}

/** Runs schedules through the archive, the planner and the outbox, minute by minute, and holds every slot to a plan made otherwise. */
export async function simulateYear({ zones, cadences, from, days, random }: Simulation): Promise<Simulated> {
  const start = Date.parse(from);
  const minutes = days * 1440;
  let now = start;
  const clock = () => new Date(now);
  const archive = openSqliteArchive({ file: ':memory:' });
  const expected: number[][] = [];
  for (const [n, zone] of zones.entries()) {
    const walls = wallMinutes(zone, start, minutes);
    for (const cadence of cadences(n, from)) {
      expected.push(planOtherwise(cadence, walls, start));
      await archive.schedules.add({
        destination: { platform: 'slack', channel: `C${expected.length}`, direct: false, name: zone },
        cadence,
        zone,
        line: 'latest',
        quietWhenNothing: false,
        createdBy: { id: 'U1', name: 'Ada Quay', address: null },
        createdAt: from,
        origin: null,
        nextSlot: nextSlot(cadence, zone, clock())?.toISOString() ?? null,
      });
    }
  }
  const { ticks, restarts } = planTicks(minutes, random);
  let troubled = 0;
  const courier = aCourier({
    clock,
    handle: () => {
      const chance = random();
      if (chance > 0.02) return TAKEN;
      troubled += 1;
      return chance < 0.01 ? later() : uncertain(chance < 0.015);
    },
  });
  const card: Card = { title: 'Briefing', blocks: [], more: null, line: null, asOf: from };
  let skipped = 0;
  const note = (event: DeliveryEvent) => {
    if (event.kind === 'missed') skipped += event.missed;
    if (event.kind === 'skipped') skipped += 1;
  };
  const open = (n: number) =>
    openDelivery({
      archive,
      couriers: new Map([['slack', courier]]),
      compose: async () => ({ kind: 'card', card }),
      clock,
      random,
      sleep: async (ms) => {
        now += ms;
      },
      owner: `here:1:${n}`,
      mayLive: (owner) => owner === `here:1:${n}`,
      note,
    });
  let delivery = open(0);
  for (const minute of ticks) {
    // A minute that was spent sending makes the next tick a little late.
    now = Math.max(now, start + minute * MINUTE_MS);
    if (restarts.has(minute)) {
      await delivery.close();
      delivery = open(minute);
    }
    await delivery.tick();
  }
  await delivery.close();
  await archive.close();
  const held = holdToPlan(expected, ticks, courier.arrived, start);
  return {
    ...held,
    schedules: expected.length,
    zones: zones.length,
    minutes,
    ticks: ticks.length,
    restarts: restarts.size,
    slots: expected.reduce((sum, slots) => sum + slots.length, 0),
    troubled,
    wrong: [
      ...held.wrong,
      ...(skipped === held.skipped ? [] : [`${skipped} said to be skipped, not ${held.skipped}`]),
    ],
  };
}

/** Every slot against what arrived: once, at the first tick after it, unless the next slot or the end of its grace was first. */
function holdToPlan(
  expected: readonly (readonly number[])[],
  ticks: readonly number[],
  arrived: readonly { readonly key: string; readonly at: Date }[],
  start: number,
) {
  const arrivals = new Map<string, { readonly at: Date }[]>();
  for (const each of arrived) arrivals.set(each.key, [...(arrivals.get(each.key) ?? []), each]);
  const firstTick = tickAfter(ticks);
  const wrong: string[] = [];
  const counts = { onTime: 0, late: 0, skipped: 0 };
  for (const [n, slots] of expected.entries())
    for (const [i, slot] of slots.entries()) {
      const tick = firstTick(slot);
      // The year ended while nothing ticked.
      if (tick === null) continue;
      const key = `${n + 1}@${new Date(start + slot * MINUTE_MS).toISOString().slice(0, 16)}Z`;
      const at = arrivals.get(key) ?? [];
      arrivals.delete(key);
      const superseded = (slots[i + 1] ?? Number.POSITIVE_INFINITY) <= tick;
      // At the very end of the grace seconds decide, which this plan does not count.
      const onTheEdge = !superseded && Math.abs(tick - slot - GRACE_MINUTES) <= 2;
      const wanted = onTheEdge ? Math.min(at.length, 1) : superseded || tick - slot > GRACE_MINUTES ? 0 : 1;
      if (at.length !== wanted) wrong.push(`${key} arrived ${at.length} times, not ${wanted}`);
      const delay = wanted ? ((at[0]?.at.getTime() ?? 0) - start) / MINUTE_MS - tick : 0;
      if (at.length && (delay < 0 || delay > 2)) wrong.push(`${key} arrived ${delay} minutes after its tick`);
      counts[wanted ? (tick - slot > LATE_MINUTES ? 'late' : 'onTime') : 'skipped'] += 1;
    }
  for (const key of arrivals.keys()) wrong.push(`${key} arrived and was not due`);
  return { ...counts, wrong };
}

function tickAfter(ticks: readonly number[]): (slot: number) => number | null {
  const last = ticks.at(-1) ?? -1;
  const next = new Int32Array(last + 1);
  let tick = last;
  for (let minute = last, at = ticks.length - 1; minute >= 0; minute -= 1) {
    if (at >= 0 && ticks[at] === minute) {
      tick = minute;
      at -= 1;
    }
    next[minute] = tick;
  }
  return (slot) => next[slot] ?? null;
}
