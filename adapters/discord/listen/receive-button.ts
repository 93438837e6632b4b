import {
  type ButtonInteraction,
  DiscordAPIError,
  InteractionContextType,
  MessageFlags,
  RESTJSONErrorCodes,
} from 'discord.js';
import { answerSafely } from '../connect/answer-safely.ts';
import { type ButtonName, parseButtonId } from '../draw/button-id.ts';
import { writeCard, writeSentence } from '../post/write-message.ts';
import type { ListenDeps } from './listen-deps.ts';

/**
 * Answers a button press, including presses of buttons from before a restart. `ask` and `rest` answer the
 * person who pressed; `share` posts for everyone.
 */
export async function receiveButton(interaction: ButtonInteraction, deps: ListenDeps): Promise<void> {
  const { desk, log } = deps;
  const tell = (say: string) =>
    interaction.deferred || interaction.replied
      ? interaction.followUp({
          ...writeSentence(say),
          flags: [...writeSentence(say).flags, MessageFlags.Ephemeral],
        })
      : interaction.reply({
          ...writeSentence(say),
          flags: [...writeSentence(say).flags, MessageFlags.Ephemeral],
        });
  await answerSafely(
    { log, reference: interaction.id, what: 'button' },
    async () => {
      const button = parseButtonId(interaction.customId);
      const line = button && (await desk.lineOf(button.token));
      if (!button || line === null)
        await tell(`This button is from an older archive. Ask again with /${desk.config.command}.`);
      else if (button.action === 'share') await shareAnswer(interaction, deps, { line, button, tell });
      else await answerLine(interaction, deps, { line, from: button.action === 'rest' ? button.from : 0 });
    },
    tell,
  );
}

async function answerLine(
  interaction: ButtonInteraction,
  { desk, identifyUser }: ListenDeps,
  { line, from }: { line: string; from: number },
): Promise<void> {
  const isDirect = interaction.context === InteractionContextType.BotDM;
  await interaction.deferReply(isDirect ? {} : { flags: [MessageFlags.Ephemeral] });
  const { card } = await desk.reply(line, identifyUser(interaction));
  await interaction.editReply(await writeCard(desk, card, { from, share: isDirect ? 'none' : 'offered' }));
}

/** Posts the answer for everyone, names the sharer without a mention, and marks the button as used. */
async function shareAnswer(
  interaction: ButtonInteraction,
  { desk, log, identifyUser }: ListenDeps,
  { line, button, tell }: { line: string; button: ButtonName; tell: (say: string) => Promise<unknown> },
): Promise<void> {
  await interaction.deferUpdate();
  const { from } = button;
  const above = `Shared by ${sharerName(interaction)} · /${desk.config.command} ${line}`;
  const { answer, card } = await desk.reply(line, identifyUser(interaction));
  if (answer.kind !== 'found') {
    const mine = await writeCard(desk, card);
    await interaction.followUp({ ...mine, flags: [...mine.flags, MessageFlags.Ephemeral] });
    return;
  }
  try {
    // Two quick presses arrive as two interactions; `once` posts the answer only once. A post that failed can
    // be retried.
    const now = await desk.once(
      `discord-share:${interaction.message.id}:${button.token}:${from}`,
      async () =>
        void (await interaction.followUp(await writeCard(desk, card, { from, share: 'none', above }))),
    );
    if (now) await interaction.editReply(await writeCard(desk, card, { from, share: 'used' }));
  } catch (error) {
    if (!isForbidden(error)) throw error;
    log.info({ code: error.code }, 'sharing is not allowed there');
    await tell(
      'Discord does not let me post in this channel. Ask a server admin to let me send messages here.',
    );
  }
}

function sharerName({ member, user }: ButtonInteraction): string {
  const nick = member && ('displayName' in member ? member.displayName : member.nick);
  return nick || user.displayName;
}

function isForbidden(error: unknown): error is DiscordAPIError {
  const codes: unknown[] = [
    RESTJSONErrorCodes.MissingAccess,
    RESTJSONErrorCodes.MissingPermissions,
    RESTJSONErrorCodes.UnknownChannel,
  ];
  return error instanceof DiscordAPIError && codes.includes(error.code);
}
