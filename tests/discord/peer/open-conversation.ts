import type { DiscordConfig } from '../../../adapters/discord/settings.ts';
import { startDiscord } from '../../../adapters/discord/start-discord.ts';
import type { Desk } from '../../../src/desk/desk.ts';
import { openLog } from '../../../src/kernel/log.ts';
import { TOKEN } from './answer-request.ts';
import {
  aCommand,
  aMessage,
  aPress,
  BOT,
  type Place,
  someOptions,
  tokenOf,
  type Who,
} from './build-events.ts';
import { type Peer, startPeer } from './discord-peer.ts';
import { buttonsOf, type Component } from './read-message.ts';
import type { SeenRequest } from './read-request.ts';

/** What a reader sees: a message with its components, and whether only they see it. */
export interface Shown {
  readonly components: readonly Component[];
  readonly isPrivate: boolean;
}

export type Conversation = Awaited<ReturnType<typeof openConversation>>;

/** A reader's side of the real adapter, over the real discord.js clients and a local Discord. */
export async function openConversation(
  desk: Desk,
  { peer: given, config = {} }: { peer?: Peer; config?: Partial<DiscordConfig> } = {},
) {
  const peer = given ?? (await startPeer());
  const logged: string[] = [];
  const log = openLog('debug', [], (line) => logged.push(line));
  const full: DiscordConfig = { token: TOKEN, guildId: null, apiUrl: peer.apiUrl, editors: null, ...config };
  const running = await startDiscord({ desk, config: full, log, clock: () => new Date() });
  let messageId = 700_000_000_000_000_000n;

  const answered = async (id: string, from: number): Promise<Shown> => {
    const path = `/webhooks/${BOT.id}/${tokenOf(id)}/messages/@original`;
    const edit = await peer.next((seen) => seen.method === 'PATCH' && seen.path === path, from);
    return { ...shown(edit), isPrivate: isPrivate(callbackOf(peer, id)) };
  };

  return {
    peer,
    logged,
    running,
    /** Uses the slash command as a reader does. */
    async ask(
      command: string,
      values: Readonly<Record<string, string>> = {},
      where: Place | Who = 'server',
    ): Promise<Shown> {
      const id = peer.newId();
      const from = peer.requests.length;
      const options = someOptions(command, values);
      peer.dispatch(
        'INTERACTION_CREATE',
        aCommand(
          { id, ...(typeof where === 'string' ? { place: where } : where) },
          { name: desk.config.command, options },
        ),
      );
      return answered(id, from);
    },
    /** What is offered while a reader types. */
    async complete(
      command: string,
      option: string,
      typed: string,
    ): Promise<{ name: string; value: string }[]> {
      const id = peer.newId();
      const options = someOptions(command, { [option]: typed }, option);
      peer.dispatch('INTERACTION_CREATE', aCommand({ id }, { name: desk.config.command, options, type: 4 }));
      const seen = await peer.next(({ path }) => path.startsWith(`/interactions/${id}/`));
      return (seen.body['data'] as { choices: { name: string; value: string }[] }).choices;
    },
    /** Presses the button with this label; gives what comes of it. */
    async press(
      message: Pick<Shown, 'components'>,
      label: string,
      { place = 'server', nick = null }: { place?: Place; nick?: string | null } = {},
    ): Promise<Shown> {
      const { id, from } = this.click(message, label, { place, nick });
      return answered(id, from);
    },
    /** Presses a button and does not wait. */
    click(
      message: Pick<Shown, 'components'>,
      label: string,
      {
        place = 'server',
        nick = null,
        messageId: on,
      }: { place?: Place; nick?: string | null; messageId?: string } = {},
    ): { id: string; from: number } {
      const button = buttonsOf(message.components).find((one) => one.label === label);
      if (!button)
        throw new Error(
          `no button “${label}” among ${buttonsOf(message.components).map((one) => one.label)}`,
        );
      const id = peer.newId();
      const from = peer.requests.length;
      peer.dispatch('INTERACTION_CREATE', aPress({ id, place, nick }, button.custom_id, on ?? peer.newId()));
      return { id, from };
    },
    /** What an interaction posted beside its own answer. */
    async followUp({ id, from }: { id: string; from: number }): Promise<Shown> {
      const path = `/webhooks/${BOT.id}/${tokenOf(id)}`;
      const seen = await peer.next((request) => request.method === 'POST' && request.path === path, from);
      return { ...shown(seen), isPrivate: Boolean(Number(seen.body['flags']) & 64) };
    },
    /** Writes a message and gives the bot's. */
    async say(
      content: string,
      place: 'server' | 'direct' = 'direct',
      roles: readonly string[] = [],
    ): Promise<Shown> {
      messageId += 1n;
      const from = peer.requests.length;
      peer.dispatch('MESSAGE_CREATE', aMessage({ id: String(messageId), content, place, roles }));
      const seen = await peer.next(
        ({ method, path }) => method === 'POST' && /^\/channels\/\d+\/messages$/.test(path),
        from,
      );
      return shown(seen);
    },
    async close(): Promise<void> {
      await running.stop();
      if (!given) await peer.close();
    },
  };
}

function shown(seen: SeenRequest): Shown {
  return { components: (seen.body['components'] ?? []) as Component[], isPrivate: false };
}

function callbackOf(peer: Peer, id: string): Record<string, unknown> {
  return peer.requests.find(({ path }) => path.startsWith(`/interactions/${id}/`))?.body ?? {};
}

function isPrivate(callback: Record<string, unknown>): boolean {
  const data = callback['data'] as { flags?: number } | undefined;
  return Boolean((data?.flags ?? 0) & 64);
}
