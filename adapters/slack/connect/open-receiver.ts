import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { HTTPReceiver, type Logger, SocketModeReceiver } from '@slack/bolt';
import { Fault } from '../../../src/kernel/fault.ts';
import type { Log } from '../../../src/kernel/log.ts';
import { errorCode } from '../post/name-error.ts';
import type { SlackConfig } from '../settings.ts';
import { unreachable } from './check-tokens.ts';

/** One way in: Bolt's receiver, and how to open and close it. */
export interface Inbound {
  readonly receiver: HTTPReceiver | SocketModeReceiver;
  /** Gives the port listened on, null for a socket. Throws Fault `port-taken` or `platform-unreachable`. */
  open(): Promise<number | null>;
  close(): Promise<void>;
}

type Options = {
  readonly boltLog: Logger;
  readonly log: Log;
  readonly apiUrl: { readonly slackApiUrl?: string };
};

export function openReceiver({ inbound }: SlackConfig, options: Options): Inbound {
  return inbound.kind === 'socket' ? socketInbound(inbound.appToken, options) : httpInbound(inbound, options);
}

function httpInbound(
  { signingSecret, port, host }: Extract<SlackConfig['inbound'], { kind: 'http' }>,
  { boltLog }: Options,
): Inbound {
  const receiver = new HTTPReceiver({ signingSecret, logger: boltLog });
  let stop = async () => {};
  return {
    receiver,
    async open() {
      try {
        const server = await receiver.start({ port, ...(host ? { host } : {}) });
        stop = async () => {
          const closed = receiver.stop();
          // Slack keeps its connections; what is being answered has been acknowledged already.
          server.closeIdleConnections();
          await Promise.race([closed, setTimeout(1_000, undefined, { ref: false })]);
          server.closeAllConnections();
        };
        return (server.address() as AddressInfo).port;
      } catch (error) {
        throw new Fault('port-taken', `Port ${port} cannot be listened on (${errorCode(error)}).`, {
          remedy: 'Stop what uses it, or set SLACK_PORT to another port.',
          cause: error,
        });
      }
    },
    close: () => stop(),
  };
}

/** How long the first connection may take: a firewall that swallows WebSockets would otherwise be waited for without end. */
const OPEN_WITHIN_MS = 20_000;

function socketInbound(appToken: string, { boltLog, log, apiUrl }: Options): Inbound {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: boltLog,
    installerOptions: { clientOptions: { ...apiUrl } },
  });
  const { client } = receiver;
  return {
    receiver,
    async open() {
      const late = AbortSignal.timeout(OPEN_WITHIN_MS);
      try {
        await Promise.race([receiver.start(), rejectOn(late)]);
      } catch (error) {
        void client.disconnect();
        throw unreachable(errorCode(error), error);
      }
      // The client reconnects by itself, but leaves its rejection unhandled when that fails for good (a revoked token, say),
      // which would end the process; the other platforms of the desk should go on.
      const reconnect = client.start.bind(client);
      client.start = () =>
        reconnect().catch((error: unknown) => {
          log.error(
            { code: errorCode(error) },
            'slack: the connection is lost for good; check SLACK_APP_TOKEN and start again',
          );
          return { ok: false };
        });
      return null;
    },
    // Slack's half of the closing handshake is waited for, but not for the library's thirty seconds.
    close: () => Promise.race([client.disconnect(), setTimeout(2_000, undefined, { ref: false })]),
  };
}

function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason), { once: true }),
  );
}
