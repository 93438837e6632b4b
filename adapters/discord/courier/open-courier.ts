import {
  type APIChannel,
  type APIMessage,
  type APIMessageTopLevelComponent,
  DiscordAPIError,
  MessageFlags,
  REST,
  Routes,
} from 'discord.js';
import {
  openPartsCourier,
  type PartMark,
  type PartTransport,
  type Standing,
} from '../../../src/deliver/post-parts.ts';
import type { ButtonLines } from '../../../src/desk/desk.ts';
import type { Card } from '../../../src/kernel/card.ts';
import type { Courier } from '../../../src/kernel/delivery.ts';
import type { Log } from '../../../src/kernel/log.ts';
import { describeError } from '../connect/answer-safely.ts';
import { makeRequest } from '../connect/send-request.ts';
import { PACE } from '../draw/limits.ts';
import { markMessage, renderParts } from '../draw/render-card.ts';
import {
  type Attachment,
  type Pictures,
  renderPictures,
  sayPictures,
  shownIn,
} from '../draw/render-pictures.ts';
import { storeLines } from '../post/write-message.ts';
import type { DiscordConfig } from '../settings.ts';
import { outcomeOf } from './explain-refusal.ts';
import { findParts } from './find-parts.ts';
import { MOST_PARTS, markOf, nonceOf } from './mark-delivery.ts';

export interface CourierDeps {
  readonly config: Pick<DiscordConfig, 'token' | 'apiUrl'>;
  readonly desk: Pick<ButtonLines, 'keepLine'>;
  readonly log: Log;
  /** The user id of the bot. */
  readonly bot: string;
  /** False where the bot lacks the right to read a channel's history: Discord then returns no messages instead of an error. */
  readonly mayLook: (channel: string) => boolean;
}

interface Part {
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly pictures: Pictures;
}

/** Delivers to Discord: one message, or a few one after the other. A nonce marks each for some minutes, the ids of its components for good. */
export function openCourier(deps: CourierDeps): Courier {
  const rest = openRest(deps.config);
  const transport: PartTransport<Part> = {
    platform: 'discord',
    pace: PACE,
    channelOf: channelFinder(rest, deps.config.token),
    render: (card) => render(deps.desk, card),
    post: ({ components, pictures }, { channel }, mark) =>
      postPart({ rest, log: deps.log }, channel, { components, pictures, mark }),
    look: (channel, key, since) => look(rest, deps, { channel, key, since }),
    explain: (error) => ({ failure: outcomeOf(error), fields: { error: describeError(error) } }),
  };
  return openPartsCourier(transport, { log: deps.log });
}

/** A client that sends once: a library that retries cannot look whether the first request has arrived. */
function openRest({ apiUrl }: CourierDeps['config']): REST {
  return new REST({
    version: '10',
    retries: 0,
    timeout: 20_000,
    rejectOnRateLimit: () => true,
    makeRequest,
    ...(apiUrl ? { api: apiUrl } : {}),
  });
}

/** The channel of a destination; a member's direct messages are opened once. */
function channelFinder(rest: REST, token: string): PartTransport<Part>['channelOf'] {
  const directs = new Map<string, string>();
  return async ({ channel, direct }) => {
    // After a 401, the library forgets the token.
    rest.setToken(token);
    if (!direct) return channel;
    const body = { recipient_id: channel };
    const known =
      directs.get(channel) ?? ((await rest.post(Routes.userChannels(), { body })) as APIChannel).id;
    directs.set(channel, known);
    return known;
  };
}

async function render(desk: CourierDeps['desk'], card: Card): Promise<Part[]> {
  const tokenOf = await storeLines(desk, card);
  const pictures = await renderPictures(card);
  const look = { share: 'none', above: null, tokenOf, pictures } as const;
  return renderParts(card, look, MOST_PARTS).map((components) => ({ components, pictures }));
}

async function look(
  rest: REST,
  { bot, mayLook }: CourierDeps,
  what: { channel: string; key: string; since: Date },
): Promise<Standing> {
  return mayLook(what.channel)
    ? await findParts(rest, { ...what, bot })
    : { kind: 'unknown', reason: 'I lack the right “Read Message History” in the channel' };
}

/** Posts one part. Where Discord refuses it with its pictures, it is posted again with their descriptions. */
async function postPart(
  { rest, log }: { rest: REST; log: Log },
  channel: string,
  { components, pictures, mark }: Part & { readonly mark: PartMark },
): Promise<string> {
  const marked = markMessage(components, markOf(mark.key, mark.part, mark.of));
  const message = {
    components: marked,
    files: shownIn(marked, pictures),
    nonce: nonceOf(mark.key, mark.part),
  };
  try {
    return await postOnce(rest, channel, message);
  } catch (error) {
    if (!(error instanceof DiscordAPIError && message.files.length)) throw error;
    log.warn({ error: describeError(error) }, 'a picture was not taken; its words are shown');
    return await postOnce(rest, channel, { ...message, components: sayPictures(marked), files: [] });
  }
}

async function postOnce(
  rest: REST,
  channel: string,
  {
    components,
    files,
    nonce,
  }: { components: APIMessageTopLevelComponent[]; files: readonly Attachment[]; nonce: string },
): Promise<string> {
  const attachments = files.map(({ name, description }, i) => ({
    id: String(i),
    filename: name,
    description,
  }));
  const body = {
    components,
    flags: MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds,
    allowed_mentions: { parse: [] },
    nonce,
    enforce_nonce: true,
    ...(files.length ? { attachments } : {}),
  };
  const sent = files.map(({ name, data }) => ({ name, data }));
  const options = { body, ...(files.length ? { files: sent } : {}) };
  const { id } = (await rest.post(Routes.channelMessages(channel), options)) as APIMessage;
  return `${channel}/${id}`;
}
