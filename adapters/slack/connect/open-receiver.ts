import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { HTTPReceiver, type Logger, SocketModeReceiver } from '@slack/bolt';
import { Fault } from '../../../src/kernel/fault.ts';
import type { Log } from '../../../src/kernel/log.ts';
import { errorCode } from '../post/error-code.ts';
import type { SlackConfig } from '../settings.ts';
import { unreachable } from './check-tokens.ts';

/** A Bolt receiver for incoming requests, and how to open and close it. */
export interface Inbound {
  readonly receiver: HTTPReceiver | SocketModeReceiver;
  /**
   * Returns the port that the receiver listens on, or null for a socket. Throws Fault `port-taken` or
   * `platform-unreachable`.
   */
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
          // Slack keeps its connections open. Requests still in progress have been acknowledged already, so
          // their connections can be closed.
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

/**
 * Time limit for the first connection. Without it, start would wait for ever behind a firewall that drops
 * WebSockets.
 */
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
      // The client reconnects by itself. When that fails for good (for example with a revoked token), it
      // leaves the rejection unhandled, which would end the process and stop the desk's other platforms.
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
    // Wait two seconds for Slack's half of the closing handshake, not the library's thirty.
    close: () => Promise.race([client.disconnect(), setTimeout(2_000, undefined, { ref: false })]),
  };
}

function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason), { once: true }),
  );
}
