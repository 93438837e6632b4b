import { describe, expect, it } from 'vitest';
import type { Desk } from '../../src/desk/desk.ts';
import type { Asker } from '../../src/kernel/asker.ts';
import { judgeOptions, judgeView } from './judge-view.ts';
import { type OpenedSlack, openSlack } from './open-slack.ts';
import { aPress, interaction, sendSigned } from './send-signed.ts';
import { ASKER, CHANNEL } from './slack-peer.ts';

type View = Readonly<Record<string, unknown>> & { readonly blocks: readonly Record<string, unknown>[] };

async function opened(profile: object = { is_admin: true, tz: 'America/Chicago' }) {
  const asked: { line: string; asker: Asker }[] = [];
  const listening = (desk: Desk): Desk => ({
    ...desk,
    reply: (line, asker) => {
      if (asker) asked.push({ line, asker });
      return desk.reply(line, asker);
    },
  });
  const slack = await openSlack('http', { asked: listening });
  slack.peer.profiles.set(ASKER, profile);
  return { slack, asked };
}

const viewOf = (slack: OpenedSlack, method: 'views.open' | 'views.update', at = -1): View =>
  JSON.parse(slack.peer.posts(method).at(at)?.args['view'] ?? '{}') as View;

const shown = ({ blocks }: View): string =>
  blocks.map(({ text }) => String((text as { text?: string } | undefined)?.text ?? '')).join('\n');

/** The form's values as Slack sends them. */
const state = (over: Readonly<Record<string, object>> = {}) => {
  const values: Record<string, object> = {
    'schedule.line': { type: 'plain_text_input', value: 'brief' },
    'schedule.days': { type: 'checkboxes', selected_options: ['1', '3'].map((value) => ({ value })) },
    'schedule.time': { type: 'timepicker', selected_time: '07:30' },
    'schedule.zone': { type: 'external_select', selected_option: { value: 'Europe/Paris' } },
    'schedule.channel': { type: 'conversations_select', selected_conversation: CHANNEL },
    'schedule.quiet': { type: 'checkboxes', selected_options: [] },
    ...over,
  };
  return { values: Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { [id]: value }])) };
};

async function formOf(slack: OpenedSlack): Promise<View> {
  await slack.command('schedule', { trigger_id: await slack.peer.trigger() });
  await slack.peer.until(() => slack.peer.posts('views.open').length === 1);
  return viewOf(slack, 'views.open');
}

const change = (slack: OpenedSlack, view: object) =>
  slack.press({
    type: 'block_actions',
    team: { id: 'T000000001' },
    user: { id: ASKER },
    api_app_id: 'A1',
    container: { type: 'view', view_id: 'V1' },
    view: { callback_id: 'schedule', hash: '', ...view },
    actions: [{ type: 'timepicker', action_id: 'schedule.time', block_id: 'schedule.time', action_ts: '1' }],
  });

async function submit(slack: OpenedSlack, view: object) {
  const payload = {
    type: 'view_submission',
    team: { id: 'T000000001' },
    user: { id: ASKER },
    api_app_id: 'A1',
    view: { id: 'V1', type: 'modal', callback_id: 'schedule', private_metadata: '', ...view },
  };
  const { body } = await sendSigned(slack.port, interaction(payload));
  return JSON.parse(body || '{}') as {
    response_action?: string;
    errors?: Record<string, string>;
    view?: View;
  };
}

