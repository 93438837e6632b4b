import type { Schedules } from '../archive/delivery-port.ts';
import { type ParseContext, parseLine } from '../ask/parse-line.ts';
import { isLookup } from '../kernel/command.ts';
import { Fault } from '../kernel/fault.ts';
import type { NewSchedule } from '../kernel/schedule.ts';
import type { DeskConfig } from '../kernel/settings/desk-config.ts';
import { cadenceText } from '../kernel/time/cadence-text.ts';
import { fromWholeHour, nextSlot } from '../kernel/time/next-slot.ts';

/**
 * Makes the schedules of the desk's file that are not there yet and ends those that stand in it no more; what an editor paused stays so.
 * Throws Fault `desk-invalid` with every complaint in one message, changing nothing.
 */
export async function reconcileSchedules(
  { schedules: configured = [], zone }: Pick<DeskConfig, 'schedules' | 'zone'>,
  schedules: Schedules,
  context: ParseContext,
): Promise<void> {
  const complaints: string[] = [];
  const wanted = configured.flatMap((entry, n): NewSchedule[] => {
    const read = parseLine(`schedule ${entry.when} ${entry.zone ?? zone} ${entry.line}`, context);
    const lookup = read.kind === 'schedule' ? parseLine(read.lookup, context) : read;
    if (lookup.kind === 'shortfall') complaints.push(`schedules.${n}: ${lookup.say}`);
    else if (!isLookup(lookup, context.commands))
      complaints.push(`schedules.${n}: “${entry.line}” is no lookup.`);
    if (read.kind !== 'schedule') return [];
    const own = { cadence: fromWholeHour(read.cadence, read.zone ?? zone), zone: read.zone ?? zone };
    const { platform, channel } = entry.to;
    const quiet = read.quiet || entry.quiet;
    return [
      {
        ...own,
        destination: entry.to,
        line: read.lookup,
        quietWhenNothing: quiet,
        createdBy: { id: 'desk', name: 'the desk’s file', address: null },
        createdAt: context.now.toISOString(),
        origin: JSON.stringify([cadenceText(own.cadence), own.zone, read.lookup, quiet, platform, channel]),
        nextSlot: nextSlot(own.cadence, own.zone, context.now)?.toISOString() ?? null,
      },
    ];
  });
  if (complaints.length)
    throw new Fault('desk-invalid', `The desk’s schedules cannot be used: ${complaints.join('; ')}`, {
      remedy: 'Fix `schedules:` in the desk’s file as described in data/README.md.',
    });
  const standing = (await schedules.all()).filter(({ origin }) => origin !== null);
  for (const { id, origin } of standing)
    if (!wanted.some((each) => each.origin === origin)) await schedules.remove(id, context.now);
  const known = new Set(standing.map(({ origin }) => origin));
  for (const schedule of new Map(wanted.map((each) => [each.origin, each])).values())
    if (!known.has(schedule.origin)) await schedules.add(schedule);
}
