import { DiscordAPIError, type Message, MessageType } from 'discord.js';
import type { ButtonLines } from '../../../src/desk/desk.ts';
import type { Card } from '../../../src/kernel/card.ts';
import { answerSafely } from '../connect/answer-safely.ts';
import { NO_PICTURES } from '../draw/render-pictures.ts';
import { writeCard, writeSentence } from '../post/write-message.ts';
import type { ListenDeps } from './listen-deps.ts';

/**
 * Answers direct messages, and server messages that mention the bot. A question asked in a server gets a
 * public reply.
 */
export async function receiveMessage(message: Message, deps: ListenDeps): Promise<void> {
  const { desk, log } = deps;
  const line = lineFor(message, desk.config.command);
  if (line === null) return;
  await answerSafely(
    { log, reference: message.id, what: 'message' },
    async () => {
      // A resumed gateway session replays the messages it missed; `once` prevents a second reply.
      await desk.once(`discord-message:${message.id}`, async () => {
        await replyWith(message, desk, await cardFor(message, line, deps));
      });
    },
    (say) => message.reply({ ...writeSentence(say), failIfNotExists: false }),
  );
}

/**
 * Sends the card as a reply. If Discord rejects its files, sends it again with alternative text in place of
 * pictures.
 */
async function replyWith(message: Message, desk: ButtonLines, card: Card): Promise<void> {
  const whole = await writeCard(desk, card);
  try {
    await message.reply({ ...whole, failIfNotExists: false });
  } catch (error) {
    if (!whole.files || !(error instanceof DiscordAPIError)) throw error;
    const plain = await writeCard(desk, card, { pictures: NO_PICTURES });
    await message.reply({ ...plain, failIfNotExists: false });
  }
}

async function cardFor(
  message: Message,
  line: string,
  { desk, log, clock, identifyUser }: ListenDeps,
): Promise<Card> {
  if (!line) return desk.home();
  const began = clock().getTime();
  const { answer, card } = await desk.reply(line, identifyUser(message));
  log.info({ kind: answer.kind, tookMs: clock().getTime() - began }, 'answered a message');
  return card;
}

/**
 * Returns the typed line of a message, without the bot mention and the command prefix; null when the message
 * is not for this bot.
 */
function lineFor(
  message: Pick<Message, 'author' | 'system' | 'type' | 'guildId' | 'content' | 'client'>,
  command: string,
): string | null {
  if (message.author.bot || message.system) return null;
  if (message.type !== MessageType.Default && message.type !== MessageType.Reply) return null;
  const naming = new RegExp(`<@!?${message.client.user.id}>`, 'g');
  if (message.guildId !== null && !naming.test(message.content)) return null;
  const line = message.content.replace(naming, ' ').trim();
  const prefix = `/${command}`;
  return line.toLowerCase() === prefix || line.toLowerCase().startsWith(`${prefix} `)
    ? line.slice(prefix.length).trim()
    : line;
}