describe('the form for a schedule', () => {
  it('opens for an editor with the asker’s zone, the channel, and the next three times', async () => {
    const { slack } = await opened();
    const view = await formOf(slack);
    expect(judgeView(view)).toEqual([]);
    const text = JSON.stringify(view);
    expect(text).toContain('"initial_option":{"text":{"type":"plain_text","text":"America/Chicago"');
    expect(text).toContain(`"initial_conversation":"${CHANNEL}"`);
    expect(text).toContain('"initial_value":"brief"');
    // It is Wednesday the 11th of March 2026, eleven in Chicago.
    expect(shown(view)).toContain('Next: Thu 12 Mar 08:00 · Fri 13 Mar 08:00 · Mon 16 Mar 08:00');
    expect(slack.peer.complaints).toEqual([]);
  });

  it('shows the next times anew as it is filled in, and says what is missing', async () => {
    const { slack } = await opened();
    await formOf(slack);
    const { view_id: id } = await openedView(slack);
    await change(slack, { id, private_metadata: '{}', state: state() });
    await slack.peer.until(() => slack.peer.posts('views.update').length === 1);
    expect(shown(viewOf(slack, 'views.update'))).toContain(
      'Next: Mon 16 Mar 07:30 · Wed 18 Mar 07:30 · Mon 23 Mar 07:30',
    );
    const none = { 'schedule.days': { type: 'checkboxes', selected_options: [] } };
    await change(slack, { id, private_metadata: '{}', state: state(none) });
    await slack.peer.until(() => slack.peer.posts('views.update').length === 2);
    expect(shown(viewOf(slack, 'views.update'))).toContain('Choose at least one day and a time.');
    expect(slack.peer.complaints).toEqual([]);
  });

  it('offers zones as somebody types, each with the time it is there', async () => {
    const { slack } = await opened();
    const offered = async (value: string) => {
      const payload = {
        type: 'block_suggestion',
        team: { id: 'T000000001' },
        user: { id: ASKER },
        api_app_id: 'A1',
        action_id: 'schedule.zone',
        block_id: 'schedule.zone',
        value,
        container: { type: 'view' },
      };
      const { body } = await sendSigned(slack.port, interaction(payload));
      return (JSON.parse(body) as { options: { text: { text: string }; value: string }[] }).options;
    };
    expect((await offered('new york'))[0]).toMatchObject({
      text: { text: 'America/New York (12:00 now)' },
      value: 'America/New_York',
    });
    expect((await offered('lord'))[0]?.value).toBe('Australia/Lord_Howe');
    for (const typed of ['', 'a', 'e', '<!channel>', '\u202E'.repeat(200), 'x'.repeat(5_000)])
      expect(judgeOptions(await offered(typed))).toEqual([]);
    expect(await offered('nowhere at all')).toEqual([]);
  });

  it('becomes the typed line it stands for, asked by who sent it off, at the place that was chosen', async () => {
    const { slack, asked } = await opened();
    const answer = await submit(slack, { state: state() });
    expect(asked.at(-1)?.asker).toMatchObject({
      id: ASKER,
      editor: true,
      at: { channel: CHANNEL, direct: false, name: '#general' },
    });
    expect(asked.at(-1)?.line).toBe('schedule Monday and Wednesday at 07:30 Europe/Paris brief');
    expect(answer.response_action).toBe('update');
    expect(judgeView(answer.view ?? {})).toEqual([]);
    await submit(slack, { state: state({ 'schedule.channel': { selected_conversation: null } }) });
    expect(asked.at(-1)?.asker.at).toMatchObject({ channel: ASKER, direct: true });
  });

  it('says beside its fields what is wrong, to a reader too', async () => {
    const { slack } = await opened({ is_admin: false });
    const refused = await submit(slack, { state: state() });
    expect(refused).toMatchObject({
      response_action: 'errors',
      errors: { 'schedule.line': expect.stringContaining('Only editors may use “schedule” here') as string },
    });
    const { slack: other } = await opened();
    const wrong = await submit(other, {
      state: state({ 'schedule.line': { type: 'plain_text_input', value: 'remove 1' } }),
    });
    expect(wrong.errors?.['schedule.line']).toMatch(/^“remove 1” cannot be sent on a schedule/);
    const { foreignChannel } = other.peer;
    const away = await submit(other, {
      state: state({ 'schedule.channel': { selected_conversation: foreignChannel } }),
    });
    expect(away.errors?.['schedule.channel']).toMatch(/^I am not in that channel\. Invite me/);
  });

  it('opens from a button beside a lookup’s answer and on the Home, for editors only', async () => {
    const { slack } = await opened();
    const labels = (payload: object | undefined) => JSON.stringify(payload ?? {});
    await slack.command('latest', { response_url: slack.peer.responseUrl('mine') });
    await slack.peer.until(() => slack.peer.responses.length === 1);
    expect(labels(slack.peer.responses[0]?.body)).toContain('Schedule this');
    const value = await slack.desk.keepLine('latest');
    await slack.press(aPress({ action_id: 'schedule.3', value }, { trigger_id: await slack.peer.trigger() }));
    await slack.peer.until(() => slack.peer.posts('views.open').length === 1);
    expect(JSON.stringify(viewOf(slack, 'views.open'))).toContain('"initial_value":"latest"');
    await slack.event({ type: 'app_home_opened', user: ASKER, channel: 'D1', tab: 'home' });
    await slack.peer.until(() => slack.peer.posts('views.publish').length === 1);
    expect(labels(slack.peer.posts('views.publish')[0]?.payload)).toContain('Schedule a briefing');
    const { slack: readers } = await opened({ is_admin: false });
    await readers.command('latest', { response_url: readers.peer.responseUrl('theirs') });
    await readers.peer.until(() => readers.peer.responses.length === 1);
    expect(labels(readers.peer.responses[0]?.body)).not.toContain('Schedule');
    expect(slack.peer.complaints).toEqual([]);
  });

  it('that Slack does not open any more leaves the reader with how it is typed', async () => {
    const { slack } = await opened();
    await slack.command('schedule', {
      trigger_id: 'long.gone',
      response_url: slack.peer.responseUrl('typed'),
    });
    await slack.peer.until(() => slack.peer.responses.some(({ id }) => id === 'typed'));
    expect(slack.peer.posts('views.open')).toHaveLength(1);
    expect(JSON.stringify(slack.peer.responses[0]?.body)).toContain('schedule');
  });
});

/** The view as the emulated workspace holds it. */
async function openedView(slack: OpenedSlack): Promise<{ view_id: string }> {
  const { view } = JSON.parse(slack.peer.answers('views.open').at(-1) ?? '{}') as { view: { id: string } };
  return { view_id: view.id };
}
