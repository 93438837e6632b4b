import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { PLATFORMS } from '../../adapters/platforms.ts';
import { commandsFor } from '../../src/answer/command-list.ts';
import { loadDesk } from '../../src/desk/load-desk.ts';
import { SAMPLE_DESK } from '../../src/desk/open-desk-at.ts';
import { usage } from '../../src/kernel/command.ts';
import { deskSettings } from '../../src/kernel/settings/config.ts';
import { runHere } from '../command-line/run-here.ts';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const cell = (text: string) => text.replaceAll('|', '\\|');

describe('the documents tell the truth', () => {
  const desk = loadDesk(SAMPLE_DESK, PLATFORMS);
  const commands = commandsFor(desk).filter(({ hidden }) => !hidden);

  it.each(commands.map((command) => [command.name, command] as const))(
    'README has a line for “%s” with its summary and an example',
    (_, command) => {
      const line = `| \`${cell(usage(command))}\` | ${command.summary} | \`${command.examples[0]}\` |`;
      expect(read('README.md')).toContain(line);
    },
  );

  it('every command of the sample desk has an example', () => {
    expect(commands.filter(({ examples }) => !examples.length)).toEqual([]);
  });

  it('architecture.md lists the import rules as they are checked', () => {
    const { rooms } = createRequire(import.meta.url)('../../.import-rules.cjs') as {
      rooms: Record<string, string[]>;
    };
    const table = Object.entries(rooms).map(
      ([room, may]) => `| \`${room}\` | ${may.map((each) => `\`${each}\``).join(', ') || 'nothing'} |`,
    );
    expect(read('docs/architecture.md')).toContain(table.join('\n'));
  });

  it('.env.example has every setting and no other', () => {
    const names = (text: string, shape: RegExp) =>
      [...new Set([...text.matchAll(shape)].map(([, name]) => name))].sort();
    expect(names(read('.env.example'), /^([A-Z_]+)=/gm)).toEqual(
      [deskSettings, ...PLATFORMS.map(({ settings }) => settings)]
        .flatMap(({ shape }) => Object.keys(shape))
        .sort(),
    );
  });

  it('no file of src or adapters knows the topic of the sample desk', () => {
    const names = desk.roster.flatMap(({ name, kind }) =>
      kind === 'person' ? [name.split(' ').at(-1) ?? name] : [],
    );
    const topic = new RegExp(`\\b(${[desk.command, ...names].join('|')})\\b`);
    const files = ['src', 'adapters'].flatMap((folder) =>
      readdirSync(new URL(`../../${folder}`, import.meta.url), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => `${folder}/${file}`),
    );
    const code = (file: string) => read(file).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    expect(files.filter((file) => topic.test(code(file)))).toEqual([]);
  });

  it('README has every command of the command line', async () => {
    const { out } = await runHere(['--help']);
    const names = [...(out.split('Commands:')[1] ?? '').matchAll(/^ {2}([a-z][a-z-]*) /gm)].flatMap(
      ([, name]) => name ?? [],
    );
    const [, table = ''] = read('README.md').split('### The `verbatim` command');
    const rows = table.split('\n').filter((line) => line.startsWith('| `'));
    const listed = rows.flatMap((row) => [...row.matchAll(/`([a-z-]+)/g)].map(([, name]) => name));
    expect(names.length).toBeGreaterThan(15);
    expect(names.filter((name) => name !== 'help' && !listed.includes(name))).toEqual([]);
  });

  it('the glossary gives each word one line', () => {
    const [terms = ''] = read('docs/glossary.md').split('\n## Second meanings');
    const words = [...terms.matchAll(/^\| (?!term|---)([^|]+) \|/gm)].flatMap(([, term = '']) =>
      term.toLowerCase().split(', '),
    );
    expect(words.length).toBeGreaterThan(50);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  });
});
