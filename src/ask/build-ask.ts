import type { Shortfall } from '../kernel/answer.ts';
import type { Ask, AskValues, Filters, Ingested } from '../kernel/ask.ts';
import type { CommandDefinition } from '../kernel/command.ts';
import type { ScheduleAsk } from '../kernel/schedule-ask.ts';
import type { WatchAsk } from '../kernel/watch.ts';
import { cleanLine } from '../text/clean-text.ts';
import { buildScheduleAsk, isScheduleKind } from './build-schedule-ask.ts';
import { buildSourceAsk } from './build-source-ask.ts';
import { buildWatchAsk } from './build-watch-ask.ts';
import { readIngested } from './read-ingested.ts';
import { type DayContext, resolveDay } from './resolve-day.ts';
import { joinMarked, splitLine } from './split-line.ts';

/** A reader's values may be this long, in UTF-16 units; a longer one is a paste that no lookup needs. */
const LONGEST_VALUE = 2_000;

function shortfall(say: string, example: string | null): Shortfall {
  return { kind: 'shortfall', code: 'usage', say, example };
}

/** Quotation marks group words and are never part of what is searched; neither is the mark that ends a question. */
function plain(value: string | undefined): string {
  return cleanLine((value ?? '').replace(/["“”„«»]/g, ' ')).replace(/[\s?!…]+$/u, '');
}

/** A command and the values given for it, from a typed line or a platform's options → an Ask, or what is wrong in the reader's words. */
export function buildAsk(
  definition: CommandDefinition,
  values: AskValues,
  context: DayContext,
): Ask | Shortfall {
  const example = definition.examples[0] ?? null;
  const { name } = definition;
  if (isScheduleKind(name)) return buildScheduleAsk(name, values, { now: context.now, example });
  if (name === 'watch' || name === 'watches' || name === 'unwatch')
    return buildWatchAsk(name, values, example);
  const marked = new Set(definition.params.flatMap(({ name, keepsMarks }) => (keepsMarks ? [name] : [])));
  const given = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      marked.has(name) ? joinMarked(splitLine(value ?? '')) : plain(value),
    ]),
  );
  for (const [name, value] of Object.entries(given))
    if (value.length > LONGEST_VALUE)
      return shortfall(`That is too long: ${name} takes at most ${LONGEST_VALUE} characters.`, example);
  for (const param of definition.params)
    if (param.required && !/[\p{L}\p{N}]/u.test(given[param.name] ?? ''))
      return shortfall(`“${name}” needs ${article(param.name)} after it.`, example);
  if (given['by'] && definition.params.some(({ name }) => name === 'person'))
    return shortfall(`“${definition.name}” already names a person, so by: has no place in it.`, example);
  const ingested = readIngested(given);
  const days = ingested ? { ...given, since: '', until: '' } : given;
  const narrowed = readFilters(days, definition, context);
  if ('kind' in narrowed) return narrowed;
  if (name === 'brief' || !ingested) return askOf(name, given, narrowed, ingested);
  return askOf(name, given, { ...narrowed, filters: { ...narrowed.filters, ingested } }, null);
}

function article(name: string): string {
  return name === 'words' ? 'words' : `${/^[aeio]/u.test(name) ? 'an' : 'a'} ${name}`;
}

interface Narrowed {
  readonly filters: Filters;
  readonly page: number;
}

function readFilters(
  given: Record<string, string>,
  definition: CommandDefinition,
  context: DayContext,
): Narrowed | Shortfall {
  const page = given['page'] ? Number(given['page']) : 1;
  if (!Number.isInteger(page) || page < 1 || page > 10_000)
    return shortfall('A page is a number: page:2.', null);
  const days: { since: string | null; until: string | null } = { since: null, until: null };
  for (const edge of ['since', 'until'] as const) {
    const typed = given[edge];
    if (!typed) continue;
    days[edge] = resolveDay(typed, edge, context);
    if (!days[edge])
      return shortfall(
        `“${typed}” is not a date I can read. Dates are like ${edge}:2023-10-10, ${edge}:2023-10 or ${edge}:"last Monday".`,
        definition.examples[0]
          ? `${definition.examples[0].replace(/ since:\S+/, '')} ${edge}:2023-10-10`
          : null,
      );
  }
  if (days.since && days.until && days.since > days.until)
    return shortfall(
      `since:${days.since} is later than until:${days.until}, so nothing lies between them.`,
      null,
    );
  return { filters: { by: given['by'] || null, in: given['in'] || null, ...days }, page };
}

function askOf(
  kind: Exclude<CommandDefinition['name'], WatchAsk['kind'] | ScheduleAsk['kind']>,
  given: Record<string, string>,
  narrowed: Narrowed,
  ingested: Ingested | null,
): Ask {
  const value = (name: string) => given[name] ?? '';
  switch (kind) {
    case 'who said':
    case 'find':
      return { kind, words: value('words'), ...narrowed };
    case 'check':
      return { kind, quotation: value('quotation'), ...narrowed };
    case 'said':
      return { kind, person: value('person'), about: value('about') || null, ...narrowed };
    case 'who is':
      return { kind, person: value('person'), ...narrowed };
    case 'latest':
      return { kind, ...narrowed };
    case 'figures':
      return { kind, words: value('words') || null, ...narrowed };
    case 'brief':
      return { kind, ingested, ...narrowed };
    case 'add':
    case 'remove':
    case 'sources':
      return buildSourceAsk(kind, given);
    case 'context':
      return { kind, quotation: value('quotation') };
    case 'help':
      return { kind, command: value('command') || null };
    default:
      return kind satisfies never;
  }
}
