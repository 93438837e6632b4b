import { setTimeout } from 'node:timers/promises';
import { App, type BlockAction, type Logger, type ViewSubmitAction } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import type { Conversation } from '../../src/desk/desk.ts';
import type { Courier } from '../../src/kernel/delivery.ts';
import type { Log } from '../../src/kernel/log.ts';
import type { Clock } from '../../src/kernel/time/clock.ts';
import { checkTokens, type Identity } from './connect/check-tokens.ts';
import { type Inbound, openReceiver } from './connect/open-receiver.ts';
import { routeLog } from './connect/route-log.ts';
import { missingScopes } from './connect/write-manifest.ts';
import { openCourier } from './courier/open-courier.ts';
import { offerLookups } from './form/name-lookup.ts';
import { offerZones } from './form/offer-zones.ts';
import { FORM, PART } from './form/schedule-form.ts';
import type { ListenDeps } from './listen/answer-line.ts';
import { describeChannels, mayPost } from './listen/describe-channel.ts';
import { identifyUsers } from './listen/identify-user.ts';
import { receiveButton } from './listen/receive-button.ts';
import { receiveCommand } from './listen/receive-command.ts';
import { receiveDirect, receiveMention } from './listen/receive-message.ts';
import { changeSchedule, submitSchedule } from './listen/receive-schedule.ts';
import { showHome } from './listen/show-home.ts';
import { errorCode } from './post/error-code.ts';
import { openGallery } from './post/upload-pictures.ts';
import type { SlackConfig } from './settings.ts';

/** How long stopping waits for answers under way, which Slack's rate limits may delay. */
const LAST_WORDS_MS = 10_000;

/**
 * The desk in Slack, over Socket Mode or signed HTTP requests (`POST /slack/events`), until stopped; stopping waits for answers under
 * way. Throws Fault `token-refused`, `platform-unreachable` or `port-taken`.
 */
export async function startSlack({
  desk,
  config,
  log,
  clock,
}: {
  desk: Conversation;
  config: SlackConfig;
  log: Log;
  clock: Clock;
}): Promise<{ stop(): Promise<void>; describe: string; port: number | null; courier: Courier; ended: null }> {
  const boltLog = routeLog(log);
  const apiUrl = config.apiUrl ? { slackApiUrl: withSlash(config.apiUrl) } : {};
  const identity = await checkTokens(config, { ...apiUrl, logger: boltLog });
  const missing = missingScopes(identity.scopes);
  if (missing.length)
    log.warn(
      { missing },
      'slack: the app lacks rights of its manifest: print it with “verbatim manifest slack” and install the app again',
    );
  const inbound = openReceiver(config, { boltLog, log, apiUrl });
  const app = openApp(config, { identity, inbound, boltLog, apiUrl });
  const { client, sender } = openClients(config, { boltLog, apiUrl });
  const gallery = openGallery({ client: sender, log });
  const underWay = listen(app, {
    desk,
    log,
    clock,
    botUser: identity.botUser,
    identifyUser: identifyUsers({ client, log, clock, editors: config.editors, team: identity.teamId }),
    describeChannel: describeChannels({ client, log, clock }),
    mayPost: (channel) => mayPost(client, channel),
    gallery,
  });
  const port = await inbound.open();
  return {
    port,
    describe: describe(identity, port),
    ended: null,
    courier: openCourier({ client: sender, desk, log, gallery }),
    async stop() {
      await inbound.close();
      await Promise.race([
        Promise.allSettled(underWay),
        setTimeout(LAST_WORDS_MS, undefined, { ref: false }),
      ]);
    },
  };
}

interface AppDeps {
  readonly identity: Identity;
  readonly inbound: Inbound;
  readonly boltLog: Logger;
  readonly apiUrl: { readonly slackApiUrl?: string };
}

