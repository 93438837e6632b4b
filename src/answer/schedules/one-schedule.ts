import { type BuildContext, EDITORS_CHANGE } from '../../ask/command.ts';
import type { Answer, Shortfall } from '../../kernel/answer.ts';
import type { AskValues } from '../../kernel/ask.ts';
import type { CommandParam } from '../../kernel/command.ts';
import type { Schedule } from '../../kernel/schedule.ts';
import type { OneScheduleAsk } from '../../kernel/schedule-ask.ts';
import type { AnswerDeps } from '../show/answer-deps.ts';
import { refused } from '../show/refused.ts';
import { readScheduleNumber, readScheduleValues } from './schedule-line.ts';

type Kind = 'pause' | 'resume' | 'unschedule' | 'send now';

/** The param for a schedule's number. */
export const SCHEDULE: CommandParam = {
  name: 'schedule',
  summary: 'The number of a schedule; “schedules” lists them',
  required: true,
  lead: null,
  completes: 'schedules',
};

/** Settings of the commands that change one schedule. */
export const CHANGE_ONE = {
  ...EDITORS_CHANGE,
  params: [SCHEDULE],
  questions: [],
  read: readScheduleValues,
  write: ({ kind, schedule }: OneScheduleAsk<Kind>) => `${kind} ${schedule}`,
} as const;

/** Makes the `build` of a command that changes one schedule. */
export function buildOne<K extends Kind>(kind: K) {
  return (values: AskValues, { command }: BuildContext): OneScheduleAsk<K> | Shortfall => {
    const schedule = readScheduleNumber(values['schedule'] ?? '');
    if (schedule !== null) return { kind, schedule };
    return {
      kind: 'shortfall',
      code: 'usage',
      say: `“${kind}” needs the number of a schedule; “schedules” lists them.`,
      example: command.examples[0] ?? null,
    };
  };
}

/** Looks up the schedule by its number and passes it to `change`, or refuses when there is none. */
export function withSchedule<K extends Kind>(
  change: (schedule: Schedule, deps: AnswerDeps) => Promise<Answer>,
): (ask: OneScheduleAsk<K>, deps: AnswerDeps) => Promise<Answer> {
  return async (ask, deps) => {
    const schedule = await deps.archive.schedules.get(ask.schedule);
    return schedule ? change(schedule, deps) : noSuchSchedule(ask.schedule);
  };
}

export function noSuchSchedule(number: number): Answer {
  return refused(`There is no schedule ${number}.`, 'schedules');
}
