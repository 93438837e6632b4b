import type { BuildContext } from '../../ask/command.ts';
import { joinTyped, splitLine, type TypedToken } from '../../ask/split-line.ts';
import { meaningOf, type WhenOffer, whenContext } from '../../ask/when/read-when.ts';
import type { WhenPart } from '../../ask/when/when-part.ts';
import type { Shortfall } from '../../kernel/answer.ts';
import type { AskOf, AskValues } from '../../kernel/ask.ts';
import { cadenceText } from '../../kernel/time/cadence-text.ts';
import { readScheduled, type Unread } from './read-scheduled.ts';

type ScheduleAsk = AskOf<'schedule'>;

/** The lookup of a schedule that names none. */
const BRIEFING = 'brief';
const LONGEST_LOOKUP = 2_000;

/**
 * Reads the line after the command as one value; `buildSchedule` splits it as it splits a platform's options.
 */
export function readScheduleValues(tokens: readonly TypedToken[]): AskValues {
  return { when: joinTyped(tokens), schedule: joinTyped(tokens) };
}

/** Parses a schedule's number: “3”, “#3”, or a completion such as “3 · weekdays at 08:00 …”. */
export function readScheduleNumber(typed: string): number | null {
  const number = /^\s*#?(\d{1,9})\s*(?:·.*)?$/su.exec(typed)?.[1];
  return number ? Number(number) : null;
}

/**
 * Builds a schedule from its parts in any order, `weekdays at 08:00 [zone] [quiet] [to #channel] [lookup]`, in one
 * value or several. Every word is read, or the shortfall names the words that are not and offers lines.
 */
export function buildSchedule(values: AskValues, context: BuildContext): ScheduleAsk | Shortfall {
  if (!splitLine(values['when'] ?? '').length)
    return usage('Say when, and what: “weekdays at 08:00 brief”.', context);
  const read = readScheduled(tokensOf(values), context);
  if (read.kind === 'unread') return explainUnread(read, context);
  const given = joinTyped(splitLine(values['lookup'] ?? ''));
  if (given && read.lookup === null)
    return usage(`“${given}” reads as part of the time, not as a lookup.`, context);
  const { parts, lookup } = read;
  if ((lookup ?? '').length > LONGEST_LOOKUP)
    return usage(`A lookup has at most ${LONGEST_LOOKUP} characters.`, context);
  const meaning = meaningOf(parts, whenContext(context));
  const make = ({ cadence, zone }: WhenOffer): ScheduleAsk => ({
    kind: 'schedule',
    cadence,
    zone,
    ...placeOf(parts),
    lookup: lookup ?? BRIEFING,
  });
  if (meaning.kind === 'when') return make(meaning);
  return offer(meaning.say, meaning.offers.map(make), context);
}

/** The tokens of a typed line, which is one value, or of a platform's options, in the order of a line. */
function tokensOf(values: AskValues): TypedToken[] {
  const to = (values['to'] ?? '').trim();
  const isQuiet = /^(?:yes|true|quiet|quietly)$/iu.test(values['quiet'] ?? '');
  const parts = [
    values['when'],
    values['zone'],
    isQuiet ? 'quiet' : '',
    to ? `to ${to}` : '',
    values['lookup'],
  ];
  return parts.flatMap((part) => splitLine(part ?? ''));
}

function placeOf(parts: readonly WhenPart[]): Pick<ScheduleAsk, 'quiet' | 'to'> {
  const to = parts.find((part) => part.kind === 'to');
  return { quiet: parts.some(({ kind }) => kind === 'quiet'), to: to?.to ?? null };
}

/** Names the words that were not understood, and offers lines without or with them. */
function explainUnread({ say, parts, lookups }: Unread, context: BuildContext): Shortfall {
  const meaning = meaningOf(parts, whenContext(context));
  const [time] = meaning.kind === 'when' ? [meaning] : meaning.offers;
  if (!time) return usage(say, context);
  const asks = lookups.map(
    (lookup): ScheduleAsk => ({
      kind: 'schedule',
      cadence: time.cadence,
      zone: time.zone,
      ...placeOf(parts),
      lookup: lookup ?? BRIEFING,
    }),
  );
  return offer(say, asks, context);
}

function usage(say: string, { command }: Pick<BuildContext, 'command'>): Shortfall {
  return { kind: 'shortfall', code: 'usage', say, example: command.examples[0] ?? null };
}

/** A shortfall that offers schedules as lines. With none, it shows an example. */
function offer(say: string, asks: readonly ScheduleAsk[], context: Pick<BuildContext, 'command'>): Shortfall {
  const [first, ...others] = asks.map(writeSchedule);
  if (first === undefined) return usage(say, context);
  return { kind: 'shortfall', code: 'usage', say, example: first, others };
}

/** Writes the typed line that parses to this schedule. */
export function writeSchedule({ cadence, zone, quiet, to, lookup }: ScheduleAsk): string {
  const place = to === null ? null : to === 'me' ? 'to me' : to.startsWith('<') ? `to ${to}` : `to #${to}`;
  const parts = ['schedule', cadenceText(cadence), zone, quiet ? 'quiet' : null, place, lookup];
  return parts.filter(Boolean).join(' ');
}
