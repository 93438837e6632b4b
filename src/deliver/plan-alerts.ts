import { setImmediate } from 'node:timers/promises';
import type { Person } from '../answer/show/answer-deps.ts';
import { matchWatch } from '../answer/watches/match-watch.ts';
import { isQuiet } from '../answer/watches/quiet-hours.ts';
import { watchNames } from '../answer/watches/watch-names.ts';
import type { Archive } from '../archive/port.ts';
import type { Arrival, NewWatchHit, WatchHit } from '../archive/watch-port.ts';
import { type Destination, destinationKey } from '../kernel/asker.ts';
import { alertKey } from '../kernel/keys/delivery-key.ts';
import type { Watch } from '../kernel/watch.ts';
import { type ReadWords, rememberWords } from '../text/find-words.ts';

/** Arrivals examined in one transaction. */
const BATCH = 20;
/** An alert later than this is no longer news, in ms. */
const WORTH_SENDING_MS = 2 * 24 * 60 * 60 * 1000;

export interface AlertTools {
  readonly archive: Pick<Archive, 'watches'>;
  readonly people: readonly Person[];
  readonly now: Date;
}

/**
 * Examines new arrivals and adds one alert per destination to the outbox, for all its watches; watches in quiet hours
 * wait. Each article alerts a watch once, also when this is interrupted. Returns the number of alerts planned.
 */
export async function planAlerts(tools: AlertTools): Promise<number> {
  await findHits(tools);
  return tellHits(tools);
}

async function findHits({ archive, people }: AlertTools): Promise<void> {
  for (;;) {
    const arrivals = await archive.watches.arrivals(BATCH);
    if (!arrivals.length) return;
    const watches = await archive.watches.all();
    const read = rememberWords();
    const hits = arrivals.flatMap((arrival) => hitsIn(arrival, watches, people, read));
    const numbers = arrivals.map(({ number }) => number);
    // Another process examines the same arrivals. Its hits are as good as ours.
    if (!(await archive.watches.note(numbers, hits))) return;
    // Yields to the event loop, so that questions are answered while thousands of arrivals are examined.
    await setImmediate();
  }
}

function hitsIn(
  arrival: Arrival,
  watches: readonly Watch[],
  people: readonly Person[],
  read: ReadWords,
): NewWatchHit[] {
  const { article } = arrival;
  const quotations = arrival.quotations.map((quotation) => ({ quotation, article }));
  return watches.flatMap(({ number, wanted }) => {
    const match = matchWatch(wanted, watchNames(wanted, people), article, quotations, read);
    if (!match) return [];
    const utteranceIds = [...new Set(match.quotations.map(({ quotation }) => quotation.utteranceId))];
    return [{ watch: number, articleId: article.id, utteranceIds, arrival: arrival.number }];
  });
}

async function tellHits({ archive, now }: AlertTools): Promise<number> {
  const watches = await archive.watches.all();
  const untold = await archive.watches.untold();
  const ready = watches.filter(({ quiet, stopped }) => stopped === null && !isQuiet(quiet, now));
  const addresses = new Map(ready.map(({ destination }) => [destinationKey(destination), destination]));
  let planned = 0;
  for (const [key, address] of addresses) {
    const own = new Set(
      ready.flatMap((watch) => (destinationKey(watch.destination) === key ? watch.number : [])),
    );
    const hits = untold.filter(({ watch }) => own.has(watch));
    const resumed = ready.flatMap(({ number, resumedAt }) => (own.has(number) ? (resumedAt ?? []) : []));
    if (!hits.length) continue;
    if (await archive.watches.tell(deliveryOf(address, hits, { now, resumed }), hits)) planned += 1;
  }
  return planned;
}

function deliveryOf(
  destination: Destination,
  hits: readonly WatchHit[],
  { now, resumed }: { now: Date; resumed: readonly string[] },
) {
  return {
    key: alertKey(destination, hits, resumed),
    destination,
    payload: {
      kind: 'alert',
      watches: [...new Set(hits.map(({ watch }) => watch))],
      articleIds: [...new Set(hits.map(({ articleId }) => articleId))],
    } as const,
    schedule: null,
    plannedAt: now.toISOString(),
    dueAt: now.toISOString(),
    notAfter: new Date(now.getTime() + WORTH_SENDING_MS).toISOString(),
  };
}
