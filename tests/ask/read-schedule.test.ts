import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLine } from '../../src/ask/parse-line.ts';
import { clockTime } from '../../src/ask/when/read-time.ts';
import { writeLine } from '../../src/ask/write-line.ts';
import type { Cadence } from '../../src/kernel/schedule.ts';
import { cadenceText } from '../../src/kernel/time/cadence-text.ts';
import { aParseContext } from '../builders/a-parse-context.ts';

const context = aParseContext();
const NOW = '2026-03-11T16:00:00.000Z';
const read = (line: string) => parseLine(line, context);
const say = (line: string) => {
  const ask = read(line);
  return ask.kind === 'shortfall' ? ask.say : `read as ${JSON.stringify(ask)}`;
};
const EVERY = [1, 2, 3, 4, 5, 6, 7] as const;
const days = (of: readonly number[], ...times: string[]) => ({ kind: 'days', days: of, times });

describe('a schedule as it is typed', () => {
  it.each<[string, object]>([
    ['weekdays at 08:00', days([1, 2, 3, 4, 5], '08:00')],
    ['Weekdays 8am', days([1, 2, 3, 4, 5], '08:00')],
    ['every weekday at 8:15 pm', days([1, 2, 3, 4, 5], '20:15')],
    ['daily at 7:30 and 17:00', days(EVERY, '07:30', '17:00')],
    ['daily at 17, 7.30, noon and midnight', days(EVERY, '00:00', '07:30', '12:00', '17:00')],
    ['at 8', days(EVERY, '08:00')],
    ['every day at 12am', days(EVERY, '00:00')],
    ['mon,wed,fri at 9', days([1, 3, 5], '09:00')],
    ['Monday, Wednesday and Fridays at 9:05', days([1, 3, 5], '09:05')],
    ['every tuesday at 9', days([2], '09:00')],
    ['on Thursdays at 9', days([4], '09:00')],
    ['fri-mon at 9', days([1, 5, 6, 7], '09:00')],
    ['weekends at 10', days([6, 7], '10:00')],
    ['every hour', { kind: 'hours', every: 1, from: NOW }],
    ['hourly', { kind: 'hours', every: 1, from: NOW }],
    ['every 2 hours', { kind: 'hours', every: 2, from: NOW }],
    ['monthly on the 1st at 09:00', { kind: 'monthly', on: [1], times: ['09:00'] }],
    ['every month on the 22nd day at 9 and 10', { kind: 'monthly', on: [22], times: ['09:00', '10:00'] }],
    ['monthly on the last day at 18:00', { kind: 'monthly', on: [31], times: ['18:00'] }],
    ['cron "0 8 * * 1-5"', { kind: 'cron', expression: '0 8 * * 1-5' }],
    ['cron 0 8 * * MON-FRI', { kind: 'cron', expression: '0 8 * * MON-FRI' }],
  ])('reads “%s”', (when, cadence) => {
    expect(read(`schedule ${when} said Ada Quay about dredging`)).toEqual({
      kind: 'schedule',
      cadence,
      zone: null,
      quiet: false,
      lookup: 'said Ada Quay about dredging',
      to: null,
    });
  });

  it.each<[string, string | null, boolean, string]>([
    ['', null, false, 'brief'],
    ['brief', null, false, 'brief'],
    ['America/Chicago brief', 'America/Chicago', false, 'brief'],
    ['europe/berlin quiet find sea wall', 'Europe/Berlin', true, 'find sea wall'],
    ['quiet in ET latest', 'America/New_York', true, 'latest'],
    ['UTC find "sea wall" by:"Ada Quay"', 'UTC', false, 'find “sea wall” by:“Ada Quay”'],
    ['find quiet harbours', null, false, 'find quiet harbours'],
  ])('reads what follows the time: “%s”', (rest, zone, quiet, lookup) => {
    expect(read(`schedule weekdays at 8 ${rest}`)).toMatchObject({ zone, quiet, lookup });
  });

  it.each([
    ['schedule', /needs|Say when/],
    ['schedule brief', /does not say when/],
    ['schedule weekdays brief', /at what time/],
    ['schedule weekdays at 25:00 brief', /“25:00” is no time of day/],
    ['schedule daily at 13pm brief', /“13pm” is no time of day/],
    ['schedule every 0 hours brief', /1 to 168/],
    ['schedule monthly at 9 brief', /which day of the month|at what time/],
    ['schedule monthly on the 32nd at 9', /which day of the month/],
    ['schedule cron "0 8 * *" brief', /no cron expression/],
    ['schedule cron "0 25 * * *" brief', /no cron expression/],
    ['schedule cron "* * * * *" brief', /too often/],
    ['schedule cron "0 0 30 2 *" brief', /never comes/],
    ['schedule weekdays at 8 America/Chicag brief', /Did you mean America\/Chicago\?/],
    ['pause', /number of a schedule/],
    ['pause the first', /number of a schedule/],
    ['preview', /what to preview/],
  ])('says what is wrong with “%s”', (line, complaint) => {
    expect(say(line)).toMatch(complaint);
  });

  it.each([
    ['pause 3', { kind: 'pause', schedule: 3 }],
    ['resume #3', { kind: 'resume', schedule: 3 }],
    ['unschedule 3', { kind: 'unschedule', schedule: 3 }],
    ['send now 3', { kind: 'send now', schedule: 3 }],
    ['preview 3', { kind: 'preview', what: 3 }],
    ['preview latest', { kind: 'preview', what: 'latest' }],
    ['preview weekdays at 8 UTC find sea wall', { kind: 'preview', what: 'find sea wall' }],
    ['schedules', { kind: 'schedules' }],
  ])('reads “%s”', (line, ask) => {
    expect(read(line)).toEqual(ask);
  });

  const monthDays = fc.oneof(
    fc.integer({ min: 1, max: 31 }),
    fc.record({ nth: fc.constantFrom(1, 2, 3, 4, 5, -1), weekday: fc.constantFrom(...EVERY) }),
  );
  const cadences = fc.oneof(
    fc.record({
      kind: fc.constant('days' as const),
      days: fc.subarray([...EVERY], { minLength: 1 }),
      times: fc
        .uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: 1, maxLength: 4 })
        .map((all) => all.map((n) => new Date(n * 60_000).toISOString().slice(11, 16)).sort()),
    }),
    fc.record({
      kind: fc.constant('hours' as const),
      every: fc.integer({ min: 1, max: 168 }),
      from: fc.constant(NOW),
    }),
    fc.record({
      kind: fc.constant('monthly' as const),
      on: fc.uniqueArray(monthDays, { minLength: 1, maxLength: 3, selector: (day) => JSON.stringify(day) }),
      times: fc.constant(['09:00', '17:30']),
    }),
    fc.record({
      kind: fc.constant('day interval' as const),
      every: fc.integer({ min: 2, max: 31 }),
      from: fc.constant('2026-03-12'),
      times: fc.constant(['09:00']),
    }),
    fc.record({
      kind: fc.constant('week interval' as const),
      every: fc.integer({ min: 2, max: 8 }),
      from: fc.constant('2026-03-09'),
      days: fc.subarray([4, 5, 6, 7] as const, { minLength: 1 }),
      times: fc.constant(['09:00']),
    }),
    fc.record({
      kind: fc.constant('minutes' as const),
      every: fc.integer({ min: 5, max: 300 }).filter((every) => every % 60 !== 0),
      from: fc.constant(NOW),
    }),
    fc.record({
      kind: fc.constant('once' as const),
      at: fc.constantFrom('2026-03-12T09:00', '2027-01-01T00:00'),
    }),
    fc.record({
      kind: fc.constant('days' as const),
      days: fc.subarray([...EVERY], { minLength: 1 }),
      times: fc
        .record({ first: fc.integer({ min: 0, max: 600 }), step: fc.integer({ min: 5, max: 120 }) })
        .map(({ first, step }) => [0, 1, 2, 3, 4, 5].map((n) => clockTime(first + n * step))),
    }),
  );

  it('writes every schedule so that it reads back the same', () => {
    fc.assert(
      fc.property(
        cadences,
        fc.constantFrom(null, 'UTC', 'America/St_Johns'),
        fc.boolean(),
        (cadence, zone, quiet) => {
          const ask = {
            kind: 'schedule',
            cadence: cadence as Cadence,
            zone,
            quiet,
            lookup: 'latest',
            to: null,
          } as const;
          expect(read(writeLine(ask, context.commands))).toEqual(ask);
        },
      ),
    );
  });

  it('reads a cadence as it is shown', () => {
    expect(cadenceText({ kind: 'days', days: [1, 3, 5], times: ['09:00'] })).toBe(
      'Monday, Wednesday and Friday at 09:00',
    );
    expect(cadenceText({ kind: 'monthly', on: [22], times: ['09:00'] })).toBe('monthly on the 22nd at 09:00');
    expect(cadenceText({ kind: 'hours', every: 1, from: NOW })).toBe('every hour');
  });

  it('reads whatever is typed, or says what is wrong, without throwing', () => {
    const words = fc.constantFrom(
      'every',
      'at',
      'and',
      '8',
      'monday',
      'cron',
      '"',
      '*/0',
      'monthly',
      'on',
      'quiet',
      'America/',
      ',',
    );
    const lines = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(words, { maxLength: 12 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(lines, fc.constantFrom('schedule', 'preview', 'pause'), (line, command) => {
        const ask = read(`${command} ${line}`);
        expect(['shortfall', 'schedule', 'preview', 'pause', 'schedules', 'help', 'find']).toContain(
          ask.kind,
        );
      }),
    );
  });
});
