import { PassThrough, Writable } from 'node:stream';
import { commandLine } from '../../adapters/command-line/command-line.ts';

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
        done();
      },
    });
  const code = await commandLine(argv, {
    folder: options.folder ?? '/nowhere',
    env: options.env ?? {},
    stdin,
    stdout: collect('out'),
    stderr: collect('err'),
    clock: () => new Date('2026-03-11T16:00:00Z'),
    random: () => 0.5,
    onEnd: () => () => {},
  });
  return { code, ...shown };
}
