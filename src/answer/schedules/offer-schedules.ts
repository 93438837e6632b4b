import { readWhole } from '../../ask/when/read-when.ts';
import { type CommandDefinition, lookupsOf } from '../../kernel/command.ts';
import type { Schedule } from '../../kernel/schedule.ts';
import { cadenceText } from '../../kernel/time/cadence-text.ts';
import { zonesLike } from '../../kernel/time/zones.ts';

export interface ScheduleOffers {
  readonly schedules: readonly Schedule[];
  readonly commands: readonly CommandDefinition[];
  readonly now: Date;
}

const USUAL = [
  'weekdays at 08:00',
  'daily at 08:00',
  'daily at 08:00 and 17:00',
  'Monday at 09:00',
  'every 2 hours',
  'every 4 hours',
  'monthly on the 1st at 09:00',
];

/** Completions for one part of a schedule, best first. Each one parses as it stands. */
export function offerSchedules(
  what: 'cadences' | 'zones' | 'lookups' | 'schedules',
  typed: string,
  limit: number,
  held: ScheduleOffers,
): string[] {
  switch (what) {
    case 'cadences':
      return offerCadences(typed, held.now).slice(0, limit);
    case 'zones':
      return zonesLike(typed, limit);
    case 'lookups':
      return offerLookups(typed, held.commands).slice(0, limit);
    case 'schedules':
      return held.schedules
        .map(
          ({ id, line, cadence, destination }) =>
            `${id} · ${cadenceText(cadence)} · ${line} · to ${destination.name}`,
        )
        .filter((offer) => holds(offer, typed))
        .slice(0, limit);
    default:
      return what satisfies never;
  }
}

function holds(offer: string, typed: string): boolean {
  return offer.toLowerCase().includes(typed.trim().toLowerCase());
}

/** The typed cadence as soon as it parses, then the usual ones. */
function offerCadences(typed: string, now: Date): string[] {
  const read = readWhole(typed, { now, zone: 'UTC', country: null });
  const own = read && read.zone === null ? [cadenceText(read.cadence)] : [];
  const usual = USUAL.filter((each) => holds(each, typed));
  return [...new Set([...own, ...(usual.length || own.length ? usual : USUAL)])];
}

function offerLookups(typed: string, commands: readonly CommandDefinition[]): string[] {
  const lookups = lookupsOf(commands);
  const own = typed.trim();
  const isOwn = lookups.some(({ name }) => own.toLowerCase().startsWith(`${name} `));
  const examples = ['brief', ...lookups.flatMap((command) => command.examples)];
  return [...new Set([...(isOwn ? [own] : []), ...examples.filter((line) => holds(line, own))])];
}
