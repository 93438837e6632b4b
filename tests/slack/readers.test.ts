import { describe, expect, it } from 'vitest';
import { readable } from './peer/judge-payload.ts';
import { openSlack } from './peer/open-slack.ts';
import { aMention } from './peer/send-signed.ts';
import { ASKER } from './peer/workspace.ts';

const SENTENCE =
  '# This desk answers only people of its own newsroom. Ask an admin or owner of the workspace that this desk belongs to.';
const OUTSIDE = { team_id: 'T000000009' };

async function heard(
  profile: object,
  readers: readonly string[] | null = null,
  group: readonly string[] = [],
) {
  const slack = await openSlack('http', { config: { readers } });
  slack.peer.profiles.set(ASKER, { is_admin: false, ...profile });
  slack.peer.groups.set('S0READERS', { handle: 'readers', users: group });
  await slack.command('latest');
  await slack.peer.until(() => slack.peer.responses.length === 1);
  return readable(slack.peer.responses[0]?.body ?? {}).trim();
}

describe('who may read in Slack', () => {
  it.each([
    ['of another organisation, in a shared channel', OUTSIDE],
    ['a stranger', { is_stranger: true }],
    ['whose account is closed', { deleted: true }],
  ])('nobody %s', async (_who, profile) => {
    expect(await heard(profile)).toBe(SENTENCE);
  });

  it.each([
    ['a member', {}, null],
    ['a member of the same organisation', { ...OUTSIDE, enterprise_user: { teams: ['T000000001'] } }, null],
    ['a guest, as configured', { is_restricted: true }, ['members', 'guests']],
    ['a workspace that is named', OUTSIDE, ['members', 'T000000009']],
    ['a person who is named', OUTSIDE, [ASKER]],
    ['a user group that is named', {}, ['S0READERS']],
    ['everyone, as configured', OUTSIDE, ['everyone']],
  ])('%s', async (_who, profile, readers) => {
    expect(await heard(profile, readers, [ASKER])).toContain('Latest articles');
  });

  it.each([
    ['a guest', { is_ultra_restricted: true }, null, 'This desk does not answer guests.'],
    ['a member who is not named', {}, ['S0READERS'], 'This desk answers only the readers'],
  ])('not %s', async (_who, profile, readers, sentence) => {
    expect(await heard(profile, readers)).toContain(sentence);
  });

  it('a stranger finds nothing of the archive by mention, direct message or on the Home', async () => {
    const slack = await openSlack();
    slack.peer.profiles.set(ASKER, { is_admin: false, ...OUTSIDE });
    await slack.event(aMention('latest'));
    await slack.message('schedules');
    await slack.event({ type: 'app_home_opened', user: ASKER, channel: 'D1', tab: 'home' });
    await slack.peer.until(() => slack.peer.posts('views.publish').length === 1);
    await slack.stop();
    const said = ['chat.postEphemeral', 'chat.postMessage', 'views.publish'].flatMap((method) =>
      slack.peer.posts(method).map(({ payload }) => readable(payload).trim()),
    );
    expect(said).toEqual([SENTENCE, SENTENCE, SENTENCE]);
  });

  it('is not found out while Slack is silent, except for people it told of before', async () => {
    let now = Date.parse('2026-03-11T16:00:00Z');
    const slack = await openSlack('http', { clock: () => new Date(now) });
    const last = () => readable(slack.peer.responses.at(-1)?.body ?? {});
    slack.peer.answerNext('users.info', { error: 'ratelimited' });
    await slack.command('latest', { response_url: slack.peer.responseUrl('first') });
    await slack.peer.until(() => slack.peer.responses.length === 1);
    expect(last()).toContain('I could not find out whether you may read this desk.');
    now += 10_000;
    await slack.command('latest', { response_url: slack.peer.responseUrl('second') });
    await slack.peer.until(() => slack.peer.responses.length === 2);
    expect(last()).not.toContain('could not find out');
    now += 60_000;
    slack.peer.answerNext('users.info', { error: 'ratelimited' });
    await slack.command('latest', { response_url: slack.peer.responseUrl('third') });
    await slack.peer.until(() => slack.peer.responses.length === 3);
    expect(last()).not.toContain('could not find out');
    expect(slack.peer.posts('users.info')).toHaveLength(3);
  });
});
