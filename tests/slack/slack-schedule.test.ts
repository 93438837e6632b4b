import { describe, expect, it } from 'vitest';
import { judgeOptions, judgeView } from './peer/judge-view.ts';
import {
  change,
  changing,
  chosen,
  formOf,
  opened,
  openedView,
  shown,
  state,
  submit,
  suggest,
  typed,
  viewOf,
} from './peer/schedule-form.ts';
import { aPress } from './peer/send-signed.ts';
import { ASKER, CHANNEL } from './peer/workspace.ts';

describe('the form for a schedule', () => {
  it('opens for an editor with the asker’s zone, the channel, and the next three times', async () => {
    const { slack } = await opened();
    const view = await formOf(slack);
    expect(judgeView(view)).toEqual([]);
    const text = JSON.stringify(view);
    expect(text).toContain('"initial_option":{"text":{"type":"plain_text","text":"America/Chicago"');
    expect(text).toContain(`"initial_conversation":"${CHANNEL}"`);
    expect(text).toContain('"text":"brief","emoji":false},"value":"brief"');
    // It is Wednesday the 11th of March 2026, eleven in Chicago.
    expect(shown(view)).toContain('Next: Thu 12 Mar 08:00 · Fri 13 Mar 08:00 · Mon 16 Mar 08:00');
    expect(slack.peer.complaints).toEqual([]);
  });

  it('shows the next times anew as it is filled in, and says what is missing', async () => {
    const { slack } = await opened();
    const { next } = await changing(slack);
    expect(await next(state())).toBe('Next: Mon 16 Mar 07:30 · Wed 18 Mar 07:30 · Mon 23 Mar 07:30');
    expect(await next(state({ 'schedule.days': { selected_options: [] } }))).toBe('Choose at least one day.');
    expect(await next(state({ 'schedule.time': { selected_time: null } }))).toBe('Choose a time.');
    expect(await next(state({ 'schedule.second': { selected_time: '17:00' } }))).toBe(
      'Next: Mon 16 Mar 07:30 · Mon 16 Mar 17:00 · Wed 18 Mar 07:30',
    );
    expect(slack.peer.complaints).toEqual([]);
  });

  const NOT_SHOWN = { 'schedule.days': undefined, 'schedule.time': undefined, 'schedule.second': undefined };
  // It is 17:00 in Paris.
  it.each([
    [
      'daily',
      { 'schedule.days': undefined },
      'Thu 12 Mar 07:30 · Fri 13 Mar 07:30 · Sat 14 Mar 07:30',
      'daily at 07:30',
    ],
    [
      'weekdays',
      { 'schedule.days': undefined },
      'Thu 12 Mar 07:30 · Fri 13 Mar 07:30 · Mon 16 Mar 07:30',
      'weekdays at 07:30',
    ],
    [
      'hours',
      { ...NOT_SHOWN, 'schedule.every': typed('5') },
      'Wed 11 Mar 22:00 · Thu 12 Mar 03:00 · Thu 12 Mar 08:00',
      'every 5 hours',
    ],
    [
      'monthly',
      { 'schedule.days': undefined, 'schedule.day': chosen('31') },
      'Tue 31 Mar 07:30 · Thu 30 Apr 07:30 · Sun 31 May 07:30',
      'monthly on the last day at 07:30',
    ],
    [
      'cron',
      { ...NOT_SHOWN, 'schedule.cron': typed(' 15 6 * * fri ') },
      'Fri 13 Mar 06:15 · Fri 20 Mar 06:15 · Fri 27 Mar 06:15',
      'cron "15 6 * * fri"',
    ],
  ])(
    'takes %s: asks for what it needs, shows when that is, and saves it',
    async (rhythm, over, times, when) => {
      const { slack, asked } = await opened();
      const { next } = await changing(slack);
      const given = state({ ...over, 'schedule.rhythm': chosen(rhythm) });
      expect(await next(given)).toBe(`Next: ${times}`);
      const shownParts = viewOf(slack, 'views.update').blocks.map(({ block_id: id }) => id);
      const needed = Object.keys(given.values);
      expect(shownParts.filter((id) => id !== 'schedule.next').sort()).toEqual(needed.sort());
      const answer = await submit(slack, { state: given });
      expect(asked.at(-1)?.line).toBe(`schedule ${when} Europe/Paris brief`);
      expect(answer.response_action).toBe('update');
      expect(JSON.stringify(answer.view)).toContain(times.split(' · ')[0]);
      expect(slack.peer.complaints).toEqual([]);
    },
  );

  it('keeps what a rhythm has no use for until that rhythm is chosen again', async () => {
    const { slack, asked } = await opened();
    const { next, memory } = await changing(slack);
    await next(state({ 'schedule.second': { selected_time: '17:00' } }));
    const hours = { ...NOT_SHOWN, 'schedule.rhythm': chosen('hours') };
    expect(await next(state(hours))).toMatch(/^Next: /);
    expect(await next(state({ ...NOT_SHOWN }))).toBe(
      'Next: Mon 16 Mar 07:30 · Mon 16 Mar 17:00 · Wed 18 Mar 07:30',
    );
    await submit(slack, { state: state({ ...NOT_SHOWN }), private_metadata: memory() });
    expect(asked.at(-1)?.line).toBe('schedule Monday and Wednesday at 07:30 and 17:00 Europe/Paris brief');
  });

  it.each([
    ['hours', { 'schedule.every': typed('0') }, 'schedule.every', 'Say after how many hours: 1 to 168.'],
    ['hours', { 'schedule.every': typed(null) }, 'schedule.every', 'Say after how many hours: 1 to 168.'],
    ['cron', { 'schedule.cron': typed('* * * * *') }, 'schedule.cron', 'Five fields: minute, hour,'],
    ['cron', { 'schedule.cron': typed('" brief') }, 'schedule.cron', 'Five fields: minute, hour,'],
    ['cron', { 'schedule.cron': typed('0 0 30 2 *') }, 'schedule.cron', 'Five fields: minute, hour,'],
    ['days', { 'schedule.days': { selected_options: [] } }, 'schedule.days', 'Choose at least one day.'],
    ['monthly', { 'schedule.time': { selected_time: null } }, 'schedule.time', 'Choose a time.'],
  ])('says beside the field what is wrong with %s of %j', async (rhythm, over, part, say) => {
    const { slack, asked } = await opened();
    const { next } = await changing(slack);
    const given = state({ ...over, 'schedule.rhythm': chosen(rhythm) });
    expect(await next(given)).toContain(say);
    const { errors } = await submit(slack, { state: given });
    expect(errors).toEqual({ [part]: expect.stringContaining(say) as string });
    expect(asked).toEqual([]);
    expect(slack.peer.complaints).toEqual([]);
  });

  it('is not thrown off by a memory or values that are not its own', async () => {
    const { slack } = await opened();
    const { id } = await openedView(slack);
    for (const memory of ['', '{', '[]', '{"rhythm":"yearly"}', `{"zone":${'['.repeat(1_000)}`])
      await change(slack, { id, private_metadata: memory, state: { values: { other: { other: {} } } } });
    await slack.peer.until(() => slack.peer.posts('views.update').length === 5);
    expect(shown(viewOf(slack, 'views.update'))).toMatch(/^Next: /m);
    expect(slack.peer.complaints).toEqual([]);
  });

  it('offers lookups as somebody types, and what is typed as it stands', async () => {
    const { slack, asked } = await opened();
    const offered = (value: string) => suggest(slack, 'schedule.lookup', value);
    expect((await offered('')).map(({ value }) => value)).toContain('brief');
    expect((await offered('what did Hale say about tides')).at(-1)?.value).toBe(
      'what did Hale say about tides',
    );
    for (const each of ['', 'a', '<!channel>', '\u202E'.repeat(200), 'x'.repeat(5_000), '"', 'said “'])
      expect(judgeOptions(await offered(each))).toEqual([]);
    const long = `latest in:"${'Harbour '.repeat(40)}"`;
    const own = (await offered(long)).at(-1);
    expect(own?.value).toMatch(/^line:[0-9a-f]{16}$/);
    await submit(slack, { state: state({ 'schedule.lookup': chosen(own?.value ?? '') }) });
    expect(asked.at(-1)?.line).toContain(' Europe/Paris latest in:"Harbour Harbour');
  });

  it('offers zones as somebody types, each with the time it is there', async () => {
    const { slack } = await opened();
    const offered = (value: string) => suggest(slack, 'schedule.zone', value);
    expect((await offered('new york'))[0]).toMatchObject({
      text: { text: 'America/New York (12:00 now)' },
      value: 'America/New_York',
    });
    expect((await offered('lord'))[0]?.value).toBe('Australia/Lord_Howe');
    for (const each of ['', 'a', 'e', '<!channel>', '\u202E'.repeat(200), 'x'.repeat(5_000)])
      expect(judgeOptions(await offered(each))).toEqual([]);
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
    const privately = {
      'schedule.channel': { selected_conversation: null },
      'schedule.quiet': chosen('quiet'),
    };
    await submit(slack, { state: state(privately) });
    expect(asked.at(-1)?.asker.at).toMatchObject({ channel: ASKER, direct: true });
    expect(asked.at(-1)?.line).toBe('schedule Monday and Wednesday at 07:30 Europe/Paris quiet brief');
  });

  it('says beside its fields what is wrong, to a reader too', async () => {
    const { slack } = await opened({ is_admin: false });
    const refused = await submit(slack, { state: state() });
    expect(refused).toMatchObject({
      response_action: 'errors',
      errors: {
        'schedule.lookup': expect.stringContaining('Only editors may use “schedule” here') as string,
      },
    });
    const { slack: other } = await opened();
    const wrong = await submit(other, {
      state: state({ 'schedule.lookup': chosen('remove 1') }),
    });
    expect(wrong.errors?.['schedule.lookup']).toMatch(/^“remove 1” cannot be sent on a schedule/);
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
    expect(JSON.stringify(viewOf(slack, 'views.open'))).toContain('"value":"latest"');
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
