import { commandsFor } from '../answer/command-list.ts';
import type { Archive } from '../archive/port.ts';
import type { DeskConfig } from '../kernel/settings/desk-config.ts';
import type { Clock } from '../kernel/time/clock.ts';
import type { Completions } from './complete.ts';
import { knownPeople } from './read/known-people.ts';

interface CompletionDeps {
  readonly config: DeskConfig;
  readonly archive: Pick<Archive, 'directory' | 'schedules'>;
  readonly clock: Clock;
}

/** Another process may store articles in the same archive: what is in memory is at most this old, in ms. */
const MEMORY_AGE_MS = 10_000;
/** Quotations in memory for completion. */
const RECENT_QUOTATIONS = 2_000;

type Loaded = Omit<Completions, 'now'>;

/** People, outlets, quotations and schedules in memory, read again when they are out of date. */
export interface CompletionMemory {
  /** As last loaded. */
  readonly last: Loaded;
  /** Loads again where `outdate` was called or the last load is too old. */
  fresh(): Promise<Loaded>;
  reload(): Promise<Loaded>;
  outdate(): void;
}

/** Throws what the archive throws. */
export async function openCompletions(deps: CompletionDeps): Promise<CompletionMemory> {
  const { clock } = deps;
  let last = await loadCompletions(deps);
  let loadedAtMs = clock().getTime();
  let isOutdated = false;
  const reload = async () => {
    last = await loadCompletions(deps);
    loadedAtMs = clock().getTime();
    isOutdated = false;
    return last;
  };
  return {
    get last() {
      return last;
    },
    fresh: async () => (isOutdated || clock().getTime() - loadedAtMs > MEMORY_AGE_MS ? await reload() : last),
    reload,
    outdate: () => {
      isOutdated = true;
    },
  };
}

async function loadCompletions({ config, archive }: CompletionDeps): Promise<Loaded> {
  const [speakers, outlets, quotations, schedules] = await Promise.all([
    archive.directory.speakers(),
    archive.directory.outlets(),
    archive.directory.recentQuotations(RECENT_QUOTATIONS),
    archive.schedules.all(),
  ]);
  return {
    people: knownPeople(speakers, config.roster),
    outlets: outlets.map(({ name }) => name),
    quotations,
    schedules,
    commands: commandsFor(config),
  };
}
