import { expect, onTestFinished, test } from 'vitest';
import type { DiscordConfig } from '../../adapters/discord/settings.ts';
import { aHarbourDesk } from '../builders/a-harbour-desk.ts';
import type { PeerOptions } from './peer/answer-request.ts';
import { EDITORS, READER, SERVER, type Who } from './peer/build-events.ts';
import { startPeer } from './peer/discord-peer.ts';
import { openConversation, type Shown } from './peer/open-conversation.ts';
import { markdownOf } from './peer/read-message.ts';

const FOREIGN = '300000000000000009';
const SENTENCE =
  'This desk answers only people of its own newsroom. Ask someone who may manage the newsroom’s server.';

async function opened(config: Partial<DiscordConfig>, options: PeerOptions = {}) {
  const { desk } = await aHarbourDesk();
  onTestFinished(() => desk.close());
  const peer = await startPeer(options);
  onTestFinished(() => peer.close());
  const talk = await openConversation(desk, { peer, config });
  onTestFinished(() => talk.close());
  const heard = async (who: Who) => read(await talk.ask('latest', {}, who));
  return { talk, heard };
}

const read = ({ components }: Shown) => markdownOf(components).replaceAll('**', '').trim();
const ARTICLE = /ferry|boats/;

test('with a server configured, a stranger’s server, direct message and user install get one sentence', async () => {
  const { talk, heard } = await opened({ guildId: SERVER });
  expect(await heard({})).toMatch(ARTICLE);
  for (const who of [{ server: FOREIGN }, { place: 'direct' }, { place: 'elsewhere' }] as const)
    expect(await heard(who)).toBe(SENTENCE);
  for (const line of ['latest', 'schedules', '', 'help']) expect(read(await talk.say(line))).toBe(SENTENCE);
});

test('with a server configured, its members are answered in direct messages and wherever they installed the bot', async () => {
  const { talk, heard } = await opened({ guildId: SERVER }, { members: { [READER.id]: [] } });
  for (const who of [{ place: 'direct' }, { place: 'elsewhere' }, { server: FOREIGN }] as const)
    expect(await heard(who)).toMatch(ARTICLE);
  expect(read(await talk.say('latest'))).toMatch(ARTICLE);
  const asked = talk.peer.requests.filter(({ path }) => path.includes('/members/'));
  expect(asked).toHaveLength(1);
});

test('a stranger is offered no completion', async () => {
  const { talk } = await opened({ guildId: SERVER });
  expect(await talk.complete('said', 'person', 'ok')).not.toEqual([]);
  expect(await talk.complete('said', 'person', 'ok', { place: 'direct' })).toEqual([]);
});

test('readers are named by role, by id, by server, or are everyone', async () => {
  const { heard } = await opened({ guildId: SERVER, readers: [EDITORS] });
  expect(await heard({})).toMatch(/^This desk answers only (?:the readers|people)/);
  expect(await heard({ roles: [EDITORS] })).toMatch(ARTICLE);
  const { heard: byMembership } = await opened(
    { readers: [EDITORS] },
    { members: { [READER.id]: [EDITORS] } },
  );
  expect(await byMembership({ place: 'direct' })).toMatch(ARTICLE);
  const { heard: byId } = await opened({ guildId: SERVER, readers: [READER.id] });
  expect(await byId({ place: 'direct' })).toMatch(ARTICLE);
  const { heard: byServer } = await opened({ readers: [FOREIGN] });
  expect(await byServer({ server: FOREIGN })).toMatch(ARTICLE);
  expect(await byServer({})).toBe(SENTENCE);
  const { heard: open } = await opened({ guildId: SERVER, readers: ['everyone'] });
  expect(await open({ place: 'direct' })).toMatch(ARTICLE);
});

test('an editor by id reads wherever they are', async () => {
  const { heard } = await opened({ guildId: SERVER, editors: [READER.id] });
  expect(await heard({ place: 'direct' })).toMatch(ARTICLE);
});

test('nobody is let in while Discord does not say who is a member, and they are told to try again', async () => {
  const refuse: PeerOptions['refuse'] = ({ path }) =>
    path.includes('/members/') ? { status: 403, code: 50001 } : null;
  const { heard } = await opened({ guildId: SERVER }, { refuse });
  expect(await heard({ place: 'direct' })).toMatch(/^I could not find out whether you may read/);
});
