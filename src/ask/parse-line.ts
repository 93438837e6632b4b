import type { Shortfall } from '../kernel/answer.ts';
import type { Ask, AskValues } from '../kernel/ask.ts';
import { type CommandParam, commandOf } from '../kernel/command.ts';
import { buildAsk } from './build-ask.ts';
import type { DeskCommand, ParseContext } from './command.ts';
import { nearestCommand } from './nearest-command.ts';
import { type DayContext, resolveDay } from './resolve-day.ts';
import { joinMarked, joinTokens, splitLine, type TypedToken } from './split-line.ts';
import { takeFilters } from './take-filters.ts';
import { understandQuestion } from './understand-question.ts';

/** Longest typed line, in UTF-16 units. */
const LONGEST_LINE = 4_000;

/**
 * Parses a typed line or a question in plain English into an Ask, or returns a shortfall that says what is
 * wrong in the reader's terms.
 */
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
  const command = commandTyped(tokens, context.commands);
  if (command) {
    const rest = tokens.slice(wordsIn(command.name));
    const stray = strayWords(command, rest, context);
    // “since” may be left out before a day: “brief yesterday”.
    const isDay = command.params.some(({ name }) => name === 'since') && resolveDay(stray, 'since', context);
    if (isDay) return buildAsk(command, { ...readValues(command, rest, context), since: stray }, context);
    if (stray)
      return {
        kind: 'shortfall',
        code: 'usage',
        say: `“${command.name}” takes no words${command.filtered ? ', only filters such as since:2023-10-01' : ''}.`,
        example: command.name,
      };
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

/** Whether a line is words alone: neither a command nor a question that the desk knows. */
export function isBareWords(line: string, context: ParseContext): boolean {
  const tokens = withoutDeskCommand(splitLine(line), context.deskCommand);
  return (
    commandTyped(tokens, context.commands) === null && understandQuestion(tokens, context)?.sure !== true
  );
}

function built(name: Ask['kind'], values: AskValues, context: ParseContext): Ask | Shortfall {
  return buildAsk(commandOf(name, context.commands), values, context);
}

function wordsIn(name: string): number {
  return name.split(' ').length;
}

function withoutDeskCommand(tokens: readonly TypedToken[], deskCommand: string): readonly TypedToken[] {
  const first = tokens[0];
  const slashed = first && !first.quoted && !first.filter && first.text.toLowerCase() === `/${deskCommand}`;
  return slashed ? tokens.slice(1) : tokens;
}

/** The words of a line that no param of its command takes. */
function strayWords(command: DeskCommand, tokens: readonly TypedToken[], context: DayContext): string {
  if (command.params.some(({ lead }) => !lead)) return '';
  const { plain } = takeFilters(tokens, context);
  const leads = command.params.map((param) => opensAt(param, plain, 0)).filter((at) => at >= 0);
  const words = joinTokens(plain.slice(0, Math.min(plain.length, ...leads)));
  // “me” and “please” are not stray words: “Brief me, please.”
  return words.replace(/^(?:me|us)\b[ ,]*|[ ,]*\bplease$/giu, '');
}

/** The command whose name begins the line; the longest name wins. */
function commandTyped(tokens: readonly TypedToken[], commands: readonly DeskCommand[]): DeskCommand | null {
  const opens = (command: DeskCommand) =>
    command.name.split(' ').every((word, i) => {
      const token = tokens[i];
      return token && !token.quoted && !token.filter && token.text.toLowerCase().replace(/:$/, '') === word;
    });
  return [...commands].sort((a, b) => wordsIn(b.name) - wordsIn(a.name)).find(opens) ?? null;
}

function readValues(command: DeskCommand, tokens: readonly TypedToken[], context: DayContext): AskValues {
  if (command.read) return command.read(tokens, context);
  const { plain, filters } = command.filtered ? takeFilters(tokens, context) : { plain: tokens, filters: {} };
  const values: Record<string, string> = { ...filters };
  const least = command.params.some(({ lead }) => !lead) ? 1 : 0;
  const opened = command.params
    .flatMap((param) =>
      values[param.name] === undefined ? [{ param, at: opensAt(param, plain, least) }] : [],
    )
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  opened.forEach(({ param, at }, n) => {
    const own = plain.slice(param.lead ? at + 1 : 0, opened[n + 1]?.at ?? plain.length);
    values[param.name] = param.keepsMarks ? joinMarked(own) : joinTokens(own);
  });
  return values;
}

/** Longest name after a lead word, in words. */
const LONGEST_NAME = 6;

/**
 * The index of the token where a param begins, or −1 when it is absent. A param without a lead word begins at
 * 0. The name of a person must come last and be short (“… used by the cartels by Burns”), so its last lead
 * word counts; for other params the first does. No lead word counts before index `least`.
 */
function opensAt({ lead, completes }: CommandParam, tokens: readonly TypedToken[], least: number): number {
  if (!lead) return 0;
  const opens = (token: TypedToken, i: number) =>
    i >= least && !token.quoted && token.text.toLowerCase() === lead;
  if (completes !== 'people') return tokens.findIndex(opens);
  const last = tokens.findLastIndex(opens);
  const words = tokens.length - 1 - last;
  return words >= 1 && words <= LONGEST_NAME ? last : -1;
}
