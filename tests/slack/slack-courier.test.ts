import { describe, expect, it, onTestFinished } from 'vitest';
import { SCOPES } from '../../adapters/slack/connect/write-manifest.ts';
import { startSlack } from '../../adapters/slack/start-slack.ts';
import type { Destination } from '../../src/kernel/asker.ts';
import { openLog } from '../../src/kernel/log.ts';
import { aCard, aPictureBlock } from '../builders/a-card.ts';
import { aHarbourDesk } from '../builders/a-harbour-desk.ts';
import { readable } from './peer/judge-payload.ts';
import { slackConfig } from './peer/open-slack.ts';
import { openSlackPeer } from './peer/slack-peer.ts';
import { CHANNEL } from './peer/workspace.ts';

const channel: Destination = { platform: 'slack', channel: CHANNEL, direct: false, name: '#general' };
const pictured = aCard({ blocks: [aPictureBlock(), ...aCard().blocks] });

async function opened(scopes: readonly string[] = SCOPES) {
  const peer = await openSlackPeer({ botScopes: scopes });
  onTestFinished(() => peer.close());
  const { desk } = await aHarbourDesk();
  onTestFinished(() => desk.close());
  const log = openLog('silent', [], () => {});
  const running = await startSlack({ desk, config: slackConfig(peer), log, clock: () => new Date() });
  onTestFinished(() => running.stop());
  return { peer, courier: running.courier };
}

describe('what Slack says of a delivery', () => {
  it.each([
    ['is_archived', 'refused', 'the channel is archived'],
    ['channel_not_found', 'refused', 'never invited'],
    ['missing_scope', 'refused', 'install it again'],
    ['restricted_action_read_only_channel', 'refused', 'only some people'],
    ['internal_error', 'uncertain', 'out of order'],
    ['fatal_error', 'uncertain', 'out of order'],
    ['invalid_auth', 'later', 'invalid_auth'],
    ['a_word_nobody_knows', 'later', 'a_word_nobody_knows'],
  ])('as %s comes to %s, in plain words', async (error, kind, words) => {
    const { peer, courier } = await opened();
    peer.answerNext('chat.postMessage', { error });
    const outcome = await courier.send(channel, aCard(), 'key');
    expect(outcome).toMatchObject({ kind, reason: expect.stringContaining(words) as string });
    expect(peer.posts('chat.postMessage')).toHaveLength(1);
  });

  it('when it cannot be reached at all comes to later', async () => {
    const { peer, courier } = await opened();
    await peer.close();
    expect((await courier.send(channel, aCard(), 'key')).kind).toBe('later');
    expect((await courier.find(channel, 'key', new Date())).kind).toBe('unknown');
  });

  it('when it may not be asked what stands there is that it is not known', async () => {
    const { courier } = await opened(['chat:write']);
    expect(await courier.find(channel, 'key', new Date())).toMatchObject({
      kind: 'unknown',
      reason: expect.stringContaining('lacks a right') as string,
    });
  });

  it('when a layout is not taken is answered with the words alone', async () => {
    const { peer, courier } = await opened();
    for (let times = 0; times < 2; times += 1)
      peer.answerNext('chat.postMessage', { error: 'invalid_blocks' });
    expect((await courier.send(channel, aCard(), 'key')).kind).toBe('sent');
    const sent = peer.posts('chat.postMessage').at(-1)?.args;
    expect(sent).not.toHaveProperty('blocks');
    expect(sent?.['text']).toContain('We will keep talking until the boats run on time');
  });
});

describe('a picture in Slack', () => {
  it('is uploaded once, with its words, and shown in the message', async () => {
    const { peer, courier } = await opened();
    for (const key of ['one', 'two']) expect((await courier.send(channel, pictured, key)).kind).toBe('sent');
    const [asked, ...others] = peer.posts('files.getUploadURLExternal');
    expect(others).toEqual([]);
    expect(asked?.args).toMatchObject({ filename: 'coverage.png', alt_text: aPictureBlock().alt });
    expect(Number(asked?.args['length'])).toBeGreaterThan(1_000);
    const [, ...shown] = (await peer.history(CHANNEL)).slice(-3).map(readable);
    for (const text of shown) expect(text).toContain(`{picture: ${aPictureBlock().alt}}`);
    expect(peer.complaints).toEqual([]);
  });

  it.each([
    ['the right is missing', 'files.getUploadURLExternal', 'missing_scope'],
    ['the upload is not finished', 'files.completeUploadExternal', 'file_not_found'],
    ['Slack has not digested it', 'chat.postMessage', 'invalid_blocks'],
  ])('is said in words where %s, and the message arrives', async (_why, method, error) => {
    const { peer, courier } = await opened();
    peer.answerNext(method, { error });
    expect((await courier.send(channel, pictured, 'key')).kind).toBe('sent');
    const text = readable((await peer.history(CHANNEL)).at(-1) ?? {});
    expect(text).toContain(`(${aPictureBlock().alt})`);
    expect(text).toContain('We will keep talking until the boats run on time');
    expect(peer.complaints).toEqual([]);
  });
});
