import { describeWanted, watchLine } from '../answer/watches/watch-names.ts';
import type { Settlement } from '../archive/delivery-port.ts';
import {
  ANYBODY,
  type Destination,
  directMessages,
  LOCAL_PLATFORM,
  OWNER,
  sameDestination,
} from '../kernel/asker.ts';
import type { Delivery, NewDelivery } from '../kernel/delivery.ts';
import { stoppedKey } from '../kernel/keys/delivery-key.ts';
import type { Watch } from '../kernel/watch.ts';
import type { DeliveryParts } from './delivery-parts.ts';

/** How long a notice that something stopped is worth sending. */
const NOTICE_KEPT_MS = 7 * 24 * 3_600_000;

type Parts = Pick<DeliveryParts, 'archive' | 'clock'>;
type Refused = Extract<Settlement, { kind: 'refused' }>;

/** Stops the schedule or watches that a destination refused, and notifies their makers, unless the makers' own messages refused. */
export async function refusalOf(delivery: Delivery, reason: string, parts: Parts): Promise<Refused> {
  const at = parts.clock();
  const said = /[.!?…]$/u.test(reason) ? reason : `${reason}.`;
  const notices =
    delivery.schedule === null
      ? await aboutWatches(delivery, said, parts)
      : await aboutSchedule(delivery, delivery.schedule, said, parts);
  return { kind: 'refused', at, reason, notices: notices.map((each) => noticeOf(delivery, each, at)) };
}

interface Told {
  readonly to: Destination;
  /** The position, from 0, among the people notified about one delivery. */
  readonly nth: number;
  readonly title: string;
  readonly text: string;
}

function noticeOf({ key }: Delivery, { to, nth, title, text }: Told, at: Date): NewDelivery {
  return {
    key: stoppedKey(key, nth),
    destination: to,
    payload: { kind: 'notice', title, text },
    schedule: null,
    plannedAt: at.toISOString(),
    dueAt: at.toISOString(),
    notAfter: new Date(at.getTime() + NOTICE_KEPT_MS).toISOString(),
  };
}

async function aboutSchedule(
  { destination }: Delivery,
  number: number,
  reason: string,
  { archive }: Parts,
): Promise<Told[]> {
  const schedule = await archive.schedules.get(number);
  const to = schedule?.createdBy.address;
  if (!schedule || !to || sameDestination(to, destination)) return [];
  const { id, line } = schedule;
  const text = `“${line}” could not be delivered to ${schedule.destination.name}. ${reason} It is stopped. Once that is mended, type “resume ${id}”.`;
  return [{ to, nth: 0, title: `Schedule ${id} was stopped`, text }];
}

async function aboutWatches(
  { destination, payload }: Delivery,
  reason: string,
  { archive }: Parts,
): Promise<Told[]> {
  if (payload.kind !== 'alert') return [];
  const stopped = (await archive.watches.all()).filter(
    ({ number, stopped }) => stopped === null && payload.watches.includes(number),
  );
  const makers = [...new Set(stopped.map(({ madeBy }) => madeBy.id))];
  return makers.flatMap((id, i) => {
    const own = stopped.filter(({ madeBy }) => madeBy.id === id);
    const [first] = own;
    const to = directMessages(destination.platform, id);
    const hasAccount = id !== OWNER.id && id !== ANYBODY.id && destination.platform !== LOCAL_PLATFORM;
    if (!first || !hasAccount || sameDestination(to, destination)) return [];
    return [{ to, nth: i, title: titleOf(own), text: textOf(own, first, reason) }];
  });
}

function titleOf(watches: readonly Watch[]): string {
  const numbers = watches.map(({ number }) => number);
  return watches.length === 1
    ? `Watch ${numbers[0]} was stopped`
    : `Watches ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)} were stopped`;
}

function textOf(watches: readonly Watch[], { destination }: Watch, reason: string): string {
  const names = watches.map(({ wanted }) => describeWanted(wanted)).join('; ');
  const lines = watches.map((watch) => `“${watchLine(watch)}”`).join(', then ');
  const it = watches.length === 1 ? 'it finds' : 'they find';
  return `What was found for ${names} could not be delivered to ${destination.name}. ${reason} What ${it} is kept. Once that is mended, type ${lines} there.`;
}
