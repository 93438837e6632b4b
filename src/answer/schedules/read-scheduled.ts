import type { BuildContext } from '../../ask/command.ts';
import { isBareWords, parseLine } from '../../ask/parse-line.ts';
import { joinTyped, splitLine, type TypedToken } from '../../ask/split-line.ts';
import { namesTime, readRun, whenContext } from '../../ask/when/read-when.ts';
import type { WhenPart } from '../../ask/when/when-part.ts';
import { writeLine } from '../../ask/write-line.ts';
import type { Ask } from '../../kernel/ask.ts';
import { isLookup } from '../../kernel/command.ts';

/** The parts of a schedule's time around its lookup. */
export interface Scheduled {
  readonly kind: 'scheduled';
  readonly parts: readonly WhenPart[];
  /** The typed line of the lookup; null where none is named. */
  readonly lookup: string | null;
}

/** Words that are no part of a time and no lookup. */
export interface Unread {
  readonly kind: 'unread';
  readonly say: string;
  /** The parts that were read. */
  readonly parts: readonly WhenPart[];
  /** The lookups that the line can mean, the likeliest first; null for the briefing. */
  readonly lookups: readonly (string | null)[];
}

/** Words that begin a condition of a time, and never a lookup. */
const OF_TIMES =
  /^(?:until|till|except|excluding|without|unless|if|when|while|but|not|or|from|to|after|before|starting|ending|during|around|about|near|at|on|in|by|for|every|each)\b/iu;
/** Most words that are tried as words without a meaning. */
const MOST_UNKNOWN = 4;

/**
 * Reads a schedule's line: the parts of its time stand before the lookup, behind it, or both.
 */
export function readScheduled(tokens: readonly TypedToken[], context: BuildContext): Scheduled | Unread {
  const before = readRun(tokens, whenContext(context));
  const rest = tokens.slice(before.used);
  if (!rest.length) return { kind: 'scheduled', parts: before.parts, lookup: null };
  const split = splitLookup(rest, namesTime(before), context);
  const doubtful = split && namesTime(before) ? timeInWords(rest, context) : null;
  if (doubtful) return { kind: 'unread', parts: before.parts, ...doubtful };
  if (split) return { ...split, parts: [...before.parts, ...split.parts] };
  return explainRest(rest, before.parts, context);
}

/** Splits what follows a time into a lookup and the parts behind it; null where it begins with no lookup. */
function splitLookup(rest: readonly TypedToken[], hasTime: boolean, context: BuildContext): Scheduled | null {
  for (let count = 1; count <= rest.length; count += 1) {
    const behind = rest.slice(count);
    const run = readRun(behind, whenContext(context));
    if (run.used < behind.length) continue;
    const lookup = readLookup(rest.slice(0, count), context);
    if (lookup === null || !mayFollow(run.parts, behind, lookup.ask, hasTime)) continue;
    return { kind: 'scheduled', parts: run.parts, lookup: lookup.line };
  }
  return null;
}

interface Lookup {
  readonly ask: Ask;
  readonly line: string;
}

/** The command that the tokens name, as it is typed; a question becomes its typed line. Null for bare words. */
function readLookup(tokens: readonly TypedToken[], context: BuildContext): Lookup | null {
  const typed = joinTyped(tokens);
  if (isBareWords(typed, context)) return null;
  const ask = parseLine(typed, context);
  if (ask.kind === 'shortfall') return null;
  if (!isLookup(ask, context.commands)) return { ask, line: typed };
  const command = context.commands.find(({ name }) => `${typed.toLowerCase()} `.startsWith(`${name} `));
  // A day in the line stays as typed: “since yesterday” is another day at each slot.
  const isDated = ask.filters.since !== null || ask.filters.until !== null;
  if (command) return { ask, line: `${command.name}${typed.slice(command.name.length)}` };
  return { ask, line: isDated ? typed : joinTyped(splitLine(writeLine(ask, context.commands))) };
}

/**
 * Whether parts behind a lookup belong to the schedule. Behind a lookup of free words they must be unmistakable:
 * “find cranes in Chicago” names no time zone, “find cranes every Monday at 9” a time.
 */
