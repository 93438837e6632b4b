import type { Conversation } from '../../../src/desk/desk.ts';
import type { Asker } from '../../../src/kernel/asker.ts';
import type { Card } from '../../../src/kernel/card.ts';
import type { Log } from '../../../src/kernel/log.ts';
import type { Clock } from '../../../src/kernel/time/clock.ts';
import { storeButtonLines } from '../../../src/render/lines-of-card.ts';
import { escapeText } from '../draw/escape-text.ts';
import type { Pictures } from '../draw/render-block.ts';
import { type RenderOptions, renderCard, type SlackMessage } from '../draw/render-card.ts';
import { errorCode } from '../post/name-error.ts';
import type { KnowAsker } from './know-asker.ts';
import type { NamePlace } from './name-place.ts';

/** Dependencies of every listener. */
export interface Counter {
  readonly desk: Conversation;
  readonly log: Log;
  readonly clock: Clock;
  /** User id of the app's bot. */
  readonly botUser: string | null;
  readonly knowAsker: KnowAsker;
  readonly namePlace: NamePlace;
  /** Whether the app may post in a channel, which it must be invited to. */
  readonly mayPost: (channel: string) => Promise<boolean>;
  readonly gallery: (card: Card) => Promise<Pictures>;
}

type Look = Omit<RenderOptions, 'tokens'>;

/** Answers a typed line as messages. A blank line gets the greeting for newcomers. Never throws. */
export function answerLine(
  counter: Counter,
  { line, asker }: { line: string; asker: Asker },
  look: Look,
): Promise<SlackMessage[]> {
  const { desk } = counter;
  const asked = async () => (line ? (await desk.reply(line, asker)).card : await desk.home());
  return plainly(counter, (card) => ({ ...look, ...schedulable(counter, asker, card) }), asked);
}

/** Whether the asker may create schedules and the desk has the command for it. */
export function maySchedule({ desk }: Pick<Counter, 'desk'>, asker: Asker): boolean {
  return asker.editor && desk.commands.some(({ name }) => (name as string) === 'schedule');
}

/** The typed line that an editor can schedule from a card: a lookup, and only its first page. */
function schedulable(counter: Counter, asker: Asker, { line }: Card): { schedule?: string } {
  if (!line || / page:\d+/.test(line) || !maySchedule(counter, asker)) return {};
  const lookup = counter.desk.commands.some(
    ({ name, does }) => does === 'lookup' && (line === name || line.startsWith(`${name} `)),
  );
  return lookup ? { schedule: line } : {};
}

/**
 * Identifies the asker and the destination they write from. A thread counts as its channel. `hinted` is the
 * channel's name as the request states it.
 */
export async function askerAt(
  { knowAsker, namePlace }: Counter,
  user: string,
  channel: string | null,
  hinted: string | null = null,
): Promise<Asker> {
  return await knowAsker(user, await namePlace(user, channel, hinted));
}

/** Renders the card from `make` as messages, or returns one plain sentence if that fails. Never throws. */
export async function plainly(
  counter: Counter,
  look: (card: Card) => Look,
  make: () => Promise<Card>,
): Promise<SlackMessage[]> {
  try {
    const card = await make();
    return await drawCard(counter, card, look(card));
  } catch (error) {
    counter.log.error({ code: errorCode(error) }, 'slack: the desk could not answer');
    return say('That did not work just now. Ask again in a moment.');
  }
}

export async function drawCard({ desk, gallery }: Counter, card: Card, look: Look): Promise<SlackMessage[]> {
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
