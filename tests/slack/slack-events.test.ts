import { describe, expect, it } from 'vitest';
import { readable } from './peer/judge-payload.ts';
import { openSlack } from './peer/open-slack.ts';
import { aDirectMessage, aMention } from './peer/send-signed.ts';
import { BOT, CHANNEL } from './peer/workspace.ts';

describe('direct messages', () => {
  it('are answered there, in plain English too, without previews and without a share button', async () => {
    const slack = await openSlack();
    const [line = ''] = slack.desk.config.tryLines;
    await slack.message(line);
    await slack.peer.until(() => slack.peer.posts('chat.postMessage').length === 1);
    const [posted] = slack.peer.posts('chat.postMessage');
    expect(posted?.args).toMatchObject({
      channel: slack.peer.directChannel,
      unfurl_links: 'false',
      unfurl_media: 'false',
    });
    expect(readable(posted?.payload ?? {})).not.toContain('Share');
    expect(slack.peer.complaints).toEqual([]);
  });

  it('in a thread are answered in it', async () => {
    const slack = await openSlack();
    await slack.message('latest', { thread_ts: '1712345678.000100' });
    await slack.peer.until(() => slack.peer.posts('chat.postMessage').length === 1);
    expect(slack.peer.posts('chat.postMessage')[0]?.args).toMatchObject({ thread_ts: '1712345678.000100' });
  });

  it('by bots or ourselves, edits, deletions, joins and what is said in channels are left alone', async () => {
    const slack = await openSlack();
    const left = [
      { bot_id: 'B1' },
      { user: BOT },
      {
        subtype: 'message_changed',
        message: aDirectMessage('latest'),
        previous_message: aDirectMessage('x'),
      },
      { subtype: 'message_deleted', deleted_ts: '1.0' },
      { subtype: 'channel_join' },
      { subtype: 'bot_message', bot_id: 'B1' },
      { channel_type: 'channel', channel: CHANNEL },
      { text: '  ' },
    ];
    for (const over of left) expect(await slack.message('latest', over)).toBe(200);
    await slack.stop();
    expect(slack.peer.posts('chat.postMessage')).toEqual([]);
    expect(slack.logged.join('')).not.toContain('"level":50');
  });
});

describe('events', () => {
  it('that Slack sends again are answered once, also across a restart', async () => {
    const slack = await openSlack();
    const retry = { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' };
    const asked = aDirectMessage('latest', { channel: slack.peer.directChannel });
    expect(await slack.event(asked, 'Ev-same')).toBe(200);
    expect(await slack.event(asked, 'Ev-same', retry)).toBe(200);
    const again = await slack.restart();
    expect(await again.event(asked, 'Ev-same', { ...retry, 'x-slack-retry-num': '2' })).toBe(200);
    await again.stop();
    expect(slack.peer.posts('chat.postMessage')).toHaveLength(1);
  });

  it('whose answer could not be posted are answered when Slack sends them again, once', async () => {
    const slack = await openSlack();
    const asked = aDirectMessage('latest', { channel: slack.peer.directChannel });
    const mention = aMention('latest');
    for (const method of ['chat.postMessage', 'chat.postEphemeral'])
      slack.peer.answerNext(method, { error: 'service_unavailable' });
    slack.peer.answerNext('chat.postMessage', { error: 'service_unavailable' });
    const send = async () => {
      await slack.event(asked, 'Ev-lost');
      await slack.event(mention, 'Ev-lost-mention');
    };
    await send();
    await slack.untilLogged((line) => line.includes('a message was not answered'));
    await slack.untilLogged((line) => line.includes('a mention was not answered'));
    await send();
    await slack.peer.until(() => slack.peer.posts('chat.postEphemeral').length === 2);
    await slack.peer.until(() => slack.peer.posts('chat.postMessage').length === 3);
    await send();
    await slack.stop();
    expect(slack.peer.posts('chat.postEphemeral')).toHaveLength(2);
    expect(slack.peer.posts('chat.postMessage')).toHaveLength(3);
  });

  it('that mention the app and are sent again are answered once', async () => {
    const slack = await openSlack();
    expect(await slack.event(aMention('latest'), 'Ev-mention')).toBe(200);
    expect(await slack.event(aMention('latest'), 'Ev-mention', { 'x-slack-retry-num': '1' })).toBe(200);
    await slack.stop();
    expect(slack.peer.posts('chat.postEphemeral')).toHaveLength(1);
  });

  it('under way are answered before stopping ends', async () => {
    const slack = await openSlack();
    await Promise.all(Array.from({ length: 8 }, () => slack.message('latest')));
    await slack.stop();
    expect(slack.peer.posts('chat.postMessage')).toHaveLength(8);
  });

  it('wait as long as Slack says when it asks for patience', async () => {
    const slack = await openSlack();
    slack.peer.answerNext('chat.postMessage', { status: 429, retryAfterSec: 1 });
    const before = performance.now();
    await slack.message('latest');
    await slack.peer.until(() => slack.peer.posts('chat.postMessage').length === 2);
    expect(performance.now() - before).toBeGreaterThan(1_000);
  });
});

describe('the Home tab', () => {
  it('shows what the desk holds and lines to try, each answered by direct message', async () => {
    const slack = await openSlack();
    await slack.event({ type: 'app_home_opened', user: 'U000000001', channel: 'D1', tab: 'messages' });
    await slack.event({ type: 'app_home_opened', user: 'U000000001', channel: 'D1', tab: 'home' });
    await slack.peer.until(() => slack.peer.posts('views.publish').length === 1);
    const [home] = slack.peer.posts('views.publish');
    const text = readable(home?.payload ?? {});
    for (const line of slack.desk.config.tryLines) expect(text).toContain(`[ ${line} ]`);
    expect(text).not.toContain('Share');
    expect(slack.peer.complaints).toEqual([]);
  });
});
