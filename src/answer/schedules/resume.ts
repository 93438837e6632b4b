import type { Answer } from '../../kernel/answer.ts';
import type { Schedule } from '../../kernel/schedule.ts';
import type { OneScheduleAsk } from '../../kernel/schedule-ask.ts';
import { nextSlot } from '../../kernel/time/next-slot.ts';
import type { AnswerDeps, CommandModule } from '../show/answer-deps.ts';
import { found } from '../show/found.ts';
import { aboutSchedule } from './describe-schedule.ts';
import { buildOne, CHANGE_ONE, withSchedule } from './one-schedule.ts';

export const resume: CommandModule<OneScheduleAsk<'resume'>> = {
  ...CHANGE_ONE,
  name: 'resume',
  summary: 'Starts a schedule again that is paused or stopped',
  build: buildOne('resume'),
  answer: withSchedule(resumeSchedule),
};

async function resumeSchedule(schedule: Schedule, { archive, now }: AnswerDeps): Promise<Answer> {
  const { id, cadence, zone, state } = schedule;
  const next = nextSlot(cadence, zone, now)?.toISOString() ?? null;
  if (state !== 'active')
    await archive.schedules.setState(id, { state: 'active', reason: null, nextSlot: next, at: now });
  return found(`Schedule ${id} is running`, aboutSchedule(schedule, now), { now });
}
