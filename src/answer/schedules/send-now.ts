import type { Answer } from '../../kernel/answer.ts';
import type { NewDelivery } from '../../kernel/delivery.ts';
import { sendNowKey } from '../../kernel/keys/delivery-key.ts';
import type { Schedule } from '../../kernel/schedule.ts';
import type { OneScheduleAsk } from '../../kernel/schedule-ask.ts';
import type { AnswerDeps, CommandModule } from '../show/answer-deps.ts';
import { found } from '../show/found.ts';
import { offerNext, scheduleFacts } from './describe-schedule.ts';
import { buildOne, CHANGE_ONE, withSchedule } from './one-schedule.ts';

export const sendNow: CommandModule<OneScheduleAsk<'send now'>> = {
  ...CHANGE_ONE,
  name: 'send now',
  summary: 'Sends a schedule’s lookup at once, besides its times',
  build: buildOne('send now'),
  answer: withSchedule(sendSchedule),
};

/** How long after the request the message may still be sent, in milliseconds. */
const KEPT_MS = 3_600_000;

async function sendSchedule(schedule: Schedule, { archive, now }: AnswerDeps): Promise<Answer> {
  const { id, destination } = schedule;
  const added = await archive.deliveries.add(deliveryNow(schedule, now));
  const title = added
    ? `Schedule ${id} is sent within a minute, to ${destination.name}`
    : `Schedule ${id} is being sent already`;
  return found(title, [...scheduleFacts(schedule), offerNext('schedules')], { now });
}

function deliveryNow(schedule: Schedule, now: Date): NewDelivery {
  const { id, destination, line, zone, quietWhenNothing } = schedule;
  const slot = now.toISOString();
  return {
    key: sendNowKey(id, now),
    destination,
    payload: { kind: 'scheduled', line, zone, quietWhenNothing, slot },
    schedule: id,
    plannedAt: slot,
    dueAt: slot,
    notAfter: new Date(now.getTime() + KEPT_MS).toISOString(),
  };
}
