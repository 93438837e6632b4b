import { EventEmitter, once } from 'node:events';
import { onTestFinished } from 'vitest';
import { slackManifest } from '../../../adapters/slack/connect/write-manifest.ts';
import type { SlackConfig } from '../../../adapters/slack/settings.ts';
import { startSlack } from '../../../adapters/slack/start-slack.ts';
import type { Desk } from '../../../src/desk/desk.ts';
import { openLog } from '../../../src/kernel/log.ts';
import type { Clock } from '../../../src/kernel/time/clock.ts';
import { openSampleDesk } from '../../builders/a-desk.ts';
import { aCommand, aDirectMessage, anEvent, form, interaction, sendSigned } from './send-signed.ts';
import { openSlackPeer, type SlackPeer } from './slack-peer.ts';
import { APP_TOKEN, BOT_TOKEN, SECRET } from './workspace.ts';

export interface OpenedSlack {
  readonly desk: Desk;
  readonly archiveFile: string;
  readonly peer: SlackPeer;
  readonly port: number;
  readonly describe: string;
  /** Every line of our log. */
  readonly logged: readonly string[];
  /** Resolves once a line of the log satisfies the condition. */
  untilLogged(condition: (line: string) => boolean): Promise<void>;
  stop(): Promise<void>;
  /** Stops everything and starts a fresh app and desk on the same archive. */
  restart(): Promise<OpenedSlack>;
  command(text: string, over?: Readonly<Record<string, string>>): Promise<{ status: number; ms: number }>;
  event(
    event: Readonly<Record<string, unknown>>,
    eventId?: string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<number>;
  message(text: string, over?: Readonly<Record<string, unknown>>): Promise<number>;
  press(payload: object): Promise<number>;
}

export function slackConfig(peer: Pick<SlackPeer, 'apiUrl'>, kind: 'http' | 'socket' = 'http'): SlackConfig {
  return {
    botToken: BOT_TOKEN,
    apiUrl: peer.apiUrl,
    editors: null,
    inbound:
      kind === 'socket'
        ? { kind, appToken: APP_TOKEN }
        : { kind, signingSecret: SECRET, port: 0, host: '127.0.0.1' },
  };
}

/** The bot on the sample desk, over real sockets, with an emulated Slack on the other side; all closed when the test ends. */
export async function openSlack(
  kind: 'http' | 'socket' = 'http',
  again: {
    peer?: SlackPeer;
    archiveFile?: string;
    asked?: (desk: Desk) => Desk;
    config?: Partial<SlackConfig>;
    clock?: Clock;
    /** Scopes the app was installed with, where they are not the manifest's. */
    scopes?: readonly string[];
  } = {},
): Promise<OpenedSlack> {
  const { desk, archiveFile, close } = await openSampleDesk(
    again.archiveFile ? { archiveFile: again.archiveFile } : {},
  );
  onTestFinished(close);
  const peer = again.peer ?? (await openSlackPeer({ botScopes: again.scopes ?? scopesOf(desk) }));
  if (!again.peer) onTestFinished(() => peer.close());
  const logged: string[] = [];
  const written = new EventEmitter();
  const log = openLog('debug', [], (line) => {
    logged.push(line);
    written.emit('line');
  });
  const clock = again.clock ?? (() => new Date('2026-03-11T16:00:00Z'));
  const running = await startSlack({
    desk: again.asked?.(desk) ?? desk,
    config: { ...slackConfig(peer, kind), ...again.config },
    log,
    clock,
  });
  let stopped: Promise<void> | null = null;
  const stop = () => {
    stopped ??= running.stop();
    return stopped;
  };
  onTestFinished(stop);
  const port = running.port ?? 0;
  const event: OpenedSlack['event'] = async (body, id, headers = {}) =>
    (await sendSigned(port, JSON.stringify(anEvent(body, id)), { headers })).status;
  return {
    desk,
    archiveFile,
    peer,
    port,
    describe: running.describe,
    logged,
    async untilLogged(condition) {
      const signal = AbortSignal.timeout(30_000);
      while (!logged.some(condition)) await once(written, 'line', { signal });
    },
    stop,
    async restart() {
      await stop();
      return await openSlack(kind, { peer, archiveFile });
    },
    command: (text, over = {}) =>
      sendSigned(
        port,
        form(
          aCommand({
            command: `/${desk.config.command}`,
            text,
            response_url: peer.responseUrl('command'),
            ...over,
          }),
        ),
      ),
    event,
    message: (text, over = {}) => event(aDirectMessage(text, { channel: peer.directChannel, ...over })),
    press: async (payload) => (await sendSigned(port, interaction(payload))).status,
  };
}

/** The scopes the manifest asks for: the emulator grants these and no others. */
function scopesOf(desk: Desk): readonly string[] {
  const manifest = slackManifest(desk.config) as { oauth_config: { scopes: { bot: string[] } } };
  return manifest.oauth_config.scopes.bot;
}
