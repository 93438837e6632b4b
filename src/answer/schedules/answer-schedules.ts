import { parseLine } from '../../ask/parse-line.ts';
import type { Answer, Shortfall } from '../../kernel/answer.ts';
import type { Ask } from '../../kernel/ask.ts';
import { ANYBODY, type Asker, type Destination, LOCAL_PLATFORM, OWNER } from '../../kernel/asker.ts';
import type { Block } from '../../kernel/card.ts';
import type { Schedule } from '../../kernel/schedule.ts';
import type { ScheduleAsk } from '../../kernel/schedule-ask.ts';
import { cadenceText } from '../../kernel/time/cadence-text.ts';
import { fromWholeHour, nextSlot, nextSlots } from '../../kernel/time/next-slot.ts';
import { timeText } from '../../text/time-text.ts';
import type { AnswerDeps } from '../show/answer-deps.ts';
import { composeScheduled, isLookup } from './compose-scheduled.ts';
import { listSchedules, timesRow } from './list-schedules.ts';

type AnswerAsk = (ask: Ask, tools: AnswerDeps) => Promise<Answer>;

/** More schedules than this on one desk are a mistake. */
const MOST_SCHEDULES = 1_000;
const SENT_NOW_KEPT_MS = 3_600_000;

/** Schedules made, shown, held, resumed, ended, sent at once and previewed; `answer` answers a lookup. */
export async function answerSchedules(
  ask: ScheduleAsk,
  tools: AnswerDeps,
  answer: AnswerAsk,
): Promise<Answer> {
  switch (ask.kind) {
    case 'schedule':
      return addSchedule(ask, tools);
    case 'schedules':
      return listSchedules(tools);
    case 'preview':
      return preview(ask.what, tools, answer);
    case 'pause':
    case 'resume':
    case 'unschedule':
    case 'send now': {
      const schedule = await tools.archive.schedules.get(ask.schedule);
      return schedule ? change(ask.kind, schedule, tools) : noSuch(ask.schedule);
    }
    default:
      return ask satisfies never;
  }
}

function noSuch(number: number): Shortfall {
  return { kind: 'shortfall', code: 'refused', say: `There is no schedule ${number}.`, example: 'schedules' };
}

function found(
  title: string,
  blocks: readonly Block[],
  { now }: AnswerDeps,
): Extract<Answer, { kind: 'found' }> {
  return {
    kind: 'found',
    card: { title, blocks, more: null, line: null, asOf: now.toISOString() },
    evidence: { utterances: [], articles: [] },
  };
}

/** Why a line cannot be scheduled; null where it can. */
function wrongLookup(lookup: string, zone: string, tools: AnswerDeps): Shortfall | null {
  const { commands, desk, now } = tools;
  const read = parseLine(lookup, { commands, deskCommand: desk.command, now, zone });
  if (read.kind === 'shortfall') return read;
  if (isLookup(read, tools)) return null;
  const example = commands.find(({ name }) => name === 'schedule')?.examples[0] ?? null;
  const names = commands.flatMap(({ name, filtered, hidden }) => (filtered && !hidden ? [name] : []));
  const say = `“${lookup}” cannot be sent on a schedule; what looks something up can: ${names.join(', ')}.`;
  return { kind: 'shortfall', code: 'usage', say, example };
}

async function addSchedule(
  { cadence: typed, zone: given, quiet, lookup }: Extract<ScheduleAsk, { kind: 'schedule' }>,
  tools: AnswerDeps,
): Promise<Answer> {
  const { asker, archive, desk, now } = tools;
  const zone = given ?? asker.zone ?? desk.zone;
  const wrong = wrongLookup(lookup, zone, tools);
  if (wrong) return wrong;
  const all = await archive.schedules.all();
  if (all.length >= MOST_SCHEDULES)
    return {
      kind: 'shortfall',
      code: 'refused',
      say: `There are ${MOST_SCHEDULES} schedules already.`,
      example: 'schedules',
    };
  const cadence = fromWholeHour(typed, zone);
  const same = all.find((each) => isSame(each, { destination: asker.at, cadence, zone, line: lookup }));
  if (same) return found(`Scheduled already, as number ${same.id}`, aboutSchedule(same, tools), tools);
  const first = nextSlot(cadence, zone, now);
  const schedule = await archive.schedules.add({
    destination: asker.at,
    cadence,
    zone,
    line: lookup,
    quietWhenNothing: quiet,
    createdBy: { id: asker.id, name: asker.name, address: directMessages(asker) },
    createdAt: now.toISOString(),
    origin: null,
    nextSlot: first?.toISOString() ?? null,
  });
  return found(`Scheduled as number ${schedule.id}`, aboutSchedule(schedule, tools), tools);
}

