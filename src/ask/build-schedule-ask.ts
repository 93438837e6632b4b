import type { Shortfall } from '../kernel/answer.ts';
import type { Ask, AskValues } from '../kernel/ask.ts';
import type { ScheduleAsk } from '../kernel/schedule-ask.ts';
import { cadenceText } from '../kernel/time/cadence-text.ts';
import { cleanLine } from '../text/clean-text.ts';
import { readCadence } from './read-cadence.ts';
import { nearestZone, readZone } from './read-zone.ts';
import { joinMarked, splitLine, type TypedToken } from './split-line.ts';

const KINDS = ['schedule', 'schedules', 'pause', 'resume', 'unschedule', 'send now', 'preview'] as const;
/** What is scheduled where nothing is named. */
const BRIEFING = 'brief';
const LONGEST_LOOKUP = 2_000;

export function isScheduleKind(name: string): name is ScheduleAsk['kind'] {
  return KINDS.some((kind) => kind === name);
}

export function isScheduleAsk(ask: Ask): ask is ScheduleAsk {
  return isScheduleKind(ask.kind);
}

/** All of a typed line behind the command: one reader takes it apart, however it came. */
export function readScheduleValues(tokens: readonly TypedToken[]): AskValues {
  return { when: write(tokens), schedule: write(tokens) };
}

/** Tokens as text that splits into the same again; the marks around a lone quoted stretch stay. */
function write(tokens: readonly TypedToken[]): string {
  const [only] = tokens;
  return tokens.length === 1 && only?.quoted && !only.filter ? `“${only.text}”` : joinMarked(tokens);
}

/** A command about schedules and its values → an Ask, or what is wrong in the reader's words. */
export function buildScheduleAsk(
  name: ScheduleAsk['kind'],
  values: AskValues,
  { now, example }: { now: Date; example: string | null },
): ScheduleAsk | Shortfall {
  const usage = (say: string): Shortfall => ({ kind: 'shortfall', code: 'usage', say, example });
  switch (name) {
    case 'schedules':
      return { kind: 'schedules' };
    case 'schedule':
      return readSchedule(values, now, usage);
    case 'preview': {
      const typed = cleanLine(values['schedule'] ?? '');
      const number = numberOf(typed);
      if (number !== null) return { kind: 'preview', what: number };
      const tokens = splitLine(typed);
      if (!tokens.length) return usage('Say what to preview: the number of a schedule, or a lookup.');
      const read = readCadence(tokens, now);
      if (read.kind === 'wrong') return { kind: 'preview', what: write(tokens) };
      const scheduled = readSchedule({ when: typed }, now, usage);
      return scheduled.kind === 'schedule' ? { kind: 'preview', what: scheduled.lookup } : scheduled;
    }
    case 'pause':
    case 'resume':
    case 'unschedule':
    case 'send now': {
      const schedule = numberOf(values['schedule'] ?? '');
      return schedule === null
        ? usage(`“${name}” needs the number of a schedule; “schedules” lists them.`)
        : { kind: name, schedule };
    }
    default:
      return name satisfies never;
  }
}

/** “3”, “#3”, also what a platform offers while typing: “3 · weekdays at 08:00 …”. */
function numberOf(typed: string): number | null {
  const number = /^\s*#?(\d{1,9})\s*(?:·.*)?$/su.exec(typed)?.[1];
  return number ? Number(number) : null;
}

/** `weekdays at 08:00 [zone] [quiet] [lookup]`, all in one value or apart. */
function readSchedule(
  values: AskValues,
  now: Date,
  usage: (say: string) => Shortfall,
): Extract<ScheduleAsk, { kind: 'schedule' }> | Shortfall {
  const tokens = splitLine(values['when'] ?? '');
  if (!tokens.length) return usage('Say when, and what: “weekdays at 08:00 brief”.');
  const read = readCadence(tokens, now);
  if (read.kind === 'wrong') return usage(read.say);
  let zone: string | null = null;
  let quiet = /^(?:yes|true|quiet|quietly)$/iu.test(values['quiet'] ?? '');
  let at = read.used;
  for (; at < tokens.length; at += 1) {
    const { text, quoted, filter } = tokens[at] as TypedToken;
    if (quoted || filter) break;
    if (/^(?:quiet|quietly)$/iu.test(text)) quiet = true;
    else if (/^in$/iu.test(text) && readZone(tokens[at + 1]?.text ?? '')) continue;
    else if (readZone(text)) zone = readZone(text);
    else if (/^[a-z]+\/[a-z_/+-]+\d*$/iu.test(text))
      return usage(`There is no time zone “${text}”. Did you mean ${nearestZone(text)}?`);
    else break;
  }
  const chosen = values['zone']?.trim();
  if (chosen) {
    zone = readZone(chosen);
    if (!zone) return usage(`There is no time zone “${chosen}”. Did you mean ${nearestZone(chosen)}?`);
  }
  const lookup = [write(tokens.slice(at)), write(splitLine(values['lookup'] ?? ''))]
    .filter(Boolean)
    .join(' ');
  if (lookup.length > LONGEST_LOOKUP) return usage(`A lookup has at most ${LONGEST_LOOKUP} characters.`);
  return { kind: 'schedule', cadence: read.cadence, zone, quiet, lookup: lookup || BRIEFING };
}

/** The typed line that reads back as this. */
export function writeScheduleLine(ask: ScheduleAsk): string {
  switch (ask.kind) {
    case 'schedules':
      return 'schedules';
    case 'schedule': {
      const parts = [cadenceText(ask.cadence), ask.zone, ask.quiet ? 'quiet' : null, ask.lookup];
      return `schedule ${parts.filter(Boolean).join(' ')}`;
    }
    case 'preview':
      return `preview ${ask.what}`;
    case 'pause':
    case 'resume':
    case 'unschedule':
    case 'send now':
      return `${ask.kind} ${ask.schedule}`;
    default:
      return ask satisfies never;
  }
}
