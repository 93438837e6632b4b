import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CONFIG = join(ROOT, '.dependency-cruiser.cjs');

const require = createRequire(import.meta.url);
const { rooms, homes } = require('../../.import-rules.cjs') as {
  readonly rooms: Readonly<Record<string, readonly string[]>>;
  readonly homes: Readonly<Record<string, readonly string[]>>;
};
const { dependencies, devDependencies } = require('../../package.json') as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};

const roomNames = Object.keys(rooms);
/** Single files that some room may import although the rest of their room is closed to it. */
const openFiles = [...new Set(Object.values(rooms).flat())].filter((path) => path.endsWith('.ts'));
/** Every room has one file that imports and one that is imported, so that the tree has no cycle. */
const importerIn = (room: string) => `${room}/importer.ts`;
const targets = [...roomNames.map((room) => `${room}/target.ts`), ...openFiles];
const outsidePackages = [...Object.keys(dependencies), ...Object.keys(devDependencies)];

const isWithin = (file: string, place: string) => file === place || file.startsWith(`${place}/`);
const ruleOf = (room: string) => `${room.replaceAll('/', '-')}-imports`;

const importPath = (from: string, to: string) => {
  const path = relative(dirname(from), to);
  return path.startsWith('.') ? path : `./${path}`;
};
const imports = (from: string, to: readonly string[]) =>
  to.map((path) => `import '${importPath(from, path)}';\n`).join('');

/** The lines of files that break one rule each besides those about rooms. */
const BREAKERS: Readonly<Record<string, string>> = {
  'src/kernel/circle.ts': imports('src/kernel/circle.ts', ['src/kernel/circle-back.ts']),
  'src/kernel/circle-back.ts': imports('src/kernel/circle-back.ts', ['src/kernel/circle.ts']),
  'adapters/uses-tests.ts': imports('adapters/uses-tests.ts', ['tests/helper.ts']),
  'src/kernel/uses-tests.ts': imports('src/kernel/uses-tests.ts', ['tests/helper.ts']),
  'src/kernel/uses-dev.ts': "import 'fast-check';\n",
  'src/kernel/uses-dev-types.ts':
    "import type { Arbitrary } from 'fast-check';\nexport type A = Arbitrary;\n",
  'src/kernel/uses-unlisted.ts': "import 'left-pad';\n",
  'src/quotes/train/uses-dev.ts': "import 'fast-check';\n",
  'tests/helper.ts': "import 'fast-check';\nexport {};\n",
};

interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

let folder: string;
let violations: readonly Violation[];

function write(path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

function writeTree(): void {
  for (const file of ['package.json', 'tsconfig.json']) write(file, readFileSync(join(ROOT, file), 'utf8'));
  for (const name of [...outsidePackages, 'left-pad']) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(`node_modules/${name}/index.js`, '');
  }
  for (const target of targets) write(target, 'export {};\n');
  const packages = Object.keys(dependencies).map((name) => `import '${name}';\n`);
  for (const room of roomNames)
    write(importerIn(room), imports(importerIn(room), targets) + packages.join(''));
  for (const [file, content] of Object.entries(BREAKERS)) write(file, content);
}

/** What dependency-cruiser reports on the tree with the project's own rules. It exits with the number of errors. */
async function cruise(): Promise<readonly Violation[]> {
  const cli = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const argv = [cli, '--config', CONFIG, '--output-type', 'json', 'src', 'adapters', 'tests'];
  const { stdout } = await promisify(execFile)(process.execPath, argv, {
    cwd: folder,
    maxBuffer: 64 * 1024 * 1024,
  }).catch((error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }));
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: readonly { from: string; to: string; rule: { name: string } }[] };
  };
  return summary.violations.map(({ from, to, rule }) => ({ rule: rule.name, from, to }));
}

const shown = (found: readonly Violation[]) =>
  [...new Set(found.map(({ rule, from, to }) => `${rule}: ${from} -> ${to}`))].sort();
const ofRule = (name: string) => violations.filter(({ rule }) => rule === name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-import-rules-'));
  writeTree();
  violations = await cruise();
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the import rules', () => {
  it('refuse every import between rooms that they do not list, and no other', () => {
    const expected = roomNames.flatMap((inner) =>
      targets.flatMap((to) =>
        roomNames
          .filter((room) => isWithin(importerIn(inner), room))
          .filter((room) => ![room, ...(rooms[room] ?? [])].some((place) => isWithin(to, place)))
          .map((room) => ({ rule: ruleOf(room), from: importerIn(inner), to })),
      ),
    );
    expect(shown(violations.filter(({ rule }) => rule.endsWith('-imports')))).toEqual(shown(expected));
  });

  it.each(Object.entries(homes))('keep packages named %s in their homes', (packages, places) => {
    const named = Object.keys(dependencies).filter((name) =>
      new RegExp(`^(@types/)?(${packages})`).test(name),
    );
    const outside = roomNames
      .map(importerIn)
      .filter((file) => !places.some((place) => isWithin(file, place)));
    expect(named).not.toEqual([]);
    const reported = violations.filter(
      ({ rule, to }) => rule.startsWith('home-of-') && named.includes(packageOf(to)),
    );
    expect(shown(reported)).toHaveLength(named.length * outside.length);
    expect([...new Set(reported.map(({ from }) => from))].sort()).toEqual([...outside].sort());
  });

  it('refuse a cycle, which is reported once', () => {
    expect(ofRule('no-cycles').map(({ from, to }) => [from, to].sort())).toEqual([
      ['src/kernel/circle-back.ts', 'src/kernel/circle.ts'],
    ]);
  });

  it('refuse an import of the tests from the product', () => {
    expect(shown(ofRule('no-tests-from-product'))).toEqual([
      'no-tests-from-product: adapters/uses-tests.ts -> tests/helper.ts',
      'no-tests-from-product: src/kernel/uses-tests.ts -> tests/helper.ts',
    ]);
  });

  it('refuse a development package in the product, but not its types, nor in training', () => {
    expect(
      ofRule('no-dev-dependencies')
        .map(({ from }) => from)
        .sort(),
    ).toEqual(['src/kernel/uses-dev.ts', 'src/kernel/uses-unlisted.ts']);
  });

  it('are each broken by this test', () => {
    const { forbidden } = require(CONFIG) as { readonly forbidden: readonly { readonly name: string }[] };
    const broken = new Set(violations.map(({ rule }) => rule));
    expect(forbidden.map(({ name }) => name).filter((name) => !broken.has(name))).toEqual([]);
  });

  it('have a line for every folder that stands directly in src or adapters', () => {
    const folders = ['src', 'adapters'].flatMap((root) =>
      readdirSync(join(ROOT, root), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => `${root}/${name}`),
    );
    expect(folders.filter((name) => !rooms[name])).toEqual([]);
  });
});

/** The name of the package that a file within node_modules belongs to. */
function packageOf(file: string): string {
  return /node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(file)?.[1] ?? '';
}
