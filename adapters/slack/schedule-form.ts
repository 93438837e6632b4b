import { cadenceText, DAY_NAMES } from '../../src/kernel/cadence-text.ts';
import type { Cadence, Weekday } from '../../src/kernel/schedule.ts';

/** What the form for a schedule holds, as far as it is filled in. */
export interface ScheduleForm {
  /** The lookup, as typed. */
  readonly line: string;
  readonly days: readonly Weekday[];
  /** `HH:MM`; null where none is chosen. */
  readonly time: string | null;
  readonly zone: string;
  /** Null for direct messages. */
  readonly channel: string | null;
  readonly quiet: boolean;
}

/** The form's parts, by which Slack gives them back; an input's block and action share a name. */
export const PART = {
  line: 'schedule.line',
  days: 'schedule.days',
  time: 'schedule.time',
  zone: 'schedule.zone',
  channel: 'schedule.channel',
  quiet: 'schedule.quiet',
} as const;

export const FORM = 'schedule';

/** One input's value as Slack gives it back: the fields of the kinds of input the form has. */
interface Given {
  readonly value?: string | null;
  readonly selected_time?: string | null;
  readonly selected_conversation?: string | null;
  readonly selected_option?: { readonly value: string } | null;
  readonly selected_options?: readonly { readonly value: string }[] | null;
}

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** The days as a checkbox each. */
export const DAYS = WEEKDAYS.map((day) => ({ day, name: DAY_NAMES[day] }));

/** What stands in the form now; `before` is what it stood for where Slack gives nothing back. */
export function readForm(
  values: Readonly<Record<string, Readonly<Record<string, Given>>>>,
  before: Pick<ScheduleForm, 'zone'>,
): ScheduleForm {
  const given = (part: keyof typeof PART) => values[PART[part]]?.[PART[part]];
  const chosen = (given('days')?.selected_options ?? []).map(({ value }) => value);
  const time = given('time')?.selected_time ?? '';
  return {
    line: (given('line')?.value ?? '').trim(),
    days: WEEKDAYS.filter((day) => chosen.includes(String(day))),
    time: /^\d{2}:\d{2}$/.test(time) ? time : null,
    zone: given('zone')?.selected_option?.value ?? before.zone,
    channel: given('channel')?.selected_conversation ?? null,
    quiet: Boolean(given('quiet')?.selected_options?.length),
  };
}

/** When it would be due; null while a day or the time is missing. */
export function cadenceOf({ days, time }: ScheduleForm): Cadence | null {
  return days.length && time ? { kind: 'days', days, times: [time] } : null;
}

/** The same as somebody types it: one parser reads both. */
export function lineOf(form: ScheduleForm): string {
  const cadence = cadenceOf(form);
  const when = cadence ? cadenceText(cadence) : '';
  return ['schedule', when, form.zone, form.quiet ? 'quiet' : '', form.line].filter(Boolean).join(' ');
}
