import { DateTime } from 'luxon';
import type { Cadence, Weekday } from '../../kernel/schedule.ts';
import { DAY_NAMES } from '../../kernel/time/cadence-text.ts';
import { type ChosenTimes, chooseTimes, timesEvery, windowMinutes } from './choose-times.ts';
import { firstDay, nextDate, weeksFrom } from './first-day.ts';
import type { Gathered } from './gather-parts.ts';
import { LEAST_MINUTES } from './read-cron.ts';
import { EVERY_DAY } from './read-days.ts';
import { clockTime } from './read-time.ts';
import type { WhenContext } from './when-part.ts';

/** A cadence, or why the words do not name one, with the cadences that they can mean, the likeliest first. */
export type ChosenCadence =
  | { readonly kind: 'cadence'; readonly cadence: Cadence }
  | { readonly kind: 'unclear'; readonly say: string; readonly cadences: readonly Cadence[] };

export const CADENCES =
  'weekdays at 08:00 · daily at 7:30 and 17:00 · mon,wed,fri at 9 · every 2 hours · monthly on the 1st at 09:00 · tomorrow at 9 · cron "0 8 * * 1-5"';

const MOST_HOURS = 24 * 7;
const MOST_DAYS = 31;
const MOST_WEEKS = 8;
const DAY_MINUTES = 1_440;

type Rule = (gathered: Gathered, context: WhenContext) => ChosenCadence | null;

/** Chooses the cadence that the parts name. */
export function chooseCadence(gathered: Gathered, context: WhenContext): ChosenCadence {
  for (const rule of RULES) {
    const chosen = rule(gathered, context);
    if (chosen) return chosen;
  }
  return unclear(`That does not say when. Say it as one of these: ${CADENCES}.`, {
    kind: 'days',
    days: [1, 2, 3, 4, 5],
    times: ['08:00'],
  });
}

function unclear(say: string, ...cadences: readonly Cadence[]): ChosenCadence {
  return { kind: 'unclear', say, cadences };
}

function chosen(cadence: Cadence): ChosenCadence {
  return { kind: 'cadence', cadence };
}

/** Makes the cadence of the chosen times, or of each choice. */
function timed(times: ChosenTimes, make: (times: readonly string[]) => Cadence): ChosenCadence {
  if (times.kind === 'times') return chosen(make(times.times));
  return unclear(times.say, ...times.choices.map(make));
}

/** The times of a gathered cadence for an offer: those typed, or 08:00. */
function timesFor(gathered: Gathered): readonly string[] {
  const times = chooseTimes(gathered);
  return times.kind === 'times' ? times.times : (times.choices[0] ?? ['08:00']);
}

const ofCron: Rule = (gathered) => {
  if (gathered.cron === null) return null;
  const cadence = { kind: 'cron', expression: gathered.cron } as const;
  const { days, on, times, interval, date } = gathered;
  const hasMore = days.length || on.length || times.length || interval || date;
  return hasMore ? unclear('A cron expression says the whole time by itself.', cadence) : chosen(cadence);
};

const once: Rule = (gathered, context) => {
  const { date, delay } = gathered;
  const now = DateTime.fromJSDate(context.now, { zone: context.zone });
  if (delay !== null && !(delay >= DAY_MINUTES && gathered.times.length))
    return chosen({
      kind: 'once',
      at: now.plus({ minutes: delay, seconds: 59 }).toFormat("yyyy-MM-dd'T'HH:mm"),
    });
  const day = delay === null ? date?.date : now.plus({ minutes: delay }).toFormat('yyyy-MM-dd');
  if (day === undefined) return null;
  const partOfDay =
    gathered.partOfDay ?? (date?.half ? ({ kind: 'part of day', half: 'pm', name: 'night' } as const) : null);
  const times = chooseTimes({ ...gathered, partOfDay: partOfDay, count: null });
  const make = ([time = '09:00']: readonly string[], on = day): Cadence => ({
    kind: 'once',
    at: `${on}T${time}`,
  });
  if (times.kind === 'unclear') return unclear(times.say, ...times.choices.map((each) => make(each)));
  if (date?.or) return unclear('That can be one of two days.', make(times.times), make(times.times, date.or));
  if (times.times.length > 1)
    return unclear('A schedule for one day has one time.', ...times.times.map((time) => make([time])));
  const isPast = (times.times[0] ?? '') <= now.toFormat('HH:mm') && day <= now.toFormat('yyyy-MM-dd');
  const next = now.plus({ days: 1 }).toFormat('yyyy-MM-dd');
  return isPast ? unclear('That time is past.', make(times.times, next)) : chosen(make(times.times));
};

const everySecond: Rule = (gathered, context) => {
  if (!gathered.second) return null;
  const { weekday } = gathered.second;
  const times = timesFor(gathered);
  const weekly = weeksFrom(2, [weekday], times, context);
  return unclear('That can be every other week, or once a month.', weekly, {
    kind: 'monthly',
    on: [{ nth: 2, weekday }],
    times,
  });
};

