import type { SlotDecision } from '../../../../src/archive/delivery-port.ts';
import type { Delivery, NewDelivery } from '../../../../src/kernel/delivery.ts';
import type { Schedule } from '../../../../src/kernel/schedule.ts';
import { aDelivery, CHANNEL } from '../../../builders/a-schedule.ts';
import type { OpenedArchive } from '../opened-archive.ts';
import { openForEach } from '../opened-archive.ts';

export const NOON = '2026-03-11T12:00:00.000Z';
export const at = (minutes: number) => new Date(Date.parse(NOON) + minutes * 60_000);
export const NEXT = '2026-03-12T12:00:00.000Z';
export const channel = (id: string) => ({ ...CHANNEL, channel: id });

/** The decision that the slot of a schedule is due. */
export function due(schedule: Schedule, over: Partial<SlotDecision> = {}): SlotDecision {
  const key = `${schedule.id}@${NOON}`;
  return {
    decidedUntil: NOON,
    nextSlot: NEXT,
    delivery: aDelivery(key, { schedule: schedule.id }),
    skipped: 0,
    lastSkipped: null,
    ...over,
  };
}

/** Opens an empty archive before each test, with what tests of its outbox ask of it. */
export function openOutbox(open: () => Promise<OpenedArchive>) {
  const opened = openForEach(open);
  const claim = (owner = 'one', minutes = 0, over = {}) =>
    opened.archive.deliveries.claim({
      owner,
      platforms: ['slack'],
      now: at(minutes),
      leaseUntil: at(minutes + 3),
      busy: [],
      limit: 10,
      ...over,
    });
  const claimOne = async (owner?: string, minutes?: number): Promise<Delivery> => {
    const [first, ...others] = await claim(owner, minutes);
    if (!first || others.length) throw new Error(`expected one delivery, not ${others.length + 1}`);
    return first;
  };
  const add = (key: string, over: Partial<NewDelivery> = {}) =>
    opened.archive.deliveries.add(aDelivery(key, over));
  const keys = (deliveries: readonly Delivery[]) => deliveries.map(({ key }) => key);
  return { opened, claim, claimOne, add, keys };
}
