import { describe, expect, it } from 'vitest';
import { type Payload, quotesIn, readable } from './peer/judge-payload.ts';
import { type OpenedSlack, openSlack } from './peer/open-slack.ts';
import { aMention, aPress } from './peer/send-signed.ts';
import { ASKER, CHANNEL } from './peer/workspace.ts';

interface Button {
  readonly action_id: string;
  readonly value: string;
}

/** The button with this label in a payload, as Slack would send it back. */
function button(payload: Payload | undefined, label: string): Button {
  const blocks = (payload?.blocks ?? []) as { type: string; elements?: { text?: { text?: string } }[] }[];
  const elements = blocks
    .filter((block) => block.type === 'actions')
    .flatMap((block) => block.elements ?? []);
  const found = elements.find((element) => element.text?.text === label) as unknown as Button | undefined;
  if (!found) throw new Error(`no button “${label}” in:\n${readable(payload ?? {})}`);
  return { action_id: found.action_id, value: found.value };
}

const SHARE = 'Share with the channel';

/** The answer to a slash command, privately in the channel. */
async function asked(slack: OpenedSlack, line: string, id = 'asked'): Promise<Payload> {
  await slack.command(line, { response_url: slack.peer.responseUrl(id) });
  await slack.peer.until(() => slack.peer.responses.some((each) => each.id === id));
  return slack.peer.responses.find((each) => each.id === id)?.body ?? {};
}

const pressed = (slack: OpenedSlack, which: Button, over: object = {}) =>
  slack.press(aPress(which, { response_url: slack.peer.responseUrl('pressed'), ...over }));

async function pressAnswer(slack: OpenedSlack, which: Button, over: object = {}): Promise<Payload> {
  expect(await pressed(slack, which, over)).toBe(200);
  await slack.peer.until(() => slack.peer.responses.some((each) => each.id === 'pressed'));
  const answer = slack.peer.responses.find((each) => each.id === 'pressed')?.body;
  expect(answer).toMatchObject({ response_type: 'ephemeral', replace_original: false });
  return answer ?? {};
}

describe('a button', () => {
  it('for more gives the next page, beside the first', async () => {
    const slack = await openSlack();
    const first = await asked(slack, 'latest');
    const second = await pressAnswer(slack, button(first, 'More'));
    expect(quotesIn(second)).not.toEqual([]);
    expect(quotesIn(second).filter((words) => quotesIn(first).includes(words))).toEqual([]);
    expect(slack.peer.complaints).toEqual([]);
  });

  it('for context gives the paragraphs around the quotation', async () => {
    const slack = await openSlack();
    const first = await asked(slack, slack.desk.config.tryLines[0] ?? '');
    const around = await pressAnswer(slack, button(first, 'Context'));
    const [words = ''] = quotesIn(first);
    expect(quotesIn(around).join('\n')).toContain(words);
    expect(quotesIn(around).join('\n').length).toBeGreaterThan(words.length);
  });

  it('with a line to try answers it', async () => {
    const slack = await openSlack();
    const [line = ''] = slack.desk.config.tryLines;
    const answer = await pressAnswer(slack, button(await asked(slack, ''), line));
    expect(quotesIn(answer)).toEqual(quotesIn(await asked(slack, line, 'typed')));
  });

  it('still works after the app and the desk have been stopped and started again', async () => {
    const slack = await openSlack();
    const more = button(await asked(slack, 'latest'), 'More');
    const again = await slack.restart();
    expect(quotesIn(await pressAnswer(again, more))).not.toEqual([]);
  });

  it('whose line is not known any more says so in one plain sentence', async () => {
    const slack = await openSlack();
    for (const [i, which] of [
      { action_id: 'more.1', value: 'ffffffffffffffff' },
      { action_id: 'approve', value: 'x' },
      { action_id: 'more.1', value: '' },
    ].entries()) {
      const id = `old-${i}`;
      expect(await slack.press(aPress(which, { response_url: slack.peer.responseUrl(id) }))).toBe(200);
      await slack.peer.until(() => slack.peer.responses.some((each) => each.id === id));
      const said = readable(slack.peer.responses.find((each) => each.id === id)?.body ?? {});
      expect(said).toBe(
        `This button is from an older archive. Ask again with /${slack.desk.config.command} …`,
      );
    }
  });

  it('in a direct message is answered there, and on a Home by direct message', async () => {
    const slack = await openSlack();
    const { directChannel } = slack.peer;
    await slack.message('latest');
    await slack.peer.until(() => slack.peer.posts('chat.postMessage').length === 1);
    const more = button(slack.peer.posts('chat.postMessage')[0]?.payload, 'More');
    const container = { type: 'message', message_ts: '1.1', channel_id: directChannel };
    await pressed(slack, more, { channel: { id: directChannel, name: 'directmessage' }, container });
    await slack.peer.until(() => slack.peer.posts('chat.postMessage').length === 2);
    expect(slack.peer.posts('chat.postMessage')[1]?.args['channel']).toBe(directChannel);
    const home = aPress(more, {
      channel: undefined,
      container: { type: 'view' },
      view: { id: 'V1', type: 'home' },
    });
    expect(await slack.press(home)).toBe(200);
    await slack.peer.until(() => slack.peer.posts('chat.postMessage').length === 3);
    expect(slack.peer.posts('chat.postMessage')[2]?.args['channel']).toBe(ASKER);
  });
});