const byTheClock: Rule = (gathered, { now }) => {
  const { interval, minute, window, days, times } = gathered;
  if (!interval || (interval.unit !== 'hour' && interval.unit !== 'minute')) return null;
  const wrong = wrongInterval(interval.every, interval.unit);
  if (wrong) return unclear(wrong);
  const step = interval.every * (interval.unit === 'hour' ? 60 : 1);
  const isHourly = step % 60 === 0;
  const plain: Cadence = isHourly
    ? { kind: 'hours', every: step / 60, from: now.toISOString(), ...(minute ? { minute } : {}) }
    : { kind: 'minutes', every: step, from: now.toISOString() };
  if (times.length)
    return unclear('An interval has no time of day. Which do you mean?', plain, {
      kind: 'days',
      days: days.length ? days : EVERY_DAY,
      times: timesFor(gathered),
    });
  if (!window && !days.length) return chosen(plain);
  const hours = window ? windowMinutes(window) : ([minute ?? 0, DAY_MINUTES - 1] as const);
  if (!hours) return unclear('Those hours end before they begin.');
  if (!window && DAY_MINUTES % step) return unclear('Say from when to when: “from 9 to 17”.');
  return chosen({ kind: 'days', days: days.length ? days : EVERY_DAY, times: timesEvery(step, ...hours) });
};

function wrongInterval(every: number, unit: 'hour' | 'minute'): string | null {
  if (unit === 'hour')
    return every < 1 || every > MOST_HOURS
      ? `“Every ${every} hours” is not possible: 1 to ${MOST_HOURS}.`
      : null;
  if (every < LEAST_MINUTES) return `That is too often: at most every ${LEAST_MINUTES} minutes.`;
  return every > MOST_HOURS * 60
    ? `“Every ${every} minutes” is not possible: at most ${MOST_HOURS} hours.`
    : null;
}

const hoursAlone: Rule = (gathered) => {
  const { window, days } = gathered;
  if (!window) return null;
  const on = days.length ? days : EVERY_DAY;
  const hours = windowMinutes(window);
  const first: Cadence = { kind: 'days', days: on, times: [clockTime(window.from.minutes)] };
  const each: Cadence[] = hours ? [{ kind: 'days', days: on, times: timesEvery(60, ...hours) }] : [];
  return unclear(
    `“${window.typed}” is no time of day. Say one time, or how often between them.`,
    first,
    ...each,
  );
};

const monthly: Rule = (gathered, context) => {
  const { on, each, days, sureOfMonth } = gathered;
  if (!on.length && each !== 'month') return null;
  const [day] = days;
  if (!on.length) {
    const first = day === undefined ? 1 : { nth: 1, weekday: day };
    return unclear('Say on which day of the month: “monthly on the 1st at 09:00”.', {
      kind: 'monthly',
      on: [first],
      times: timesFor(gathered),
    });
  }
  const choice = timed(chooseTimes(gathered), (times) => ({ kind: 'monthly', on, times }));
  const [date] = on;
  if (each === 'month' || sureOfMonth || choice.kind === 'unclear' || typeof date !== 'number') return choice;
  const soon = nextDate(date, context);
  const at = `${soon}T${timesFor(gathered)[0]}`;
  return unclear('Each month, or once?', choice.cadence, { kind: 'once', at });
};

const weekly: Rule = (gathered, context) => {
  const { each, interval, days } = gathered;
  const every = interval?.unit === 'week' ? interval.every : 1;
  if (each !== 'week' && interval?.unit !== 'week') return null;
  if (every < 1 || every > MOST_WEEKS)
    return unclear(`“Every ${every} weeks” is not possible: 1 to ${MOST_WEEKS}.`);
  const make = (on: readonly Weekday[], times: readonly string[]): Cadence =>
    every === 1 ? { kind: 'days', days: on, times } : weeksFrom(every, on, times, context);
  if (!days.length)
    return unclear('Say on which day of the week: “Monday at 09:00”.', make([1], timesFor(gathered)));
  return timed(chooseTimes(gathered), (times) => make(days, times));
};

const everyFewDays: Rule = (gathered, context) => {
  const { interval } = gathered;
  if (interval?.unit !== 'day') return null;
  const { every } = interval;
  if (every < 1 || every > MOST_DAYS)
    return unclear(`“Every ${every} days” is not possible: 1 to ${MOST_DAYS}.`);
  return timed(chooseTimes(gathered), (times) =>
    every === 1
      ? { kind: 'days', days: EVERY_DAY, times }
      : {
          kind: 'day interval',
          every,
          from: firstDay(EVERY_DAY, times, context).toFormat('yyyy-MM-dd'),
          times,
        },
  );
};

const onDays: Rule = (gathered, context) => {
  const { days, single, times, partOfDay, count } = gathered;
  if (!days.length && !times.length && !partOfDay && count === null) return null;
  const on = days.length ? days : EVERY_DAY;
  const choice = timed(chooseTimes(gathered), (chosenTimes) => ({
    kind: 'days',
    days: on,
    times: chosenTimes,
  }));
  const [day] = days;
  if (!single || day === undefined || choice.kind === 'unclear') return choice;
  const chosenTimes = timesFor(gathered);
  const at = `${firstDay(days, chosenTimes, context).toFormat('yyyy-MM-dd')}T${chosenTimes[0]}`;
  return unclear(`Every ${DAY_NAMES[day]}, or once?`, choice.cadence, { kind: 'once', at });
};

/** The rules in the order in which they are tried. */
const RULES: readonly Rule[] = [
  ofCron,
  once,
  everySecond,
  byTheClock,
  hoursAlone,
  monthly,
  weekly,
  everyFewDays,
  onDays,
];
