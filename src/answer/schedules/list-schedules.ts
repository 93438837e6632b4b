import type { Answer } from '../../kernel/answer.ts';
import type { Block } from '../../kernel/card.ts';
import type { Delivery } from '../../kernel/delivery.ts';
import type { Schedule } from '../../kernel/schedule.ts';
import { cadenceText } from '../../kernel/time/cadence-text.ts';
import { nextSlots } from '../../kernel/time/next-slot.ts';
import { count } from '../../text/count.ts';
import { timeText } from '../../text/time-text.ts';
import type { AnswerDeps } from '../show/answer-deps.ts';

/** One message shows so many schedules; of the rest it says how many they are. */
const SHOWN = 30;
/** So many are shown with their next three times; of more, each with its next one. */
const SHOWN_WIDE = 6;

/** Everything that is scheduled: when next, what was last sent, and why one does not run. */
export async function listSchedules(tools: AnswerDeps): Promise<Answer> {
  const { archive, commands, now } = tools;
  const all = await archive.schedules.all();
  const shown = all.slice(0, SHOWN);
  const times = all.length > SHOWN_WIDE ? 1 : 3;
  const rows = await Promise.all(
    shown.map(async (schedule) => ({
      label: String(schedule.id),
      value: describe(schedule, await archive.deliveries.latest(schedule.id), { now, times }),
    })),
  );
  const left = all.length - shown.length;
  const examples = commands.find(({ name }) => name === 'schedule')?.examples ?? [];
  const blocks: Block[] = all.length
    ? [{ kind: 'facts', rows }]
    : [{ kind: 'choices', intro: 'For example:', lines: examples.slice(0, 3) }];
  if (left) blocks.push({ kind: 'text', text: `And ${count(left, 'schedule')} more.`, tone: 'note' });
  return {
    kind: 'found',
    card: {
      title: all.length ? count(all.length, 'schedule') : 'Nothing is scheduled yet',
      blocks,
      more: null,
      line: null,
      asOf: now.toISOString(),
    },
    evidence: { utterances: [], articles: [] },
  };
}

function describe(
  schedule: Schedule,
  last: Delivery | null,
  { now, times }: { now: Date; times: number },
): string {
  const { line, cadence, zone, destination, state, reason, skipped, lastSkipped, quietWhenNothing } =
    schedule;
  const at = (time: string) => timeText(new Date(time), { zone, now });
  return [
    line,
    `${cadenceText(cadence)}, ${zone}${quietWhenNothing ? ', quiet' : ''}`,
    `to ${destination.name}`,
    state === 'active'
      ? timesRow(nextSlots(cadence, zone, now, times), schedule, now).value.replace(/^/u, 'next ')
      : `${state}${reason ? `: ${reason}` : ''}`,
    last ? lastText(last, at) : null,
    skipped && lastSkipped ? `${count(skipped, 'time')} skipped, last ${at(lastSkipped)}` : null,
  ]
    .filter(Boolean)
    .join(' · ');
}

function lastText(
  { state, dueAt, late, reason, finishedAt }: Delivery,
  at: (time: string) => string,
): string {
  const why = reason ? `: ${reason}` : '';
  switch (state) {
    case 'sent':
      return `last sent ${at(finishedAt ?? dueAt)}${late ? ', late' : ''}`;
    case 'silent':
      return `nothing new ${at(dueAt)}`;
    case 'planned':
    case 'sending':
      return `being sent, due ${at(dueAt)}${why}`;
    case 'skipped':
    case 'refused':
    case 'failed':
      return `last not sent ${at(dueAt)}${why}`;
    default:
      return state satisfies never;
  }
}

/** The next times of a schedule, in its own zone. */
export function timesRow(slots: readonly Date[], { zone }: Pick<Schedule, 'zone'>, now: Date) {
  const value = slots.map((slot) => timeText(slot, { zone, now })).join(' · ') || 'never again';
  return { label: slots.length > 1 ? `Next ${['', '', 'two', 'three'][slots.length]}` : 'Next', value };
}
