import type { Conversation } from '../../../src/desk/desk.ts';
import type { Asker } from '../../../src/kernel/asker.ts';
import type { Card } from '../../../src/kernel/card.ts';
import type { Log } from '../../../src/kernel/log.ts';
import type { Clock } from '../../../src/kernel/time/clock.ts';
import { storeButtonLines } from '../../../src/render/lines-of-card.ts';
import { escapeText } from '../draw/escape-text.ts';
import type { Pictures } from '../draw/render-block.ts';
import { type RenderOptions, renderCard, type SlackMessage } from '../draw/render-card.ts';
import { errorCode } from '../post/error-code.ts';
import type { DescribeChannel } from './describe-channel.ts';
import type { IdentifyUser } from './identify-user.ts';

/** Dependencies of every listener. */
export interface ListenDeps {
  readonly desk: Conversation;
  readonly log: Log;
  readonly clock: Clock;
  /** User id of the app's bot. */
  readonly botUser: string | null;
  readonly identifyUser: IdentifyUser;
  readonly describeChannel: DescribeChannel;
  /** Whether the app may post in a channel, which it must be invited to. */
  readonly mayPost: (channel: string) => Promise<boolean>;
  readonly gallery: (card: Card) => Promise<Pictures>;
}

type Look = Omit<RenderOptions, 'tokens'>;

/** Answers a typed line as messages. A blank line gets the greeting for newcomers. Never throws. */
export function answerLine(
  deps: ListenDeps,
  { line, asker }: { line: string; asker: Asker },
  look: Look,
): Promise<SlackMessage[]> {
  const { desk } = deps;
  const asked = async () => (line ? (await desk.reply(line, asker)).card : await desk.home());
  return plainly(deps, (card) => ({ ...look, ...schedulable(deps, asker, card) }), asked);
}

/** Whether the asker may create schedules and the desk has the command for it. */
export function maySchedule({ desk }: Pick<ListenDeps, 'desk'>, asker: Asker): boolean {
  return asker.editor && desk.commands.some(({ name }) => (name as string) === 'schedule');
}

/** The typed line that an editor can schedule from a card: a lookup, and only its first page. */
function schedulable(deps: ListenDeps, asker: Asker, { line }: Card): { schedule?: string } {
  if (!line || / page:\d+/.test(line) || !maySchedule(deps, asker)) return {};
  const lookup = deps.desk.commands.some(
    ({ name, does }) => does === 'lookup' && (line === name || line.startsWith(`${name} `)),
  );
  return lookup ? { schedule: line } : {};
}

/**
 * Identifies the asker and the destination they write from. A thread counts as its channel. `hinted` is the
 * channel's name as the request states it.
 */
export async function askerAt(
  { identifyUser, describeChannel }: ListenDeps,
  user: string,
  channel: string | null,
  hinted: string | null = null,
): Promise<Asker> {
  return await identifyUser(user, await describeChannel(user, channel, hinted));
}

/** Renders the card from `make` as messages, or returns one plain sentence if that fails. Never throws. */
export async function plainly(
  deps: ListenDeps,
  look: (card: Card) => Look,
  make: () => Promise<Card>,
): Promise<SlackMessage[]> {
  try {
    const card = await make();
    return await drawCard(deps, card, look(card));
  } catch (error) {
    deps.log.error({ code: errorCode(error) }, 'slack: the desk could not answer');
    return say('That did not work just now. Ask again in a moment.');
  }
}

export async function drawCard(
  { desk, gallery }: ListenDeps,
  card: Card,
  look: Look,
): Promise<SlackMessage[]> {
  const scheduled = look.schedule ? [look.schedule] : [];
  const tokens = await storeButtonLines(card, (line) => desk.keepLine(line), scheduled);
  // Answers that only one person sees have no pictures: they go through a response_url, where a picture that
  // Slack rejects would lose the whole answer.
  const pictured = look.showing.kind === 'direct' || look.showing.kind === 'shared';
  return renderCard(card, { ...look, tokens, ...(pictured ? { pictures: await gallery(card) } : {}) });
}

/** One plain sentence as a message. */
export function say(text: string): SlackMessage[] {
  return [
    {
      text: escapeText(text),
      blocks: [{ type: 'section', text: { type: 'plain_text', text, emoji: false } }],
    },
  ];
}
