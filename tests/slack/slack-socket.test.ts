import { describe, expect, it } from 'vitest';
import { quotesIn, readable } from './peer/judge-payload.ts';
import { openSlack } from './peer/open-slack.ts';
import { aCommand, aDirectMessage, anEvent, aPress } from './peer/send-signed.ts';

describe('over Socket Mode', () => {
  it('commands, events and buttons are acknowledged at once and answered', async () => {
    const slack = await openSlack('socket');
    const { peer } = slack;
    const command = {
      command: `/${slack.desk.config.command}`,
      text: 'latest',
      response_url: peer.responseUrl('c'),
    };
    const took = [await peer.sendEnvelope('slash_commands', aCommand(command))];
    await peer.until(() => peer.responses.length === 1);
    const asked = aDirectMessage(slack.desk.config.tryLines[0] ?? '', { channel: peer.directChannel });
    took.push(await peer.sendEnvelope('events_api', anEvent(asked)));
    await peer.until(() => peer.posts('chat.postMessage').length === 1);
    const more = JSON.stringify(peer.responses[0]?.body).match(
      /"action_id":"(more\.\d+)".*?"value":"([0-9a-f]{16})"/,
    );
    const press = aPress(
      { action_id: more?.[1] ?? '', value: more?.[2] ?? '' },
      { response_url: peer.responseUrl('b') },
    );
    took.push(await peer.sendEnvelope('interactive', press));
    await peer.until(() => peer.responses.length === 2);
    for (const ms of took) expect(ms).toBeLessThan(2_000);
    expect(quotesIn(peer.responses[1]?.body ?? {})).not.toEqual([]);
    expect(peer.complaints).toEqual([]);
    expect(slack.describe).toMatch(/^Slack: @verbatim in \w+, over Socket Mode$/);
  });

  it('an event that is sent again is answered once', async () => {
    const slack = await openSlack('socket');
    const event = anEvent(aDirectMessage('latest', { channel: slack.peer.directChannel }), 'Ev-again');
    await slack.peer.sendEnvelope('events_api', event);
    await slack.peer.sendEnvelope('events_api', event);
    await slack.stop();
    expect(slack.peer.posts('chat.postMessage')).toHaveLength(1);
  });

  it('a connection that Slack recycles is opened again', async () => {
    const slack = await openSlack('socket');
    slack.peer.recycleSocket();
    await slack.peer.until(() => slack.peer.connections() === 2);
    const command = {
      command: `/${slack.desk.config.command}`,
      text: '',
      response_url: slack.peer.responseUrl('c'),
    };
    await slack.peer.sendEnvelope('slash_commands', aCommand(command));
    await slack.peer.until(() => slack.peer.responses.length === 1);
    expect(readable(slack.peer.responses[0]?.body ?? {})).toContain(`# ${slack.desk.config.name}`);
  }, 20_000);
});
