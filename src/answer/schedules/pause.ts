import type { Answer } from '../../kernel/answer.ts';
import type { Schedule } from '../../kernel/schedule.ts';
import type { OneScheduleAsk } from '../../kernel/schedule-ask.ts';
import type { AnswerDeps, CommandModule } from '../show/answer-deps.ts';
import { found } from '../show/found.ts';
import { offerNext, scheduleFacts } from './describe-schedule.ts';
import { buildOne, CHANGE_ONE, withSchedule } from './one-schedule.ts';

export const pause: CommandModule<OneScheduleAsk<'pause'>> = {
  ...CHANGE_ONE,
  name: 'pause',
  summary: 'Holds a schedule',
  build: buildOne('pause'),
  answer: withSchedule(pauseSchedule),
};

async function pauseSchedule(schedule: Schedule, { archive, asker, now }: AnswerDeps): Promise<Answer> {
  const { id } = schedule;
  const reason = `Paused by ${asker.name}.`;
  await archive.schedules.setState(id, { state: 'paused', reason, nextSlot: null, at: now });
  const blocks = [...scheduleFacts(schedule), offerNext(`resume ${id}`, 'schedules')];
  return found(`Schedule ${id} is paused`, blocks, { now });
}
