import { EDITORS_CHANGE } from '../../ask/command.ts';
import type { Answer } from '../../kernel/answer.ts';
import type { AskOf } from '../../kernel/ask.ts';
import {
  ANYBODY,
  type Asker,
  type Destination,
  directMessages,
  LOCAL_PLATFORM,
  OWNER,
  sameDestination,
} from '../../kernel/asker.ts';
import type { Schedule } from '../../kernel/schedule.ts';
import { cadenceText } from '../../kernel/time/cadence-text.ts';
import { fromWholeHour, nextSlot } from '../../kernel/time/next-slot.ts';
import type { AnswerDeps, CommandModule } from '../show/answer-deps.ts';
import { found } from '../show/found.ts';
import { refused } from '../show/refused.ts';
import { aboutSchedule } from './describe-schedule.ts';
import { buildSchedule, readScheduleValues, writeSchedule } from './schedule-line.ts';
import { wrongLookup } from './wrong-lookup.ts';

type ScheduleAsk = AskOf<'schedule'>;

/** Schedules of one desk, at most. More must be a mistake. */
const MOST_SCHEDULES = 1_000;

export const schedule: CommandModule<ScheduleAsk> = {
  ...EDITORS_CHANGE,
  name: 'schedule',
  summary: 'Sends a briefing, or any lookup, to this channel when it is due',
  params: [
    {
      name: 'when',
      summary: 'weekdays at 08:00, daily at 7:30 and 17:00, every 2 hours, monthly on the 1st at 9, cron "…"',
      required: true,
      lead: null,
      keepsMarks: true,
      completes: 'cadences',
    },
    {
      name: 'zone',
      summary: 'Time zone such as Europe/Berlin; yours, else the desk’s, where left out',
      required: false,
      lead: null,
      completes: 'zones',
    },
    {
      name: 'quiet',
      summary: 'Send nothing when nothing is new',
      required: false,
      lead: 'quiet',
      bare: true,
      completes: null,
    },
    {
      name: 'lookup',
      summary: 'What is answered; the briefing where left out',
      required: false,
      lead: null,
      keepsMarks: true,
      completes: 'lookups',
    },
  ],
  questions: [],
  read: readScheduleValues,
  build: buildSchedule,
  write: writeSchedule,
  answer: addSchedule,
};

async function addSchedule(
  { cadence: typed, zone: given, quiet, lookup, to }: ScheduleAsk,
  deps: AnswerDeps,
): Promise<Answer> {
  const { asker, archive, desk, now } = deps;
  const zone = given ?? asker.zone ?? desk.zone;
  const wrong = wrongLookup(lookup, zone, deps);
  if (wrong) return wrong;
  const destination = destinationOf(to, asker);
  if (destination === null)
    return refused(`Type it in #${to}: a schedule is sent where it is typed, or with “to me” to you.`);
  const all = await archive.schedules.all();
  if (all.length >= MOST_SCHEDULES)
    return refused(`There are ${MOST_SCHEDULES} schedules already.`, 'schedules');
  const cadence = fromWholeHour(typed, zone);
  const same = all.find((each) => isSame(each, { destination, cadence, zone, line: lookup }));
  if (same) return found(`Scheduled already, as number ${same.id}`, aboutSchedule(same, now), deps);
  const first = nextSlot(cadence, zone, now);
  const added = await archive.schedules.add({
    destination,
    cadence,
    zone,
    line: lookup,
    quietWhenNothing: quiet,
    createdBy: { id: asker.id, name: asker.name, address: messagesOfMaker(asker) },
    createdAt: now.toISOString(),
    origin: null,
    nextSlot: first?.toISOString() ?? null,
  });
  return found(`Scheduled as number ${added.id}`, aboutSchedule(added, now), deps);
}

/** Where a schedule is sent: where it is typed, or to the asker. Null for another channel. */
function destinationOf(to: string | null, { at, id }: Asker): Destination | null {
  if (to === null || (!at.direct && at.name.toLowerCase() === `#${to.toLowerCase()}`)) return at;
  if (to !== 'me') return null;
  return at.direct ? at : directMessages(at.platform, id);
}

function isSame(
  schedule: Schedule,
  { destination, cadence, zone, line }: Pick<Schedule, 'destination' | 'cadence' | 'zone' | 'line'>,
): boolean {
  return (
    sameDestination(schedule.destination, destination) &&
    cadenceText(schedule.cadence) === cadenceText(cadence) &&
    schedule.zone === zone &&
    schedule.line === line
  );
}

/**
 * Where the schedule's creator is told that it stopped. Null for the owner or an unknown person: then only
 * the log says so.
 */
function messagesOfMaker({ id, at }: Asker): Destination | null {
  if (at.platform === LOCAL_PLATFORM || id === ANYBODY.id || id === OWNER.id) return null;
  return at.direct ? at : directMessages(at.platform, id);
}
