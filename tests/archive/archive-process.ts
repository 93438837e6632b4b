import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Stores the numbered articles [from, to) one after another, each told on standard output once it is stored. */
const PROGRAM = `
import { openSqliteArchive } from './src/archive/sqlite/open-archive.js';
import { numberedArticle } from './tests/archive/an-archive-file.js';
const [file, from, to, paragraphs] = process.argv.slice(2);
const archive = openSqliteArchive({ file });
for (let n = Number(from); n < Number(to); n++) {
  const { article, quotations } = numberedArticle(n, Number(paragraphs));
  console.log(n, await archive.shelf.store(article, quotations, new Date('2024-05-01T09:00:00Z')));
}
await archive.close();
`;

/** Compiles rooms into a folder, as Node 20 runs no TypeScript; what is only read is linked beside them. */
export function compileRooms(folder: string, rooms: readonly string[], linked: readonly string[] = []): void {
  for (const room of rooms)
    for (const path of readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })) {
      if (!path.endsWith('.ts') || path.endsWith('.test.ts')) continue;
      const { outputText } = ts.transpileModule(readFileSync(join(ROOT, room, path), 'utf8'), {
        compilerOptions: {
          target: ts.ScriptTarget.ES2023,
          module: ts.ModuleKind.ESNext,
          rewriteRelativeImportExtensions: true,
        },
      });
      const out = join(folder, room, path.replace(/\.ts$/, '.js'));
      mkdirSync(dirname(out), { recursive: true });
      writeFileSync(out, outputText);
    }
  for (const name of ['node_modules', ...linked]) symlinkSync(join(ROOT, name), join(folder, name), 'dir');
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "version": "0.0.0" }');
}

/** Compiles the program that stores into a folder; gives its path. */
export function compileProgram(folder: string): string {
  compileRooms(folder, ['src/kernel', 'src/archive', 'tests/archive', 'tests/builders']);
  const program = join(folder, 'store.js');
  writeFileSync(program, PROGRAM);
  return program;
}

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
export function startStoring(
  program: string,
  file: string,
  from: number,
  to: number,
  paragraphs: number,
): Run {
  const child = spawn(process.execPath, [program, file, `${from}`, `${to}`, `${paragraphs}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
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
