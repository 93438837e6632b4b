import { type ChatInputCommandInteraction, InteractionContextType, MessageFlags } from 'discord.js';
import type { Reply } from '../../../src/desk/desk.ts';
import { answerSafely } from '../connect/answer-safely.ts';
import { writeCard, writeSentence } from '../post/write-message.ts';
import type { AnswerTools } from './answer-tools.ts';
import { readOptions } from './read-options.ts';

/**
 * Answers a slash command: acknowledges it at once, then edits the answer in. The answer is private
 * (ephemeral) except in direct messages with the bot.
 */
export async function answerCommand(
  interaction: ChatInputCommandInteraction,
  tools: AnswerTools,
): Promise<void> {
  const { desk, log } = tools;
  const isDirect = interaction.context === InteractionContextType.BotDM;
  await answerSafely(
    { log, reference: interaction.id, what: 'command' },
    async () => {
      await interaction.deferReply(isDirect ? {} : { flags: [MessageFlags.Ephemeral] });
      const { card } = await replyTo(interaction, tools);
      await interaction.editReply(await writeCard(desk, card, { share: isDirect ? 'none' : 'offered' }));
    },
    (say) => interaction.editReply(writeSentence(say)),
  );
}

async function replyTo(
  interaction: ChatInputCommandInteraction,
  { desk, log, clock, knowAsker }: AnswerTools,
): Promise<Reply> {
  const began = clock().getTime();
  const given = readOptions(interaction.options.data);
  const asker = knowAsker(interaction);
  const reply = given
    ? await desk.replyToValues(given.command, given.values, asker)
    : await desk.reply('help', asker);
  log.info(
    { command: given?.command ?? 'help', kind: reply.answer.kind, tookMs: clock().getTime() - began },
    'answered',
  );
  return reply;
}
