import type { Shortfall } from '../kernel/answer.ts';
import type { Ask, AskValues, CommandDefinition } from '../kernel/ask.ts';
import { buildAsk } from './build-ask.ts';
import { nearestCommand } from './nearest-command.ts';
import type { DayContext } from './resolve-day.ts';
import { joinTokens, splitLine, type TypedToken } from './split-line.ts';
import { takeFilters } from './take-filters.ts';
import { understandQuestion } from './understand-question.ts';

export interface ParseContext extends DayContext {
  readonly commands: readonly CommandDefinition[];
  /** The desk's own command, which a reader may type in front out of habit: `/fentanyl latest`. */
  readonly deskCommand: string;
}

/** A line may be this long, in UTF-16 units. */
const LONGEST_LINE = 4_000;

/** A typed line, or a question in plain English → an Ask, or what is wrong with it in the reader's words. */
export function parseLine(line: string, context: ParseContext): Ask | Shortfall {
  if (line.length > LONGEST_LINE)
    return {
      kind: 'shortfall',
      code: 'usage',
      say: `That line is too long: at most ${LONGEST_LINE} characters.`,
      example: context.commands[0]?.examples[0] ?? null,
    };
  const tokens = withoutDeskCommand(splitLine(line), context.deskCommand);
  if (!tokens.length) return { kind: 'help', command: null };
  const command = commandOf(tokens, context.commands);
  if (command) {
    const rest = tokens.slice(wordsIn(command.name));
    return buildAsk(command, readValues(command, rest, context), context);
  }
  const question = understandQuestion(tokens, context);
  if (question?.sure) return built(question.command, question.values, context);
  const near = nearestCommand(tokens, context.commands);
  if (near)
    return {
      kind: 'shortfall',
      code: 'usage',
      say: `There is no command “${near.typed}”. Did you mean “${near.command.name}”?`,
      example: near.corrected,
    };
  if (question) return built(question.command, question.values, context);
  return {
    kind: 'shortfall',
    code: 'usage',
    say: 'I could not read that as a question or a command. Type “help” to see what you can ask.',
    example: context.commands[0]?.examples[0] ?? null,
  };
}

function built(name: Ask['kind'], values: AskValues, context: ParseContext): Ask | Shortfall {
  const command = context.commands.find((each) => each.name === name);
  if (!command) throw new RangeError(`no command is called ${name}`);
  return buildAsk(command, values, context);
}

function wordsIn(name: string): number {
  return name.split(' ').length;
}

function withoutDeskCommand(tokens: readonly TypedToken[], deskCommand: string): readonly TypedToken[] {
  const first = tokens[0];
  const slashed = first && !first.quoted && !first.filter && first.text.toLowerCase() === `/${deskCommand}`;
  return slashed ? tokens.slice(1) : tokens;
}

/** The command whose words open the line, the longest first. */
function commandOf(
  tokens: readonly TypedToken[],
  commands: readonly CommandDefinition[],
): CommandDefinition | null {
  const opens = (command: CommandDefinition) =>
    command.name.split(' ').every((word, i) => {
      const token = tokens[i];
      return token && !token.quoted && !token.filter && token.text.toLowerCase() === word;
    });
  return [...commands].sort((a, b) => wordsIn(b.name) - wordsIn(a.name)).find(opens) ?? null;
}

function readValues(
  command: CommandDefinition,
  tokens: readonly TypedToken[],
  context: DayContext,
): AskValues {
  const { plain, filters } = command.filtered ? takeFilters(tokens, context) : { plain: tokens, filters: {} };
  const values: Record<string, string> = { ...filters };
  const first = command.params.find((param) => !param.lead);
  const leads = command.params.flatMap(({ name, lead }) => (lead ? [{ name, lead }] : []));
  let name = first?.name;
  let from = 0;
  const keep = (to: number) => {
    if (name) values[name] = joinTokens(plain.slice(from, to));
  };
  plain.forEach((token, i) => {
    const opened = leads.find(({ lead }) => !token.quoted && i > from && token.text.toLowerCase() === lead);
    if (!opened || values[opened.name] !== undefined || name === opened.name) return;
    keep(i);
    name = opened.name;
    from = i + 1;
  });
  keep(plain.length);
  return values;
}
