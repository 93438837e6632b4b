import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { startTypeScript } from '../builders/start-typescript.ts';

export interface Run {
  readonly child: ChildProcess;
  /** Lines told so far. */
  readonly told: string[];
  /** When so many lines have been told, or it has ended. */
  readonly whenTold: (lines: number) => Promise<void>;
  /** The exit code, null when it was killed. */
  readonly ended: Promise<number | null>;
}

/** Starts a process of its own that stores numbered articles. */
export function startStoring(file: string, from: number, to: number, paragraphs: number): Run {
  const program = new URL('./store-articles.ts', import.meta.url);
  const child = startTypeScript(program, [file, `${from}`, `${to}`, `${paragraphs}`]);
  child.stderr.pipe(process.stderr);
  const told: string[] = [];
  const waiting = new Set<() => void>();
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    told.push(line);
    for (const look of waiting) look();
  });
  // Both: the process is gone, and what it told has been read.
  const read = new Promise<void>((resolve) => lines.once('close', () => resolve()));
  const left = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const ended = Promise.all([left, read]).then(([code]) => code);
  const whenTold = (wanted: number) =>
    Promise.race([
      ended.then(() => undefined),
      new Promise<void>((resolve) => {
        const look = () => {
          if (told.length >= wanted) resolve();
        };
        waiting.add(look);
        look();
      }),
    ]);
  return { child, told, whenTold, ended };
}
