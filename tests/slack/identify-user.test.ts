import { describe, expect, it } from 'vitest';
import type { Desk } from '../../src/desk/desk.ts';
import type { Asker } from '../../src/kernel/asker.ts';
import { type OpenedSlack, openSlack } from './peer/open-slack.ts';
import { aMention, aPress } from './peer/send-signed.ts';
import { ASKER, CHANNEL } from './peer/workspace.ts';

const TEAM = 'T000000001';
const EDITORS = 'S0EDITORS';

/** The bot, and everybody the desk was told of. */
async function opened(over: Parameters<typeof openSlack>[1] = {}) {
  const askers: Asker[] = [];
  const asked = (desk: Desk): Desk => ({
    ...desk,
    reply: (line, asker) => {
      if (asker) askers.push(asker);
      return desk.reply(line, asker);
    },
  });
  const slack = await openSlack('http', { ...over, asked });
  slack.peer.profiles.set(ASKER, { is_admin: false });
  return { slack, askers };
}

async function askerOf(slack: OpenedSlack, askers: readonly Asker[], over: Record<string, string> = {}) {
  const before = askers.length;
  await slack.command('latest', over);
  await expect.poll(() => askers.length).toBe(before + 1);
  return askers[before];
}

describe('who asks in Slack', () => {
  it('is known by name, zone and channel, and may change nothing unless an admin or owner', async () => {
    const { slack, askers } = await opened();
    slack.peer.profiles.set(ASKER, {
      is_admin: false,
      tz: 'Africa/Casablanca',
      profile: { display_name: 'Ana\u202E  Reyes' },
    });
    expect(await askerOf(slack, askers)).toEqual({
      id: ASKER,
      name: 'Ana Reyes',
      editor: false,
      editors: 'an admin or owner of this workspace',
      zone: 'Africa/Casablanca',
      country: null,
      at: { platform: 'slack', channel: CHANNEL, direct: false, name: '#general' },
    });
  });

  it.each([
    ['an admin', { is_admin: true }, true],
    ['an owner', { is_admin: false, is_owner: true }, true],
    ['an admin who has left', { is_admin: true, deleted: true }, false],
    ['an admin of another workspace, in a shared channel', { is_admin: true, team_id: 'T000000009' }, false],
    ['a stranger', { is_admin: true, is_stranger: true }, false],
    [
      'an admin of a grid that holds this workspace',
      { is_admin: true, team_id: 'T9', enterprise_user: { teams: [TEAM] } },
      true,
    ],
  ])('is an editor or not: %s', async (_who, profile, editor) => {
    const { slack, askers } = await opened();
    slack.peer.profiles.set(ASKER, profile);
    expect((await askerOf(slack, askers))?.editor).toBe(editor);
  });

  it('is an editor when in the user group that is named, or named by id, and no admin otherwise', async () => {
    const { slack, askers } = await opened({ config: { editors: [EDITORS] } });
    slack.peer.profiles.set(ASKER, { is_admin: true });
    slack.peer.groups.set(EDITORS, { handle: 'desk-editors', users: ['U000000077'] });
    expect(await askerOf(slack, askers)).toMatchObject({ editor: false, editors: '@desk-editors' });
    const { slack: second, askers: others } = await opened({ config: { editors: [EDITORS] } });
    second.peer.groups.set(EDITORS, { handle: 'desk-editors', users: [ASKER] });
    expect((await askerOf(second, others))?.editor).toBe(true);
    const { slack: third, askers: named } = await opened({ config: { editors: ['U0OTHER', ASKER] } });
    expect((await askerOf(third, named))?.editor).toBe(true);
  });

  it('is a reader where Slack does not tell, which the log and whom to ask say', async () => {
    const { slack, askers } = await opened({ scopes: ['chat:write', 'commands'] });
    const asker = await askerOf(slack, askers);
    expect(asker).toMatchObject({ editor: false, name: 'somebody', zone: null, country: null });
    expect(asker?.editors).toBe(
      'an admin or owner of this workspace (Slack did not tell me whether you are one: missing_scope)',
    );
    expect(slack.logged.join('')).toContain('who somebody is could not be asked');
    const { slack: grouped, askers: others } = await opened({
      config: { editors: [EDITORS] },
      scopes: ['chat:write', 'commands', 'users:read'],
    });
    expect(await askerOf(grouped, others)).toMatchObject({
      editor: false,
      editors: expect.stringMatching(/^a member of the editors’ user group \(.*missing_scope\)$/),
    });
  });

  it('is asked about once in a while, not with every line', async () => {
    let now = Date.parse('2026-03-11T16:00:00Z');
    const { slack, askers } = await opened({ clock: () => new Date(now) });
    for (let line = 0; line < 3; line += 1) await askerOf(slack, askers);
    expect(slack.peer.posts('users.info')).toHaveLength(1);
    slack.peer.profiles.set(ASKER, { is_admin: true });
    now += 301_000;
    expect((await askerOf(slack, askers))?.editor).toBe(true);
    expect(slack.peer.posts('users.info')).toHaveLength(2);
  });

  it('is answered in good time when Slack asks for patience', async () => {
    const { slack, askers } = await opened();
    slack.peer.answerNext('users.info', { status: 429, retryAfterSec: 60 });
    expect(await askerOf(slack, askers)).toMatchObject({ editor: false });
  });
});

describe('where somebody asks from', () => {
  it('is the channel of a mention, also in a thread, by its name', async () => {
    const { slack, askers } = await opened();
    await slack.event(aMention('latest', { thread_ts: '1712345678.000100' }));
    await expect
      .poll(() => askers[0]?.at)
      .toEqual({
        platform: 'slack',
        channel: CHANNEL,
        direct: false,
        name: '#general',
      });
  });

  it('is the person, in direct messages: written, typed as a command, pressed there or on a Home', async () => {
    const { slack, askers } = await opened();
    const direct = { platform: 'slack', channel: ASKER, direct: true, name: 'direct messages' };
    await slack.message('latest');
    await expect.poll(() => askers[0]?.at).toEqual(direct);
    await askerOf(slack, askers, { channel_id: slack.peer.directChannel, channel_name: 'directmessage' });
    expect(askers[1]?.at).toEqual(direct);
    const token = await slack.desk.keepLine('latest');
    const press = { action_id: 'try.1', value: token };
    await slack.press(aPress(press, { channel: { id: slack.peer.directChannel, name: 'directmessage' } }));
    await expect.poll(() => askers[2]?.at).toEqual(direct);
    await slack.press(aPress(press, { channel: undefined, container: { type: 'view' } }));
    await expect.poll(() => askers[3]?.at).toEqual(direct);
  });

  it('is a channel without a name where the app may not see its name', async () => {
    const { slack, askers } = await opened();
    const { foreignChannel: channel } = slack.peer;
    await askerOf(slack, askers, { channel_id: channel, channel_name: 'privategroup' });
    expect(askers[0]?.at).toEqual({
      platform: 'slack',
      channel,
      direct: false,
      name: `the channel ${channel}`,
    });
  });
});
