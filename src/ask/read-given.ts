import type { Shortfall } from '../kernel/answer.ts';
import { type Ask, type AskValues, type Filters, type Ingested, NO_FILTERS } from '../kernel/ask.ts';
import type { CommandDefinition } from '../kernel/command.ts';
import { cleanLine } from '../text/clean-text.ts';
import type { BuildContext, Command } from './command.ts';
import { readIngested } from './read-ingested.ts';
import { type DayContext, resolveDay } from './resolve-day.ts';
import { joinMarked, splitLine } from './split-line.ts';

/** Longest value, in UTF-16 units. A longer one is pasted text that no command needs. */
const LONGEST_VALUE = 2_000;
const LAST_PAGE = 10_000;

interface Narrowed {
  readonly filters: Filters;
  /** 1-based. */
  readonly page: number;
}

/** The cleaned and checked values of a command. */
export interface Given {
  /** The value of a param; empty when it is absent. */
  value(name: string): string;
  /** Whether a bare word counts as set: it is present and its value is not no, false, off or 0. */
  isSet(name: string): boolean;
  readonly narrowed: Narrowed;
  /**
   * The window of ingest times, set when `since:` and `until:` are instants. `narrowed` does not contain it.
   */
  readonly ingested: Ingested | null;
}

/** Makes a command's `build` from `make`, which gets values that passed the checks common to all commands. */
export function fromParams<A extends Ask>(make: (given: Given) => A): Command<A>['build'] {
  return (values, context) => {
    const given = readGiven(values, context);
    return 'kind' in given ? given : make(given);
  };
}

/** Like `fromParams`, for a lookup: the filters include the window of ingest times. */
export function fromFilteredParams<A extends Ask>(
  make: (value: Given['value'], narrowed: Narrowed) => A,
): Command<A>['build'] {
  return fromParams(({ value, narrowed, ingested }) =>
    make(value, ingested ? { ...narrowed, filters: { ...narrowed.filters, ingested } } : narrowed),
  );
}

function readGiven(values: AskValues, context: BuildContext): Given | Shortfall {
  const { command } = context;
  const given = cleanValues(command, values);
  const wrong = wrongValue(command, given);
  if (wrong) return wrong;
  const ingested = command.filtered ? readIngested(given) : null;
  const days = ingested ? { ...given, since: '', until: '' } : given;
  const narrowed = command.filtered ? readFilters(days, context) : { filters: NO_FILTERS, page: 1 };
  if ('kind' in narrowed) return narrowed;
  const value = (name: string) => given[name] ?? '';
  const isSet = (name: string) => given[name] !== undefined && !isNo(value(name));
  return { value, isSet, narrowed, ingested };
}

/** Whether a value turns a bare word off. */
export function isNo(value: string): boolean {
  return /^(?:no|false|off|0)$/iu.test(value);
}

function cleanValues({ params }: CommandDefinition, values: AskValues): Record<string, string> {
  const marked = new Set(params.flatMap(({ name, keepsMarks }) => (keepsMarks ? [name] : [])));
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      marked.has(name) ? joinMarked(splitLine(value ?? '')) : plain(value),
    ]),
  );
}

/** Removes quotation marks, which only group words, and the punctuation that ends a question. */
function plain(value: string | undefined): string {
  return cleanLine((value ?? '').replace(/["“”„«»]/g, ' ')).replace(/[\s?!…]+$/u, '');
}

function wrongValue(command: CommandDefinition, given: Readonly<Record<string, string>>): Shortfall | null {
  const { name: typed, params } = command;
  for (const [name, value] of Object.entries(given))
    if (value.length > LONGEST_VALUE)
      return wrong(command, `That is too long: ${name} takes at most ${LONGEST_VALUE} characters.`);
  for (const param of params)
    if (param.required && !/[\p{L}\p{N}]/u.test(given[param.name] ?? ''))
      return wrong(command, `“${typed}” needs ${withArticle(param.name)} after it.`);
  if (given['by'] && params.some(({ name }) => name === 'person'))
    return wrong(command, `“${typed}” already names a person, so by: has no place in it.`);
  return null;
}

function wrong({ examples }: CommandDefinition, say: string): Shortfall {
  return { kind: 'shortfall', code: 'usage', say, example: examples[0] ?? null };
}

function withArticle(name: string): string {
  return name === 'words' ? 'words' : `${/^[aeio]/u.test(name) ? 'an' : 'a'} ${name}`;
}

function readFilters(
  given: Readonly<Record<string, string>>,
  { command, ...context }: BuildContext,
): Narrowed | Shortfall {
  const page = given['page'] ? Number(given['page']) : 1;
  if (!Number.isInteger(page) || page < 1 || page > LAST_PAGE)
    return usage('A page is a number: page:2.', null);
  const days = readDays(given, command, context);
  if ('kind' in days) return days;
  if (days.since && days.until && days.since > days.until)
    return usage(
      `since:${days.since} is later than until:${days.until}, so nothing lies between them.`,
      null,
    );
  return { filters: { by: given['by'] || null, in: given['in'] || null, ...days }, page };
}

function usage(say: string, example: string | null): Shortfall {
  return { kind: 'shortfall', code: 'usage', say, example };
}

function readDays(
  given: Readonly<Record<string, string>>,
  { examples: [example] }: CommandDefinition,
  context: DayContext,
): Pick<Filters, 'since' | 'until'> | Shortfall {
  const days: { since: string | null; until: string | null } = { since: null, until: null };
  for (const edge of ['since', 'until'] as const) {
    const typed = given[edge];
    if (!typed) continue;
    days[edge] = resolveDay(typed, edge, context);
    if (!days[edge])
      return usage(
        `“${typed}” is not a date I can read. Dates are like ${edge}:2023-10-10, ${edge}:2023-10 or ${edge}:"last Monday".`,
        example ? `${example.replace(/ since:\S+/, '')} ${edge}:2023-10-10` : null,
      );
  }
  return days;
}
