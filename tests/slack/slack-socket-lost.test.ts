import { describe, expect, it } from 'vitest';
import { openSlack } from './peer/open-slack.ts';

describe('a Socket Mode connection', () => {
  it('that is lost for good, its token revoked, is logged with what to do, and takes nothing else down', async () => {
    const slack = await openSlack('socket');
    slack.peer.answerNext('apps.connections.open', { error: 'invalid_auth' });
    slack.peer.recycleSocket();
    await slack.peer.until(() => slack.peer.posts('apps.connections.open').length === 3);
    await slack.untilLogged((line) => line.includes('check SLACK_APP_TOKEN'));
    expect(slack.peer.posts('apps.connections.open')).toHaveLength(3);
    await slack.stop();
  }, 20_000);
});
