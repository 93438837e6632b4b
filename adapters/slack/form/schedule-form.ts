import { z } from 'zod';
import type { Weekday } from '../../../src/kernel/schedule.ts';
import { cadenceText, DAY_NAMES } from '../../../src/kernel/time/cadence-text.ts';

/** How often a schedule is sent. The form offers the rhythms in this order. */
export const RHYTHMS = ['daily', 'weekdays', 'days', 'hours', 'monthly', 'cron'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/**
 * The current values of the schedule form. Values that the rhythm does not use are kept, in case the person
 * switches back.
 */
export interface ScheduleForm {
  /** The lookup as an option's value; see name-lookup.ts. */
  readonly lookup: string;
  readonly rhythm: Rhythm;
  readonly days: readonly Weekday[];
  /** `HH:MM`; null if none is chosen. */
  readonly time: string | null;
  readonly second: string | null;
  readonly every: number | null;
  /** Day of the month; 31 is the last day. */
  readonly day: number;
  /** A cron expression of five fields, as typed. */
  readonly cron: string;
  readonly zone: string;
  /** Null for direct messages. */
  readonly channel: string | null;
  readonly quiet: boolean;
}

/**
 * Ids of the form's inputs, under which Slack returns their values. An input's block and action use one id.
 */
export const PART = {
  lookup: 'schedule.lookup',
  rhythm: 'schedule.rhythm',
  days: 'schedule.days',
  time: 'schedule.time',
  second: 'schedule.second',
  every: 'schedule.every',
  day: 'schedule.day',
  cron: 'schedule.cron',
  zone: 'schedule.zone',
  channel: 'schedule.channel',
  quiet: 'schedule.quiet',
} as const;
type Part = keyof typeof PART;

export const FORM = 'schedule';
export const QUIET = { quiet: 'quiet', told: 'told' } as const;
/** Most hours between two deliveries: a week, which is also the typed line's limit. */
export const MOST_HOURS = 24 * 7;
/** Most characters of a typed cron expression. */
export const LONGEST_CRON = 200;

/** The values of a new form: weekdays at eight. */
export const FIRST_FORM: ScheduleForm = {
  lookup: 'brief',
  rhythm: 'weekdays',
  days: [1, 2, 3, 4, 5],
  time: '08:00',
  second: null,
  every: 4,
  day: 1,
  cron: '0 8 * * 1-5',
  zone: 'UTC',
  channel: null,
  quiet: false,
};

/** The value of one input as Slack returns it, with the fields of every kind of input in the form. */
interface Given {
  readonly value?: string | null;
  readonly selected_time?: string | null;
  readonly selected_conversation?: string | null;
  readonly selected_option?: { readonly value: string } | null;
  readonly selected_options?: readonly { readonly value: string }[] | null;
}

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** The days of the week, one checkbox each. */
export const DAYS = WEEKDAYS.map((day) => ({ day, name: DAY_NAMES[day] }));

/**
 * Reads the current values of the form. Slack returns nothing for an input that is hidden or untouched; such
 * an input keeps its value from `before`.
 */
export function readForm(
  values: Readonly<Record<string, Readonly<Record<string, Given>>>>,
  before: ScheduleForm,
): ScheduleForm {
  const given = (part: Part) => values[PART[part]]?.[PART[part]];
  const option = (part: Part) => given(part)?.selected_option?.value;
  const timeOf = (part: 'time' | 'second') => {
    const shown = given(part);
    return shown ? readTime(shown.selected_time) : before[part];
  };
  const days = given('days')?.selected_options?.map(({ value }) => value);
  const every = given('every');
  const channel = given('channel');
  return {
    lookup: option('lookup') ?? before.lookup,
    rhythm: RHYTHMS.find((rhythm) => rhythm === option('rhythm')) ?? before.rhythm,
    days: days ? WEEKDAYS.filter((day) => days.includes(String(day))) : before.days,
    time: timeOf('time'),
    second: timeOf('second'),
    every: every ? readWhole(every.value, MOST_HOURS) : before.every,
    day: readWhole(option('day'), 31) ?? before.day,
    cron: given('cron') ? (given('cron')?.value ?? '') : before.cron,
    zone: option('zone') ?? before.zone,
    channel: channel ? (channel.selected_conversation ?? null) : before.channel,
    quiet: option('quiet') ? option('quiet') === QUIET.quiet : before.quiet,
  };
}

function readTime(time: string | null | undefined): string | null {
  return time && /^\d{2}:\d{2}$/.test(time) ? time : null;
}

function readWhole(typed: string | null | undefined, most: number): number | null {
  const whole = typed && /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0;
  return whole >= 1 && whole <= most ? whole : null;
}

/** An input that is still to be filled in or corrected, with the message for it. */
export interface Missing {
  readonly part: Part;
  readonly say: string;
}

/** The cadence as a typed line states it, so that one parser reads both; or the input that is missing. */
export function whenOf(form: ScheduleForm): string | Missing {
  const { rhythm, time, second, every, day, cron } = form;
  if (rhythm === 'hours')
    return every
      ? cadenceText({ kind: 'hours', every, from: '' })
      : { part: 'every', say: `Say after how many hours: 1 to ${MOST_HOURS}.` };
  // A quotation mark inside the expression would end it early in the typed line.
  if (rhythm === 'cron') return `cron "${cron.replace(/["“”]/gu, ' ').trim()}"`;
  const times = [...new Set([time, second].flatMap((each) => each ?? []))].sort();
  const days = daysOf(form);
  if (!days.length) return { part: 'days', say: 'Choose at least one day.' };
  if (!times.length) return { part: 'time', say: 'Choose a time.' };
  return cadenceText(
    rhythm === 'monthly' ? { kind: 'monthly', on: [day], times } : { kind: 'days', days, times },
  );
}

function daysOf({ rhythm, days }: ScheduleForm): readonly Weekday[] {
  return rhythm === 'days' ? days : rhythm === 'weekdays' ? [1, 2, 3, 4, 5] : WEEKDAYS;
}

/** The error for a form that is complete but never due. */
export function neverComes({ rhythm }: ScheduleForm): Missing {
  return rhythm === 'cron'
    ? {
        part: 'cron',
        say: 'Five fields: minute, hour, day, month, weekday, as 0 8 * * 1-5 for weekdays at 08:00. At most every five minutes.',
      }
    : { part: 'rhythm', say: 'That time never comes.' };
}

/** Serializes all values of the form, including those that its view does not show. */
export function rememberForm(form: ScheduleForm): string {
  return JSON.stringify(form);
}

const TIME = z.iso.time({ precision: -1 }).nullable();
const REMEMBERED = z.object({
  lookup: z.string(),
  rhythm: z.enum(RHYTHMS),
  days: z.array(z.literal(WEEKDAYS)),
  time: TIME,
  second: TIME,
  every: z.int().min(1).max(MOST_HOURS).nullable(),
  day: z.int().min(1).max(31),
  cron: z.string(),
  zone: z.string(),
  channel: z.string().nullable(),
  quiet: z.boolean(),
});

/** Parses the values that `rememberForm` wrote. If they are invalid, returns a new form in `zone`. */
export function recallForm(memory: string, zone: string): ScheduleForm {
  try {
    return REMEMBERED.parse(JSON.parse(memory));
  } catch {
    return { ...FIRST_FORM, zone };
  }
}
