import { describe, expect, it } from 'vitest';
import { commandsFor } from '../../src/answer/command-list.ts';
import { openSqliteArchive } from '../../src/archive/sqlite/open-archive.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { NO_FILTERS } from '../../src/kernel/ask.ts';
import { quotesIn, readable } from './peer/judge-payload.ts';
import { openSlack } from './peer/open-slack.ts';
import { aCommand, aMention, form, sendSigned } from './peer/send-signed.ts';
import { BOT, CHANNEL } from './peer/workspace.ts';

describe('requests', () => {
  it('that are forged, stale or unsigned are refused with 401 and reach nobody', async () => {
    const slack = await openSlack();
    const body = form(
      aCommand({
        command: `/${slack.desk.config.command}`,
        text: 'latest',
        response_url: slack.peer.responseUrl('x'),
      }),
    );
    expect((await sendSigned(slack.port, body, { secret: 'another' })).status).toBe(401);
    expect((await sendSigned(slack.port, body, { agoSec: 400 })).status).toBe(401);
    expect((await sendSigned(slack.port, body, { headers: { 'x-slack-signature': '' } })).status).toBe(401);
    await slack.stop();
    expect(slack.peer.responses).toEqual([]);
  });

  it('answer the challenge with which Slack checks the address', async () => {
    const slack = await openSlack();
    const answer = await sendSigned(
      slack.port,
      JSON.stringify({ type: 'url_verification', challenge: 'tide' }),
    );
    expect(JSON.parse(answer.body)).toEqual({ challenge: 'tide' });
  });
});

describe('slash commands', () => {
  it('answer every example of every command, privately, with quotations cut from stored articles', async () => {
    const slack = await openSlack();
    const lines = commandsFor(slack.desk.config).flatMap((command) => command.examples);
    expect(lines.length).toBeGreaterThan(5);
    for (const [i, line] of lines.entries())
      await slack.command(line, { response_url: slack.peer.responseUrl(`example-${i}`) });
    await slack.peer.until(() => new Set(slack.peer.responses.map((each) => each.id)).size === lines.length);
    await slack.stop();
    expect(slack.peer.complaints).toEqual([]);
    const bodies = await storedTexts(slack.archiveFile);
    let quoted = 0;
    for (const { body } of slack.peer.responses) {
      expect(body).toMatchObject({
        response_type: 'ephemeral',
        replace_original: false,
        unfurl_links: false,
      });
      for (const words of quotesIn(body)) {
        quoted += 1;
        expect(bodies.some((text) => text.includes(words))).toBe(true);
      }
    }
    expect(quoted).toBeGreaterThan(lines.length / 2);
  });

  it('are acknowledged before the desk answers, however slow it is', async () => {
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const behindGate = (desk: Desk): Desk => ({
      ...desk,
      reply: (line) => gate.then(() => desk.reply(line)),
    });
    const slack = await openSlack('http', { asked: behindGate });
    const { status, ms } = await slack.command('latest');
    expect(status).toBe(200);
    expect(ms).toBeLessThan(2_000);
    expect(await slack.message('latest')).toBe(200);
    expect(slack.peer.responses).toEqual([]);
    open();
    await slack.stop();
    expect(slack.peer.responses).toHaveLength(1);
    expect(slack.peer.posts('chat.postMessage')).toHaveLength(1);
  });

  it('without words greet with what the desk holds and lines to try', async () => {
    const slack = await openSlack();
    await slack.command('  ');
    await slack.peer.until(() => slack.peer.responses.length > 0);
    const text = readable(slack.peer.responses[0]?.body ?? {});
    for (const line of slack.desk.config.tryLines) expect(text).toContain(`[ ${line} ]`);
  });

  it('are read with smart quotes, entities and links undone', async () => {
    const slack = await openSlack();
    await slack.command('find &lt;tides&gt; &amp; <https://x.example/a|x.example/a> “ebb”');
    await slack.peer.until(() => slack.peer.responses.length > 0);
    expect(JSON.stringify(slack.peer.responses[0]?.body)).not.toMatch(/&amp;amp;|&amp;lt;/);
  });

  it('do not offer to share in a direct message', async () => {
    const slack = await openSlack();
    const [line = ''] = slack.desk.config.tryLines;
    await slack.command(line);
    await slack.peer.until(() => slack.peer.responses.length === 1);
    await slack.command(line, { channel_id: 'D1', channel_name: 'directmessage' });
    await slack.peer.until(() => slack.peer.responses.length === 2);
    const shown = slack.peer.responses.map(({ body }) =>
      readable(body).includes('[ Share with the channel ]'),
    );
    expect(shown).toEqual([true, false]);
  });

  it('whose response_url is spent are answered through the Web API, to the asker alone', async () => {
    const slack = await openSlack();
    slack.peer.answerNext('response:command', { status: 404 });
    await slack.command('latest');
    await slack.peer.until(() => slack.peer.posts('chat.postEphemeral').length > 0);
    expect(slack.peer.posts('chat.postEphemeral')[0]?.args).toMatchObject({ channel: CHANNEL });
  });
});

describe('mentions', () => {
  it('are answered to the asker alone, in the channel or in the thread they stand in', async () => {
    const slack = await openSlack();
    const [line = ''] = slack.desk.config.tryLines;
    await slack.event(aMention(line));
    await slack.peer.until(() => slack.peer.posts('chat.postEphemeral').length === 1);
    await slack.event(aMention(`, ${line}`, { thread_ts: '1712345678.000100' }));
    await slack.peer.until(() => slack.peer.posts('chat.postEphemeral').length === 2);
    const [first, second] = slack.peer.posts('chat.postEphemeral');
    expect(first?.args).toMatchObject({ channel: CHANNEL, user: 'U000000001', link_names: 'false' });
    expect(first?.args).not.toHaveProperty('thread_ts');
    expect(second?.args).toMatchObject({ thread_ts: '1712345678.000100' });
    expect(readable(second?.payload ?? {})).toBe(readable(first?.payload ?? {}));
    expect(quotesIn(first?.payload ?? {})).not.toEqual([]);
  });

  it('by bots, by ourselves and in edits are left alone', async () => {
    const slack = await openSlack();
    for (const over of [
      { bot_id: 'B1' },
      { user: BOT },
      { edited: { user: 'U000000001', ts: '2.0' } },
      { subtype: 'bot_message' },
    ])
      expect(await slack.event(aMention('latest', over))).toBe(200);
    await slack.stop();
    expect(slack.peer.posts('chat.postEphemeral')).toEqual([]);
  });

  it('where Slack will not show a private answer are answered by direct message', async () => {
    const slack = await openSlack();
    slack.peer.answerNext('chat.postEphemeral', { error: 'user_not_in_channel' });
    await slack.event(aMention('latest'));
    await slack.peer.until(() => slack.peer.posts('chat.postMessage').length === 1);
    const [posted] = slack.peer.posts('chat.postMessage');
    expect(posted?.args['channel']).toBe('U000000001');
    expect(readable(posted?.payload ?? {})).not.toContain('Share');
  });
});

/** Bodies, and paragraphs of one article joined as a passage shows them. */
async function storedTexts(file: string): Promise<string[]> {
  const archive = openSqliteArchive({ file });
  try {
    const articles = await archive.search.latestArticles(NO_FILTERS, { from: 0, size: 100 });
    return articles.map((article) => article.body);
  } finally {
    await archive.close();
  }
}
