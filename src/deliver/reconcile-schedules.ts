import type { Schedules } from '../archive/delivery-port.ts';
import type { ParseContext } from '../ask/command.ts';
import { parseLine } from '../ask/parse-line.ts';
import { type Destination, sameDestination } from '../kernel/asker.ts';
import { isLookup } from '../kernel/command.ts';
import { Fault } from '../kernel/fault.ts';
import type { Cadence, NewSchedule, Schedule } from '../kernel/schedule.ts';
import type { DeskConfig } from '../kernel/settings/desk-config.ts';
import { cadenceTextInFull } from '../kernel/time/cadence-text.ts';
import { fromWholeHour, nextSlot } from '../kernel/time/next-slot.ts';

/**
 * A schedule from the desk’s file. `origin` identifies it in the archive. `formerOrigin` is the identity it
 * had before `origin` included `direct`.
 */
type Wanted = NewSchedule & { readonly origin: string; readonly formerOrigin: string };

/**
 * Adds schedules from the desk’s file that the archive lacks and removes those no longer in the file. A
 * schedule that an editor paused stays paused. On any complaint, changes nothing and throws one Fault
 * `desk-invalid` with all of them.
 */
export async function reconcileSchedules(
  { schedules: configured = [], zone }: Pick<DeskConfig, 'schedules' | 'zone'>,
  schedules: Schedules,
  context: ParseContext,
): Promise<void> {
  const complaints: string[] = [];
  const wanted = configured.flatMap((entry, n): Wanted[] => {
    const read = parseLine(`schedule ${entry.when} ${entry.zone ?? zone} ${entry.line}`, context);
    const lookup = read.kind === 'schedule' ? parseLine(read.lookup, context) : read;
    if (lookup.kind === 'shortfall') complaints.push(`schedules.${n}: ${lookup.say}`);
    else if (!isLookup(lookup, context.commands))
      complaints.push(`schedules.${n}: “${entry.line}” is no lookup.`);
    if (read.kind !== 'schedule') return [];
    const ownZone = read.zone ?? zone;
    const quiet = read.quiet || entry.quiet;
    return [wantedSchedule({ ...read, zone: ownZone, quiet }, entry.to, context.now)];
  });
  if (complaints.length)
    throw new Fault('desk-invalid', `The desk’s schedules cannot be used: ${complaints.join('; ')}`, {
      remedy: 'Fix `schedules:` in the desk’s file as described in data/README.md.',
    });
  const standing = (await schedules.all()).filter(({ origin }) => origin !== null);
  for (const schedule of standing)
    if (!wanted.some((each) => isOf(schedule, each))) await schedules.remove(schedule.id, context.now);
  for (const each of new Map(wanted.map((one) => [one.origin, one])).values()) {
    const { formerOrigin, ...schedule } = each;
    if (!standing.some((one) => isOf(one, each))) await schedules.add(schedule);
  }
}

function wantedSchedule(
  { cadence: typed, zone, lookup, quiet }: { cadence: Cadence; zone: string; lookup: string; quiet: boolean },
  destination: Destination,
  now: Date,
): Wanted {
  const cadence = fromWholeHour(typed, zone);
  const { platform, channel, direct } = destination;
  const identity = [cadenceTextInFull(cadence), zone, lookup, quiet, platform, channel];
  return {
    cadence,
    zone,
    destination,
    line: lookup,
    quietWhenNothing: quiet,
    createdBy: { id: 'desk', name: 'the desk’s file', address: null },
    createdAt: now.toISOString(),
    origin: JSON.stringify([...identity, direct]),
    formerOrigin: JSON.stringify(identity),
    nextSlot: nextSlot(cadence, zone, now)?.toISOString() ?? null,
  };
}

/** Whether a stored schedule is this one of the desk’s file. */
function isOf({ origin, destination }: Schedule, wanted: Wanted): boolean {
  const known = origin === wanted.origin || origin === wanted.formerOrigin;
  return known && sameDestination(destination, wanted.destination);
}
