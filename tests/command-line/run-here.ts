import { PassThrough, Writable } from 'node:stream';
import { commandLine } from '../../adapters/command-line/command-line.ts';
import type { FetchNet } from '../../src/ingest/fetch/fetch-url.ts';
import { aNet } from '../ingest/fetch/fetch-world.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Uint8Array;
  /** Where `.env` is looked for. */
  readonly folder?: string;
  readonly onEnd?: (listener: () => void) => () => void;
  /** Told of everything on standard error as it comes. */
  readonly onErr?: (shown: string) => void;
  /** Where pages and feeds are read; no host can be reached when left out. */
  readonly net?: FetchNet;
}

/** Runs one command line in this process, over streams of its own. */
export async function runHere(argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const stdin = new PassThrough();
  stdin.end(options.input ?? '');
  const shown = { out: '', err: '' };
  const collect = (into: keyof typeof shown) =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        shown[into] += chunk.toString();
        if (into === 'err') options.onErr?.(shown.err);
        done();
      },
    });
  const code = await commandLine(argv, {
    folder: options.folder ?? '/nowhere',
    // Nothing is noted in the home of whoever runs the tests.
    env: { XDG_STATE_HOME: '/dev/null/nowhere', ...options.env },
    stdin,
    stdout: collect('out'),
    stderr: collect('err'),
    clock: () => new Date('2026-03-11T16:00:00Z'),
    random: () => 0.5,
    net: options.net ?? aNet(),
    sourceLimits: { pageGapMs: 0, stretchMs: 60_000, addStretchMs: 60_000 },
    onEnd: options.onEnd ?? (() => () => {}),
  });
  return { code, ...shown };
}