function mayFollow(
  parts: readonly WhenPart[],
  behind: readonly TypedToken[],
  ask: Ask,
  hasTime: boolean,
): boolean {
  if (ask.kind === 'brief' || ask.kind === 'latest' || !parts.length) return true;
  if (hasTime)
    return parts.every(
      ({ kind }) =>
        /^(?:quiet|to|politeness)$/u.test(kind) ||
        (/^zone/u.test(kind) && behind.some(({ text }) => text.includes('/'))),
    );
  const isTimed = parts.some(({ kind }) =>
    /^(?:days|interval|each|count|month days|part of day|date|delay|cron)$/u.test(kind),
  );
  const [first] = parts;
  return isTimed && first !== undefined && first.kind !== 'times' && !/^zone/u.test(first.kind);
}

/**
 * Finds a second time at the end of a lookup's own words: “find ships every Monday” behind a time. It can be meant as
 * a time or as words, so the reader chooses.
 */
function timeInWords(
  rest: readonly TypedToken[],
  context: BuildContext,
): Pick<Unread, 'say' | 'lookups'> | null {
  for (let count = 2; count < rest.length; count += 1) {
    const behind = rest.slice(count);
    const run = readRun(behind, whenContext(context));
    const lookup = run.used === behind.length ? readLookup(rest.slice(0, count), context) : null;
    if (!lookup || mayFollow(run.parts, behind, lookup.ask, true)) continue;
    if (!mayFollow(run.parts, behind, lookup.ask, false)) continue;
    const typed = joinTyped(behind);
    return {
      say: `A schedule has one time. Is “${typed}” part of the words to look up?`,
      lookups: [`${lookup.line} "${typed}"`, lookup.line],
    };
  }
  return null;
}

/** Says what is wrong with words that are neither a time nor a lookup. */
function explainRest(rest: readonly TypedToken[], parts: readonly WhenPart[], context: BuildContext): Unread {
  const typed = joinTyped(rest);
  const unknown = unknownWords(rest, parts, context);
  if (unknown) return unknown;
  // A mistyped command is corrected, and a command without its words says what it needs.
  const read = parseLine(typed, context);
  if (read.kind === 'shortfall') {
    const lookups = read.example === null ? [null] : [read.example, ...(read.others ?? [])];
    return { kind: 'unread', say: read.say, parts, lookups };
  }
  return bareWords(typed, parts);
}

/** Finds the fewest words without which the line is whole. */
function unknownWords(
  rest: readonly TypedToken[],
  parts: readonly WhenPart[],
  context: BuildContext,
): Unread | null {
  for (let count = 1; count <= Math.min(MOST_UNKNOWN, rest.length - 1); count += 1) {
    const later = rest.slice(count);
    const run = readRun(later, whenContext(context));
    const all = [...parts, ...run.parts];
    const behind = later.slice(run.used);
    const split = behind.length ? splitLookup(behind, namesTime({ parts: all }), context) : null;
    if (behind.length && !split) continue;
    // “until Friday”: the day belongs to the word before it.
    if (!split && hasDays(parts) && hasDays(run.parts)) continue;
    const unknown = joinTyped(rest.slice(0, count)).replace(/^(?:at|on|in|the|by|for)\s+(?=\S)/iu, '');
    return {
      kind: 'unread',
      say: `I do not understand “${unknown}” in a schedule.`,
      parts: [...all, ...(split?.parts ?? [])],
      lookups: [split?.lookup ?? null],
    };
  }
  return null;
}

function hasDays(parts: readonly WhenPart[]): boolean {
  return parts.some(({ kind }) => kind === 'days' || kind === 'date');
}

/** Words alone are no lookup: they are offered as a search, never searched for unasked. */
function bareWords(typed: string, parts: readonly WhenPart[]): Unread {
  if (OF_TIMES.test(typed))
    return { kind: 'unread', say: `I do not understand “${typed}” in a schedule.`, parts, lookups: [null] };
  const words = typed.replace(/["“”„«»]/gu, '');
  return {
    kind: 'unread',
    say: `“${words}” is no lookup that I know. Send an article search for “${words}”?`,
    parts,
    lookups: [`find ${words}`, null],
  };
}
