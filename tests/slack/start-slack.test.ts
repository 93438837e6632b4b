import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { SlackConfig } from '../../adapters/slack/settings.ts';
import { startSlack } from '../../adapters/slack/start-slack.ts';
import { Fault } from '../../src/kernel/fault.ts';
import { openLog } from '../../src/kernel/log.ts';
import { openSampleDesk } from '../builders/a-desk.ts';
import { openSlack, slackConfig } from './peer/open-slack.ts';
import { aMention } from './peer/send-signed.ts';
import { openSlackPeer } from './peer/slack-peer.ts';
import { APP_TOKEN, BOT_TOKEN, SECRET } from './peer/workspace.ts';

/** Starts the bot where it cannot start; gives the fault and everything that was logged. */
async function failedStart(config: SlackConfig): Promise<{ fault: Fault; logged: string }> {
  const { desk, close } = await openSampleDesk();
  onTestFinished(close);
  const lines: string[] = [];
  const log = openLog('debug', [], (line) => lines.push(line));
  const fault = await startSlack({ desk, config, log, clock: () => new Date() }).then(
    async (running) => {
      await running.stop();
      throw new Error('it started');
    },
    (error: unknown) => error,
  );
  if (!(fault instanceof Fault)) throw fault;
  return { fault, logged: lines.join('') };
}

async function aPeer() {
  const peer = await openSlackPeer({ botScopes: ['chat:write'] });
  onTestFinished(() => peer.close());
  return peer;
}

async function aServer(): Promise<number> {
  const server = http.createServer((_request, response) =>
    response.writeHead(502).end('<html>Bad gateway</html>'),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

describe('starting', () => {
  it('with a bot token Slack refuses says which setting and where to find the right one', async () => {
    const config = slackConfig(await aPeer());
    const { fault, logged } = await failedStart({ ...config, botToken: 'xoxb-wrong-wrong-wrong' });
    expect(fault.code).toBe('token-refused');
    expect(fault.message).toBe('Slack refused SLACK_BOT_TOKEN (invalid_auth).');
    expect(fault.remedy).toContain('xoxb-');
    expect(`${fault.message} ${fault.remedy} ${logged}`).not.toContain('wrong');
  });

  it('with an app token Slack refuses says so too', async () => {
    const config = slackConfig(await aPeer(), 'socket');
    const { fault } = await failedStart({
      ...config,
      inbound: { kind: 'socket', appToken: 'xapp-wrong-wrong' },
    });
    expect(fault.code).toBe('token-refused');
    expect(fault.message).toContain('SLACK_APP_TOKEN');
    expect(fault.remedy).toContain('connections:write');
  });

  it('when Slack cannot be reached, or something else answers, says so within seconds', async () => {
    const before = performance.now();
    for (const apiUrl of ['http://127.0.0.1:9/api/', `http://127.0.0.1:${await aServer()}/api/`]) {
      const { fault } = await failedStart(slackConfig({ apiUrl }));
      expect(fault).toMatchObject({ code: 'platform-unreachable', retryable: true });
    }
    expect(performance.now() - before).toBeLessThan(20_000);
  });

  it('on a port that is taken names the port', async () => {
    const peer = await aPeer();
    const port = await aServer();
    const inbound = { kind: 'http', signingSecret: SECRET, port, host: '127.0.0.1' } as const;
    const { fault } = await failedStart({ ...slackConfig(peer), inbound });
    expect(fault).toMatchObject({
      code: 'port-taken',
      message: `Port ${port} cannot be listened on (EADDRINUSE).`,
    });
  });
});

describe('the log', () => {
  it('holds no token, no response_url and nothing a reader wrote, even at its most talkative', async () => {
    for (const kind of ['http', 'socket'] as const) {
      const slack = await openSlack(kind);
      if (kind === 'http') {
        slack.peer.answerNext('chat.postEphemeral', { error: 'channel_not_found' });
        slack.peer.answerNext('chat.postMessage', { error: 'channel_not_found' });
        await slack.event(aMention('find zanzibar'));
        slack.peer.answerNext('response:command', { status: 404 });
        await slack.command('find zanzibar');
        await slack.peer.until(() => slack.peer.posts('chat.postEphemeral').length === 2);
      }
      await slack.stop();
      const logged = slack.logged.join('');
      if (kind === 'http') expect(logged).toContain('channel_not_found');
      // The log masks what is shaped like a token; that nothing had to be masked shows that none was written.
      for (const secret of [BOT_TOKEN, APP_TOKEN, SECRET, '[secret]', '/response/', 'zanzibar'])
        expect(logged).not.toContain(secret);
    }
  });
});
