import type { Destination } from '../../src/kernel/asker.ts';
import type { NewDelivery } from '../../src/kernel/delivery.ts';
import type { NewSchedule } from '../../src/kernel/schedule.ts';

export const CHANNEL: Destination = { platform: 'slack', channel: 'C1', direct: false, name: '#harbour' };

/** Weekdays at 08:00 in New York, created on a Tuesday noon; the first slot is on the next morning. */
export function aSchedule(over: Partial<NewSchedule> = {}): NewSchedule {
  return {
    destination: CHANNEL,
    cadence: { kind: 'days', days: [1, 2, 3, 4, 5], times: ['08:00'] },
    zone: 'America/New_York',
    line: 'latest',
    quietWhenNothing: false,
    createdBy: {
      id: 'U1',
      name: 'Ada Quay',
      address: { platform: 'slack', channel: 'U1', direct: true, name: 'direct messages' },
    },
    createdAt: '2026-03-10T16:00:00.000Z',
    origin: null,
    nextSlot: '2026-03-11T12:00:00.000Z',
    ...over,
  };
}

/** A notice that is due at once and worth sending for a day. */
export function aDelivery(key: string, over: Partial<NewDelivery> = {}): NewDelivery {
  return {
    key,
    destination: CHANNEL,
    payload: { kind: 'notice', title: 'Tide', text: `The tide of ${key}.` },
    schedule: null,
    plannedAt: '2026-03-11T12:00:00.000Z',
    dueAt: '2026-03-11T12:00:00.000Z',
    notAfter: '2026-03-12T12:00:00.000Z',
    ...over,
  };
}
