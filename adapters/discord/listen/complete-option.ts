import type { ApplicationCommandOptionChoiceData, AutocompleteInteraction } from 'discord.js';
import type { Conversation } from '../../../src/desk/desk.ts';
import { type CommandParam, FILTER_PARAMS } from '../../../src/kernel/command.ts';
import { cleanLine } from '../../../src/text/clean-text.ts';
import { fitText } from '../../../src/text/fit-text.ts';
import { describeError } from '../connect/answer-safely.ts';
import { LIMITS } from '../draw/limits.ts';
import type { ListenDeps } from './listen-deps.ts';
import { readOptions } from './read-options.ts';

type Choice = ApplicationCommandOptionChoiceData<string>;

/** Offers completions while a person types an option. A failure is logged and offers nothing. */
export async function completeOption(
  interaction: AutocompleteInteraction,
  { desk, log }: ListenDeps,
): Promise<void> {
  try {
    const { name, value } = interaction.options.getFocused(true);
    const given = readOptions(interaction.options.data);
    const asked = { command: given?.command ?? '', option: name, typed: value };
    await interaction.respond(choicesFor(desk, { ...asked, zone: given?.values['zone'] ?? null }));
  } catch (error) {
    log.warn({ error: describeError(error) }, 'completion failed');
  }
}

/** Returns the completions of an option, best first. */
export function choicesFor(
  desk: Conversation,
  {
    command,
    option,
    typed,
    zone = null,
  }: { command: string; option: string; typed: string; zone?: string | null },
): Choice[] {
  const completes = completionOf(desk, command, option);
  if (!completes) return [];
  const choices = new Map<string, Choice>();
  for (const text of desk.complete(completes, typed, LIMITS.choices)) {
    const times = completes === 'cadences' ? desk.nextTimes(text, zone) : null;
    const choice = choiceOf(text, times);
    if (choice && !choices.has(choice.name)) choices.set(choice.name, choice);
  }
  return [...choices.values()].slice(0, LIMITS.choices);
}

function completionOf(desk: Conversation, command: string, option: string): CommandParam['completes'] {
  const own = desk.commands.find(({ name }) => name === command)?.params ?? [];
  return [...own, ...FILTER_PARAMS].find(({ name }) => name === option)?.completes ?? null;
}

/**
 * Builds a Discord choice. Its name is the completion with its next times, cut with `…` at Discord’s limit.
 * Its value is the start of the completion, cut at Discord’s limit, which still finds it.
 */
function choiceOf(text: string, times: string | null): Choice | null {
  const line = cleanLine(text);
  const whole = times ? `${line}: next ${times}` : line;
  const shown = fitText(whole, LIMITS.choiceName);
  const name = shown.left ? `${fitText(whole, LIMITS.choiceName - 1).text}…` : whole;
  const value = fitText(line, LIMITS.choiceValue).text;
  return value.trim() ? { name, value } : null;
}
