import { afterAll, expect, it } from 'vitest';
import { PLATFORMS } from '../../adapters/platforms.ts';
import { readDestination } from '../../src/kernel/settings/read-destination.ts';
import { aCommandFolder } from './a-command-folder.ts';
import { runHere } from './run-here.ts';

const { archive, folder, write, remove } = aCommandFolder();
afterAll(remove);

const run = (...line: string[]) => runHere([...line, '--archive', archive]);

it('schedules, shows, holds, resumes and ends what is to be sent to a place named on the command line', async () => {
  const made = await run(
    'schedule',
    'weekdays',
    'at',
    '08:00',
    'America/Chicago',
    'latest',
    '--to',
    'slack:C0123ABCD',
  );
  expect(made).toMatchObject({ code: 0, out: expect.stringContaining('Scheduled as number 1') });
  expect(made.out).toContain('Slack channel C0123ABCD');
  expect((await run('schedule', 'cron', '0 8 * * 1-5', 'brief')).out).toContain('this terminal');
  expect((await run('schedules')).out).toMatch(/weekdays at 08:00, America\/Chicago/);
  expect((await run('pause', '1')).out).toContain('Schedule 1 is paused');
  expect((await run('resume', '1')).out).toContain('Schedule 1 is running');
  expect((await run('preview', '1')).out).toContain('Latest articles');
  expect((await run('preview', 'said', 'Burns')).code).toBe(0);
  expect((await run('send-now', '1')).out).toContain('sent within a minute');
  expect((await run('unschedule', '1')).out).toContain('Schedule 1 is ended');
  expect((await run('unschedule', '1')).code).toBe(1);
  expect((await run('brief', 'since', '2023-10-01')).code).toBe(0);
});

it('says what is wrong with a schedule, or with a place, in one line', async () => {
  const ran = await run('schedule', 'latest');
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toMatch(/does not say when.*For example/);
  expect(await run('schedule', 'daily', 'at', '8', '--to', 'myspace:1')).toMatchObject({ code: 2 });
});

it('refuses a desk’s file whose schedules cannot be read, with every complaint', async () => {
  write('roster.yaml', '[]');
  const desk = write(
    'desk.yaml',
    '{ name: Harbour, command: harbour, summary: The harbour., zone: UTC, try: [latest], examples: {}, roster: roster.yaml, articles: [], archive: own.sqlite, schedules: [{ when: sometimes, line: latest, to: nowhere, zone: Mars/Base }] }',
  );
  const { code, err } = await runHere(['schedules', '--desk', desk, '--archive', `${folder}/x.sqlite`]);
  expect(code).toBe(3);
  expect(err).toMatch(/schedules\.0\.when.*schedules\.0\.zone.*schedules\.0\.to/);
});

it.each([
  ['slack:C0123ABCD', { platform: 'slack', channel: 'C0123ABCD', direct: false }],
  ['slack:U0123ABCD', { platform: 'slack', channel: 'U0123ABCD', direct: true }],
  ['discord:123456789012345678', { platform: 'discord', channel: '123456789012345678', direct: false }],
  ['discord:@123456789012345678', { platform: 'discord', direct: true }],
  ['terminal', { platform: 'console', channel: 'terminal', direct: true }],
])('reads the place “%s”', (text, address) => {
  expect(readDestination(text, PLATFORMS)).toMatchObject(address);
});

it.each(['', 'slack:', 'slack:#general', 'discord:general', 'slack:@U0123ABCD', 'irc:#x'])(
  'knows no place “%s”',
  (text) => {
    expect(readDestination(text, PLATFORMS)).toBeNull();
  },
);