function isSame(
  schedule: Schedule,
  { destination, cadence, zone, line }: Pick<Schedule, 'destination' | 'cadence' | 'zone' | 'line'>,
): boolean {
  const place = (at: Destination) => JSON.stringify([at.platform, at.channel, at.direct]);
  return (
    place(schedule.destination) === place(destination) &&
    cadenceText(schedule.cadence) === cadenceText(cadence) &&
    schedule.zone === zone &&
    schedule.line === line
  );
}

/** Where a schedule's maker is told that it stopped; null at the machine itself, where the log says so. */
function directMessages({ id, at }: Asker): Destination | null {
  if (at.platform === LOCAL_PLATFORM || id === ANYBODY.id || id === OWNER.id) return null;
  return at.direct ? at : { platform: at.platform, channel: id, direct: true, name: 'direct messages' };
}

function aboutSchedule(schedule: Schedule, tools: AnswerDeps): Block[] {
  const { id, line, cadence, zone, destination, quietWhenNothing } = schedule;
  const slots = nextSlots(cadence, zone, tools.now, 3);
  return [
    {
      kind: 'facts',
      rows: [
        { label: 'Sends', value: line },
        { label: 'When', value: `${cadenceText(cadence)}, ${zone}` },
        { label: 'To', value: destination.name },
        timesRow(slots, schedule, tools.now),
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

async function change(
  kind: 'pause' | 'resume' | 'unschedule' | 'send now',
  schedule: Schedule,
  tools: AnswerDeps,
): Promise<Answer> {
  const { archive, asker, now } = tools;
  const { id, cadence, zone } = schedule;
  const offer = (...lines: string[]): Block => ({ kind: 'choices', intro: 'Next:', lines });
  switch (kind) {
    case 'pause': {
      const reason = `Paused by ${asker.name}.`;
      await archive.schedules.setState(id, { state: 'paused', reason, nextSlot: null, at: now });
      return found(
        `Schedule ${id} is paused`,
        [...whatItIs(schedule), offer(`resume ${id}`, 'schedules')],
        tools,
      );
    }
    case 'resume': {
      const next = nextSlot(cadence, zone, now)?.toISOString() ?? null;
      if (schedule.state !== 'active')
        await archive.schedules.setState(id, { state: 'active', reason: null, nextSlot: next, at: now });
      return found(`Schedule ${id} is running`, aboutSchedule(schedule, tools), tools);
    }
    case 'unschedule':
      await archive.schedules.remove(id, now);
      return found(`Schedule ${id} is ended`, [...whatItIs(schedule), offer('schedules')], tools);
    case 'send now': {
      const added = await archive.deliveries.add(sentNow(schedule, now));
      const title = added
        ? `Schedule ${id} is sent within a minute, to ${schedule.destination.name}`
        : `Schedule ${id} is being sent already`;
      return found(title, [...whatItIs(schedule), offer('schedules')], tools);
    }
    default:
      return kind satisfies never;
  }
}

function sentNow(schedule: Schedule, now: Date) {
  const { id, destination, line, zone, quietWhenNothing } = schedule;
  const slot = now.toISOString();
  return {
    // Asked for twice in a minute, it is sent once.
    key: `${id}@${slot.slice(0, 16)}+`,
    destination,
    payload: { kind: 'scheduled', line, zone, quietWhenNothing, slot } as const,
    schedule: id,
    plannedAt: slot,
    dueAt: slot,
    notAfter: new Date(now.getTime() + SENT_NOW_KEPT_MS).toISOString(),
  };
}

function whatItIs({ line, cadence, zone, destination }: Schedule): Block[] {
  const rows = [
    { label: 'Sends', value: line },
    { label: 'When', value: `${cadenceText(cadence)}, ${zone}` },
    { label: 'To', value: destination.name },
  ];
  return [{ kind: 'facts', rows }];
}

/** What would be sent now, composed as it is when it is due. */
async function preview(what: number | string, tools: AnswerDeps, answer: AnswerAsk): Promise<Answer> {
  const { archive, asker, desk, now } = tools;
  const schedule = typeof what === 'number' ? await archive.schedules.get(what) : null;
  if (typeof what === 'number' && !schedule) return noSuch(what);
  const zone = schedule?.zone ?? asker.zone ?? desk.zone;
  const line = schedule?.line ?? String(what);
  const wrong = wrongLookup(line, zone, tools);
  if (wrong) return wrong;
  const given = { line, zone, quietWhenNothing: schedule?.quietWhenNothing ?? false };
  const coverage = { after: schedule?.lastSentUntil ?? null, until: now.toISOString() };
  const composed = await composeScheduled(given, coverage, { answer, tools });
  switch (composed.kind) {
    case 'answer':
      return composed.answer;
    case 'silent': {
      const since = coverage.after && ` since ${timeText(new Date(coverage.after), { zone, now })}`;
      return found(
        `Nothing is new${since ?? ''}, so nothing would be sent`,
        schedule ? whatItIs(schedule) : [],
        tools,
      );
    }
    case 'later':
    case 'refused':
      return { kind: 'shortfall', code: 'refused', say: composed.reason, example: null };
    default:
      return composed satisfies never;
  }
}
