import { setImmediate } from 'node:timers/promises';
import type { Reading } from '../../src/desk/desk.ts';
import { count } from '../../src/text/count.ts';
import { openDeskFor } from '../open-archive.ts';
import { type Flags, logTo, type ProcessDeps, readLocalConfig } from '../process-deps.ts';
import { EXIT } from './exit-code.ts';
import { openCounter } from './show-progress.ts';
import { write } from './write-lines.ts';

interface Tally {
  articles: number;
  versions: number;
  before: number;
  after: number;
  speakersChanged: number;
}

/**
 * Finds the quotations of every article again that an older engine, model or roster read. Shows a progress
 * bar at a terminal.
 */
export async function reread(around: ProcessDeps, flags: Flags): Promise<number> {
  const config = readLocalConfig(around);
  const log = logTo(around, config, false);
  const desk = await openDeskFor(around, { config, flags, log, ifNew: 'from the desk' });
  const tally: Tally = { articles: 0, versions: 0, before: 0, after: 0, speakersChanged: 0 };
  const stop = new AbortController();
  const forget = around.onEnd(() => stop.abort());
  try {
    await readAgain(desk, tally, {
      around,
      stop: stop.signal,
      told: (id) => log.debug({ id }, 'read again'),
    });
  } finally {
    forget();
    await desk.close();
    // Print the summary even after an error such as a full disk: the articles read again so far are stored.
    await write(around.stdout, summary(tally));
  }
  if (!stop.signal.aborted) return EXIT.done;
  await write(around.stderr, STOPPED);
  return EXIT.nothing;
}

const STOPPED =
  'Stopped before the end. What was read again is kept: the same command again goes on where this one stopped.\n';

interface Run {
  readonly around: ProcessDeps;
  readonly stop: AbortSignal;
  readonly told: (articleId: string) => void;
}

async function readAgain(desk: Reading, tally: Tally, { around, stop, told }: Run): Promise<void> {
  const { articles, versions } = (await desk.outdated()) ?? { articles: 0, versions: 0 };
  const counter = openCounter(around.stderr, articles + versions, 'articles and older versions read again');
  try {
    for await (const read of desk.readAgain()) {
      tally[read.kind === 'article' ? 'articles' : 'versions'] += 1;
      tally.before += read.before;
      tally.after += read.after;
      tally.speakersChanged += read.speakersChanged;
      told(read.articleId);
      counter.step();
      // The archive is synchronous. Without this pause, a signal would not be seen until the end.
      await setImmediate();
      if (stop.aborted) return;
    }
  } finally {
    counter.stop();
  }
}

function summary({ articles, versions, before, after, speakersChanged }: Tally): string {
  if (articles + versions === 0)
    return 'Nothing to read again: every article was read by the engine as it is.\n';
  const read = [count(articles, 'article'), ...(versions ? [count(versions, 'older version')] : [])];
  return `${read.join(' and ')} read again: ${count(before, 'quotation')} before, ${after} after, ${count(speakersChanged, 'speaker')} changed\n`;
}
