import type { BuildContext } from '../../ask/command.ts';
import { readCadence } from '../../ask/read-cadence.ts';
import { nearestZone, readZone } from '../../ask/read-zone.ts';
import { joinMarked, splitLine, type TypedToken } from '../../ask/split-line.ts';
import type { Shortfall } from '../../kernel/answer.ts';
import type { AskOf, AskValues } from '../../kernel/ask.ts';
import { cadenceText } from '../../kernel/time/cadence-text.ts';

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

/** Joins tokens into text that splits into these tokens again. A single quoted token keeps its marks. */
export function joinTyped(tokens: readonly TypedToken[]): string {
  const [only] = tokens;
  return tokens.length === 1 && only?.quoted && !only.filter ? `“${only.text}”` : joinMarked(tokens);
}

/** Parses a schedule's number: “3”, “#3”, or a completion such as “3 · weekdays at 08:00 …”. */
export function readScheduleNumber(typed: string): number | null {
  const number = /^\s*#?(\d{1,9})\s*(?:·.*)?$/su.exec(typed)?.[1];
  return number ? Number(number) : null;
}

/** Builds a schedule from `weekdays at 08:00 [zone] [quiet] [lookup]`, in one value or several. */
export function buildSchedule(
  values: AskValues,
  { now, command }: Pick<BuildContext, 'now' | 'command'>,
): ScheduleAsk | Shortfall {
  const usage = (say: string): Shortfall => ({
    kind: 'shortfall',
    code: 'usage',
    say,
    example: command.examples[0] ?? null,
  });
  const tokens = splitLine(values['when'] ?? '');
  if (!tokens.length) return usage('Say when, and what: “weekdays at 08:00 brief”.');
  const read = readCadence(tokens, now);
  if (read.kind === 'wrong') return usage(read.say);
  const behind = readBehindCadence(tokens.slice(read.used));
  const chosen = readChosenZone(values['zone']);
  const unknown = behind.unknownZone ?? chosen.unknownZone;
  if (unknown !== null)
    return usage(`There is no time zone “${unknown}”. Did you mean ${nearestZone(unknown)}?`);
  const typed = values['lookup'] ?? '';
  const lookup = [joinTyped(behind.rest), joinTyped(splitLine(typed))].filter(Boolean).join(' ');
  if (lookup.length > LONGEST_LOOKUP) return usage(`A lookup has at most ${LONGEST_LOOKUP} characters.`);
  const ask: ScheduleAsk = {
    kind: 'schedule',
    cadence: read.cadence,
    zone: chosen.zone ?? behind.zone,
    quiet: behind.quiet || /^(?:yes|true|quiet|quietly)$/iu.test(values['quiet'] ?? ''),
    lookup: lookup || BRIEFING,
  };
  const again = typed ? buildSchedule({ when: partsOf(ask) }, { now, command }) : ask;
  return again.kind === 'schedule' && again.lookup !== ask.lookup
    ? usage(`“${lookup}” reads as part of the time. Begin the lookup with a command, such as “find”.`)
    : ask;
}

interface Behind {
  readonly zone: string | null;
  /** A word that looks like a zone but is none; null when there is no such word. */
  readonly unknownZone: string | null;
  readonly quiet: boolean;
  readonly rest: readonly TypedToken[];
}

/** Reads a zone and “quiet”, in any order, after a cadence. */
function readBehindCadence(tokens: readonly TypedToken[]): Behind {
  let zone: string | null = null;
  let quiet = false;
  for (const [i, { text, quoted, filter }] of tokens.entries()) {
    if (quoted || filter) return { zone, unknownZone: null, quiet, rest: tokens.slice(i) };
    const here = readZone(text);
    const isLead = /^in$/iu.test(text) && readZone(tokens[i + 1]?.text ?? '') !== null;
    const isQuiet = /^(?:quiet|quietly)$/iu.test(text);
    if (quoted || filter) return { zone, unknownZone: null, quiet, rest: tokens.slice(i) };
    if (isQuiet) quiet = true;
    else if (here) zone = here;
    else if (!isLead) {
      const unknownZone = /^[a-z]+\/[a-z_/+-]+\d*$/iu.test(text) ? text : null;
      return { zone, unknownZone, quiet, rest: tokens.slice(i) };
    }
  }
  return { zone, unknownZone: null, quiet, rest: [] };
}

function readChosenZone(typed = ''): Pick<Behind, 'zone' | 'unknownZone'> {
  const chosen = typed.trim();
  const zone = chosen ? readZone(chosen) : null;
  return { zone, unknownZone: chosen && !zone ? chosen : null };
}

/** Writes the typed line that parses to this schedule. */
export function writeSchedule(ask: ScheduleAsk): string {
  return `schedule ${partsOf(ask)}`;
}

function partsOf({ cadence, zone, quiet, lookup }: ScheduleAsk): string {
  const parts = [cadenceText(cadence), zone, quiet ? 'quiet' : null, lookup];
  return parts.filter(Boolean).join(' ');
}