function openApp(config: SlackConfig, { identity, inbound, boltLog, apiUrl }: AppDeps): App {
  return new App({
    token: config.botToken,
    ...(identity.botUser ? { botUserId: identity.botUser } : {}),
    ...(identity.botId ? { botId: identity.botId } : {}),
    tokenVerificationEnabled: false,
    receiver: inbound.receiver,
    logger: boltLog,
    convoStore: false,
    // A reply minutes late is useless, so it is retried far less than Bolt's 30-minute default. Bolt obeys Retry-After.
    clientOptions: { ...apiUrl, timeout: 10_000, retryConfig: { retries: 4, minTimeout: 500, factor: 2 } },
  });
}

/** `client` looks people up while they wait and gives up soon. `sender` sends once, without retries. */
function openClients(
  config: SlackConfig,
  { boltLog, apiUrl }: Pick<AppDeps, 'boltLog' | 'apiUrl'>,
): { readonly client: WebClient; readonly sender: WebClient } {
  const impatient = { ...apiUrl, logger: boltLog, rejectRateLimitedCalls: true };
  const client = new WebClient(config.botToken, {
    ...impatient,
    timeout: 3_000,
    retryConfig: { retries: 1, minTimeout: 200 },
  });
  // The library must not retry: it cannot look whether the first request has arrived.
  const sender = new WebClient(config.botToken, {
    ...impatient,
    timeout: 20_000,
    retryConfig: { retries: 0 },
  });
  return { client, sender };
}

/** Registers the listeners. Each acknowledges its request before it asks the desk. Returns the answers under way. */
function listen(app: App, deps: ListenDeps): ReadonlySet<Promise<void>> {
  const underWay = new Set<Promise<void>>();
  const handle = (what: string, work: Promise<void>): Promise<void> => {
    const done = work
      .catch((error: unknown) =>
        deps.log.error({ code: errorCode(error) }, `slack: ${what} was not answered`),
      )
      .finally(() => underWay.delete(done));
    underWay.add(done);
    return done;
  };
  app.command(`/${deps.desk.config.command}`, async ({ ack, command, respond, client }) => {
    await ack();
    await handle('a command', receiveCommand(deps, { command, respond, client }));
  });
  app.action<BlockAction>({ type: 'block_actions' }, async ({ ack, body, action, respond, client }) => {
    await ack();
    if (body.view?.callback_id === FORM)
      await handle('a form', changeSchedule(deps, { view: body.view, client }));
    else if (action.type === 'button')
      await handle('a button', receiveButton(deps, { body, action, respond, client }));
  });
  app.options(PART.zone, async ({ ack, payload }) => {
    await ack({ options: offerZones(payload.value, deps.clock()) });
  });
  app.options(PART.lookup, async ({ ack, payload }) => {
    await ack({ options: await offerLookups(payload.value, deps.desk) });
  });
  // A form is acknowledged with its result.
  app.view<ViewSubmitAction>(FORM, async ({ ack, body, view }) => {
    await handle(
      'a form',
      submitSchedule(deps, { body, view }).then((submitted) => ack(submitted)),
    );
  });
  // Bolt acknowledges events by itself, before the listeners.
  app.event('app_mention', ({ event, body, client }) =>
    handle('a mention', receiveMention(deps, { event, eventId: body.event_id, client })),
  );
  app.event('message', ({ event, body, client }) =>
    handle('a message', receiveDirect(deps, { event, eventId: body.event_id, client })),
  );
  app.event('app_home_opened', ({ event, body, client }) =>
    handle('a Home', showHome(deps, { event, eventId: body.event_id, client })),
  );
  app.error(async (error) => deps.log.error({ code: errorCode(error) }, 'slack: a request was not handled'));
  return underWay;
}

function describe({ team, name }: Identity, port: number | null): string {
  const way = port === null ? 'Socket Mode' : `HTTP on port ${port} (/slack/events)`;
  return `Slack: @${name} in ${team}, over ${way}`;
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}