describe('a button that carries a line only editors may say', () => {
  const refused = 'Only editors may use “remove” here. Ask an admin or owner of this workspace.';

  it('is refused by the desk, pressed or shared by a reader, with whom to ask', async () => {
    const slack = await openSlack();
    slack.peer.profiles.set(ASKER, { is_admin: false });
    const value = await slack.desk.keepLine('remove 1');
    for (const action_id of ['try.1', 'share.2']) {
      const id = `refused-${action_id}`;
      await slack.press(aPress({ action_id, value }, { response_url: slack.peer.responseUrl(id) }));
      await slack.peer.until(() => slack.peer.responses.some((each) => each.id === id));
      expect(readable(slack.peer.responses.find((each) => each.id === id)?.body ?? {})).toContain(refused);
    }
    expect(slack.peer.posts('chat.postMessage')).toEqual([]);
  });

  it('is answered to an editor', async () => {
    const slack = await openSlack();
    slack.peer.profiles.set(ASKER, { is_admin: true });
    const value = await slack.desk.keepLine('remove 1');
    const answer = readable(await pressAnswer(slack, { action_id: 'try.1', value }));
    expect(answer).not.toContain('Only editors');
  });
});

describe('sharing', () => {
  it('posts the answer for everyone, says who shared it, and takes the private copy away', async () => {
    const slack = await openSlack();
    const [line = ''] = slack.desk.config.tryLines;
    const mine = await asked(slack, line);
    await pressed(slack, button(mine, SHARE));
    await slack.peer.until(() => slack.peer.responses.some((each) => each.body['delete_original'] === true));
    const [shared] = slack.peer.posts('chat.postMessage');
    expect(shared?.args).toMatchObject({
      channel: CHANNEL,
      unfurl_links: 'false',
      unfurl_media: 'false',
      parse: 'none',
    });
    expect(readable(shared?.payload ?? {})).toContain(`@${ASKER} shared: _${line}_`);
    expect(readable(shared?.payload ?? {})).not.toContain('Share');
    expect(quotesIn(shared?.payload ?? {})).toEqual(quotesIn(mine));
    expect(slack.peer.complaints).toEqual([]);
  });

  it('goes to the thread the answer was given in', async () => {
    const slack = await openSlack();
    await slack.event(aMention(slack.desk.config.tryLines[0] ?? '', { thread_ts: '1712345678.000100' }));
    await slack.peer.until(() => slack.peer.posts('chat.postEphemeral').length === 1);
    await pressed(slack, button(slack.peer.posts('chat.postEphemeral')[0]?.payload, SHARE));
    await slack.peer.until(() => slack.peer.posts('chat.postMessage').length === 1);
    expect(slack.peer.posts('chat.postMessage')[0]?.args).toMatchObject({ thread_ts: '1712345678.000100' });
  });

  it('happens once when the button is pressed twice', async () => {
    const slack = await openSlack();
    const press = aPress(button(await asked(slack, slack.desk.config.tryLines[0] ?? ''), SHARE), {
      response_url: slack.peer.responseUrl('pressed'),
    });
    await Promise.all([slack.press(press), slack.press(press)]);
    await slack.stop();
    expect(slack.peer.posts('chat.postMessage')).toHaveLength(1);
  });

  it('happens once when the button is pressed again after a restart', async () => {
    const slack = await openSlack();
    const press = aPress(button(await asked(slack, slack.desk.config.tryLines[0] ?? ''), SHARE), {
      response_url: slack.peer.responseUrl('pressed'),
    });
    await slack.press(press);
    await slack.peer.until(() => slack.peer.posts('chat.postMessage').length === 1);
    const again = await slack.restart();
    await again.press(press);
    await again.stop();
    expect(again.peer.posts('chat.postMessage')).toHaveLength(1);
  });

  it('goes through the response_url where the app is no member of the channel', async () => {
    const slack = await openSlack();
    const share = button(await asked(slack, slack.desk.config.tryLines[0] ?? ''), SHARE);
    await pressed(slack, share, { channel: { id: slack.peer.foreignChannel, name: 'newsroom-private' } });
    await slack.peer.until(() => slack.peer.responses.some((each) => each.body['delete_original'] === true));
    const shared = slack.peer.responses.find((each) => each.id === 'pressed')?.body;
    expect(shared).toMatchObject({ response_type: 'in_channel', replace_original: false });
    expect(readable(shared ?? {})).toContain(`@${ASKER} shared:`);
  });

  it('that is not possible says so, says what to do, and works when tried again', async () => {
    const slack = await openSlack();
    const share = button(await asked(slack, slack.desk.config.tryLines[0] ?? ''), SHARE);
    const press = aPress(share, {
      response_url: slack.peer.responseUrl('pressed'),
      channel: { id: slack.peer.foreignChannel, name: 'newsroom-private' },
    });
    slack.peer.answerNext('response:pressed', { status: 404 });
    await slack.press(press);
    await slack.peer.until(() => slack.peer.responses.some((each) => each.id === 'pressed'));
    const said = readable(slack.peer.responses.find((each) => each.id === 'pressed')?.body ?? {});
    expect(said).toMatch(/^This could not be posted here\. Add me to the channel with \/invite/);
    await slack.press(press);
    await slack.peer.until(() =>
      slack.peer.responses.some((each) => each.body['response_type'] === 'in_channel'),
    );
  });
});
