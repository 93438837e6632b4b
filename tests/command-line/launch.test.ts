import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LAUNCH = 'adapters/command-line/launch.mjs';
/** A first build of the whole project on a busy machine. */
const BUILD_MS = 180_000;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-launch-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Launched {
  readonly child: ChildProcess & { readonly stdin: NonNullable<ChildProcess['stdin']> };
  /** Everything on standard output; once asked for, nobody else can read it. */
  out(): Promise<string>;
  readonly err: Promise<string>;
  readonly code: Promise<number | null>;
}

interface LaunchOptions {
  readonly root?: string;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

function launch(
  argv: readonly string[],
  { root = ROOT, cwd = folder, env = {} }: LaunchOptions = {},
): Launched {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [join(root, LAUNCH), ...argv], {
    cwd,
    env: { PATH, HOME, XDG_STATE_HOME: folder, VERBATIM_ARCHIVE: join(folder, 'archive.sqlite'), ...env },
  });
  return {
    child,
    out: () => text(child.stdout),
    err: text(child.stderr),
    code: once(child, 'close').then(([code]) => code as number | null),
  };
}

async function ran({ child, out, err, code }: Launched, input = '') {
  const reading = out();
  child.stdin.end(input);
  return { out: await reading, err: await err, code: await code };
}

describe('the command as a process', () => {
  beforeAll(async () => {
    expect(await ran(launch(['--version']))).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+/u),
    });
    await ran(launch(['ask', 'latest']));
  }, BUILD_MS);

  it('puts nothing but the answer on standard output', async () => {
    const { out, err, code } = await ran(launch(['ask', 'who said sustained conversation', '--json']));
    expect({ err, code }).toEqual({ err: '', code: 0 });
    expect(JSON.parse(out)).toMatchObject({
      kind: 'found',
      quotations: [{ speaker: { name: 'Nicholas Burns' } }],
    });
  });

  it('writes all of a long answer though the reader is slow', async () => {
    const body = `The council met in the old hall on the quay and talked of ferries for hours. ${'It rained. '.repeat(300)}`;
    const lines = Array.from({ length: 120 }, (_, id) =>
      JSON.stringify({ id, text: `“Go ${id} on,” he said. ${body}` }),
    );
    const { child, code } = launch(['clean', '-', '--jsonl']);
    child.stdin.end(lines.join('\n'));
    let size = 0;
    let rows = 0;
    for await (const chunk of child.stdout ?? []) {
      size += chunk.length;
      rows += String(chunk).split('\n').length - 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await code).toBe(0);
    expect(rows).toBe(120);
    expect(size).toBeGreaterThan(400_000);
  });

  it('ends quietly when its reader has seen enough', async () => {
    const { child, err, code } = launch(['start']);
    child.stdout?.once('data', () => child.stdout?.destroy());
    child.stdin.on('error', () => {});
    child.stdin.end('latest\n'.repeat(500));
    expect(await err).toBe('');
    expect(await code).toBe(0);
  });

  it('answers every piped line before it leaves', async () => {
    const { out, code } = await ran(launch(['start']), 'latest\n\nhelp\nwho is Hassan');
    expect(code).toBe(0);
    expect(out.match(/^> .*$/gmu)).toEqual(['> latest', '> help', '> who is Hassan']);
    expect(out).toContain('Maggie Hassan');
  });

  it('says what is missing when there is neither a token nor a line', async () => {
    const { out, err, code } = await ran(launch(['start']));
    expect({ out, code }).toEqual({ out: '', code: 0 });
    expect(err).toMatch(/^No token is set [^\n]+\n$/u);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('closes and leaves with 0 at %s', async (signal) => {
    const { child, code } = launch(['start']);
    child.stdin.write('latest\n');
    const [answer] = await once(child.stdout ?? child, 'data');
    child.kill(signal);
    expect(await code).toBe(0);
    expect(String(answer)).toContain('> latest');
  });
});

describe('the launcher', () => {
  let project: string;
  const write = (name: string, content: string) => writeFileSync(join(project, name), content);
  const source = (says: string) =>
    `declare const process: { argv: string[]; cwd(): string; stdout: { write(text: string): void } };
     export async function run(): Promise<void> { process.stdout.write('${says} in ' + process.cwd()); }\n`;
  const start = (options: LaunchOptions = {}) => launch([], { root: project, cwd: project, ...options });

  beforeAll(() => {
    project = join(folder, 'project');
    for (const name of ['src', 'adapters/command-line', 'node_modules'])
      mkdirSync(join(project, name), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', 'typescript'), join(project, 'node_modules', 'typescript'));
    write('package.json', '{"type":"module"}');
    write('tsconfig.json', '{}');
    write(
      'tsconfig.build.json',
      JSON.stringify({
        compilerOptions: {
          ...{
            target: 'ES2022',
            lib: ['ES2022'],
            module: 'NodeNext',
            types: [],
            strict: true,
            skipLibCheck: true,
          },
          ...{ rootDir: '.', outDir: 'dist', incremental: true, tsBuildInfoFile: 'dist/.tsbuildinfo' },
        },
        include: ['src', 'adapters'],
      }),
    );
    write(LAUNCH, readFileSync(join(ROOT, LAUNCH), 'utf8'));
    write('adapters/command-line/main.ts', source('first'));
  });

  it('builds once when two start together, and then no more', async () => {
    const both = await Promise.all([ran(start()), ran(start())]);
    for (const one of both) expect(one).toEqual({ code: 0, out: `first in ${project}`, err: '' });
    const built = readFileSync(join(project, 'dist/.tsbuildinfo'), 'utf8');
    write(
      'dist/adapters/command-line/main.js',
      'export const run = async () => process.stdout.write("untouched");',
    );
    expect((await ran(start())).out).toBe('untouched');
    expect(readFileSync(join(project, 'dist/.tsbuildinfo'), 'utf8')).toBe(built);
  }, 60_000);

  it('builds again when a source is newer, a builder that died in between notwithstanding', async () => {
    write('adapters/command-line/main.ts', source('second'));
    const earlier = new Date(Date.now() - 60_000);
    utimesSync(join(project, 'dist/.tsbuildinfo'), earlier, earlier);
    // No process has this number: the largest there can be is 2^22.
    write('node_modules/.verbatim-build', '99999999');
    expect((await ran(start())).out).toBe(`second in ${project}`);
  }, 60_000);

  it('reads files from where the reader stands when npm runs it in the project', async () => {
    const env = { npm_lifecycle_event: 'verbatim', INIT_CWD: folder };
    expect((await ran(start({ env }))).out).toBe(`second in ${folder}`);
    expect((await ran(start({ env: { ...env, npm_lifecycle_event: 'test' } }))).out).toBe(
      `second in ${project}`,
    );
  }, 60_000);

  it('names what does not build on standard error, each time, and leaves with 3', async () => {
    write('src/broken.ts', 'export const broken: number = "text";\n');
    for (let i = 0; i < 2; i += 1) {
      const { out, err, code } = await ran(start());
      expect({ out, code }).toEqual({ out: '', code: 3 });
      expect(err).toMatch(/src\/broken\.ts[\s\S]*The project does not build\./u);
    }
  }, 60_000);

  it('says how to install the packages when they are missing', async () => {
    rmSync(join(project, 'node_modules'), { recursive: true });
    expect(await ran(start())).toEqual({ code: 3, out: '', err: expect.stringContaining('npm ci') });
  });
});
