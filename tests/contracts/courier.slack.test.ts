import { expect, it, onTestFinished } from 'vitest';
import { SCOPES } from '../../adapters/slack/connect/write-manifest.ts';
import { startSlack } from '../../adapters/slack/start-slack.ts';
import { openLog } from '../../src/kernel/log.ts';
import { aHarbourDesk } from '../builders/a-harbour-desk.ts';
import { readable } from '../slack/peer/judge-payload.ts';
import { slackConfig } from '../slack/peer/open-slack.ts';
import { openSlackPeer } from '../slack/peer/slack-peer.ts';
import { ASKER, CHANNEL } from '../slack/peer/workspace.ts';
import { courierContract, type Delivered } from './courier.ts';

async function open(): Promise<Delivered> {
  const peer = await openSlackPeer({ botScopes: SCOPES });
  onTestFinished(() => peer.close());
  const start = async () => {
    const { desk } = await aHarbourDesk();
    onTestFinished(() => desk.close());
    const log = openLog('silent', [], () => {});
    const running = await startSlack({ desk, config: slackConfig(peer), log, clock: () => new Date() });
    onTestFinished(() => running.stop());
    return running.courier;
  };
  const before = await peer.history(CHANNEL);
  return {
    courier: await start(),
    again: start,
    channel: { platform: 'slack', channel: CHANNEL, direct: false, name: '#general' },
    direct: { platform: 'slack', channel: ASKER, direct: true, name: 'direct messages' },
    foreign: { platform: 'slack', channel: peer.foreignChannel, direct: false, name: '#private' },
    upsetNext: (upset) =>
      peer.answerNext(
        'chat.postMessage',
        upset.kind === 'lost' ? { lost: upset.how } : { status: 429, retryAfterSec: upset.afterSec },
      ),
    standing: async ({ channel, direct }) => {
      const all = await peer.history(direct ? peer.directChannel : channel);
      return all.slice(direct ? 0 : before.length).map(readable);
    },
    later: () => {},
    complaints: () => peer.complaints,
  };
}

courierContract('Slack', open);

it('bears the name by which the outbox finds it for an address', async () => {
  const { courier, channel } = await open();
  expect(courier.platform).toBe('slack');
  expect(channel.platform).toBe(courier.platform);
});
