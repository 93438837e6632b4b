import { PassThrough, Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { type RunningConsole, startConsole } from '../../adapters/console/start-console.ts';
import type { Desk } from '../../src/desk/desk.ts';

/** What stands on the other side of a console: keys go in, what is shown comes out. */
export interface Terminal {
  /** Key by key, as a reader types. */
  type(keys: string): void;
  /** All at once. */
  paste(text: string): void;
  /** Resolves with everything shown so far once it holds the text `times` times. */
  until(text: string, times?: number): Promise<string>;
  shown(): string;
  raw(): string;
  end(): void;
  resize(columns: number): void;
  stop(): void;
  readonly done: Promise<number>;
  readonly print: RunningConsole['print'];
  readonly output: Writable & { readonly isTTY: boolean; readonly columns: number };
}

interface TerminalOptions {
  readonly desk: Desk;
  readonly columns?: number;
  readonly historyFile?: string | null;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTTY?: boolean;
}

/** A console over streams that say they are a terminal (or a pipe). */
export function openTerminal({
  desk,
  columns = 80,
  historyFile = null,
  env = {},
  isTTY = true,
}: TerminalOptions): Terminal {
  const input = Object.assign(new PassThrough(), { isTTY });
  let raw = '';
  const waiting = new Set<() => void>();
  const output = Object.assign(
    new Writable({
      decodeStrings: false,
      write(chunk: string | Buffer, _encoding, done) {
        raw += chunk.toString();
        for (const look of waiting) look();
        done();
      },
    }),
    { isTTY, columns },
  );
  const shown = () => stripVTControlCharacters(raw);
  const { done, stop, print } = startConsole({ desk, input, output, env, historyFile });
  return {
    done,
    stop,
    print,
    output,
    shown,
    raw: () => raw,
    paste: (text) => void input.write(text),
    type(keys) {
      // An arrow key is three characters at once, ESC [ A.
      for (const part of keys.split(/(\p{Cc}\[[A-Z])/u))
        for (const key of /^\p{Cc}\[/u.test(part) ? [part] : part) input.write(key);
    },
    end: () => void input.end(),
    resize(to) {
      output.columns = to;
      output.emit('resize');
    },
    until: (text, times = 1) =>
      new Promise((resolve) => {
        const look = () => {
          if (shown().split(text).length <= times) return;
          waiting.delete(look);
          resolve(shown());
        };
        waiting.add(look);
        look();
      }),
  };
}
