import { describe, expect, it, onTestFinished } from 'vitest';
import { ANYBODY, type Asker, type Destination, directMessages, OWNER } from '../../src/kernel/asker.ts';
import { plainText } from '../../src/render/plain-text.ts';
import { aHarbourDesk } from '../builders/a-harbour-desk.ts';

const LOOK = { width: 200, colour: false };
const channel = (name: string, home: string | null): Destination => ({
  platform: 'discord',
  channel: name,
  direct: false,
  home,
  name: `#${name}`,
});
/** An editor of one server, and one of another, whom settings made an editor too. */
const ANA: Asker = { ...ANYBODY, id: 'ana', name: 'Ana', editor: true, at: channel('desk', 'ours') };
const EVE: Asker = { ...ANYBODY, id: 'eve', name: 'Eve', editor: true, at: channel('lair', 'theirs') };

async function opened() {
  const { desk } = await aHarbourDesk();
  onTestFinished(() => desk.close());
  const say = async (line: string, asker: Asker) => plainText((await desk.reply(line, asker)).card, LOOK);
  return { desk, say };
}

describe('schedules and watches', () => {
  it('are listed and changed from their own server only, whoever is an editor', async () => {
    const { say, desk } = await opened();
    await say('schedule weekdays at 08:00 brief', ANA);
    await say('watch ferry', ANA);
    expect(await say('schedules', EVE)).not.toContain('#desk');
    for (const line of ['pause 1', 'unschedule 1', 'send now 1', 'preview 1'])
      expect(await say(line, EVE)).toContain('There is no schedule 1');
    for (const asker of [EVE, { ...ANA, at: EVE.at }])
      expect(await say('unwatch 1', asker)).toContain('There is no watch 1');
    expect(desk.complete('schedules', '', 25, EVE)).toEqual([]);
    expect(desk.complete('schedules', '', 25, ANA)).toHaveLength(1);
    const ben = { ...ANA, id: 'ben', at: channel('other', 'ours') };
    expect(await say('pause 1', ben)).toContain('Schedule 1 is paused');
    expect(await say('unwatch 1', ANA)).toContain('No longer watched');
  });

  it('are all the owner’s, at the machine', async () => {
    const { say } = await opened();
    await say('schedule weekdays at 08:00 brief', ANA);
    expect(await say('schedules', OWNER)).toContain('#desk');
    expect(await say('unschedule 1', OWNER)).toContain('Schedule 1 is ended');
  });

  it('in direct messages are the person’s, from anywhere', async () => {
    const { say } = await opened();
    const direct = { ...ANA, at: directMessages('discord', 'ana') };
    await say('schedule weekdays at 08:00 brief', direct);
    expect(await say('schedules', EVE)).toContain('Nothing is scheduled yet');
    expect(await say('pause 1', ANA)).toContain('Schedule 1 is paused');
    expect(await say('resume 1', direct)).not.toContain('There is no schedule');
  });

  it('that were stored without a server are placed by their channel, or else are their maker’s', async () => {
    const { desk, say } = await opened();
    const old = { ...ANA, at: channel('desk', null) };
    await say('schedule weekdays at 08:00 brief', old);
    await say('watch ferry', { ...old, at: channel('gone', null) });
    const ben = { ...ANA, id: 'ben', at: channel('other', 'ours') };
    expect(await say('pause 1', ben)).toContain('There is no schedule 1');
    desk.knowHomes('discord', ({ channel: id }) => (id === 'desk' ? 'ours' : null));
    expect(await say('pause 1', ben)).toContain('Schedule 1 is paused');
    expect(await say('pause 1', EVE)).toContain('There is no schedule 1');
    expect(await say('watches', EVE)).not.toContain('ferry');
    expect(await say('unwatch 1', ANA)).toContain('No longer watched');
  });
});

describe('a person who may not read', () => {
  const ask = 'Ana';
  it.each([
    ['outsider', 'This desk answers only people of its own newsroom. Ask Ana.'],
    ['guest', 'This desk does not answer guests. Ask Ana.'],
    ['unnamed', 'This desk answers only the readers that it was told of. Ask Ana.'],
    ['unknown', 'I could not find out whether you may read this desk. Try again in a minute, or ask Ana.'],
  ] as const)('%s: gets one sentence, whatever the line, and no completion', async (kind, sentence) => {
    const { desk, say } = await opened();
    await say('schedule weekdays at 08:00 brief', ANA);
    const stranger: Asker = { ...ANA, id: 'eve', editor: false, standing: { kind, ask } };
    for (const line of ['latest', 'schedules', 'watch ferry', 'help', 'who sad run', 'frobnicate', ''])
      expect((await say(line, stranger)).trim()).toBe(sentence);
    const { card } = await desk.replyToValues('who said', { words: 'run on time' }, stranger);
    expect(plainText(card, LOOK).trim()).toBe(sentence);
    expect(plainText(await desk.home(stranger), LOOK).trim()).toBe(sentence);
    for (const what of ['people', 'outlets', 'quotations', 'commands', 'schedules', 'lookups'] as const)
      expect(desk.complete(what, '', 25, stranger)).toEqual([]);
    expect(await say('watches', OWNER)).not.toContain('ferry');
  });
});
