import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Asker } from '../../../src/kernel/asker.ts';
import type { Card } from '../../../src/kernel/card.ts';
import { type OpenedDesk, openSampleDesk } from '../../builders/a-desk.ts';

const NOW = '2026-03-11T16:00:00Z';
const EDITOR: Asker = {
  id: 'U1',
  name: 'Ada Quay',
  editor: true,
  editors: 'an admin',
  zone: 'Europe/Berlin',
  country: 'DE',
  at: { platform: 'slack', channel: 'C1', direct: false, name: '#harbour' },
};
const READER: Asker = { ...EDITOR, id: 'U2', name: 'Ben Pier', editor: false };

function valuesOf(card: Card): Record<string, string> {
  const rows = card.blocks.flatMap((block) => (block.kind === 'facts' ? block.rows : []));
  return Object.fromEntries(rows.map(({ label, value }) => [label, value]));
}
const linesOf = (card: Card) => card.blocks.flatMap((block) => (block.kind === 'choices' ? block.lines : []));

describe('examples of schedules', () => {
  it('every one of the desk’s, and those of the README, does what it says', async () => {
    const { desk, close } = await openSampleDesk({ clock: () => new Date(NOW) });
    const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
    const shown = [...readme.matchAll(/^schedule .+$/gm)].map(([line]) => line);
    expect(shown).toEqual(desk.commands.find(({ name }) => name === 'schedule')?.examples);
    const own = ['schedule', 'schedules', 'send now', 'preview', 'pause', 'resume', 'unschedule'];
    for (const name of own)
      for (const line of desk.commands.find((each) => each.name === name)?.examples ?? [])
        expect([line, (await desk.reply(line, EDITOR)).answer.kind]).toEqual([line, 'found']);
    await close();
  });
});

describe('schedules on a desk', () => {
  let opened: OpenedDesk;
  const reply = (line: string, asker = EDITOR) => opened.desk.reply(line, asker);
  beforeAll(async () => {
    opened = await openSampleDesk({ clock: () => new Date(NOW) });
  });
  afterAll(() => opened.close());

  it('names what was scheduled, with its next three times in the asker’s zone, and offers to see, hold or end it', async () => {
    const { card } = await reply('schedule weekdays at 08:00 latest');
    expect(card.title).toBe('Scheduled as number 1');
    expect(valuesOf(card)).toEqual({
      Sends: 'latest',
      When: 'weekdays at 08:00, Europe/Berlin',
      To: '#harbour',
      'Next three': 'Thu 12 Mar 08:00 · Fri 13 Mar 08:00 · Mon 16 Mar 08:00',
      'Nothing new': 'is said in one line',
    });
    expect(linesOf(card)).toEqual(['preview 1', 'pause 1', 'unschedule 1']);
  });

  it('does not schedule the same twice', async () => {
    expect((await reply('schedule weekdays at 8am latest')).card.title).toBe(
      'Scheduled already, as number 1',
    );
  });

  it('begins every N hours at a whole hour, and shows times in the zone that is named', async () => {
    const { card } = await reply('schedule every 6 hours Asia/Kathmandu quiet said Burns');
    expect(valuesOf(card)).toMatchObject({
      When: 'every 6 hours, Asia/Kathmandu',
      'Next three': 'Thu 12 Mar 03:00 · Thu 12 Mar 09:00 · Thu 12 Mar 15:00',
      'Nothing new': 'nothing is sent',
    });
  });

  it.each([
    ['schedule weekdays at 8 pause 1', 'cannot be sent on a schedule'],
    ['schedule weekdays at 8 schedules', 'cannot be sent on a schedule'],
    ['schedule weekdays at 8 help', 'cannot be sent on a schedule'],
    ['schedule weekdays at 8 said', 'needs a person'],
    ['pause 99', 'There is no schedule 99'],
    ['preview 99', 'There is no schedule 99'],
    ['preview add https://example.org', 'cannot be sent on a schedule'],
  ])('refuses “%s” in plain words', async (line, say) => {
    const { answer } = await reply(line);
    expect(answer).toMatchObject({ kind: 'shortfall', say: expect.stringContaining(say) });
  });

  it.each(['schedule daily at 8 latest', 'pause 1', 'resume 1', 'unschedule 1', 'send now 1'])(
    'lets only editors use “%s”',
    async (line) => {
      expect((await reply(line, READER)).answer).toMatchObject({ kind: 'shortfall', code: 'refused' });
    },
  );

  it('shows everybody what is scheduled, and holds and resumes a schedule', async () => {
    expect((await reply('pause 1')).card.title).toBe('Schedule 1 is paused');
    expect(valuesOf((await reply('schedules', READER)).card)).toEqual({
      1: 'latest · weekdays at 08:00, Europe/Berlin · to #harbour · paused: Paused by Ada Quay.',
      2: 'said Burns · every 6 hours, Asia/Kathmandu, quiet · to #harbour · next Thu 12 Mar 03:00 · Thu 12 Mar 09:00 · Thu 12 Mar 15:00',
    });
    expect(valuesOf((await reply('resume 1')).card)).toMatchObject({
      'Next three': 'Thu 12 Mar 08:00 · Fri 13 Mar 08:00 · Mon 16 Mar 08:00',
    });
  });

  it('previews what would be sent, and a lookup that is not scheduled yet', async () => {
    const { answer } = await reply('preview 1', READER);
    expect(answer).toEqual((await reply('latest')).answer);
    expect((await reply('preview daily at 9 said Burns', READER)).answer).toEqual(
      (await reply('said Burns')).answer,
    );
  });

  it('sends at once when asked, and only once when asked twice', async () => {
    expect((await reply('send now 1')).card.title).toBe('Schedule 1 is sent within a minute, to #harbour');
    expect((await reply('send now 1')).card.title).toBe('Schedule 1 is being sent already');
    expect(await opened.desk.deliveryCounts()).toEqual({ planned: 1 });
  });

  it('ends a schedule with what was planned for it', async () => {
    expect((await reply('unschedule 1')).card.title).toBe('Schedule 1 is ended');
    expect(await opened.desk.deliveryCounts()).toEqual({ skipped: 1 });
    expect((await reply('pause 1')).answer).toMatchObject({ kind: 'shortfall' });
  });

  it('completes cadences, zones, lookups and schedules; each reads back', async () => {
    const { desk } = opened;
    expect(desk.complete('cadences', 'week')).toContain('weekdays at 08:00');
    expect(desk.complete('cadences', 'tue,thu at 6pm')[0]).toBe('Tuesday and Thursday at 18:00');
    expect(desk.complete('zones', 'chicago')[0]).toBe('America/Chicago');
    expect(desk.complete('lookups', 'said')[0]).toContain('said ');
    for (const cadence of desk.complete('cadences', ''))
      expect((await reply(`preview ${cadence} latest`)).answer.kind).toBe('found');
  });
});
