import { afterEach, describe, expect, test } from 'vitest';
import { aHarbourDesk } from '../builders/a-harbour-desk.ts';
import { MANAGERS } from './peer/build-events.ts';
import { openConversation } from './peer/open-conversation.ts';
import { markdownOf } from './peer/read-message.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function opened() {
  const { desk } = await aHarbourDesk();
  const talk = await openConversation(desk);
  closing.push(async () => {
    await talk.close();
    await desk.close();
    expect(talk.peer.refusals).toEqual([]);
  });
  return talk;
}

describe('a schedule by Discord’s options', () => {
  test('is offered cadences with the next three times, as they are typed too', async () => {
    const talk = await opened();
    for (const typed of ['', 'weekdays', 'mon and thu at 7:30', '@everyone', '\u202E'.repeat(90)])
      for (const { name, value } of await talk.complete('schedule', 'when', typed))
        expect(name).toMatch(
          new RegExp(`^${value}: next (?:\\w{3} \\d{1,2} \\w{3}(?: \\d{4})? \\d{2}:\\d{2}(?: · )?){3}$`),
        );
    const [own] = await talk.complete('schedule', 'when', 'mon and thu at 7:30');
    expect(own?.value).toBe('Monday and Thursday at 07:30');
    expect(own?.name).toMatch(/: next (?:(?:Mon|Thu) \d{1,2} \w{3}(?: \d{4})? 07:30(?: · )?){3}$/);
  });

  test('is offered zones, lookups and what is scheduled', async () => {
    const talk = await opened();
    const offered = async (option: string, typed: string, command = 'schedule') =>
      (await talk.complete(command, option, typed)).map(({ value }) => value);
    expect((await offered('zone', 'lord'))[0]).toBe('Australia/Lord_Howe');
    expect(await offered('zone', 'e')).toHaveLength(25);
    expect(await offered('lookup', '')).toContain('brief');
    await talk.ask('schedule', { when: 'weekdays at 08:00' }, { roles: [MANAGERS] });
    await expect.poll(() => offered('schedule', '', 'pause'), { timeout: 15_000 }).toHaveLength(1);
    const [one = ''] = await offered('schedule', '', 'pause');
    const paused = await talk.ask('pause', { schedule: one }, { roles: [MANAGERS] });
    expect(markdownOf(paused.components)).toContain('Schedule 1 is paused');
  });

  test('is made by an editor for the channel it is asked in, and refused to readers', async () => {
    const talk = await opened();
    const values = { when: 'weekdays at 08:00', zone: 'Europe/Paris', lookup: 'latest' };
    const made = markdownOf((await talk.ask('schedule', values, { roles: [MANAGERS] })).components);
    expect(made).toContain('**To** \\#desk');
    expect(made).toContain('**When** weekdays at 08\\:00, Europe/Paris');
    const refused = markdownOf((await talk.ask('schedule', values)).components);
    expect(refused).toContain('Only editors may use “schedule” here');
  });
});
