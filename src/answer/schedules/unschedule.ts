import type { Answer } from '../../kernel/answer.ts';
import type { Schedule } from '../../kernel/schedule.ts';
import type { OneScheduleAsk } from '../../kernel/schedule-ask.ts';
import type { AnswerDeps, CommandModule } from '../show/answer-deps.ts';
import { found } from '../show/found.ts';
import { offerNext, scheduleFacts } from './describe-schedule.ts';
import { buildOne, CHANGE_ONE, withSchedule } from './one-schedule.ts';

export const unschedule: CommandModule<OneScheduleAsk<'unschedule'>> = {
  ...CHANGE_ONE,
  name: 'unschedule',
  summary: 'Ends a schedule for good',
  build: buildOne('unschedule'),
  answer: withSchedule(endSchedule),
};

async function endSchedule(schedule: Schedule, { archive, now }: AnswerDeps): Promise<Answer> {
  await archive.schedules.remove(schedule.id, now);
  return found(`Schedule ${schedule.id} is ended`, [...scheduleFacts(schedule), offerNext('schedules')], {
    now,
  });
}
