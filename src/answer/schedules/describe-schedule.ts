import type { Block } from '../../kernel/card.ts';
import type { Schedule } from '../../kernel/schedule.ts';
import { cadenceText } from '../../kernel/time/cadence-text.ts';
import { nextSlots } from '../../kernel/time/next-slot.ts';
import { timeText } from '../../text/time-text.ts';

/** Shows what a schedule sends, its next times and its destination, with lines that change it. */
export function aboutSchedule(schedule: Schedule, now: Date): Block[] {
  const { id, cadence, zone, quietWhenNothing } = schedule;
  const slots = nextSlots(cadence, zone, now, 3);
  return [
    {
      kind: 'facts',
      rows: [
        ...factRows(schedule),
        timesRow(slots, schedule, now),
        { label: 'Nothing new', value: quietWhenNothing ? 'nothing is sent' : 'is said in one line' },
      ],
    },
    {
      kind: 'choices',
      intro: 'See what it would send, hold it, or end it:',
      lines: [`preview ${id}`, `pause ${id}`, `unschedule ${id}`],
    },
  ];
}

/** Shows what a schedule sends, when and where. */
export function scheduleFacts(schedule: Schedule): Block[] {
  return [{ kind: 'facts', rows: factRows(schedule) }];
}

function factRows({ line, cadence, zone, destination }: Schedule) {
  return [
    { label: 'Sends', value: line },
    { label: 'When', value: `${cadenceText(cadence)}, ${zone}` },
    { label: 'To', value: destination.name },
  ];
}

/** Offers typed lines as next steps. */
export function offerNext(...lines: string[]): Block {
  return { kind: 'choices', intro: 'Next:', lines };
}

/** A row with the next times of a schedule, in its own zone. */
export function timesRow(slots: readonly Date[], { zone }: Pick<Schedule, 'zone'>, now: Date) {
  const value = slots.map((slot) => timeText(slot, { zone, now })).join(' · ') || 'never again';
  return { label: slots.length > 1 ? `Next ${['', '', 'two', 'three'][slots.length]}` : 'Next', value };
}
