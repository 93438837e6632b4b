import { afterEach, describe, expect, test } from 'vitest';
import type { DiscordConfig } from '../../adapters/discord/settings.ts';
import type { Desk } from '../../src/desk/desk.ts';
import type { Asker } from '../../src/kernel/asker.ts';
import { aHarbourDesk } from '../builders/a-harbour-desk.ts';
import { CHANNEL, EDITORS, MANAGERS, READER, SERVER, type Who } from './peer/build-events.ts';
import { startPeer } from './peer/discord-peer.ts';
import { openConversation } from './peer/open-conversation.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A conversation, and everybody the desk was told of. */
async function opened(config: Partial<DiscordConfig> = {}, application: object = {}) {
  const askers: Asker[] = [];
  const tell = (asker: Asker | undefined) => {
    if (asker) askers.push(asker);
  };
  const { desk } = await aHarbourDesk();
  const asked: Desk = {
    ...desk,
    reply: (line, asker) => {
      tell(asker);
      return desk.reply(line, asker);
    },
    replyToValues: (command, values, asker) => {
      tell(asker);
      return desk.replyToValues(command, values, asker);
    },
  };
  const peer = await startPeer({ application });
  closing.push(() => peer.close());
  const talk = await openConversation(asked, { peer, config });
  closing.push(() => talk.close());
  const askerOf = async (who: Who) => {
    await talk.ask('latest', {}, who);
    return askers.at(-1);
  };
  return { talk, askers, askerOf };
}

const direct = { platform: 'discord', channel: READER.id, direct: true, name: 'direct messages' };
const channel = { platform: 'discord', channel: CHANNEL, direct: false, name: '#desk' };

describe('who asks in Discord', () => {
  test('is known by name and channel, and may change nothing without the right to manage the server', async () => {
    const { askerOf } = await opened();
    expect(await askerOf({ nick: 'Ana\u202E Reyes' })).toEqual({
      id: READER.id,
      name: 'Ana Reyes',
      editor: false,
      editors: 'someone who may manage this server',
      zone: null,
      country: null,
      at: channel,
    });
    expect(await askerOf({ roles: [MANAGERS] })).toMatchObject({ editor: true });
  });

  test.each([
    ['en-US', null],
    ['en-GB', 'GB'],
    ['ja', 'JP'],
    ['de', 'DE'],
    ['pt-BR', 'BR'],
    ['es-419', null],
  ])('is in the country of the language they chose: %s', async (locale, country) => {
    const { askerOf } = await opened();
    expect(await askerOf({ locale })).toMatchObject({ zone: null, country });
  });

  test('is no editor of ours by managing another server: installed for oneself, or not the one that is named', async () => {
    const { askerOf } = await opened();
    const server = '300000000000000009';
    expect(await askerOf({ roles: [MANAGERS], server })).toMatchObject({ editor: false });
    const { askerOf: elsewhere } = await opened({ guildId: server });
    expect(await elsewhere({ roles: [MANAGERS] })).toMatchObject({ editor: false });
    const { askerOf: there } = await opened({ guildId: SERVER });
    expect(await there({ roles: [MANAGERS] })).toMatchObject({ editor: true });
  });

  test('is an editor by a role or an id that is named, and by nothing else then', async () => {
    const { askerOf } = await opened({ editors: [EDITORS] });
    expect(await askerOf({ roles: [EDITORS] })).toMatchObject({ editor: true });
    expect(await askerOf({ roles: [MANAGERS] })).toMatchObject({ editor: false, editors: '@desk editors' });
    expect(await askerOf({ roles: [EDITORS], server: '300000000000000009' })).toMatchObject({
      editor: false,
      editors: 'an editor of this desk',
    });
    const { askerOf: named } = await opened({ editors: [READER.id] });
    expect(await named({})).toMatchObject({ editor: true });
    expect(await named({ place: 'direct' })).toMatchObject({ editor: true, at: direct });
  });

  test('in direct messages is an editor as the application’s owner or on its team only', async () => {
    const { askerOf } = await opened();
    const asker = await askerOf({ place: 'direct', roles: [MANAGERS] });
    expect(asker).toMatchObject({ editor: false, at: direct });
    expect(asker?.editors).toMatch(/^someone who may manage the newsroom’s server/);
    const { askerOf: owned } = await opened({}, { owner: READER });
    expect(await owned({ place: 'direct' })).toMatchObject({ editor: true });
    for (const [role, state, editor] of [
      ['developer', 2, true],
      ['read_only', 2, false],
      ['admin', 1, false],
    ] as const) {
      const member = { membership_state: state, role, team_id: '1', permissions: [], user: READER };
      const team = { id: '1', name: 'News', icon: null, owner_user_id: '9', members: [member] };
      const { askerOf: onTeam } = await opened({}, { team });
      expect(await onTeam({ place: 'direct' })).toMatchObject({ editor });
    }
  });

  test('is known in a message that names the bot, and in a direct message', async () => {
    const { talk, askers } = await opened();
    await talk.say('<@200000000000000001> latest', 'server', [MANAGERS]);
    expect(askers.at(-1)).toMatchObject({ editor: true, at: channel });
    await talk.say('<@200000000000000001> latest', 'server');
    expect(askers.at(-1)).toMatchObject({ editor: false, at: channel });
    await talk.say('latest');
    expect(askers.at(-1)).toMatchObject({ editor: false, at: direct, name: 'Anna' });
  });

  test('is known by the button they press, and addressed directly where the bot is not', async () => {
    const { talk, askers } = await opened();
    const answer = await talk.ask('who said', { words: 'run on time' });
    await talk.press(answer, 'Context');
    expect(askers.at(-1)).toMatchObject({ id: READER.id, editor: false, at: channel });
    await talk.ask('latest', {}, 'elsewhere');
    expect(askers.at(-1)?.at).toEqual(direct);
  });

  test('may be anybody with a server of theirs where anyone can add the bot, which the log says', async () => {
    const warned = async (config: Partial<DiscordConfig>) =>
      (await opened(config, { bot_public: true })).talk.logged.join('').includes('anybody can add this bot');
    expect(await warned({})).toBe(true);
    expect(await warned({ editors: [EDITORS] })).toBe(false);
    expect(await warned({ guildId: SERVER })).toBe(false);
  });
});
