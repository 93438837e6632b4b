import { randomUUID } from 'node:crypto';
import type { Archive } from '../archive/port.ts';
import { resolveBySystem } from '../ingest/fetch/connect.ts';
import { FETCH_LIMITS, type FetchNet } from '../ingest/fetch/fetch-url.ts';
import { pageFetcher } from '../ingest/fetch/page-fetcher.ts';
import { type HtmlWorker, openHtmlWorker } from '../ingest/html/open-html-worker.ts';
import { newSource } from '../ingest/poll/state.ts';
import type { CleanArticle, Stored } from '../kernel/article.ts';
import type { Log } from '../kernel/log.ts';
import type { DeskConfig } from '../kernel/settings/desk-config.ts';
import type { SourceDoor } from '../kernel/source-door.ts';
import type { Clock } from '../kernel/time/clock.ts';
import { addSource } from './add-source.ts';
import { openVisits } from './follow-sources.ts';
import { type GivenOfWeb, readWeb, type WebRead } from './read-web.ts';
import { SOURCE_LIMITS, type SourceLimits, type SourceParts } from './source-parts.ts';

/** Interval between two checks for due sources, in ms. */
const TICK_MS = 60_000;

export interface SourceRoomParts {
  readonly config: DeskConfig;
  readonly archive: Archive;
  readonly read: (article: CleanArticle) => Promise<Stored>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  /** The network. Default: this machine's, without private addresses. */
  readonly net?: FetchNet | undefined;
  readonly limits?: SourceLimits | undefined;
  /** Cleans web pages and stays open when the desk closes. Default: a worker of the desk's own. */
  readonly html?: HtmlWorker | undefined;
}

export interface PollLoop {
  /** Resolves when the first round of visits has ended. Never rejects. */
  readonly begun: Promise<void>;
  stop(): void;
}

/** The open sources of a desk. */
export interface SourceRoom {
  readonly door: SourceDoor;
  /** Polls the due sources once and resolves when that has ended. Never rejects. */
  poll(): Promise<void>;
  /** Adds the configured feeds that the archive lacks, then polls once a minute until it is stopped. */
  follow(): PollLoop;
  readWeb(url: string, given?: GivenOfWeb): AsyncGenerator<WebRead>;
  /** Aborts visits under way. Entries that were not read yet keep waiting. */
  close(): Promise<void>;
}

export function openSourceRoom(given: SourceRoomParts): SourceRoom {
  const { config, archive, clock, log } = given;
  const stop = new AbortController();
  const net = { ...(given.net ?? systemNet(clock)), stop: stop.signal };
  const html = given.html ?? openHtmlWorker();
  const limits = given.limits ?? SOURCE_LIMITS;
  const parts: SourceParts = { ...given, net, html, limits, owner: randomUUID() };
  const entryDeps = { fetchPage: pageFetcher(net, limits.pageGapMs), html };
  const visits = openVisits(parts, entryDeps);
  return {
    door: {
      list: () => archive.sources.list(),
      add: (url, all, asker) => addSource(url, all, asker, { parts, entryDeps, visits }),
      remove: ({ number }) => archive.sources.remove(number),
      isConfigured: ({ url }) => config.sources.some((source) => source.url === url),
    },
    poll: () => visits.tick(),
    follow: () => {
      const begun = addConfigured(given)
        .catch((error: unknown) => log.error({ err: error }, 'the feeds of the configuration were not added'))
        .then(() => visits.tick());
      const timer = setInterval(() => void visits.tick(), TICK_MS);
      stop.signal.addEventListener('abort', () => clearInterval(timer), { once: true });
      return { begun, stop: () => clearInterval(timer) };
    },
    readWeb: (url, given) => readWeb(url, entryDeps, given),
    close: async () => {
      stop.abort();
      if (!given.html) await html.close();
      await visits.ended();
    },
  };
}

async function addConfigured({ config, archive, clock, log }: SourceRoomParts): Promise<void> {
  for (const { url, name, topic } of config.sources) {
    const now = clock();
    const addedBy = { id: 'desk', name: 'the desk’s configuration', platform: 'configuration' };
    const source = { kind: 'feed', url, name, topic, addedBy, addedAt: now.toISOString() } as const;
    const added = await archive.sources.add({ ...source, state: newSource(url, now) });
    if (added) log.info({ source: added.number, url }, 'a feed of the configuration is followed');
  }
}

function systemNet(clock: Clock): FetchNet {
  return {
    resolve: resolveBySystem,
    clock,
    limits: FETCH_LIMITS,
    agent: 'Verbatim/0.1 (a newsroom reader of public pages and feeds)',
  };
}
