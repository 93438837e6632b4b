import type { MonthDay, Weekday } from '../../kernel/schedule.ts';
import type { TimeOfDay, WhenPart } from './when-part.ts';

type PartOf<Kind extends WhenPart['kind']> = Extract<WhenPart, { readonly kind: Kind }>;

/** The parts of one time, by kind. Absent parts are empty or null. */
export interface Gathered {
  readonly days: readonly Weekday[];
  /** One day behind “on”, which can mean every week or once. */
  readonly single: boolean;
  readonly on: readonly MonthDay[];
  readonly sureOfMonth: boolean;
  readonly each: 'week' | 'month' | null;
  readonly interval: PartOf<'interval'> | null;
  readonly second: PartOf<'second'> | null;
  readonly count: number | null;
  readonly partOfDay: PartOf<'part of day'> | null;
  readonly times: readonly TimeOfDay[];
  readonly window: PartOf<'window'> | null;
  readonly minute: number | null;
  readonly cron: string | null;
  readonly date: PartOf<'date'> | null;
  readonly delay: number | null;
}

/** Gathers the parts of one time. Of two sets of days, the narrower one counts: “daily on weekdays”. */
export function gatherParts(parts: readonly WhenPart[]): Gathered {
  const all = <Kind extends WhenPart['kind']>(kind: Kind) =>
    parts.filter((part): part is PartOf<Kind> => part.kind === kind);
  const one = <Kind extends WhenPart['kind']>(kind: Kind) => all(kind)[0] ?? null;
  const except = new Set(all('except').flatMap(({ days }) => days));
  const named = all('days');
  const narrow = named.filter(({ days }) => days.length < 7);
  const days = [...new Set((narrow.length ? narrow : named).flatMap((part) => part.days))];
  const allowed = days.length || !except.size ? days : ([1, 2, 3, 4, 5, 6, 7] as const);
  const on = all('month days');
  return {
    days: [...allowed].filter((day) => !except.has(day)).sort((a, b) => a - b),
    single: named.length === 1 && named.every(({ single }) => single),
    on: on.flatMap((part) => part.on),
    sureOfMonth: on.some(({ sure }) => sure),
    each: one('each')?.unit ?? null,
    interval: one('interval'),
    second: one('second'),
    count: one('count')?.count ?? null,
    partOfDay: one('part of day'),
    times: all('times').flatMap(({ times }) => times),
    window: one('window'),
    minute: one('minute')?.minute ?? null,
    cron: one('cron')?.expression ?? null,
    date: one('date'),
    delay: one('delay')?.minutes ?? null,
  };
}

/** Splits parts where a second day with times of its own begins: “Monday at 9 and Thursday at 10”. */
export function splitTimes(parts: readonly WhenPart[]): WhenPart[][] {
  const groups: WhenPart[][] = [[]];
  for (const [at, part] of parts.entries()) {
    const group = groups.at(-1) ?? [];
    const isDay = (each: WhenPart) => /^(?:days|month days|date)$/u.test(each.kind);
    const isTimed = group.some(isDay) && group.some(({ kind }) => kind === 'times');
    const hasOwn = parts.slice(at).some(({ kind }) => kind === 'times');
    if (isTimed && isDay(part) && hasOwn) groups.push([part]);
    else group.push(part);
  }
  return groups;
}
