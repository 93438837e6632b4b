import { SHOW } from '../../ask/command.ts';
import type { Answer } from '../../kernel/answer.ts';
import type { AskOf } from '../../kernel/ask.ts';
import type { Block } from '../../kernel/card.ts';
import type { Delivery } from '../../kernel/delivery.ts';
import type { Schedule } from '../../kernel/schedule.ts';
import { cadenceText } from '../../kernel/time/cadence-text.ts';
import { nextSlots } from '../../kernel/time/next-slot.ts';
import { count } from '../../text/count.ts';
import { timeText } from '../../text/time-text.ts';
import type { AnswerDeps, CommandModule } from '../show/answer-deps.ts';
import { found } from '../show/found.ts';
import { note } from '../show/note.ts';
import { timesRow } from './describe-schedule.ts';

export const schedules: CommandModule<AskOf<'schedules'>> = {
  ...SHOW,
  name: 'schedules',
  summary: 'What is scheduled: when it is next due, what was last sent, why one is stopped',
  params: [],
  questions: [],
  build: () => ({ kind: 'schedules' }),
  write: () => 'schedules',
  answer: (_ask, deps) => listSchedules(deps),
};

/** Schedules listed in one message, at most; the rest are counted. */
const SHOWN = 30;
/** Most schedules in a list that shows three times for each. A longer list shows one for each. */
const SHOWN_WIDE = 6;

async function listSchedules(deps: AnswerDeps): Promise<Answer> {
  const { archive, commands, now } = deps;
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
  if (left) blocks.push(note(`And ${count(left, 'schedule')} more.`));
  return found(all.length ? count(all.length, 'schedule') : 'Nothing is scheduled yet', blocks, { now });
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
