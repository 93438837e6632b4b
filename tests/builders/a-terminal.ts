import { PassThrough, Writable } from 'node:stream';
import type { Terminal } from '../../src/kernel/platform.ts';

/** The streams of a process that nobody watches; `input` is all that is typed. */
export function aTerminal(input = ''): {
  readonly terminal: Terminal;
  readonly shown: { out: string; err: string };
} {
  const shown = { out: '', err: '' };
  const collect = (into: keyof typeof shown) =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        shown[into] += chunk.toString();
        done();
      },
    });
  const stdin = new PassThrough();
  stdin.end(input);
  return { terminal: { env: {}, stdin, stdout: collect('out'), stderr: collect('err') }, shown };
}
