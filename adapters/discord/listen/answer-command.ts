import { type ChatInputCommandInteraction, InteractionContextType, MessageFlags } from 'discord.js';
import type { Reply } from '../../../src/desk/desk.ts';
import { answerSafely } from '../connect/answer-safely.ts';
import { writeCard, writeSentence } from '../post/write-message.ts';
import type { ListenDeps } from './listen-deps.ts';
import { readOptions } from './read-options.ts';

/**
 * Answers a slash command: acknowledges it at once, then edits the answer in. The answer is private
 * (ephemeral) except in direct messages with the bot.
 */
export async function answerCommand(
  interaction: ChatInputCommandInteraction,
  deps: ListenDeps,
): Promise<void> {
  const { desk, log } = deps;
  const isDirect = interaction.context === InteractionContextType.BotDM;
  await answerSafely(
    { log, reference: interaction.id, what: 'command' },
    async () => {
      await interaction.deferReply(isDirect ? {} : { flags: [MessageFlags.Ephemeral] });
      const { card } = await replyTo(interaction, deps);
      await interaction.editReply(await writeCard(desk, card, { share: isDirect ? 'none' : 'offered' }));
    },
    (say) => interaction.editReply(writeSentence(say)),
  );
}

async function replyTo(
  interaction: ChatInputCommandInteraction,
  { desk, log, clock, identifyUser }: ListenDeps,
): Promise<Reply> {
  const began = clock().getTime();
  const given = readOptions(interaction.options.data);
  const asker = identifyUser(interaction);
  const reply = given
    ? await desk.replyToValues(given.command, given.values, asker)
    : await desk.reply('help', asker);
  log.info(
    { command: given?.command ?? 'help', kind: reply.answer.kind, tookMs: clock().getTime() - began },
    'answered',
  );
  return reply;
}
